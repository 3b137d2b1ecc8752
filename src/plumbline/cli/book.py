"""plumbline book: making a book, sealing and verifying it, correcting and erasing in it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from plumbline.cli.backup import backup, restore
from plumbline.cli.entries import correct, erase, show
from plumbline.cli.guard import guarded
from plumbline.cli.helps import Listing
from plumbline.cli.language import language, printable
from plumbline.cli.opening import opened, say
from plumbline.cli.options import BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.cli.proofs import check_proof, prove
from plumbline.errors import Words


@click.group(name="book", cls=Listing, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """账簿：建立、查看、封账、核验、证明、更正、依令删除、备份、恢复。

    The book: made, shown, sealed, verified, proved, corrected, erased from by order, backed up, restored.

    账簿只增不改：更正是新的一条，旧的仍在原处。

    The book only grows: a correction is a new entry, and the old one stays where it is.
    """


@command.command()
@BOOK
@LANG
def init(folder: Path, lang: str | None) -> None:
    """建立账簿，或升级旧版的表；设 DATABASE_URL 则存于 PostgreSQL。

    Make a book, or bring an older one's tables up to date; with DATABASE_URL set it is kept in PostgreSQL.

    请备份 keys/：没有它就不能再签封账，也认不出同一人。

    Keep a copy of keys/: without it no checkpoint can be signed, and no person recognised.
    """
    spoken = language(lang)
    with guarded(spoken):
        book = opened(folder, create=True)
        say(
            Words(f"账簿就绪：{book.folder}（{book.origin}）", f"the book is ready: {book.folder} ({book.origin})"),
            spoken,
        )


@command.command()
@BOOK
@LANG
def status(folder: Path, lang: str | None) -> None:
    """账簿现况：多少条、封到哪里、镜像到哪里。

    How the book stands: how many entries, sealed up to where, mirrored up to where.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.standing import standing

        for name, value in standing(opened(folder)):
            sys.stdout.write(printable(f"{name.in_(spoken)}{'：' if spoken == 'zh' else ': '}{value}") + "\n")


@command.command()
@BOOK
@LANG
def verify(folder: Path, lang: str | None) -> None:
    """重算全部哈希，逐条核对；有异即指明第一处。

    Hash everything again and compare; the first difference is named.

    \b
    结束状态 / Exit status:
      0  全部相符 all is as it was written
      1  有异     something differs
      2  无法读取 could not read
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.verifying import differences

        book = opened(folder)
        with progress(Words("核验", "verifying").in_(spoken)) as step:
            found = next(differences(book, step), None)
        if not found:
            from plumbline.web.book.sessions import entries_in

            size = entries_in(book)
            say(Words(f"{size} 条全部相符。", f"all {size} entries are as they were written."), spoken)
            return
        at = (
            Words("账簿", "the book")
            if found.position is None
            else Words(f"第 {found.position} 条", f"position {found.position}")
        )
        say(Words(f"{at.zh}：{found.what.zh}。", f"{at.en}: {found.what.en}."), spoken)
    sys.exit(1)


LOST = click.option(
    "--lost", metavar="REASON", help="写明为何落后于已知的封账。 Say why it is behind a known checkpoint."
)


@command.command()
@LOST
@BOOK
@LANG
def checkpoint(lost: str | None, folder: Path, lang: str | None) -> None:
    """封账：签发覆盖全部记录的封账文本，存入账簿和 checkpoints/。

    Seal: sign a checkpoint over all entries, print it, keep it in the book and in checkpoints/.

    请把它交给别处保存：日后账簿若被截短或改写，凭它可以证明。

    Give it to somebody else to keep: it shows, later on, if the book was cut short or rewritten.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.checkpoints import seal

        book = opened(folder)
        with progress(Words("封账", "sealing").in_(spoken)) as step:
            note = seal(book, datetime.now(UTC), step, lost or "")
        sys.stdout.write(note)


@command.command()
@click.option("--anew", is_flag=True, help="弃旧镜像，从头重写。 Drop what is there and write it from the start.")
@BOOK
@LANG
def mirror(anew: bool, folder: Path, lang: str | None) -> None:
    """把新记录写入镜像（Parquet），供指标读取；镜像有损的，从头重写。

    Write what is new into the mirror (Parquet), which figures read; a damaged mirror is written from the start.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.mirroring import mirror as brought_up

        book = opened(folder)
        with progress(Words("镜像", "mirroring").in_(spoken)) as step:
            made = brought_up(book, step, anew=anew)
        say(Words(f"镜像已到 {made.size} 条。", f"the mirror has {made.size} entries."), spoken)


for _one in (show, correct, erase, prove, check_proof, backup, restore):
    command.add_command(_one)

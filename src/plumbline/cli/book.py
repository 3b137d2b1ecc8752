"""plumbline book: making a book, sealing and verifying it, correcting and erasing in it."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language, printable
from plumbline.cli.load import BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.web.book.opening import Book

POSITION = click.argument("position", type=click.IntRange(min=0), metavar="POSITION")
ENTERED = click.option("--entered-by", required=True, metavar="WHO", help="录入人。 Who enters it.")
APPROVED = click.option(
    "--approved-by", required=True, metavar="WHO", help="审批人，须为另一人。 Who approves it: another person."
)
DAY = click.DateTime(["%Y-%m-%d"])


@click.group(name="book", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """账簿：建立、封账、核验、更正、依令删除。

    The book: made, sealed, verified, corrected, erased from by order.

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
        book = _open(folder, create=True)
        _say(
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

        for name, value in standing(_open(folder)):
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

        book = _open(folder)
        with progress(Words("核验", "verifying").in_(spoken)) as step:
            found = next(differences(book, step), None)
        if not found:
            from plumbline.web.book.sessions import entries_in

            size = entries_in(book)
            _say(Words(f"{size} 条全部相符。", f"all {size} entries are as they were written."), spoken)
            return
        at = (
            Words("账簿", "the book")
            if found.position is None
            else Words(f"第 {found.position} 条", f"position {found.position}")
        )
        _say(Words(f"{at.zh}：{found.what.zh}。", f"{at.en}: {found.what.en}."), spoken)
    sys.exit(1)


@command.command()
@BOOK
@LANG
def checkpoint(folder: Path, lang: str | None) -> None:
    """封账：签发覆盖全部记录的封账文本，存入账簿和 checkpoints/。

    Seal: sign a checkpoint over all entries, print it, keep it in the book and in checkpoints/.

    请把它交给别处保存：日后账簿若被截短或改写，凭它可以证明。

    Give it to somebody else to keep: it shows, later on, if the book was cut short or rewritten.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.checkpoints import seal

        book = _open(folder)
        with progress(Words("封账", "sealing").in_(spoken)) as step:
            note = seal(book, datetime.now(UTC), step)
        sys.stdout.write(note)


@command.command()
@BOOK
@LANG
def mirror(folder: Path, lang: str | None) -> None:
    """把新记录写入镜像（Parquet），供指标读取。

    Write what is new into the mirror (Parquet), which figures read.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book.mirroring import mirror as brought_up

        book = _open(folder)
        with progress(Words("镜像", "mirroring").in_(spoken)) as step:
            made = brought_up(book, step)
        _say(Words(f"镜像已到 {made.size} 条。", f"the mirror has {made.size} entries."), spoken)


@command.command()
@POSITION
@BOOK
@LANG
def prove(position: int, folder: Path, lang: str | None) -> None:
    """输出一条记录在封账之内的证明（JSON）。

    Print the proof that an entry is in a checkpoint, as JSON.
    """
    with guarded(language(lang)):
        from plumbline.web.book.checkpoints import proof

        sys.stdout.write(json.dumps(proof(_open(folder), position), indent=1) + "\n")


@command.command()
@POSITION
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="更正的字段。 A field to correct.")
@click.option("--withdraw", metavar="REASON", help="撤回，不另行代替。 Withdraw it, with nothing in its place.")
@ENTERED
@APPROVED
@BOOK
@LANG
def correct(
    position: int,
    changes: Sequence[str],
    withdraw: str | None,
    entered_by: str,
    approved_by: str,
    folder: Path,
    lang: str | None,
) -> None:
    """更正一条记录：写下新的一条取代它；或撤回它。

    Correct a record: a new entry takes its place. Or withdraw it.

    \b
    例 / Examples:
      plumbline book correct 17 --set 罪名=诈骗 --entered-by 甲 --approved-by 乙
      plumbline book correct 17 --withdraw 重复录入 --entered-by 甲 --approved-by 乙
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book import appending, correcting

        book, now = _open(folder), datetime.now(UTC)
        by: dict[str, Any] = {"entered_by": entered_by, "approved_by": approved_by, "recorded_at": now}
        if withdraw:
            at = appending.withdraw(book, position, reason=withdraw, on=now.date(), **by).first
        else:
            record = correcting.corrected(book, position, changes)
            at = appending.append(book, [record], supersedes=position, **by).first
        _say(Words(f"第 {at} 条取代了第 {position} 条。", f"position {at} supersedes position {position}."), spoken)


@command.command()
@POSITION
@click.option("--order", required=True, metavar="NUMBER", help="文书号。 The order's number.")
@click.option("--order-by", "body", required=True, metavar="BODY", help="决定单位。 The body that ordered it.")
@click.option("--order-on", "on", required=True, type=DAY, metavar="DATE", help="决定日期。 The day of the order.")
@ENTERED
@APPROVED
@BOOK
@LANG
def erase(
    position: int,
    order: str,
    body: str,
    on: datetime,
    entered_by: str,
    approved_by: str,
    folder: Path,
    lang: str | None,
) -> None:
    """依令删除一条记录的内容：不可恢复；它在账簿中的位置和证明仍在。

    Erase a record's content by order, for good; its place in the book and its proof remain.
    """
    spoken = language(lang)
    with guarded(spoken):
        _erase(_open(folder), position, order, body, on.date(), entered_by, approved_by)
        _say(Words(f"第 {position} 条的内容已删除。", f"the content of position {position} is erased."), spoken)


def _erase(book: "Book", position: int, order: str, body: str, on: date, entered_by: str, approved_by: str) -> None:
    from plumbline.web.book.erasing import erase as erased

    by: dict[str, Any] = {"entered_by": entered_by, "approved_by": approved_by, "recorded_at": datetime.now(UTC)}
    erased(book, position, order=order, body=body, on=on, **by)


def _open(folder: Path, create: bool = False) -> "Book":
    from plumbline.web.book.opening import open_book

    return open_book(folder, create=create)


def _say(words: Words, lang: str) -> None:
    sys.stdout.write(printable(words.in_(lang)) + "\n")

"""plumbline book backup and plumbline book restore: all that a book is made of in one file, and the book from it."""

import os
import sys
from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.opening import opened, say
from plumbline.cli.options import BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.cli.whole import whole
from plumbline.errors import Damaged, Words

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
NEW = click.option(
    "--book", "folder", type=click.Path(path_type=Path, file_okay=False), required=True,
    help="恢复到的新文件夹。 The new folder.",
)  # fmt: skip
KNOWN = click.option(
    "--checkpoints", "known", type=click.Path(path_type=Path, exists=True),
    help="别处保存的封账：文件或文件夹。 Checkpoints kept elsewhere: a file, or a folder of them.",
)  # fmt: skip


@click.command()
@FILE
@BOOK
@LANG
def backup(file: Path, folder: Path, lang: str | None) -> None:
    """备份整本账到一个文件（.tar.zst）：账、账号、密钥、封账、照片；不必停用。

    Back the whole book up into one file (.tar.zst): ledger, accounts, keys, checkpoints, photos; nobody has to stop.

    文件里有密钥：请像密钥一样保管。

    The file holds the keys: guard it as you guard them.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.backup.making import backup as made

        book = opened(folder)
        whole(file, lambda part: made(book, part))
        say(Words(f"已备份到 {file}", f"backed up into {file}"), spoken)


@click.command()
@FILE
@NEW
@KNOWN
@LANG
def restore(file: Path, folder: Path, known: Path | None, lang: str | None) -> None:
    """从备份恢复到新文件夹，并全部核验；PostgreSQL 的恢复到 DATABASE_URL 所指的空库。

    Restore a backup into a new folder and verify all of it; one of PostgreSQL into the empty database at DATABASE_URL.

    别处存有更新的封账时，用 --checkpoints 给出：账簿落后于它，就不再签封账，直到说明。

    Name newer checkpoints kept elsewhere with --checkpoints: a book behind one signs no other until it is told.

    \b
    结束状态 / Exit status:
      0  已恢复，全部相符 restored, all as it was written
      1  已恢复，但落后于封账 restored, but behind a checkpoint
      2  没有恢复 not restored
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.backup.restoring import restore as restored
        from plumbline.web.book.sessions import entries_in

        book = restored(file, folder, os.environ.get("DATABASE_URL", ""))
        _verify(folder, spoken)
        end = entries_in(book)
        behind = _behind(folder, known)
        say(Words(f"已恢复 {end} 条，全部相符：{folder}", f"restored {end} entries, all as written: {folder}"), spoken)
        if behind <= end:
            return
        zh = f"落后于 {behind} 条处的封账：在补齐或用 plumbline book checkpoint --lost 说明之前，不再签封账。"
        en = f"behind the checkpoint at {behind}: it signs no other until a newer backup is restored, or"
        say(Words(zh, f"{en} plumbline book checkpoint --lost says why."), spoken)
    sys.exit(1)


def _verify(folder: Path, lang: str) -> None:
    """Raise Damaged for the first difference."""
    from plumbline.web.book.verifying import differences

    with progress(Words("核验", "verifying").in_(lang)) as step:
        found = next(differences(opened(folder), step), None)
    if found:
        todo = Words("请换一份备份", "Take another backup")
        raise Damaged(str(folder), found.what, todo)


def _behind(folder: Path, known: Path | None) -> int:
    """Return the greatest size of the checkpoints known from elsewhere, kept with the book from here on; 0 for none."""
    from plumbline.web.backup.restoring import remember

    if known is None:
        return 0
    return remember(opened(folder), sorted(known.glob("*.txt")) if known.is_dir() else [known])

"""plumbline book show, correct, erase: single entries of the book."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plumbline.cli.entries_shown import data_of, lines_of
from plumbline.cli.guard import guarded
from plumbline.cli.language import language, printable
from plumbline.cli.opening import APPROVED, ENTERED, POSITION, opened, say
from plumbline.cli.options import AS_JSON, BOOK, LANG
from plumbline.errors import Refused, Words

if TYPE_CHECKING:
    from plumbline.web.book.opening import Book
    from plumbline.web.book.showing import Shown

DAY = click.DateTime(["%Y-%m-%d"])
STAYS = Words(
    "内容和盐值将从账簿和镜像中删去，不可恢复。仍留在账簿中：条线、种类、案号、单位、日期和时刻、记录时间、录入人和审批人、"
    "更正关系、叶哈希。它更正的或更正它的各条是另外的条目，须逐条删除；已写出的报告、备份和登记簿原件不受影响。",
    "Its content and salt go from the book and the mirror, for good. What stays in the book: line, kind, case, body, day "
    "and time, when it was recorded, the two accounts, what it corrects, the leaf. Entries that it corrects or that "
    "correct it are entries of their own and are erased one by one; reports already written, backups and the registers "
    "it came from keep what they hold.",
)


@click.command()
@click.argument("positions", nargs=-1, type=click.IntRange(min=0), metavar="POSITION...")
@click.option("--case", "case", default="", metavar="NUMBER", help="某案的全部记录。 All entries of a case.")
@click.option("--body", default="", metavar="BODY", help="只看该单位的。 Of this body only, with --case.")
@AS_JSON
@BOOK
@LANG
def show(positions: Sequence[int], case: str, body: str, as_json: bool, folder: Path, lang: str | None) -> None:
    """查看记录：内容、何时何人录入、是否已更正、撤回或删除。人员标识只显示开头。

    Show entries: what they say, when and by whom they were recorded, whether they were superseded, withdrawn or erased.
    Of a person's token only the beginning is shown.

    \b
    例 / Examples:
      plumbline book show 17 18
      plumbline book show --case （2020）甘0102刑初1号 --body 城关区人民法院
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        _require_one(positions, case, body)
        from plumbline.web.book import showing

        book = opened(folder)
        found = showing.of_case(book, case, body) if case else showing.at(book, positions)
        if as_json:
            sys.stdout.write(json.dumps([data_of(one) for one in found], ensure_ascii=False, indent=1) + "\n")
        else:
            _print(found, spoken)


def _require_one(positions: Sequence[int], case: str, body: str) -> None:
    if bool(positions) == bool(case) or (body and not case):
        what = Words("须写明位置，或用 --case 写明案号", "it takes positions, or a case with --case")
        raise Refused(
            "book show", what, Words("两者择一；--body 随 --case 使用", "Give one of them; --body goes with --case")
        )


def _require_either(changes: Sequence[str], withdraw: str | None) -> None:
    if changes and withdraw is not None:
        what = Words("--set 与 --withdraw 不能同用", "--set and --withdraw do not go together")
        raise Refused("book correct", what, Words("两者择一", "Give one of them"))


def _print(found: Sequence["Shown"], lang: str) -> None:
    blocks = ("\n".join(map(printable, lines_of(one, lang))) for one in found)
    sys.stdout.write("\n\n".join(blocks) + "\n")


@click.command()
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
        _require_either(changes, withdraw)
        from plumbline.web.book import appending, correcting

        book, now = opened(folder), datetime.now(UTC)
        by: dict[str, Any] = {"entered_by": entered_by, "approved_by": approved_by, "recorded_at": now}
        if withdraw is not None:
            at = appending.withdraw(book, position, reason=withdraw, on=now.date(), **by).first
            zh, en = (
                f"第 {position} 条已撤回（记为第 {at} 条）。",
                f"position {position} is withdrawn (recorded as position {at}).",
            )
        else:
            record = correcting.corrected(book, position, changes, now)
            at = appending.append(book, [record], supersedes=position, **by).first
            zh, en = f"第 {at} 条取代了第 {position} 条。", f"position {at} supersedes position {position}."
        say(Words(zh, en), spoken)


@click.command()
@POSITION
@click.option("--order", required=True, metavar="NUMBER", help="文书号。 The order's number.")
@click.option("--order-by", "body", required=True, metavar="BODY", help="决定单位。 The body that ordered it.")
@click.option("--order-on", "on", required=True, type=DAY, metavar="DATE", help="决定日期。 The day of the order.")
@click.option("--yes", is_flag=True, help="不再询问。 Do not ask.")
@ENTERED
@APPROVED
@BOOK
@LANG
def erase(
    position: int,
    order: str,
    body: str,
    on: datetime,
    yes: bool,
    entered_by: str,
    approved_by: str,
    folder: Path,
    lang: str | None,
) -> None:
    """依令删除一条记录的内容，不可恢复。先显示该条，问过再删，或加 --yes。

    Erase a record's content by order, for good. The record is shown and you are asked first, unless --yes is given.

    仍留在账簿中：条线、种类、案号、单位、日期和时刻、记录时间、录入人和审批人、更正关系、叶哈希；证明仍在。
    已写出的报告、备份和登记簿原件不受影响。

    What stays in the book: line, kind, case, body, day and time, when it was recorded, the two accounts, what it
    corrects, the leaf; so it can still be proved. Reports already written, backups and registers keep what they hold.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.book import erasing, showing
        from plumbline.web.book.admitting import require_accounts

        book = opened(folder)
        erasing.ordered(position, order, body, on.date(), datetime.now(UTC))
        require_accounts(entered_by, approved_by)
        erasing.require_content(book, position)
        _print(showing.at(book, [position]), spoken)
        say(STAYS, spoken)
        _require_consent(position, yes, spoken)
        _erase(book, position, order, body, on.date(), entered_by, approved_by)
        say(Words(f"第 {position} 条的内容已删除。", f"the content of position {position} is erased."), spoken)


def _require_consent(position: int, yes: bool, lang: str) -> None:
    """Raise Refused unless it was consented to: by --yes, or by whoever sits at the terminal."""
    if yes:
        return
    asked = Words(f"删除第 {position} 条的内容？", f"Erase the content of position {position}?").in_(lang)
    if not sys.stdin.isatty():
        what = Words("没有确认，什么都没有删除", "it was not confirmed; nothing was erased")
        raise Refused(f"book erase {position}", what, Words("看过以后加 --yes", "Look at it, then add --yes"))
    if not click.confirm(asked, default=False):
        what = Words("没有同意，什么都没有删除", "it was declined; nothing was erased")
        raise Refused(f"book erase {position}", what, Words("要删除时再运行", "Run it again to erase it"))


def _erase(book: "Book", position: int, order: str, body: str, on: date, entered_by: str, approved_by: str) -> None:
    from plumbline.web.book.erasing import erase as erased

    by: dict[str, Any] = {"entered_by": entered_by, "approved_by": approved_by, "recorded_at": datetime.now(UTC)}
    erased(book, position, order=order, body=body, on=on, **by)

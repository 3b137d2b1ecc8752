"""plumbline plan: what is wrong with a year's plan; its board as of a day."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.helps import Listing
from plumbline.cli.language import language, say_wrote
from plumbline.cli.options import AS_JSON, BOOK, LANG
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.reports.board import Board
    from plumbline.reports.plan import Plan
    from plumbline.reports.plancheck import Finding

EXAMPLE = "lanzhou-2020"
PLAN = click.argument("plan", metavar="[NAME|FILE]", default=EXAMPLE)


@click.group(name="plan", cls=Listing, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """年度计划：核对计划本身，看各项任务的进度。

    The year's plan: checked by itself, and its tasks as they stand.

    计划是 TOML 文件，或随附计划、专项行动的名称（lanzhou-2020、six-clearings-2020）；不写即 lanzhou-2020。

    A plan is a TOML file, or the name of a plan or programme that ships; without one: lanzhou-2020.
    """


@command.command()
@PLAN
@AS_JSON
@LANG
def check(plan: str, as_json: bool, lang: str | None) -> None:
    """核对计划：没有指标的任务、没有期限的目标、同一指标两种说法、个数不符。

    Check a plan: tasks without a figure or an owner, targets without a date, a figure used twice in different words,
    another number of focus areas than announced. Needs no book.

    结束状态：0 没有问题（已说明的缺口不算），1 有问题，2 无法读取。

    Exit status: 0 nothing open (gaps the plan gives a reason for stay listed), 1 something is, 2 could not read.
    """
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli import plan_shown as shown
        from plumbline.reports.shipped import plan_named
        from plumbline.web.reading.boards import checked

        found = checked(plan_named(plan))
        if as_json:
            _print([shown.finding_data(each) for each in found])
        else:
            shown.findings(found, plan, spoken)
    if any(not each.known.zh for each in found):
        sys.exit(1)


@command.command()
@PLAN
@BOOK
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]),
    help="截至哪一日终了，默认今日。 As things stand at the end of that day; default: today.",
)  # fmt: skip
@AS_JSON
@click.option(
    "--html", "page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="写成网页。 Write it as a web page.",
)  # fmt: skip
@LANG
def board(plan: str, folder: Path, day: datetime | None, as_json: bool, page: Path | None, lang: str | None) -> None:
    """计划进度：各领域、任务、目标和截至当日的读数；完成、按进度、落后、无法判断、未设目标。

    The plan's board: each area, task, target and reading as of a day: done, on course, behind, cannot be told
    and why, or no target.

    \b
    例 / Examples:
      plumbline plan board lanzhou-2020 --book plumbline-book --on 2020-12-31
      plumbline plan board six-clearings-2020 --on 2020-12-31 --html board.html
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli import plan_shown as shown
        from plumbline.reports.shipped import plan_named
        from plumbline.web.reading.boards import checked

        read = plan_named(plan)
        found = checked(read)
        drawn = _board(read, folder, (day or datetime.now()).date(), spoken)
        if as_json:
            _print(shown.board_data(drawn, found))
        elif page is None:
            shown.board(drawn, found, spoken)
        if page:
            _write(drawn, found, page, spoken)


def _board(plan: "Plan", folder: Path, on: date, lang: str) -> "Board":
    from plumbline.cli.mirrors import open_book
    from plumbline.cli.progress import progress
    from plumbline.web.reading.boards import board_of

    book = open_book(folder, None, lang)
    with progress(Words("读取指标", "reading figures").in_(lang)):
        return board_of(plan, book, on)


def _write(drawn: "Board", found: "list[Finding]", page: Path, lang: str) -> None:
    from plumbline.cli.whole import whole
    from plumbline.reports.boardpage import board_page

    content = board_page(drawn, found, lang).encode()
    whole(page, lambda aside: aside.write_bytes(content))
    say_wrote(page, lang)


def _print(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")

"""plumbline limits: what falls due, what is disputed, what is over; a case's working; the rules."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.figures.opening import Open
    from plumbline.reports.charts.deadlines import Step
    from plumbline.web.reading.deadlines import Asked

JSON = "输出 JSON。 Print JSON."


@click.command(name="limits")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="截至哪一日终了，默认今日。 As things stand at the end of that day; default: today.",
)
@click.option(
    "--book",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="PLUMBLINE_BOOK",
    default=Path("plumbline-book"),
    show_default=True,
    help="账簿文件夹。 The book's folder.",
)
@click.option("--line", help="只看一条工作条线，如 custody 或 羁押。 One line of work only (custody, trials, ...).")
@click.option("--body", help="只看一个单位。 One body only.")
@click.option(
    "--within",
    type=click.IntRange(0, 366),
    help="届满前多少日起列出，默认依各规则。 Days before the end; default: each rule's own.",
)
@click.option(
    "--all", "everything", is_flag=True, help="已结束而超期、有争议的也列出。 List also what ended late or in dispute."
)
@click.option("--unknown", is_flag=True, help="无法判断的也逐条列出。 List what cannot be told, too.")
@click.option("--case", "case", help="逐步说明一案的各项期限。 Show the working of every limit of one case.")
@click.option("--rules", is_flag=True, help="列出全部规则及其条文。 List all rules with their articles; needs no book.")
@click.option(
    "--chart",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="画出今后届满的期限（.svg 或 .png）。 Draw the limits ahead instead (.svg or .png).",
)
@click.option(
    "--per",
    "step",
    type=click.Choice(("day", "week")),
    default="week",
    show_default=True,
    help="图按日或按周。 Draw them by day or by week.",
)
@click.option("--json", "as_json", is_flag=True, help=JSON)
@click.option(
    "--lang",
    type=click.Choice(("zh", "en")),
    help="界面语言，默认随系统。 Language of messages; default: the locale's.",
)
def command(
    day: datetime | None, book: Path, line: str | None, body: str | None, within: int | None, everything: bool, unknown: bool,
    case: str | None, rules: bool, chart: Path | None, step: "Step", as_json: bool, lang: str | None,
) -> None:  # fmt: skip
    """法定期限：将届满的、有争议的、超期的，按单位列出。

    Time limits set by law: what falls due, what is in dispute between readings, what is over, by body.

    \b
    例 / Examples:
      plumbline limits --on 2020-12-31
      plumbline limits --on 2020-12-31 --line custody --all
      plumbline limits --on 2020-12-31 --case 兰七检刑诉受〔2020〕42号
      plumbline limits --on 2020-12-31 --chart ahead.svg
      plumbline limits --rules
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli import limits_shown as shown
        from plumbline.cli.progress import progress
        from plumbline.web.reading.deadlines import Asked, chosen, explained, listed, rows
        from plumbline.web.reading.narrowed import line_of

        asked = Asked((day or datetime.now()).date(), line and line_of(line), body, within, everything)
        if rules:
            found = chosen(asked.line)
            _print([shown.rule_data(each) for each in found]) if as_json else shown.rules(found, spoken)
            return
        opened, asked = _opened(book, asked, spoken)
        if chart is not None:
            from plumbline.cli.charts import limits_chart

            limits_chart(chart, asked, step, opened, spoken)
        elif case:
            with progress(Words("期限", "limits").in_(spoken)) as told:
                deadlines = explained(opened, asked, case, told)
            _print([shown.deadline_data(d) for d in deadlines]) if as_json else shown.explained(deadlines, case, spoken)
        else:
            from plumbline.web.reading.named import named
            from plumbline.web.reading.narrowed import kept

            with progress(Words("期限", "limits").in_(spoken)) as told:
                t, ended = listed(opened.tables, asked, told)
            mine = rows(named(t, opened.tables))
            if as_json:
                _print([shown.row_data(r) for r in mine])
            else:
                shown.since(kept(opened).days, asked, spoken)
                shown.listed(mine, ended, asked, spoken, unknown=unknown)


def _opened(book: Path, asked: "Asked", lang: str) -> "tuple[Open, Asked]":
    """Return the book, and what is asked of it with the body under its full name."""
    from plumbline.cli.mirrors import open_book
    from plumbline.web.reading.narrowed import body_of

    opened = open_book(book, None, lang)
    return opened, asked._replace(body=body_of(opened, asked.body or "") or None)


def _print(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")

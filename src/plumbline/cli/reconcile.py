"""plumbline reconcile: how the bodies' figures meet, what accounts for each difference, what does not fit together."""

import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import AS_JSON, AS_OF, BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.errors import PlumblineError, Words
from plumbline.periods import Span, span

if TYPE_CHECKING:
    from plumbline.web.reading.reconciling import Reconciled


@click.command(name="reconcile")
@click.option(
    "--period", metavar="PERIOD",
    help="2020、2020-06、2018/2020 等，默认账内全部。 2020, 2020-06, 2018/2020; default: all that the book has.",
)  # fmt: skip
@click.option("--scope", default="", metavar="SCOPE", help="口径，如 涉黑涉恶。 A scope, such as 涉黑涉恶.")
@click.option(
    "--to-scope", metavar="SCOPE",
    help="法院受理一方的口径，默认与 --scope 相同。 Scope in which the courts take on; default: as --scope.",
)  # fmt: skip
@click.option("--body", default="", metavar="BODY", help="只看一个单位。 One body only.")
@BOOK
@AS_OF
@click.option(
    "--chart", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="只画各单位之间的流转图（.svg 或 .png）。 Draw the flow between bodies instead (.svg or .png).",
)  # fmt: skip
@AS_JSON
@LANG
def command(
    period: str | None, scope: str, to_scope: str | None, body: str, folder: Path, size: int | None, chart: Path | None,
    as_json: bool, lang: str | None,
) -> None:  # fmt: skip
    """勾稽各单位的指标：差额逐案列明原因，再列记录之间的不一致。

    Reconcile the bodies' figures: each bridge with both sides, the causes of its difference and what is left; then what
    does not fit together across records.

    \b
    结束状态 / Exit status:
      0  全部相符       every bridge closes, nothing found
      1  有差额或不一致 something is left or was found
      2  无法读取       could not read

    \b
    例 / Examples:
      plumbline reconcile --period 2020
      plumbline reconcile --period 2018/2020 --scope 涉黑涉恶 --to-scope 涉黑涉恶涉霸涉伞
      plumbline reconcile --body 城关区人民法院 --json | jq '.bridges[] | select(.rest != 0)'
      plumbline reconcile --period 2020 --chart flow.svg
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        scopes = scope, scope if to_scope is None else to_scope
        if chart is not None:
            _drawn(chart, folder, size, _period(period), scopes, body, spoken)
            return
        found = reconciled(folder, size, _period(period), scopes, body, spoken)
        if as_json:
            from plumbline.cli.reconciled import as_text

            sys.stdout.write(as_text(found) + "\n")
        else:
            from plumbline.cli.reconciled import show

            show(found, spoken)
    if not found.holds:
        sys.exit(1)


def reconciled(
    folder: Path, size: int | None, period: Span | None, scopes: tuple[str, str], body: str, lang: str
) -> "Reconciled":
    """Reconcile the book in ``folder``, showing how far it has come; raises NoMirror and FigureError as it is read."""
    from plumbline.cli.mirrors import open_book
    from plumbline.figures.bridges import Scopes
    from plumbline.web.reading.narrowed import body_of, scope_of
    from plumbline.web.reading.reconciling import Asked, reconcile, steps

    sides = Scopes(scope_of(scopes[0]), scope_of(scopes[1], "--to-scope"))
    book, done = open_book(folder, size, lang), count(1)
    asked = Asked(period, sides, body_of(book, body))
    with progress(Words("勾稽", "reconciling").in_(lang)) as told:
        return reconcile(book.tables, asked, lambda: told(next(done), steps()))


def _drawn(
    path: Path, folder: Path, size: int | None, period: Span | None, scopes: tuple[str, str], body: str, lang: str
) -> None:
    from plumbline.cli.charts import flow_chart
    from plumbline.cli.mirrors import open_book
    from plumbline.web.reading.narrowed import scope_of

    if body:
        what = Words("流转图画的是各单位之间", "the flow is drawn between all bodies")
        raise PlumblineError("--body", what, Words("请去掉 --body", "Take --body out"))
    sides = scope_of(scopes[0]), scope_of(scopes[1], "--to-scope")
    flow_chart(path, period, sides, open_book(folder, size, lang), lang)


def _period(words: str | None) -> Span | None:
    if not words:
        return None
    try:
        return span(words)
    except ValueError:
        what = Words(f"“{words}”不是期间", f"“{words}” is no period")
        todo = Words("请写 2020、2020-06 或 2018/2020", "Write 2020, 2020-06 or 2018/2020")
        raise PlumblineError("--period", what, todo) from None

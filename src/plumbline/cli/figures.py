"""plumbline figures: what can be counted, what came of it, and the records behind it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import BOOK, LANG
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.figures.opening import Open
    from plumbline.figures.shapes import Figure
    from plumbline.web.reading.asked import Asked, Found

MOST = 10**9
"""Records that anyone could ask for at once."""

NAMES = click.argument("names", nargs=-1, metavar="[NAME]...")
PERIOD = click.option(
    "--period",
    "days",
    metavar="PERIOD",
    help="期间：2020、2020-06、2018/2020。不给则只列定义。 The period; without one only definitions are listed.",
)
SCOPE = click.option("--scope", default="", metavar="SCOPE", help="口径，如 涉黑涉恶。 The scope, such as 涉黑涉恶.")
BODY = click.option("--body", default="", metavar="BODY", help="只计一个单位。 Only one body.")
BY = click.option(
    "--by",
    "columns",
    multiple=True,
    metavar="COLUMN",
    help="分列：body、month 或记录的一栏；可重复。 Break down by body, month or a field; may be repeated.",
)
AGAINST = click.option(
    "--against",
    metavar="PERIOD",
    help="与另一期间相比：变化、95% 区间、降/升/分不清。 Against another period: the change, a 95 % interval, the verdict.",
)
DRILL = click.option("--drill", is_flag=True, help="列出背后的记录。 List the records behind it.")
LIMIT = click.option(
    "--limit", default=100, show_default=True, type=click.IntRange(1, MOST), help="至多列多少条。 List so many at most."
)
SAMPLE = click.option(
    "--sample", "drawn", type=click.IntRange(1, MOST), metavar="N", help="抽 N 条供审计。 Draw N records to audit."
)
SEED = click.option(
    "--seed", default=0, show_default=True, help="抽样种子，同种子同样本。 The same seed draws the same."
)
AS_OF = click.option(
    "--as-of", "size", type=click.IntRange(0), metavar="SIZE", help="按总账前 SIZE 条。 As of the ledger's first SIZE."
)
THRESHOLD = click.option(
    "--threshold",
    default=5,
    show_default=True,
    type=click.IntRange(0),
    help="人数交叉分列时，小于它的不显示；0 为全部显示。 Persons by two columns: numbers below it are hidden; 0 hides none.",
)
ENGINE = click.option(
    "--engine",
    type=click.Choice(("duckdb", "spark")),
    default="duckdb",
    show_default=True,
    help="在哪里计算；Spark 的集群由 SPARK_MASTER 指定。 What counts; $SPARK_MASTER names Spark's cluster.",
)
CHART = click.option(
    "--chart",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="画成图（.svg 或 .png）：逐月，或加 --by body 画在区县图上。 Draw a chart: by month, or with --by body on a map.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON.")
CSV = click.option("--csv", "as_csv", is_flag=True, help="输出 CSV。 Print CSV.")


HELP = """列出指标的定义和数值；每个数都可下钻到总账中的记录。

List figures: what each counts, what it leaves out, its value; every value opens down to the ledger's records.

NAME 是指标（trials.docketed）或条线（trials）；不给则为全部。 NAME is a figure or a line of work; without one, all.

\b
期间 / Periods:   2020   2020-06   2020-06-30   2018/2020   2018-01/2020-11
口径 / Scopes:    涉黑   涉恶   涉黑涉恶   涉黑涉恶涉霸涉伞   环境资源

流量计期内发生的，存量计期末所在的；案件、人数、金额各计各的。

A flow counts what happened in the period, a stock what stood at its end; cases, persons and amounts are each counted
in their own way. With --as-of a figure reads as it read at an earlier size, before later corrections.

\b
例 / Examples:
  plumbline figures                        # 有哪些指标 what there is
  plumbline figures trials.docketed        # 一个指标的定义 one definition
  plumbline figures trials --period 2020   # 一条线的数值 a line's values
  plumbline figures trials.docketed --period 2020 --scope 涉黑涉恶 --by body
  plumbline figures trials.docketed --period 2020 --against 2019 --by body
  plumbline figures prosecutions.received --period 2018/2020 --drill
  plumbline figures custody.detained --period 2020 --sample 20 --seed 7 --csv
  plumbline figures trials.deadlines_missed --period 2020 --by rule
  plumbline figures trials.docketed --period 2020 --chart docketed.svg
"""


@click.command(
    name="figures", help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@NAMES
@PERIOD
@AGAINST
@SCOPE
@BODY
@BY
@DRILL
@LIMIT
@SAMPLE
@SEED
@AS_OF
@THRESHOLD
@ENGINE
@CHART
@JSON
@CSV
@BOOK
@LANG
def command(
    names: Sequence[str],
    days: str | None,
    against: str | None,
    scope: str,
    body: str,
    columns: tuple[str, ...],
    drill: bool,
    limit: int,
    drawn: int | None,
    seed: int,
    size: int | None,
    threshold: int,
    engine: str,
    chart: Path | None,
    as_json: bool,
    as_csv: bool,
    folder: Path,
    lang: str | None,
) -> None:
    """List figures: what each counts, its value, its parts, the records behind it."""
    spoken = language(lang)
    with guarded(spoken):
        form = _form(as_json, as_csv, chart is not None)
        from plumbline.web.reading.asked import Asked, chosen, period
        from plumbline.web.reading.narrowed import scope_of

        figures = chosen(names, listed=days is None)
        if days is None:
            _need_no_period(columns or against or drill or drawn or chart)
            _definitions(figures, form, spoken)
            return
        asked = Asked(period(days), scope_of(scope), body, columns, limit if drill else 0, drawn or 0, seed, threshold)
        asked = asked._replace(against=period(against, "--against") if against else None)
        if chart is not None:
            _drawn(chart, figures, asked, folder, size, spoken)
        else:
            _values(figures, asked, folder, size, engine, form, spoken)


def _drawn(path: Path, figures: "Sequence[Figure]", asked: "Asked", folder: Path, size: int | None, lang: str) -> None:
    from plumbline.cli.charts import figure_chart
    from plumbline.cli.mirrors import open_book
    from plumbline.web.reading.narrowed import body_of

    book = open_book(folder, size, lang)
    figure_chart(path, figures, asked._replace(body=body_of(book, asked.body)), book, lang)


def _form(as_json: bool, as_csv: bool, drawn: bool) -> str | None:
    given = [o for o, on in (("--json", as_json), ("--csv", as_csv), ("--chart", drawn)) if on]
    if len(given) > 1:
        from plumbline.errors import FigureError

        what = Words("只能选一种输出", "only one form can be printed")
        raise FigureError(" ".join(given), what, Words("请去掉其中一个", "Take one of them out"))
    return "json" if as_json else "csv" if as_csv else None


def _need_no_period(wanted: object) -> None:
    if wanted:
        from plumbline.errors import FigureError

        what = Words("没有给出期间", "no period was given")
        raise FigureError("--period", what, Words("请加 --period 2020", "Add --period 2020"))


def _definitions(figures: "Sequence[Figure]", form: str | None, lang: str) -> None:
    from plumbline.cli import figure_data, shown
    from plumbline.web.reading.data import definition

    if form:
        figure_data.write([definition(f) for f in figures], form)
    else:
        shown.definitions(figures, lang)


def _values(
    figures: "Sequence[Figure]",
    asked: "Asked",
    folder: Path,
    size: int | None,
    engine: str,
    form: str | None,
    lang: str,
) -> None:
    from plumbline.cli import compared, figure_data, shown
    from plumbline.cli.mirrors import open_book
    from plumbline.cli.progress import progress
    from plumbline.web.reading.asked import answers
    from plumbline.web.reading.data import flat, nested
    from plumbline.web.reading.narrowed import body_of

    book = open_book(folder, size, lang, engine=engine)
    asked = asked._replace(body=body_of(book, asked.body))
    with progress(Words("读取指标", "reading figures").in_(lang)) as step:
        found = answers(figures, book.tables, asked, step)
    if form == "json":
        figure_data.write([nested(f, asked) for f in found], form)
    elif form == "csv":
        figure_data.write(flat(found, asked), form)
    else:
        compared.values(found, asked, lang) if asked.against else shown.values(found, asked, lang)
        _outside(book, asked, found, lang)


def _outside(book: "Open", asked: "Asked", found: "Sequence[Found]", lang: str) -> None:
    """Say of which days the book has records, where the period lies wholly outside of them."""
    if any(f.reading.numerator for f in found):
        return
    from plumbline.cli import shown
    from plumbline.web.reading.narrowed import kept

    days = kept(book).days
    if days is None or asked.period.last < days.first or days.last < asked.period.first:
        shown.outside(days, lang)

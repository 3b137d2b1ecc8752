"""How ``plumbline figures`` shows on the terminal what it found: definitions, values, parts, records."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.drilling import Row
from plumbline.figures.shapes import Figure
from plumbline.lines import line
from plumbline.periods import Span
from plumbline.records import Kind
from plumbline.web.reading.asked import Asked, Found
from plumbline.web.reading.numbers import COUNTINGS, made_of, number
from plumbline.web.reading.wording import label_of, value_of

SCOPED = Words("〔口径〕", "[scope]")


def definitions(figures: Sequence[Figure], lang: str) -> None:
    """Print each figure: its name and phrase, what it counts and leaves out; a single one in full."""
    terminal = Terminal()
    for figure in figures:
        head = Text(figure.id, style="bold").append(f"  {_phrase(figure, lang)}  ", style="not bold")
        terminal.print(head.append(_ways(figure, lang), style="dim not bold"), soft_wrap=True)
        for name, said in _facts(figure, lang, whole=len(figures) == 1):
            terminal.print(Text(f"  {name}  ", style="dim").append(printable(said), style="not dim"), soft_wrap=True)


def values(found: Sequence[Found], asked: Asked, lang: str) -> None:
    """Print the values, a row for each figure, then the parts and the records where these were asked for."""
    by_figure = [(figure, list(each)) for figure, each in groupby(found, key=lambda f: f.reading.figure)]
    heads = Words("指标 名称 数值 由来", "figure phrase value of").in_(lang).split()
    table(heads, (_row(figure, each, lang) for figure, each in by_figure), right={2})
    for figure, each in by_figure:
        _parts(figure, each, asked, lang)
        records(figure, each[0].records, lang)


def outside(days: Span | None, lang: str) -> None:
    """Say that the period lies outside of the days that the book has records of."""
    said = Words("账内还没有记录。", "The book has no records yet.")
    if days is not None:
        zh = f"所问期间不在账内：账内记录自{days.first}至{days.last}。"
        said = Words(zh, f"The period lies outside of the book: its records run from {days.first} to {days.last}.")
    Terminal().print(said.in_(lang), style="yellow", highlight=False, soft_wrap=True)


def _facts(figure: Figure, lang: str, whole: bool) -> Iterable[tuple[str, str]]:
    base = Words("占", "share of") if figure.among else Words("比", "ratio to")
    stock = Words("存量：期末所在的", "a stock: what stands at the period's end")
    flow = Words("流量：期内发生的", "a flow: what happens in the period")
    facts = [
        (Words("计", "counts"), figure.definition.in_(lang)),
        (Words("不含", "leaves out"), figure.leaves_out.in_(lang)),
        (base, f"{figure.base.id}  {_phrase(figure.base, lang)}" if figure.base else ""),
        *([(Words("性质", "nature"), (stock if figure.stock else flow).in_(lang))] if whole else []),
        *([(Words("又作", "also"), "、".join(figure.also).replace("{scope}", SCOPED.zh))] if whole else []),
        *([(Words("主体", "bodies"), "、".join(figure.body))] if whole else []),
    ]
    return [(name.in_(lang), said) for name, said in facts if said]


def _phrase(figure: Figure, lang: str) -> str:
    return figure.phrase(SCOPED.in_(lang)).in_(lang)


def _ways(figure: Figure, lang: str) -> str:
    return f"{figure.unit} · {'、'.join(COUNTINGS[c].in_(lang) for c in figure.countings)}"


def _row(figure: Figure, each: Sequence[Found], lang: str) -> list[str]:
    scope = each[0].reading.scope
    shown = "\n".join(number(f.reading.numerator, f.reading.denominator, f.reading.unit) for f in each)
    return [figure.id, figure.phrase(scope).in_(lang), shown, "\n".join(made_of(f.reading).in_(lang) for f in each)]


def _parts(figure: Figure, each: Sequence[Found], asked: Asked, lang: str) -> None:
    """Print a breakdown: a row for each part, a column for each way of counting."""
    if not asked.by:
        return
    numbers = [{c.values: c for c in f.cells} for f in each]
    units = [f.reading.unit for f in each]
    small, rows = f"<{asked.threshold}*", []
    for values in sorted({v for cells in numbers for v in cells}):
        cells = [found.get(values) for found in numbers]
        shown = [("" if c is None else small if c.numerator is None else number(c.numerator, c.denominator or 0, unit))
                 for c, unit in zip(cells, units, strict=True)]  # fmt: skip
        rows.append([*values, *shown])
    table([*asked.by, *units], rows, title=figure.id, right=range(len(asked.by), len(asked.by) + len(units)))
    if any(c.numerator is None for cells in numbers for c in cells.values()):
        words = Words(
            f"* 人数过小的，和与合计一算便会泄露它的，都不显示（界线 {asked.threshold}，见 --threshold）。",
            f"* too few persons, or a number that would give those away by the sums (below {asked.threshold}: --threshold).",
        )
        Terminal().print(words.in_(lang), style="dim")


def records(figure: Figure, records: Sequence[Row], lang: str) -> None:
    """Print the records behind a figure's value, where there are any: what each is, and below it what it says."""
    terminal = Terminal()
    if records:
        terminal.print(Text(figure.id, style="bold"))
    for row in records:
        kind = line(row["line"]).kinds[row["kind"]]
        head = (str(row["position"]), str(row["on"]), kind.title.in_(lang), row["case"], row["body"])
        terminal.print(Text(printable("  " + "  ".join(head))), soft_wrap=True)
        terminal.print(Text(printable("      " + _says(row, kind, lang)), style="dim"), soft_wrap=True)


def _says(row: Row, kind: Kind, lang: str) -> str:
    """Return a record's own fields, those that are filled, each by its label."""
    colon, stop = Words("：", ": ").in_(lang), Words("，", ", ").in_(lang)
    own = ((c, row[c.name]) for c in kind.own if row.get(c.name) not in (None, ""))
    return stop.join(f"{label_of(c).in_(lang)}{colon}{value_of(c, value).in_(lang)}" for c, value in own)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", right: Iterable[int] = ()) -> None:
    """Print rows below their heads; the columns ``right`` are numbers."""
    table = Table(title=title or None, title_justify="left", header_style="bold")
    for at, head in enumerate(heads):
        table.add_column(head, justify="right" if at in right else "left", overflow="fold", no_wrap=at == 0)
    for row in rows:
        table.add_row(*(Text("\n".join(map(printable, cell.split("\n")))) for cell in row))
    Terminal().print(table)

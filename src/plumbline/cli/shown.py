"""How ``plumbline figures`` shows on the terminal what it found: definitions, values, parts, records."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.drilling import Row
from plumbline.figures.mirror import ENVELOPE
from plumbline.figures.shapes import Figure, Reading
from plumbline.lines import line
from plumbline.periods import Span
from plumbline.web.reading.asked import Asked, Found

COUNTINGS = {"cases": Words("案件", "cases"), "persons": Words("人", "persons"), "amount": Words("合计", "sum")}
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
    return [figure.id, figure.phrase(scope).in_(lang), shown, "\n".join(_of(f.reading, lang) for f in each)]


def number(numerator: int, denominator: int, unit: str) -> str:
    """Return a value as it is shown: a share in %, money in 元 of fen, a mean with two decimals, else the whole number."""
    if unit == "%":
        return f"{numerator * 100 / denominator:.2f}%" if denominator else "—"
    if denominator != 1 and unit != "元":  # a mean
        return f"{numerator / denominator:,.2f} {unit}" if denominator else "—"
    return f"{numerator / 100:,.2f} {unit}" if unit == "元" else f"{numerator:,} {unit}"


def _of(r: Reading, lang: str) -> str:
    """Return what a value is made of: a share's two numbers, how persons were counted, what was erased."""
    counted = Words(
        f"按标识 {r.tokens:,}，按人数 {r.headcount:,}", f"{r.tokens:,} by token, {r.headcount:,} by headcount"
    )
    said = [f"{r.numerator:,} / {r.denominator:,}"] if r.unit == "%" or r.denominator != 1 else []
    said += [counted.in_(lang)] if r.counting == "persons" and r.numerator else []
    erased = Words(f"另有 {r.erased} 条依令删除", f"{r.erased} records erased by order")
    said += [erased.in_(lang)] if r.erased else []
    return ("；" if lang == "zh" else "; ").join(said)


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
    """Print the records behind a figure's value, where there are any."""
    if records:
        heads = Words("位置 记录 案号 单位 日期 内容", "position record case body on says").in_(lang).split()
        table(heads, (_record(row, lang) for row in records), title=figure.id)


def _record(row: Row, lang: str) -> list[str]:
    skipped = {"line", "kind", *(column.name for column in ENVELOPE)}
    kind = line(row["line"]).kinds[row["kind"]]
    labels = {c.name: c.label.in_(lang) for c in kind.columns}
    own = [(labels.get(k, k), v) for k, v in row.items() if k not in skipped and v not in (None, "")]
    colon, stop = Words("：", ": ").in_(lang), Words("，", ", ").in_(lang)
    says = stop.join(f"{name}{colon}{_said(v, lang)}" for name, v in own)
    return [str(row["position"]), kind.title.in_(lang), row["case"], row["body"], str(row["on"]), says]


def _said(value: object, lang: str) -> str:
    """Return a field's value in words: yes or no, tags of a scope without their bars."""
    if isinstance(value, bool):
        return (Words("是", "yes") if value else Words("否", "no")).in_(lang)
    return str(value).strip("|").replace("|", "、")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", right: Iterable[int] = ()) -> None:
    """Print rows below their heads; the columns ``right`` are numbers."""
    table = Table(title=title or None, title_justify="left", header_style="bold")
    for at, head in enumerate(heads):
        table.add_column(head, justify="right" if at in right else "left", overflow="fold", no_wrap=at == 0)
    for row in rows:
        table.add_row(*(Text("\n".join(map(printable, cell.split("\n")))) for cell in row))
    Terminal().print(table)

"""How ``plumbline figures --against`` shows on the terminal how values moved: both values, the change, what may be said."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from plumbline.cli.shown import records, table
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.breakdown import Cell
from plumbline.figures.change import WORDS, Change, ends, why_not
from plumbline.figures.change_reading import Compared, Part
from plumbline.figures.shapes import Reading
from plumbline.web.reading.asked import Asked, Found
from plumbline.web.reading.moves import moved_by, percent
from plumbline.web.reading.numbers import number

HEADS = Words("本期 基期 变化 95%区间 判断", "now before change 95%_interval verdict")
SMALL = Words("不显示", "hidden")


def values(found: Sequence[Found], asked: Asked, lang: str) -> None:
    """Print the values beside those of the other period, a row for each way of counting, then the parts and records."""
    _listed([_row(f.compared, lang) for f in found if f.compared], lang)
    _days(found[0].compared if found else None, lang)
    for figure, each in groupby(found, key=lambda f: f.reading.figure):
        for f in (every := list(each)):
            _parts(f, asked, lang)
        records(figure, every[0].records, lang)


def _listed(rows: Sequence[tuple[Text, list[str]]], lang: str) -> None:
    """Print each figure on a line of its own, and below it what it was and is, one under the other."""
    lines = [_heads(lang), *(cells for _, cells in rows)]
    widths = [max(cell_len(line[at]) for line in lines) for at in range(len(lines[0]))]
    terminal = Terminal()
    terminal.print(Text("  " + _aligned(lines[0], widths), style="dim"), soft_wrap=True)
    for title, cells in rows:
        terminal.print(title, soft_wrap=True)
        terminal.print(Text("  " + _aligned(cells, widths)), soft_wrap=True)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return cells in columns, numbers to the right, the verdict as it is."""
    *numbers, verdict = cells
    return "  ".join([*(" " * (w - cell_len(c)) + c for c, w in zip(numbers, widths, strict=False)), verdict])


def _heads(lang: str) -> list[str]:
    return [head.replace("_", " ") for head in HEADS.in_(lang).split()]


def _days(compared: Compared | None, lang: str) -> None:
    """Say so where the two periods have not as many days: the interval and the verdict allow for that, the change not."""
    if compared and (now := compared.now.period.days) != (before := compared.before.period.days):
        zh = f"两期天数不同（{now}、{before}天）：变化按总数，区间和判断按每日之数。"
        en = f"The periods have {now} and {before} days: the change is of totals, interval and verdict of the number a day."
        Terminal().print(Words(zh, en).in_(lang), style="dim", highlight=False, soft_wrap=True)


def _row(compared: Compared, lang: str) -> tuple[Text, list[str]]:
    now = compared.now
    both = [number(r.numerator, r.denominator, r.unit) for r in (now, compared.before)]
    judged = _judged(compared.change, lang) if compared.change else ["", _unjudged(now, lang)]
    title = Text(now.figure.phrase(now.scope).in_(lang), style="bold").append(
        f"  {now.figure.id}", style="dim not bold"
    )
    return title, [*both, moved_by(compared).in_(lang), *judged]


def _unjudged(r: Reading, lang: str) -> str:
    why = why_not(r.figure)
    return why.in_(lang) if why else ""


def _judged(change: Change, lang: str) -> list[str]:
    return ["~".join(ends(change) or ["—"]), WORDS[change.verdict].in_(lang)]


def _parts(found: Found, asked: Asked, lang: str) -> None:
    if not found.parts:
        return
    rows = [[*part.values, *_part(part, found.reading.unit, lang)] for part in found.parts]
    at = len(asked.by)
    table([*asked.by, *_heads(lang)], rows, title=found.reading.figure.id, right=range(at, at + 4))
    zh = f"{len(rows)} 部分一并判断（Benjamini-Hochberg 校正）。"
    en = f"{len(rows)} parts judged together (adjusted by Benjamini and Hochberg)."
    if found.compared and found.compared.change:
        Terminal().print(Words(zh, en).in_(lang), style="dim", highlight=False)


def _part(part: Part, unit: str, lang: str) -> list[str]:
    both = [_cell(cell, unit, lang) for cell in (part.now, part.before)]
    if part.change is None:
        return [*both, "", "", ""]
    return [*both, percent(part.percent).in_(lang), *_judged(part.change, lang)]


def _cell(cell: Cell, unit: str, lang: str) -> str:
    return SMALL.in_(lang) if cell.numerator is None else number(cell.numerator, cell.denominator or 0, unit)

"""Reading a figure: from its definition, a period, a scope and a body to whole numbers, as of a size of the ledger."""

from plumbline.errors import NotAPart, NotCounted, Words
from plumbline.figures.asking import Answer, answer
from plumbline.figures.counting import Count, counted
from plumbline.figures.shapes import Counting, Figure, Reading, unit_of
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span


def read(
    figure: Figure,
    tables_of: TablesOf,
    period: Span,
    *,
    counting: Counting | None = None,
    scope: str = "",
    body: str = "",
) -> Reading:
    """Return a figure's value for a period; ``counting`` as the figure itself counts unless told.

    A share's denominator is its base read for the same period, scope and body, a daily mean's the days of the period;
    other figures have 1. A base without the figure's amount is counted in its own way: so a mean is per case. Money is in fen.

    Raises:
        NotCounted: the figure does not count that way, or cannot be narrowed so.
        NotAPart: rows of a share are missing among those it is a share of.
    """
    how = counting_of(figure, counting)
    found = answer(figure, tables_of, period, scope, body)
    top, below = count(found, figure, how), Count(period.days if figure.daily else 1)
    if figure.base:
        whole = answer(figure.base, tables_of, period, scope, body)
        below = count(whole, figure.base, base_counting(figure, how))
        if figure.among:
            require_part(figure, found, whole, top.number > below.number)
    first = found.tables[0]
    return Reading(
        figure, how, unit_of(figure, how), period, scope, body, top.number, below.number, first.size, first.root,
        top.tokens, top.headcount, found.erased,
    )  # fmt: skip


def count(found: Answer, figure: Figure, counting: Counting) -> Count:
    """Count all rows of an answer."""
    engine = found.tables[0].engine
    row = engine.fetch(counted(found.rows, figure, counting)).to_pylist()[0]
    return Count(row["number"], row["tokens"], row["headcount"])


def counting_of(figure: Figure, asked: Counting | None) -> Counting:
    """Return how a figure is to be counted; raises NotCounted for a way that is not its own."""
    if asked is None or asked in figure.countings:
        return asked or figure.countings[0]
    ways = figure.countings
    what = Words(f"这个指标不按 {asked} 计", f"this figure does not count {asked}")
    raise NotCounted(figure.id, what, Words(f"它按 {'、'.join(ways)} 计", f"It counts {', '.join(ways)}"))


def base_counting(figure: Figure, counting: Counting) -> Counting:
    """Return how a figure's base is counted for it: alike where the base can be, else as the base itself counts."""
    ways = figure.base.countings if figure.base else ()
    return counting if counting in ways or not ways else ways[0]


def require_part(figure: Figure, part: Answer, whole: Answer, exceeds: bool = False) -> None:
    """Raise NotAPart unless every row of ``part`` is in ``whole``: the record itself where one kind gives both, else its case."""
    same = part.kinds == whole.kinds and len(part.kinds) == 1
    shared = [c for c in ("body", "case") if c in part.rows.columns and c in whole.rows.columns]
    keys = ["position"] if same else shared
    missing = part.rows.anti_join(whole.rows.select(keys).distinct(), keys)
    positions = part.tables[0].engine.fetch(missing.select("position").limit(3)).column("position").to_pylist()
    if not positions and not exceeds:
        return
    base = figure.among.id if figure.among else ""
    at = ", ".join(map(str, positions))
    what = Words(f"分子不全在分母 {base} 之中（如总账位置 {at}）", f"not all of it is among {base} (positions {at})")
    todo = Words("请改正指标的定义，或用 per= 声明为比值", "Correct the figure, or declare a ratio with per=")
    raise NotAPart(figure.id, what, todo)

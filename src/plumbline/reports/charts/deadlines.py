"""Limits ahead: how many fall due on each day or in each week from a day on, and how many are overdue or disputed."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from plumbline.errors import Words
from plumbline.reports import dates
from plumbline.reports.charts import look
from plumbline.reports.charts.shapes import Chart, Point, joined
from plumbline.reports.plan import NONE

Step = Literal["day", "week"]
Due = tuple[str, date | None]
"""A limit that runs: its state (a word of law.STATES) and the day on which it ends, None where that cannot be told."""

STATES = {
    "missed": Words("已超期", "overdue"), "disputed": Words("有争议", "disputed"), "due": Words("将届满", "falling due"),
}  # fmt: skip
PAST = Words("已过", "past")
SPANS: dict[Step, tuple[int, int]] = {"day": (1, 14), "week": (7, 8)}
"""Days of a step, and how many steps are shown."""


def horizon(step: Step) -> int:
    """Return how many days ahead the chart looks."""
    days, count = SPANS[step]
    return days * count


def deadlines(running: Iterable[Due], on: date, step: Step, size: int, root: str) -> Chart:
    """Return the chart of limits as they stand at the end of ``on``; days are counted from the one after it."""
    days, count = SPANS[step]
    counted: Counter[tuple[str, str]] = Counter()
    untold = 0
    for state, due in running:
        if due is None or state == "untold":
            untold += 1
        else:
            counted[_key(state, (due - on).days, days), state if state in STATES else "due"] += 1
    keys = ["", *(f"{at:02d}" for at in range(count))]
    points = tuple(
        Point(_place(key, on, days), STATES[state], Fraction(counted[key, state]), key)
        for key in keys for state in STATES if key or state != "due"
    )  # fmt: skip
    when = dates.day(on)
    title = Words(f"{when.zh}之后的法定期限", f"Time limits after {when.en}")
    note = joined(_NOTE[step], _untold(untold))
    return Chart("deadlines", title, Words("项", "limits"), points, note, size, root)


_NOTE: dict[Step, Words] = {
    "day": Words(
        "按届满之日逐日计，共14日；已超期和尚有争议的在最左。",
        "By the day they end, for 14 days; overdue and disputed ones at the left.",
    ),
    "week": Words(
        "按届满之日逐周计，共8周；已超期和尚有争议的在最左。",
        "By the week they end, for 8 weeks; overdue and disputed ones at the left.",
    ),
}


def _untold(number: int) -> Words:
    if not number:
        return NONE
    return Words(f"另有{number}项无法判断，不在图上。", f"{number:,} more cannot be told and are not shown.")


def _key(state: str, ahead: int, days: int) -> str:
    """Return which bar a limit belongs to: that of the past for what is overdue or disputed, else its step's."""
    return "" if state in ("missed", "disputed") else f"{(max(ahead, 1) - 1) // days:02d}"


def _place(key: str, on: date, days: int) -> Words:
    if not key:
        return PAST
    first = date.fromordinal(min(on.toordinal() + 1 + int(key) * days, date.max.toordinal()))
    text = f"{first.month}-{first.day}"
    return Words(text, text) if days == 1 else Words(f"{text}起", f"from {text}")


def drawn(chart: Chart, language: str) -> look.Marks:
    """Return the marks: a stacked bar a step, each part in the colour of its state, with its number."""
    import altair as alt

    rows = look.rows(chart, language)
    order = [s.in_(language) for s in STATES.values()]
    most = max(row["value"] for row in rows)
    for row in rows:
        row |= {
            "rank": order.index(row["series"]),
            "label": row["label"] if row["value"] else "",
            "thin": row["value"] * 14 < most,
        }
    colours = alt.Scale(domain=order, range=[look.VERMILION, look.ORANGE, look.BLUE])
    base = alt.Chart(look.data(rows)).encode(
        x=alt.X("place:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)), order="rank:Q"
    )
    y: dict[str, Any] = {"stack": "zero", "title": None, "axis": look.axis(chart)}
    bars = base.mark_bar().encode(y=alt.Y("value:Q", **y), color=alt.Color("series:N", title=None, scale=colours))
    text = base.encode(text="label:N", detail="series:N")
    inside = text.transform_filter("!datum.thin").mark_text(fontSize=13, fontWeight="bold", color="white")
    above = text.transform_filter("datum.thin").mark_text(fontSize=13, fontWeight="bold", color=look.INK, dy=-8)
    return alt.layer(
        bars, inside.encode(y=alt.Y("value:Q", bandPosition=0.5, **y)), above.encode(y=alt.Y("value:Q", **y))
    ).properties(width=look.WIDTH, height=300)

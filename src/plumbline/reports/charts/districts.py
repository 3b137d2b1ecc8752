"""A map of a city's districts as tiles: one equal tile a district, laid out roughly as on the map. Tiles are not shapes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plumbline.errors import FigureError, Words
from plumbline.figures.small import THRESHOLD
from plumbline.reports import phrases
from plumbline.reports.asking import Question, Read
from plumbline.reports.charts import look
from plumbline.reports.charts.measure import counted, measure, written
from plumbline.reports.charts.shapes import Chart, Point, joined
from plumbline.reports.charts.small import blank, said, unshown
from plumbline.reports.plan import NONE


class Tile(NamedTuple):
    """A district: its name, the word by which its bodies are known, its column and row."""

    name: Words
    word: str
    column: int
    row: int


TILES = (
    Tile(Words("永登县", "Yongdeng"), "永登", 1, 0), Tile(Words("皋兰县", "Gaolan"), "皋兰", 3, 0),
    Tile(Words("红古区", "Honggu"), "红古", 0, 1), Tile(Words("西固区", "Xigu"), "西固", 1, 1),
    Tile(Words("安宁区", "Anning"), "安宁", 2, 1), Tile(Words("城关区", "Chengguan"), "城关", 3, 1),
    Tile(Words("七里河区", "Qilihe"), "七里河", 2, 2), Tile(Words("榆中县", "Yuzhong"), "榆中", 4, 1),
)  # fmt: skip
"""Lanzhou's eight districts and counties."""

NOTE = Words(
    "每个区县一格，大小相同，位置只是大致的；格子不是区划的形状。",
    "One tile a district, all of one size, placed roughly; tiles are not the shapes of districts.",
)
EMPTY = Words("无单位", "no body")
SIDE = 112


def district_of(body: str) -> Tile | None:
    """Return the district whose name is in a body's name; None for bodies of the city and of elsewhere."""
    return next((tile for tile in TILES if tile.word in body), None)


def require_district(figure: str, bodies: Sequence[str]) -> None:
    """Raise FigureError, naming the figure, where none of the bodies is a district's."""
    if not any(district_of(body) for body in bodies):
        what = Words("没有一个单位属于图上的区县", "none of the bodies is of a district on the map")
        raise FigureError(figure, what, Words("请改用趋势图", "Draw the trend instead"))


def districts(asked: Question, bodies: Sequence[str], read: Read, threshold: int = THRESHOLD) -> Chart:
    """Return the map of a figure by body. Bodies of no district, and a second one of the same, are named below it.

    Raises:
        FigureError: none of the bodies is a district's.
    """
    require_district(asked.figure.id, bodies)
    found = [(district_of(body), read(asked._replace(body=body))) for body in bodies]
    found = [(tile, r) for tile, r in found if tile or r.numerator]
    shown, gone = measure([r for _, r in found]), unshown([r for _, r in found], threshold)
    points = [
        Point(
            Words(r.body, r.body),
            tile.name if tile else NONE,
            None if at in gone else shown.of(r),
            tile.word if tile else "",
            r,
        )
        for at, (tile, r) in enumerate(found)
    ]
    words, when = counted(replace(found[0][1], body="")), phrases.when(found[0][1])
    title = Words(f"{when.zh}各区县{words.zh}", f"{words.en} by district, {when.en}")
    note = joined(NOTE, _beside(points, shown.unit), said(points, threshold))
    first = found[0][1]
    return Chart("districts", title, shown.unit, tuple(points), note, first.size, first.root)


def _beside(points: Sequence[Point], unit: Words) -> Words:
    """Return which bodies with anything to show are on no tile of their own."""
    placed = {p.key: p for p in reversed(points) if p.key}
    rest = [p for p in points if placed.get(p.key) is not p]
    if not rest:
        return NONE
    zh, en = (
        [f"{p.place.zh} {blank(p) if p.value is None else written(p.value, unit.zh, lang)}" for p in rest]
        for lang in ("zh", "en")
    )
    return Words(f"不在图上：{'、'.join(zh)}。", f"Not on the map: {', '.join(en)}.")


def drawn(chart: Chart, language: str) -> look.Marks:
    """Return the marks: tiles shaded by value, each with its name and number; grey where hidden, open where no body is."""
    import altair as alt

    told = {row["key"]: row for row in reversed(look.rows(chart, language))}
    most = max((row["value"] or 0 for row in told.values()), default=0)
    tiles = [_tile(tile, told.get(tile.word), most, language) for tile in TILES]
    base = alt.Chart(look.data(tiles)).encode(
        x=alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.06)),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.06)),
    )
    return alt.layer(
        base.mark_rect(stroke=look.FAINT, strokeWidth=1, cornerRadius=4).encode(fill=alt.Fill("fill:N", scale=None)),
        base.mark_text(dy=-14, fontSize=14).encode(text="name:N", color=alt.Color("ink:N", scale=None)),
        base.mark_text(dy=12, fontSize=20, fontWeight="bold").encode(
            text="label:N", color=alt.Color("ink:N", scale=None)
        ),
    ).properties(width=5 * SIDE, height=3 * SIDE)


def _tile(tile: Tile, row: dict[str, object] | None, most: float, language: str) -> dict[str, object]:
    value, known = (row["value"], True) if row else (None, False)
    share = float(value) / most if isinstance(value, float) and most else 0.0
    fill = _shade(share) if value is not None else "#dddddd" if known else "#ffffff"
    label = row["label"] if row else EMPTY.in_(language)
    ink = "#ffffff" if share > 0.5 else look.INK
    return {
        "name": tile.name.in_(language),
        "column": tile.column,
        "row": tile.row,
        "fill": fill,
        "label": label,
        "ink": ink,
    }


def _shade(share: float) -> str:
    """Return a blue from nearly white to dark, the darker the larger: one hue, told apart by lightness alone."""
    light, dark = (0xEA, 0xF2, 0xFA), (0x08, 0x45, 0x7E)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(light, dark, strict=True))

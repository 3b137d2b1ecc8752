"""GeoJSON of what the book itself knows of places: hazards with coordinates, roads through them, cells around them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from plumbline.errors import Words
from plumbline.lines.hazards.chiefs import standing
from plumbline.web.console import shelf
from plumbline.web.grid.standing import LINE, Hazard

Feature = dict[str, Any]
LATE = Words("逾期", "past its day")


def features(every: Sequence[Hazard], chiefs: Mapping[str, Sequence[str]], lang: str) -> dict[str, Any]:
    """Return a GeoJSON collection: a point a hazard, a line a road, a point a cell (the middle of what is known in it)."""
    placed = [h for h in every if h.point]
    found = [*_roads(placed, chiefs), *_cells(placed), *(_point(h, lang) for h in placed)]
    return {"type": "FeatureCollection", "features": found}


def chiefs(size: int, day: date) -> dict[str, list[str]]:
    """Return, for each road, the segments that have a chief on a day and the chief's post: "K0–K20 路长岗1号"."""
    with shelf.reading(size) as open_:
        of = open_.tables(LINE)
        if not of.mirror.of(LINE, "ChiefAppointed", of.size):
            return {}
        rows = of.engine.fetch(standing(of, day).order_by("road", "start")).to_pylist()
    return {road: [_segment(row) for row in some] for road, some in groupby(rows, key=lambda row: row["road"])}


def metres(post: str) -> int:
    """Return a post (K1745+300) in metres; 0 for none."""
    told = re.fullmatch(r"K(\d+)(?:\+(\d+))?", post)
    return int(told[1]) * 1000 + int(told[2] or 0) if told else 0


def _segment(row: Mapping[str, Any]) -> str:
    ends = (f"K{at // 1000}" + (f"+{at % 1000:03}" if at % 1000 else "") for at in (row["start"], row["end"]))
    return f"{'–'.join(ends)} {row['duty']}"


def _roads(placed: Iterable[Hazard], chiefs: Mapping[str, Sequence[str]]) -> list[Feature]:
    on_road = sorted((h for h in placed if h.road and h.post), key=lambda h: (h.road, metres(h.post)))
    by_road = {road: list(some) for road, some in groupby(on_road, key=lambda h: h.road)}
    return [
        _feature("LineString", [_at(h) for h in some], what="road", road=road, chiefs=list(chiefs.get(road, ())))
        for road, some in by_road.items()
        if len(some) > 1
    ]


def _cells(placed: Iterable[Hazard]) -> list[Feature]:
    ordered = sorted((h for h in placed if h.grid), key=lambda h: h.grid)
    found = []
    for cell, some in groupby(ordered, key=lambda h: h.grid):
        points = [_at(h) for h in some]
        middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
        found.append(_feature("Point", middle, what="cell", grid=cell))
    return found


def _point(h: Hazard, lang: str) -> Feature:
    said = {"number": h.number, "sector": h.sector, "road": h.road, "post": h.post, "grid": h.grid, "late": h.late}
    state = h.state.in_(lang) + (f" · {LATE.in_(lang)}" if h.late else "")
    return _feature("Point", _at(h), what="hazard", state=state, **said)


def _at(h: Hazard) -> list[float]:
    assert h.point
    return [h.point[1], h.point[0]]


def _feature(kind: str, coordinates: Sequence[Any], **said: Any) -> Feature:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": said}

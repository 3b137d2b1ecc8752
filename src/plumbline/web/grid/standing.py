"""The hazards of a body as they stand on a day: what is open, where, in whose charge."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.figures.defects import defects
from plumbline.figures.opening import Open
from plumbline.lines.hazards.chiefs import answering
from plumbline.web.console import shelf

LINE = "hazards"
NEEDED = ("Found", "Rectified", "Verified", "Closed")
TO_MEND = Words("待整改", "to be put right")
TO_VERIFY = Words("待复查", "to be verified")
TO_CLOSE = Words("已复查，待销号", "verified, to be closed")


class Hazard(NamedTuple):
    """A hazard that is not closed; ``late`` where the day it was to be put right by has come."""

    number: str
    position: int
    on: str
    sector: str
    grade: str
    road: str
    post: str
    grid: str
    point: tuple[float, float] | None
    state: Words
    due: str
    late: bool
    to_body: str
    fixed_by: str
    fixed_post: str
    duty: str

    @property
    def place(self) -> str:
        """Where it is, in a few words."""
        return " ".join(part for part in (self.road, self.post, self.grid) if part)

    @property
    def to_verify(self) -> bool:
        """Whether it was put right and nobody looked at it again."""
        return self.state == TO_VERIFY


def hazards(size: int, body: str, day: date) -> list[Hazard]:
    """Return the hazards of a body not closed at the end of a day, as of a size, those past their day first, then by age."""
    with shelf.reading(size) as open_:
        return _hazards(open_, body, day)


def _hazards(open_: Open, body: str, day: date) -> list[Hazard]:
    of = open_.tables(LINE)
    if not of.mirror.of(LINE, "Found", of.size):
        return []
    cases = defects(of, day)
    rows = of.engine.fetch(cases.filter((cases.body == body) & ~cases.gone)).to_pylist()
    found = of.flow("Found")
    duties = of.engine.fetch(answering(of, found.filter(found.body == body)).select("position", "duty")).to_pylist()
    duty = {row["position"]: row["duty"] or "" for row in duties}
    every = [_hazard(row, duty.get(row["found_position"], ""), day) for row in rows]
    return sorted(every, key=lambda h: (not h.late, h.on, h.position))


def _hazard(row: dict[str, Any], duty: str, day: date) -> Hazard:
    state = TO_CLOSE if row["checked"] else TO_VERIFY if row["mended"] else TO_MEND
    told = {name: str(row[of] or "") for name, of in _TEXTS.items()}
    due = row["assigned_due"]
    late = bool(state == TO_MEND and due and due <= day)
    return Hazard(
        number=row["case"], position=row["found_position"], on=str(row["opened"]), point=_point(row), state=state,
        due=str(due or ""), late=late, duty=duty, **told,
    )  # fmt: skip


_TEXTS = {
    "sector": "found_sector", "grade": "graded_grade", "road": "found_road", "post": "found_post", "grid": "found_grid",
    "to_body": "assigned_to_body", "fixed_by": "rectified_fixed_by", "fixed_post": "rectified_fixed_post",
}  # fmt: skip


def _point(row: dict[str, Any]) -> tuple[float, float] | None:
    north, east = row["found_latitude_microdegrees"], row["found_longitude_microdegrees"]
    return None if north is None or east is None else (north / 1e6, east / 1e6)


def narrowed(every: Iterable[Hazard], road: str, grid: str) -> list[Hazard]:
    """Return the hazards of a road and of the cells whose code begins so; "" for all."""
    return [h for h in every if road in ("", h.road) and h.grid.startswith(grid)]

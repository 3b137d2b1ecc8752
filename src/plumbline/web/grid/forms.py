"""What the forms of the grid say, as the record's fields: degrees as people write them, a place told in any of its ways."""

import re
from collections.abc import Mapping

from plumbline.errors import Words
from plumbline.web.desk.typed import Faults
from plumbline.web.grid.handing import numbered

LONGEST = 200
REPORT = ("number", "on", "at", "sector", "road", "post", "grid", "north", "east")
VERIFY = ("on", "at", "passed", "verified_post")
FIELDS = {"case": "number", "latitude_microdegrees": "north", "longitude_microdegrees": "east", "": "place"}
"""Where the form shows what is wrong with a field of the record."""
NO_DEGREES = Words("应为度数，如 36.061234", "degrees are written like 36.061234")


def typed(post: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Return what was typed, by field."""
    return {name: str(post.get(name, "")).strip()[:LONGEST] for name in names}


def report(said: Mapping[str, str], body: str, key: str) -> tuple[dict[str, str], Faults]:
    """Return the fields of a Found record, and what of the place is no degrees."""
    faults = {name: NO_DEGREES for name in ("north", "east") if said[name] and _micro(said[name]) is None}
    same = {name: said[name] for name in ("on", "at", "sector", "grid")}
    road, post = said["road"].upper().replace(" ", ""), said["post"].upper().replace(" ", "")
    point = {
        f"{name}_microdegrees": _micro(said[of]) or "" for name, of in (("latitude", "north"), ("longitude", "east"))
    }
    number = said["number"] or numbered(key, said["on"])
    return same | point | {"case": number, "body": body, "road": road, "post": post}, faults


def verification(said: Mapping[str, str], body: str, number: str, fixed_by: str, fixed_post: str) -> dict[str, str]:
    """Return the fields of a Verified record: who put it right is as the book has it."""
    own = {"case": number, "body": body, "verified_by": body, "fixed_by": fixed_by, "fixed_post": fixed_post}
    return {**said, **own, "passed": {"yes": "true", "no": "false"}.get(said["passed"], "")}


def placed(faults: Faults) -> Faults:
    """Return what is wrong, by the form's fields."""
    return {FIELDS.get(name, name): why for name, why in faults.items()}


def _micro(text: str) -> str | None:
    """Return degrees in millionths; None for what are none."""
    told = re.fullmatch(r"(-?)(\d{1,3})(?:\.(\d{1,9}))?", text)
    return f"{told[1]}{int(told[2]) * 10**6 + int((told[3] or '')[:6].ljust(6, '0'))}" if told else None

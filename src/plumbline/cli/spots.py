"""Lists of coded places for ``plumbline cover``: a table of code, latitude, longitude, read strictly."""

from pathlib import Path

from plumbline.cli.forms import read_form
from plumbline.cli.formshapes import Field, Row, Table
from plumbline.errors import Words
from plumbline.solvers.covering import Spot

MOST = {"latitude": 90, "longitude": 180}
PLACES = Table(
    "places", "地点", (Field("code", "编码"), Field("latitude", "纬度", "decimal"), Field("longitude", "经度", "decimal")),
    more=True,
)  # fmt: skip


def spots(path: Path) -> list[Spot]:
    """Return the places of a file of one table, degrees in WGS 84.

    Raises InputError: the file cannot be read, or a row, which is named, is no such place or has another's code.
    """
    found: dict[str, Spot] = {}
    for row in read_form(path, (PLACES,))["places"]:
        code = row.said["code"]
        if code in found:
            what = Words(f"编码“{code}”写了两次", f"code “{code}” is told twice")
            raise row.wrong(what, Words("一个编码只写一行", "Give each code one row"), "code")
        found[code] = Spot(code, *(_degrees(row, name) for name in MOST))
    return list(found.values())


def _degrees(row: Row, name: str) -> float:
    degrees = float(row.said[name])
    if abs(degrees) > MOST[name]:
        what = Words(f"{row.said[name]}不是度数", f"{row.said[name]} is not a number of degrees")
        raise row.wrong(what, Words(f"不超过 {MOST[name]} 度", f"Write {MOST[name]} at most"), name)
    return degrees

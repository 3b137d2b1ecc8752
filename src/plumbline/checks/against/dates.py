"""What a whole report says of time: the year it is about, the day up to which its figures go, the day it bears."""

import re
from calendar import monthrange
from collections import Counter
from datetime import date
from typing import NamedTuple

from plumbline.claims import Reading
from plumbline.periods import HEAD, YEAR, read_period

CUT_OFF = re.compile(
    r"截[至止]到?(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末)?|年?底|年末)"
)
DATED = re.compile(r"(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
NUMBERED = re.compile(r"(?:19|20)\d{2}年")


class Dates(NamedTuple):
    """``year`` is the year a report is about, ``cut_off`` the last day of its figures, ``published`` the day it bears."""

    year: int | None = None
    cut_off: date | None = None
    published: date | None = None


def dates(reading: Reading) -> Dates:
    """Read a report's dates from its words; each None where the text does not say it, or says several."""
    text = "".join(reading.text.split(" "))
    dated = DATED.search(text[:HEAD])
    published = day(int(dated["year"]), int(dated["month"]), int(dated["day"])) if dated else None
    year = _year(reading, text, published)
    ends = {end for m in CUT_OFF.finditer(text) if (end := end_of(m, year))}
    return Dates(year, ends.pop() if len(ends) == 1 else None, published)


def _year(reading: Reading, text: str, published: date | None) -> int | None:
    """Return the year named most often as a period; else one that the title names; else None."""
    words = (c.period for c in reading.claims if c.kind == "quantity" and not c.plan and NUMBERED.match(c.period))
    years = Counter(p.year for w in words if "以来" not in w and (p := read_period(w)))
    if years:
        return max(years, key=lambda y: (years[y], y))
    titled = YEAR.search(text[:HEAD])
    found = read_period(titled.group()) if titled else None
    return found.year if found and not (published and found.year == published.year) else None


def end_of(m: re.Match[str], year: int | None) -> date | None:
    """Return the day that a match of ``CUT_OFF`` names: its own, the last of its month or of its year."""
    named = int(m["year"]) if m["year"] else year
    if named is None:
        return None
    month = int(m["month"] or 12)
    return day(named, month, int(m["day"])) if m["day"] else month_end(named, month)


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month; None for a month that is none."""
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def day(year: int, month: int, of_month: int) -> date | None:
    """Return a day; None for one that is none."""
    try:
        return date(year, month, of_month)
    except ValueError:
        return None

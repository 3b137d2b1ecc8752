"""The holidays of the years published, for the law's counting: what the chinesecalendar package holds, as plain data."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from plumbline.law import Calendar

if TYPE_CHECKING:
    from ibis import Table


@cache
def published() -> Calendar:
    """Return the calendar of the years in which every day off is known; the package names the last of them."""
    import chinese_calendar
    from chinese_calendar.constants import holidays

    first, last = date(min(holidays).year, 1, 1), date(max(holidays).year, 12, 31)
    days = (first + timedelta(i) for i in range((last - first).days + 1))
    return Calendar(first, last, frozenset(d for d in days if chinese_calendar.is_holiday(d)))


def open_days(calendar: Calendar) -> "Table":
    """Return every day off (``off``) with the first day after it that is not (``open``; null where that is not known)."""
    import ibis
    import pyarrow as pa

    worked = sorted(calendar.worked, reverse=True)
    rows, at = [], worked.pop() if worked else None
    for day in sorted(calendar.off):
        while at is not None and at < day:
            at = worked.pop() if worked else None
        rows.append((day, at))
    schema = pa.schema([("off", pa.date32()), ("open", pa.date32())])
    return ibis.memtable(pa.table([[r[0] for r in rows], [r[1] for r in rows]], schema=schema))


def working_days(calendar: Calendar) -> "Table":
    """Return every day known (``day``) with how many working days there are up to it (``count``) and if it is one."""
    import ibis
    import pyarrow as pa

    days = [calendar.first + timedelta(i) for i in range((calendar.last - calendar.first).days + 1)]
    worked, count = [d not in calendar.off for d in days], 0
    counts = [count := count + w for w in worked]
    schema = pa.schema([("day", pa.date32()), ("count", pa.int64()), ("worked", pa.bool_())])
    return ibis.memtable(pa.table([days, counts, worked], schema=schema))

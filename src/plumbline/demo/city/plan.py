"""How many of what there is: the published Lanzhou figures, taken apart into the ways a file can go."""

from datetime import date
from typing import NamedTuple

EPOCH = date(1970, 1, 1)
FIRST = (date(2018, 1, 1) - EPOCH).days
LAST = (date(2020, 12, 31) - EPOCH).days
"""First and last day of the registers, in days since 1970; windows below count from the last."""


class Part(NamedTuple):
    """Some files that go the same way. ``event`` falls from ``first`` to ``last`` days of the end; None: as early as can be.

    ``persons`` is their exact sum (0: drawn file by file), ``refused`` how many of them are not prosecuted though their
    file is; ``since`` bounds the day of filing; ``scope`` names the kind of file; ``inquiry`` fixes
    the days from arrest to the procuratorate.
    """

    fate: str
    files: int
    persons: int
    event: str = "filed"
    first: int | None = None
    last: int = 0
    refused: int = 0
    scope: str = "group"
    since: int = FIRST - LAST + 2
    inquiry: int = 0


GROUPS = (
    Part("investigating", 4, 45, "arrested", -80, -20),
    Part("sent_last_day", 1, 9, "transferred", 0, 0),
    Part("sent_elsewhere", 1, 8, "transferred", None, -30),
    Part("reviewing", 3, 27, "received", -20, -2),
    Part("not_prosecuted", 4, 9, "concluded", None, -5),
    Part("review_elsewhere", 2, 18, "concluded", None, -5),
    Part("withdrawn", 1, 3, "concluded", None, -5),
    Part("in_transit", 4, 31, "concluded", -5, 0),
    Part("court_elsewhere", 2, 19, "concluded", None, -30),
    Part("unheard", 3, 38, "docketed", -25, -3),
    Part("heard", 7, 113, "docketed", -95, -50),
    Part("judged", 79, 690, "judged", None, -1, refused=16),
    Part("split", 2, 44, "judged", None, -1),
    Part("joined", 6, 30, "judged", None, -1),
    Part("judged", 3, 24, "judged", None, -1, scope="bully"),
)
"""122 groups. 113 files of 1,022 persons reach the procuratorates as 涉黑涉恶; 110 of 995 leave them, 103 of 949 for court."""

UMBRELLAS = (Part("judged", 3, 23, "judged", None, -1, scope="umbrella"),)
"""Files on officials who sheltered groups: they come from the supervision commission, not from the police."""

FROM_ELSEWHERE = Part("judged", 1, 11, "judged", None, -1)
"""A case another city's procuratorate sends to a court here: 97 files + 6 of wider scope + 1 - 3 joined + 2 split = 103."""

ORDINARY = (
    Part("unsolved", 75, 0, first=-1093, scope="common"),
    Part("dropped", 20, 0, first=-1093, last=-95, scope="common"),
    Part("not_prosecuted", 40, 0, first=-1093, scope="common"),
    Part("withdrawn", 4, 0, first=-1093, scope="common"),
    Part("review_elsewhere", 6, 0, first=-1093, scope="common"),
    Part("judged", 420, 0, first=-1093, scope="common"),
    Part("judged", 22, 0, "concluded", None, -1, scope="environment", since=-364),
    Part("judged", 26, 0, "concluded", None, -366, scope="environment"),
)
"""Files that are not of the campaign; the year 2020 has 22 on the environment, cleared and prosecuted."""


def _on(day: date) -> int:
    """Days from the last day of the registers to a day before it."""
    return (day - EPOCH).days - LAST


LATE = (
    Part("judged", 1, 1, "arrested", _on(date(2019, 5, 15)), _on(date(2019, 5, 15)), scope="common", inquiry=62),
    Part("judged", 1, 1, "arrested", _on(date(2020, 2, 29)), _on(date(2020, 2, 29)), scope="common", inquiry=61),
)
"""Planted: arrested 15 May 2019, sent on 16 July, a day after two months; arrested on the last of February 2020, sent on
30 April: a day late if two months end on the 29th, in time if a month's last day leads to a month's last day."""

RELEASED = 472
"""Persons caught with a group and let go before the file was sent: 1,580 caught = these + 1,108 in the groups' files."""

INCIDENTS = 1134
"""Criminal cases cleared beside the groups' own 122 files, each joined to one of them: 1,256."""

FUNDS_FEN, FUNDS = 292_618_345_736, 260
"""29.26亿 yuan of money sealed, seized and frozen in the groups' files, in so many items."""

PROPERTY_FEN, PROPERTY = 61_204_118_000, 400
"""What other things are worth that are held in them, and how many these are."""

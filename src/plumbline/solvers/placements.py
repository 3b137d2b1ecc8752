"""What a placing is made from and what it is: batches, sites, places taken; who is where, and who has no place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

Rule = Literal["capacity", "opening", "same_day"]
RULES: tuple[Rule, ...] = get_args(Rule)
"""What may stand in the way: what the sites hold, the days on which they are open, places freed for use only the next day."""


class Batch(NamedTuple):
    """So many persons, from the day they come to the day they leave."""

    code: str
    persons: int
    comes: date
    leaves: date


class Site(NamedTuple):
    """A site: how many it holds, and the first and last day it is open (None: no such day)."""

    code: str
    capacity: int
    opens: date | None = None
    closes: date | None = None


class Taken(NamedTuple):
    """Places already taken at a site, from one day to another, both counted."""

    site: str
    persons: int
    comes: date
    leaves: date


@dataclass(frozen=True, slots=True)
class Stays:
    """What is to be placed and where; ``same_day``: a place left on a day may be taken that day.

    ``without`` names rules left out to see whether they stand in the way.
    """

    batches: tuple[Batch, ...]
    sites: tuple[Site, ...]
    taken: tuple[Taken, ...] = ()
    same_day: bool = False
    without: frozenset[Rule] = frozenset()

    def there(self, stay: Batch | Taken, day: date) -> bool:
        """Whether a stay takes places on a day."""
        freed = self.same_day or "same_day" in self.without
        last = stay.leaves - timedelta(days=1) if freed and stay.leaves > stay.comes else stay.leaves
        return stay.comes <= day <= last

    def may(self, batch: Batch, site: Site) -> bool:
        """Whether a site is open for the whole of a batch's stay."""
        early = site.opens is not None and batch.comes < site.opens
        late = site.closes is not None and batch.leaves > site.closes
        return "opening" in self.without or not (early or late)


class Part(NamedTuple):
    """So many of a batch at one site."""

    batch: str
    site: str
    persons: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Who is placed where; how many of which batches are not; whether it is proved that fewer cannot be left."""

    parts: tuple[Part, ...]
    left: dict[str, int]
    at_least: int

    @property
    def total(self) -> int:
        """How many are left without a place."""
        return sum(self.left.values())

    @property
    def proved(self) -> bool:
        """Whether it is proved that fewer cannot be left."""
        return self.total <= self.at_least

    @property
    def split(self) -> list[str]:
        """The batches at two or more sites."""
        codes = [part.batch for part in self.parts]
        return [code for code in dict.fromkeys(codes) if codes.count(code) > 1]


class Why(NamedTuple):
    """A batch not placed whole: how many are left, and how few without each rule that stands in the way."""

    batch: str
    left: int
    rules: tuple[tuple[Rule, int], ...]


class Full(NamedTuple):
    """A day with more persons than places: ``persons`` who are to stay, ``places`` at sites open that day."""

    day: date
    persons: int
    places: int


def full(stays: Stays) -> list[Full]:
    """Return the days on which more are to stay than the sites open that day hold."""
    days = sorted({day for batch in stays.batches for day in _days(batch)})
    told = (Full(day, _persons(stays, day), sum(_holds(site, day) for site in stays.sites)) for day in days)
    return [each for each in told if each.persons > each.places]


def _days(stay: Batch) -> Iterable[date]:
    return (stay.comes + timedelta(days=n) for n in range((stay.leaves - stay.comes).days + 1))


def _persons(stays: Stays, day: date) -> int:
    every: list[Batch | Taken] = [*stays.batches, *stays.taken]
    return sum(each.persons for each in every if stays.there(each, day))


def _holds(site: Site, day: date) -> int:
    shut = (site.opens is not None and day < site.opens) or (site.closes is not None and day > site.closes)
    return 0 if shut else site.capacity


def held(stays: Stays, parts: Iterable[Part]) -> dict[tuple[str, date], int]:
    """Return how many are at each site on each day of a placing, with those already there."""
    by_code = {batch.code: batch for batch in stays.batches}
    found: dict[tuple[str, date], int] = {}
    rows = [(p.site, p.persons, by_code[p.batch]) for p in parts]
    for day in sorted({day for batch in stays.batches for day in _days(batch)}):
        for site in stays.sites:
            here = sum(n for code, n, stay in rows if code == site.code and stays.there(stay, day))
            taken = sum(t.persons for t in stays.taken if t.site == site.code and stays.there(t, day))
            found[site.code, day] = here + taken
    return found

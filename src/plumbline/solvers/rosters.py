"""What a roster is made from and what it is: shifts, needs, units, rules of rest; who stands where, and what lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple, get_args

Rule = Literal["rest", "week", "nights", "numbers", "duties"]
RULES: tuple[Rule, ...] = get_args(Rule)
"""What may bind: rest between shifts, shifts in seven days, nights in a row, numbers available, kinds of duty allowed."""


class Shift(NamedTuple):
    """A shift of the day: when it begins, how many minutes it lasts, whether it counts as a night."""

    code: str
    begins: time
    minutes: int
    night: bool = False


class Need(NamedTuple):
    """How many a post needs in one shift of one day, and the kind of duty ("" for any)."""

    day: date
    shift: str
    post: str
    strength: int
    duty: str = ""


class Unit(NamedTuple):
    """A unit: how many it has on each day (none on days not told), and the kinds of duty it does (none told: all)."""

    code: str
    available: Mapping[date, int]
    duties: frozenset[str] = frozenset()


class Rest(NamedTuple):
    """Rules of rest, None where not set: hours between two shifts, shifts in any 7 days, nights in a row."""

    hours: int | None = None
    shifts_in_7_days: int | None = None
    nights_in_a_row: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What is to be manned, by whom, under which rules; ``without`` names rules left out to see whether they bind."""

    shifts: Mapping[str, Shift]
    needs: tuple[Need, ...]
    units: tuple[Unit, ...]
    rest: Rest
    without: frozenset[Rule] = frozenset()

    def has(self, rule: Rule) -> bool:
        """Whether a rule holds."""
        return rule not in self.without

    def takes(self, unit: "Unit", duty: str) -> bool:
        """Whether a unit does a kind of duty."""
        return not self.has("duties") or not unit.duties or not duty or duty in unit.duties

    def begins(self, slot: "Slot") -> datetime:
        """When a shift of a day begins."""
        return datetime.combine(slot.day, self.shifts[slot.shift].begins)

    def ends(self, slot: "Slot") -> datetime:
        """When it ends."""
        return self.begins(slot) + timedelta(minutes=self.shifts[slot.shift].minutes)


class Slot(NamedTuple):
    """One shift of one day."""

    day: date
    shift: str


class Group(NamedTuple):
    """The needs of one shift of one day and one kind of duty: whoever may stand at one of them may at all."""

    day: date
    shift: str
    duty: str


class Given(NamedTuple):
    """So many of a unit for one need."""

    need: Need
    unit: str
    persons: int


@dataclass(frozen=True, slots=True)
class Roster:
    """Who stands where; how many each need lacks, and each group; ``at_least`` how many it is proved must lack in all.

    Needs and groups that lack nobody are not in it. Within a group the needs told first are filled first.
    """

    given: tuple[Given, ...]
    short: dict[Need, int]
    at_least: int
    lacking: dict["Group", int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many lack in all."""
        return sum(self.short.values())

    @property
    def proved(self) -> bool:
        """Whether it is proved that fewer cannot lack."""
        return self.total <= self.at_least


class Found(NamedTuple):
    """How few were found to lack, and whether it is proved that fewer cannot."""

    short: int
    proved: bool


def group_of(need: Need) -> Group:
    """Return the group a need is in."""
    return Group(need.day, need.shift, need.duty)


def without(duty: Duty, *rules: Rule) -> Duty:
    """Return the same with rules left out."""
    return replace(duty, without=duty.without | set(rules))


def shared(duty: Duty, lacking: Mapping[Group, int]) -> dict[Need, int]:
    """Return what each need lacks of what its group does: the needs told last lack first."""
    left, short = dict(lacking), {}
    for need in reversed(duty.needs):
        lacks = min(left.get(group_of(need), 0), need.strength)
        if lacks:
            short[need] = lacks
            left[group_of(need)] -= lacks
    return short

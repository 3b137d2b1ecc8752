"""Why a roster leaves posts short: each rule is left out in turn, and a rule binds where fewer are then lacking."""

from typing import NamedTuple

from plumbline.solvers.rostering import least_of, least_short
from plumbline.solvers.rosters import RULES, Duty, Found, Group, Need, Roster, Rule, group_of, shared, without
from plumbline.solvers.solving import SECONDS

EXPLAINED = 10
"""Groups explained one by one, the earliest first: each takes a solution for each rule that binds."""
SHARE = 0.1
"""Of the time given, what one of these solutions may take."""

Told = list[tuple[Rule, Found]]


class Lifted(NamedTuple):
    """How few were found to lack without a rule."""

    rule: Rule
    short: int


class Why(NamedTuple):
    """A need that lacks persons, and the rules that bind: without one of them it would lack fewer, and nothing else more.

    No rules: none does so alone. ``worked_out`` is False past the first ``EXPLAINED`` groups, or where time ran out.
    """

    need: Need
    short: int
    rules: tuple[Lifted, ...]
    worked_out: bool = True


def why(duty: Duty, found: Roster, seconds: float = SECONDS) -> tuple[tuple[Lifted, ...], list[Why]]:
    """Return the rules that bind in all, and why each need lacks what it lacks, by day, shift and post."""
    lifted = overall(duty, found, seconds) if found.short else ()
    groups = sorted(found.lacking)[:EXPLAINED]
    told = {group: _of(duty, found, group, seconds * SHARE) for group in groups}
    return lifted, [_one(duty, need, found.short[need], told.get(group_of(need))) for need in sorted(found.short)]


def overall(duty: Duty, found: Roster, seconds: float = SECONDS) -> tuple[Lifted, ...]:
    """Return the rules without which fewer would lack in all than must lack with them, with how many."""
    told = ((rule, least_short(without(duty, rule), seconds=seconds).short) for rule in stated(duty))
    return tuple(Lifted(rule, left) for rule, left in told if left < found.at_least)


def _of(duty: Duty, found: Roster, group: Group, seconds: float) -> Told:
    """Return how few a group could lack without each rule, no other group lacking more than it does."""
    return [(rule, least_of(without(duty, rule), group, found, seconds)) for rule in stated(duty)]


def _one(duty: Duty, need: Need, short: int, told: Told | None) -> Why:
    left = [(rule, shared(duty, {group_of(need): each.short}).get(need, 0)) for rule, each in told or ()]
    rules = tuple(Lifted(rule, n) for rule, n in left if n < short)
    return Why(need, short, rules, told is not None and bool(rules or all(each.proved for _, each in told)))


def stated(duty: Duty) -> list[Rule]:
    """Return the rules that can bind: those of rest only where they are set, kinds of duty where a unit names any."""
    known = {
        "rest": duty.rest.hours is not None,
        "week": duty.rest.shifts_in_7_days is not None,
        "nights": duty.rest.nights_in_a_row is not None,
        "duties": any(unit.duties for unit in duty.units),
    }
    return [rule for rule in RULES if known.get(rule, True)]

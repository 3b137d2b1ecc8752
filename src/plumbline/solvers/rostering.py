"""Rosters: which unit stands at which post in which shift, under stated rules of rest; OR-Tools' CP-SAT proves them best.

A unit works and rests as one: all of it rests after a shift that part of it worked. First as little as can be is left
short; then the unit with most shifts has as few as can be; then there are as few shifts of units as can be. Days before
the period are not looked at. Pure but for the solver: one thread, one seed, so the same problem gives the same roster.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations
from math import ceil

from plumbline.errors import FigureError
from plumbline.solvers.rosters import Duty, Found, Given, Group, Roster, Slot, Unit, group_of, shared
from plumbline.solvers.rosterstart import start
from plumbline.solvers.solving import SECONDS, TINY, cp_model, least

WEEK, HALF = 7, 4

Sent = Mapping[tuple[str, Group], int]


@dataclass(slots=True)
class _Model:
    """The variables: ``sent`` by unit and group, ``on`` by unit and slot, ``short`` by group, the ``most`` slots of a unit."""

    wanted: Counter[Group]
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    sent: dict[tuple[str, Group], cp_model.IntVar] = field(default_factory=dict)
    on: dict[tuple[str, Slot], cp_model.IntVar] = field(default_factory=dict)
    short: dict[Group, cp_model.IntVar] = field(default_factory=dict)
    most: cp_model.IntVar | None = None


def roster(duty: Duty, seconds: float = SECONDS) -> Roster:
    """Return the best roster found in ``seconds`` for that as few as can be lack, and as long for the other two aims."""
    model = _modelled(duty)
    before, at_least, proved = _fewest(model, start(duty), seconds)
    before = before if proved else _week_by_week(duty, before, seconds)
    sent = _evened(model, duty, before, seconds)
    lacking = Counter(model.wanted)
    for (_, group), n in sent.items():
        lacking[group] -= n
    return Roster(tuple(_given(duty, sent)), shared(duty, +lacking), at_least, +lacking)


def _evened(model: _Model, duty: Duty, sent: Sent, seconds: float) -> Sent:
    """Return what lacks no more and is more even; what was sent before where time is too short for that."""
    model.cp.add(sum(model.short.values()) <= model.wanted.total() - sum(sent.values()))
    model.most = model.cp.new_int_var(0, len(model.on), "most")
    for unit in duty.units:
        model.cp.add(sum(v for (code, _), v in model.on.items() if code == unit.code) <= model.most)
    aim = model.most * (len(model.on) + 1) + sum(model.on.values())
    try:
        return _sent_in(model, _least(model, aim, seconds, sent)[0])
    except FigureError:
        return sent


def _week_by_week(duty: Duty, sent: Sent, seconds: float) -> Sent:
    """Return what comes of solving each week anew, the other days as they are: no worse than before."""
    firsts = sorted({need.day for need in duty.needs})[::HALF]
    for first in firsts:
        model = _modelled(duty)
        working = {(unit, Slot(group.day, group.shift)) for unit, group in sent}
        for (unit, slot), on in model.on.items():
            if not first <= slot.day < first + timedelta(days=WEEK):
                model.cp.add(on == ((unit, slot) in working))
        sent, _, _ = _fewest(model, sent, seconds / len(firsts))
    return sent


def _fewest(model: _Model, sent: Sent, seconds: float) -> tuple[Sent, int, bool]:
    """Return what lacks fewest, no worse than ``sent``; how many it is proved must lack; whether that is as many."""
    try:
        solver, proved = _least(model, sum(model.short.values()), seconds, sent)
    except FigureError:
        return sent, 0, False
    return _sent_in(model, solver), ceil(solver.best_objective_bound - TINY), proved


def _sent_in(model: _Model, solver: cp_model.CpSolver) -> Sent:
    return {key: solver.value(v) for key, v in model.sent.items() if solver.value(v)}


def least_short(duty: Duty, seconds: float = SECONDS) -> Found:
    """Return how few were found to lack in all."""
    model = _modelled(duty)
    sent, _, proved = _fewest(model, start(duty), seconds)
    return Found(model.wanted.total() - sum(sent.values()), proved)


def least_of(duty: Duty, group: Group, found: Roster, seconds: float = SECONDS) -> Found:
    """Return how few were found to lack in one group, no other lacking more than in a roster found under stricter rules."""
    model = _modelled(duty)
    for each, v in model.short.items():
        model.cp.add(v <= found.lacking.get(each, 0))
    sent: Counter[tuple[str, Group]] = Counter()
    for given in found.given:
        sent[given.unit, group_of(given.need)] += given.persons
    try:
        solver, proved = _least(model, model.short[group], seconds, sent)
    except FigureError:
        return Found(found.lacking.get(group, 0), False)
    return Found(round(solver.objective_value), proved)


def _given(duty: Duty, sent: Sent) -> Iterator[Given]:
    """Yield who stands at which need: units and needs in the order told, each need filled before the next."""
    left = dict(sent)
    for need in duty.needs:
        wanted = need.strength
        for unit in duty.units:
            here = min(wanted, left.get((unit.code, group_of(need)), 0))
            if here:
                yield Given(need, unit.code, here)
                left[unit.code, group_of(need)] -= here
                wanted -= here


def _least(
    model: _Model, aim: cp_model.LinearExprT, seconds: float, before: Sent | None = None
) -> tuple[cp_model.CpSolver, bool]:
    """Return what makes ``aim`` least and whether that is proved; it begins from what was sent before, or nobody."""
    _hint(model, before or {})
    return least(model.cp, aim, seconds)


def _hint(model: _Model, sent: Sent) -> None:
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    working = {(unit, Slot(group.day, group.shift)) for (unit, group), n in sent.items() if n}
    there: Counter[Group] = Counter()
    for (unit, group), v in model.sent.items():
        model.cp.add_hint(v, sent.get((unit, group), 0))
        there[group] += sent.get((unit, group), 0)
    for key, on in model.on.items():
        model.cp.add_hint(on, key in working)
    for group, v in model.short.items():
        model.cp.add_hint(v, model.wanted[group] - there[group])
    if model.most is not None:
        model.cp.add_hint(model.most, max(Counter(unit for unit, _ in working).values(), default=0))


def _modelled(duty: Duty) -> _Model:
    model = _Model(Counter())
    for need in duty.needs:
        model.wanted[group_of(need)] += need.strength
    for unit in duty.units:
        _sent(model, duty, unit)
        slots = sorted(slot for code, slot in model.on if code == unit.code)
        _rested(model, duty, unit.code, slots)
        _not_too_often(model, duty, unit.code, slots)
        _not_too_many_nights(model, duty, unit.code, slots)
    for group, wanted in model.wanted.items():
        model.short[group] = model.cp.new_int_var(0, wanted, "")
        sent = sum(v for (_, of), v in model.sent.items() if of == group)
        model.cp.add(sent + model.short[group] == wanted)
    return model


def _sent(model: _Model, duty: Duty, unit: Unit) -> None:
    """Send no more of a unit into a slot than it has, and only where it works that slot."""
    by_slot: dict[Slot, list[Group]] = {}
    for group in model.wanted:
        if duty.takes(unit, group.duty):
            by_slot.setdefault(Slot(group.day, group.shift), []).append(group)
    for slot, groups in by_slot.items():
        wanted = sum(model.wanted[group] for group in groups)
        most = min(unit.available.get(slot.day, 0), wanted) if duty.has("numbers") else wanted
        if not most:
            continue
        model.on[unit.code, slot] = model.cp.new_bool_var("")
        for group in groups:
            model.sent[unit.code, group] = model.cp.new_int_var(0, min(most, model.wanted[group]), "")
        model.cp.add(sum(model.sent[unit.code, g] for g in groups) <= most * model.on[unit.code, slot])


def _rested(model: _Model, duty: Duty, unit: str, slots: list[Slot]) -> None:
    """Keep two shifts of a unit apart; those that overlap always."""
    rest = timedelta(hours=(duty.rest.hours or 0) if duty.has("rest") else 0)
    ordered = sorted(slots, key=duty.begins)
    for a, b in combinations(ordered, 2):
        if duty.begins(b) < duty.ends(a) + rest or duty.begins(a) == duty.begins(b):
            model.cp.add_at_most_one(model.on[unit, a], model.on[unit, b])


def _not_too_often(model: _Model, duty: Duty, unit: str, slots: list[Slot]) -> None:
    if duty.rest.shifts_in_7_days is not None and duty.has("week"):
        for window in _windows(slots, WEEK):
            model.cp.add(sum(model.on[unit, slot] for slot in window) <= duty.rest.shifts_in_7_days)


def _not_too_many_nights(model: _Model, duty: Duty, unit: str, slots: list[Slot]) -> None:
    most = duty.rest.nights_in_a_row
    if most is None or not duty.has("nights"):
        return
    for window in _windows([slot for slot in slots if duty.shifts[slot.shift].night], most + 1):
        nights = {slot.day: model.cp.new_bool_var("") for slot in window}
        for slot in window:
            model.cp.add_implication(model.on[unit, slot], nights[slot.day])
        if len(nights) > most:
            model.cp.add(sum(nights.values()) <= most)


def _windows(slots: Iterable[Slot], days: int) -> list[list[Slot]]:
    """Return, for each day that any of the slots has, those of the days from it on."""
    held = list(slots)
    firsts = sorted({slot.day for slot in held})
    return [[s for s in held if first <= s.day < first + timedelta(days=days)] for first in firsts]

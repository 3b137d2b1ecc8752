"""Placing batches at sites so that none ever holds more than its capacity; OR-Tools' CP-SAT proves the placing best.

A batch stays from the day it comes to the day it leaves, both counted, and does not change sites. First as few persons
as can be are left without a place; then as few batches as can be are split; then into as few parts as can be.
"""

from dataclasses import dataclass, field, replace
from math import ceil

from plumbline.solvers.placements import RULES, Batch, Part, Placement, Rule, Site, Stays, Why
from plumbline.solvers.solving import SECONDS, TINY, cp_model, least


@dataclass(slots=True)
class _Model:
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    sent: dict[tuple[str, str], cp_model.IntVar] = field(default_factory=dict)
    at: dict[tuple[str, str], cp_model.IntVar] = field(default_factory=dict)
    left: dict[str, cp_model.IntVar] = field(default_factory=dict)
    split: dict[str, cp_model.IntVar] = field(default_factory=dict)


def place(stays: Stays, seconds: float = SECONDS) -> Placement:
    """Return the best placing found in ``seconds`` for each of the first aim and the other two together."""
    model = _modelled(stays)
    solver = _least(model, sum(model.left.values()), seconds)
    at_least = ceil(solver.best_objective_bound - TINY)
    model.cp.add(sum(model.left.values()) <= sum(solver.value(v) for v in model.left.values()))
    splits = sum(model.split.values()) * (len(model.at) + 1) + sum(model.at.values())
    solver = _least(model, splits, seconds, solver)
    parts = (Part(batch, site, solver.value(v)) for (batch, site), v in model.sent.items())
    left = {code: solver.value(v) for code, v in model.left.items()}
    return Placement(tuple(p for p in parts if p.persons), {c: n for c, n in left.items() if n}, at_least)


def why(stays: Stays, found: Placement, seconds: float = SECONDS) -> list[Why]:
    """Return, for each batch left, the rules without which fewer of it would be, no more of any other being left."""
    return [
        Why(
            code,
            n,
            tuple((rule, m) for rule in _stated(stays) if (m := _without(stays, rule, found, code, seconds)) < n),
        )
        for code, n in found.left.items()
    ]


def _without(stays: Stays, rule: Rule, found: Placement, code: str, seconds: float) -> int:
    model = _modelled(replace(stays, without=stays.without | {rule}))
    for batch, v in model.left.items():
        model.cp.add(v <= found.left.get(batch, 0))
    return _least(model, model.left[code], seconds).value(model.left[code])


def _stated(stays: Stays) -> list[Rule]:
    dated = any(site.opens or site.closes for site in stays.sites)
    told = {"opening": dated, "same_day": not stays.same_day}
    return [rule for rule in RULES if told.get(rule, True)]


def _modelled(stays: Stays) -> _Model:
    model = _Model()
    for batch in stays.batches:
        may = [site for site in stays.sites if stays.may(batch, site)]
        for site in may:
            _at(model, batch, site)
        model.left[batch.code] = model.cp.new_int_var(0, batch.persons, "")
        model.split[batch.code] = model.cp.new_bool_var("")
        model.cp.add(sum(model.sent[batch.code, s.code] for s in may) + model.left[batch.code] == batch.persons)
        model.cp.add(sum(model.at[batch.code, s.code] for s in may) <= 1 + len(may) * model.split[batch.code])
    for site in stays.sites if "capacity" not in stays.without else ():
        _held(model, stays, site)
    return model


def _at(model: _Model, batch: Batch, site: Site) -> None:
    key = (batch.code, site.code)
    model.at[key] = model.cp.new_bool_var("")
    model.sent[key] = model.cp.new_int_var(0, batch.persons, "")
    model.cp.add(model.sent[key] <= batch.persons * model.at[key])


def _held(model: _Model, stays: Stays, site: Site) -> None:
    """Let a site hold no more than its capacity on any day; the most are there on a day on which somebody comes."""
    for day in sorted({batch.comes for batch in stays.batches} | {t.comes for t in stays.taken}):
        here = [model.sent[b.code, site.code] for b in stays.batches
                if stays.there(b, day) and (b.code, site.code) in model.sent]  # fmt: skip
        taken = sum(t.persons for t in stays.taken if t.site == site.code and stays.there(t, day))
        if here:
            model.cp.add(sum(here) <= max(site.capacity - taken, 0))


def _least(
    model: _Model, aim: cp_model.LinearExprT, seconds: float, before: cp_model.CpSolver | None = None
) -> cp_model.CpSolver:
    if before:
        model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for v in (*model.sent.values(), *model.at.values(), *model.left.values()):
            model.cp.add_hint(v, before.value(v))
    return least(model.cp, aim, seconds)[0]

"""A reading as plain data, the way ``plumbline read --json`` prints it (docs/reference/json.md)."""

from decimal import Decimal
from typing import Any

from plumbline.claims.shapes import Claim, Reading, Relation


def as_data(reading: Reading) -> dict[str, Any]:
    """Return ``{"claims": [...], "relations": [...]}`` of dictionaries, lists, strings and numbers only."""
    return {
        "claims": [_claim(c) for c in reading.claims],
        "relations": [_relation(r) for r in reading.relations],
    }


def number(value: Decimal | None) -> int | float | None:
    """Return a Decimal as a JSON number: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _value(c: Claim) -> int | float | list[int | float | None] | None:
    return [number(c.value[0]), number(c.value[1])] if isinstance(c.value, tuple) else number(c.value)


def _claim(c: Claim) -> dict[str, Any]:
    return {
        "start": c.start, "end": c.end, "text": c.text, "kind": c.kind, "value": _value(c),
        "lower": number(c.lower), "upper": number(c.upper), "step": number(c.step),
        "unit": c.unit, "unit_written": c.unit_written, "approx": c.approx, "rate": c.rate, "direction": c.direction,
        "counted": c.counted, "who": c.who, "period": c.period, "plan": c.plan,
        "sources": {name: {"how": s.how, "start": s.start, "end": s.end} for name, s in c.sources},
    }  # fmt: skip


def _relation(r: Relation) -> dict[str, Any]:
    return {
        "type": r.type, "total": r.total, "parts": list(r.parts), "holds": r.holds,
        "why": r.why, "start": r.start, "end": r.end,
    }  # fmt: skip

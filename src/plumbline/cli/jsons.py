"""What was read and found, printed as JSON (docs/reference/json.md)."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from plumbline.checks import Finding
from plumbline.claims import as_data
from plumbline.web.reading.checking import Read

if TYPE_CHECKING:
    from plumbline.checks.against.book import Evidence


def read_json(reads: Sequence[Read], alone: bool) -> str:
    """Return what was read as JSON: one object for a document asked for ``alone``, else a list of objects."""
    objects = [{"file": r.document.name, **as_data(r.reading)} for r in reads]
    return _dumped(objects, alone)


def check_json(checked: Sequence[tuple[Read, Sequence[Finding]]], alone: bool) -> str:
    """Return what was read and found as JSON, in the same shape."""
    objects = [
        {"file": r.document.name, **as_data(r.reading), "findings": [_finding(f) for f in findings]}
        for r, findings in checked
    ]
    return _dumped(objects, alone)


def _dumped(objects: list[dict[str, Any]], alone: bool) -> str:
    return json.dumps(objects[0] if alone else objects, ensure_ascii=False)


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "kind": f.kind, "severity": f.severity.value, "start": f.start, "end": f.end,
        "sentence": f.sentence._asdict(), "working": [w._asdict() for w in f.working],
        "related": [list(span) for span in f.related], "source": f.source,
        "evidence": [_evidence(e) for e in f.evidence],
    }  # fmt: skip


def _evidence(e: "Evidence") -> dict[str, Any]:
    r = e.reading
    return {
        "figure": r.figure.id, "definition": r.figure.definition._asdict(), "leaves_out": r.figure.leaves_out._asdict(),
        "counting": r.counting, "unit": r.unit, "first": r.period.first.isoformat(), "last": r.period.last.isoformat(),
        "scope": r.scope, "body": r.body, "size": r.size, "root": r.root,
        "numerator": r.numerator, "denominator": r.denominator, "tokens": r.tokens, "headcount": r.headcount,
        "erased": r.erased, "records": e.records, "positions": list(e.positions),
    }  # fmt: skip

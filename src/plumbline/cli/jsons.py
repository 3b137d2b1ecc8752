"""What was read and found, printed as JSON (docs/reference/json.md)."""

import json
from collections.abc import Sequence
from typing import Any

from plumbline.checks import Finding
from plumbline.claims import as_data
from plumbline.cli.sources import Read


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
    }  # fmt: skip

"""What figures were found to be, as data: whole numbers, as they were counted; and as CSV."""

import csv
from collections.abc import Sequence
from fractions import Fraction
from math import isinf
from typing import Any, TextIO

from plumbline.figures.change import Change
from plumbline.figures.change_reading import Compared, Part
from plumbline.figures.shapes import Figure, Reading
from plumbline.reports.cells import harmless
from plumbline.web.reading.asked import Asked, Found

Data = dict[str, Any]


def write_csv(rows: Sequence[Data], file: TextIO) -> None:
    """Write rows as CSV below the names of all their columns; no cell is a formula to a spreadsheet."""
    writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)))
    writer.writeheader()
    writer.writerows({key: harmless(cell) for key, cell in row.items()} for row in rows)


def definition(f: Figure) -> Data:
    """Return a figure as data."""
    return {
        "figure": f.id, "zh": f.zh, "en": f.en, "unit": f.unit, "counts": " ".join(f.countings), "stock": f.stock,
        "definition_zh": f.definition.zh, "definition_en": f.definition.en,
        "leaves_out_zh": f.leaves_out.zh, "leaves_out_en": f.leaves_out.en, "base": f.base.id if f.base else "",
    }  # fmt: skip


def reading(r: Reading) -> Data:
    """Return a reading as data: its two whole numbers, what it was read of, as of where."""
    return {
        "figure": r.figure.id, "counting": r.counting, "period": str(r.period), "scope": r.scope, "body": r.body,
        "numerator": r.numerator, "denominator": r.denominator, "unit": r.unit, "tokens": r.tokens,
        "headcount": r.headcount, "erased": r.erased, "size": r.size, "root": r.root,
    }  # fmt: skip


def nested(found: Found, asked: Asked) -> Data:
    """Return one answer with its parts (``by``) and its records below it."""
    parts = {"by": _parts(found, asked)} if asked.by else {}
    records = {"records": found.records} if asked.limit or asked.drawn else {}
    return reading(found.reading) | _against(found.compared) | parts | records


def flat(found: Sequence[Found], asked: Asked) -> list[Data]:
    """Return a row for each record where records were asked for, for each part of a breakdown, else for each reading."""
    if asked.limit or asked.drawn:
        once = {f.reading.figure.id: f.records for f in found}
        return [{"figure": name, **row} for name, records in once.items() for row in records]
    if asked.by:
        return [reading(f.reading) | _against(f.compared) | part for f in found for part in _parts(f, asked)]
    return [reading(f.reading) | _against(f.compared) for f in found]


def _against(compared: Compared | None) -> Data:
    """Return what a reading is held against, and the change, its ends in % and the verdict: fell, rose, unclear."""
    if compared is None:
        return {}
    before = compared.before
    base = {"against": str(before.period), "base_numerator": before.numerator, "base_denominator": before.denominator}
    return base | _changed(compared.percent, compared.change)


def _changed(percent: Fraction | None, change: Change | None) -> Data:
    low, high = (change.low, change.high) if change else (None, None)
    return {
        "change_percent": None if percent is None else float(percent),
        "low_percent": None if low is None else (low - 1) * 100,
        "high_percent": None if high is None or isinf(high) else (high - 1) * 100,
        "p": change.p if change else None, "judged_together": change.of if change else None,
        "verdict": change.verdict if change else None,
    }  # fmt: skip


def _part(part: Part, by: Sequence[str]) -> Data:
    now, before = part.now, part.before
    numbers = {"numerator": now.numerator, "denominator": now.denominator}
    base = {"base_numerator": before.numerator, "base_denominator": before.denominator}
    return {**dict(zip(by, part.values, strict=True)), **numbers, **base, **_changed(part.percent, part.change)}


def _parts(found: Found, asked: Asked) -> list[Data]:
    if found.compared:
        return [_part(part, asked.by) for part in found.parts]
    return [
        {**dict(zip(asked.by, c.values, strict=True)), "numerator": c.numerator, "denominator": c.denominator}
        for c in found.cells
    ]

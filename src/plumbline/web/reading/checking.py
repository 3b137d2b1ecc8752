"""Documents read and checked: each by itself, against those before it, and by the ranks it claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plumbline.checks import Finding, Report, check, check_series
from plumbline.claims import Reading
from plumbline.documents import Document


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what was read in it."""

    document: Document
    reading: Reading


Checked = tuple[Read, tuple[Finding, ...]]
"""A document read, and what was found in it, in the order of its text."""


def check_all(reads: Sequence[Read]) -> list[Checked]:
    """Check each document by itself and, where there are several, against those before it."""
    series = check_series([Report(Path(r.document.name).name, r.reading) for r in reads])
    return [(r, in_order(check(r.reading), over)) for r, over in zip(reads, series, strict=True)]


def in_order(*found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings of several checks in the order of the text."""
    return tuple(sorted((f for some in found for f in some), key=lambda f: f.start))

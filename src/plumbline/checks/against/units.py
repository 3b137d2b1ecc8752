"""What a figure counts that is told in a claim's unit: cases, persons, money, a share."""

import re

from plumbline.claims import Claim
from plumbline.figures.shapes import Counting, Figure

FILES = frozenset(("件", "案", "宗"))
"""Procedural files; 起 counts incidents and is not among them."""
AFTER_PERSONS = re.compile("人[，,]?(?:同比|比上年|较上年|比去年|较去年)[^，。；]*$")
SHARES = frozenset(("%", "个百分点"))

BY_PERSONS = re.compile("按人数|以人数")
RATE = re.compile("(?:率|比|占比)$")


def is_rate(claim: Claim) -> bool:
    """Say whether a claim states a share, or how a share moved; else it states a number of something, or how that moved."""
    if claim.unit not in SHARES:
        return False
    return claim.unit == "个百分点" or claim.rate == "share" or bool(RATE.search(claim.counted))


def counted_in(figure: Figure, claim: Claim, before: str) -> Counting | None:
    """Return how ``figure`` is counted for a claim's unit; None where it counts in no such unit.

    A share or a change is of persons where the words before it say so (按人数), else of what the figure counts first.
    """
    if figure.unit == "%":
        return "persons" if figure.persons and BY_PERSONS.search(before) else _by_unit(figure)
    if claim.unit == "%" and claim.rate in ("yoy", "change"):
        if claim.counted.endswith("人数") and not figure.persons and figure.unit != "人":
            return None
        return "persons" if figure.persons and _of_persons(claim, before) else _by_unit(figure)
    if claim.unit == "人" and figure.persons:
        return "persons"
    same = figure.unit == claim.unit or {figure.unit, claim.unit} <= FILES
    return _by_unit(figure) if same else None


def _by_unit(figure: Figure) -> Counting:
    if figure.amount:
        return "amount"
    return "persons" if figure.persons and figure.unit == "人" else "cases"


def _of_persons(claim: Claim, before: str) -> bool:
    return claim.counted.endswith(("人数", "嫌疑人", "被告人", "人员")) or bool(AFTER_PERSONS.search(before))

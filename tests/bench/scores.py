"""Scores of a reading against labels made by hand.

A text is labelled with every number in it (NAME.gold.jsonl) and the arithmetic it asserts (NAME.relations.jsonl).
A reader gives ``{"claims": [...], "relations": [...]}`` with the same fields. What is found is counted text by text in
a ``Tally``; tallies add up, and the scores are ratios of the sums.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

Fields = dict[str, Any]

SAME_UNIT = {"名": "人", "位": "人", "％": "%", "万元": "元", "亿元": "元", "起次": "起"}
SCORED_RELATIONS = ("sum", "part_le", "change", "ratio")


class Tally(NamedTuple):
    """Counts for one text, or for several added up."""

    chars: int = 0
    gold: int = 0  # quantities labelled
    said: int = 0  # quantities the reader gives
    value: int = 0  # labelled quantities found: overlapping spans, right value
    exact: int = 0  # of those: the span is right to the character
    details: int = 0  # of those found: unit, approximation, rate, direction all right
    who: int = 0
    counted: int = 0
    period: int = 0
    whole: int = 0  # everything right
    false: int = 0  # given where the labels have no quantity
    relations_gold: int = 0
    relations_said: int = 0
    relations_both: int = 0


def total(tallies: Iterable[Tally]) -> Tally:
    """The tallies added up."""
    return Tally(*(sum(column) for column in zip(Tally(), *tallies, strict=True)))


@dataclass(frozen=True)
class Labelled:
    """A text and its labels."""

    name: str
    text: str
    gold: list[Fields]
    relations: list[Fields]


def load(folder: Path) -> list[Labelled]:
    """The labelled texts of a folder, by name."""
    return [
        Labelled(
            name := path.name.removesuffix(".gold.jsonl"),
            (folder / f"{name}.txt").read_text(encoding="utf-8"),
            _lines(path),
            _lines(folder / f"{name}.relations.jsonl"),
        )
        for path in sorted(folder.glob("*.gold.jsonl"))
    ]


def load_sentences(path: Path) -> list[Labelled]:
    """The labelled sentences of one file, each as a text of its own."""
    return [Labelled(str(line["id"]), line["sentence"], line["gold"], []) for line in _lines(path)]


def _lines(path: Path) -> list[Fields]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def tally(labelled: Labelled, reading: Fields) -> Tally:
    """Count what a reading of a labelled text has right and wrong."""
    gold = [label for label in labelled.gold if label["kind"] == "quantity"]
    said = [claim for claim in reading["claims"] if claim.get("kind", "quantity") == "quantity"]
    pairs = _pairs(labelled.text, gold, said)
    right = [_right(labelled.text, label, said[i]) for label, i in pairs]
    taken = {i for _, i in pairs}
    labels = [label for label in labelled.gold if label["kind"] in ("quantity", "rank")]
    there, given = _relations(labelled.relations), _relations(reading.get("relations", []))
    return Tally(
        chars=len(labelled.text),
        gold=len(gold),
        said=len(said),
        value=len(pairs),
        exact=sum("exact" in r for r in right),
        details=sum("details" in r for r in right),
        who=sum("who" in r for r in right),
        counted=sum("counted" in r for r in right),
        period=sum("period" in r for r in right),
        whole=sum(len(r) == 5 for r in right),
        false=sum(i not in taken and not any(_overlap(c, label) for label in labels) for i, c in enumerate(said)),
        relations_gold=len(there),
        relations_said=len(given),
        relations_both=len(there & given),
    )


def _pairs(text: str, gold: list[Fields], said: list[Fields]) -> list[tuple[Fields, int]]:
    """Each label with the claim that answers it: that of the same span, else the last to overlap; each used once."""
    pairs: list[tuple[Fields, int]] = []
    free = set(range(len(said)))
    for label in gold:
        fits = [i for i in sorted(free) if _overlap(said[i], label) and same_value(said[i]["value"], label["value"])]
        if fits:
            span = _span(text, label)
            best = next((i for i in fits if _span(text, said[i]) == span), fits[-1])
            free.discard(best)
            pairs.append((label, best))
    return pairs


def _right(text: str, label: Fields, claim: Fields) -> set[str]:
    """Which of span, details, who, counted and period are right."""
    tests = {
        "exact": _span(text, claim) == _span(text, label),
        "details": _details(claim) == _details(label),
        "who": _packed(claim.get("who")) == _packed(label.get("who")),
        "counted": likeness(_packed(claim.get("counted")), _packed(label.get("counted"))) >= 0.8,
        "period": _packed(claim.get("period")) == _packed(label.get("period")),
    }
    return {name for name, ok in tests.items() if ok}


def _details(fields: Fields) -> tuple[str, str, str, str]:
    unit = _packed(fields.get("unit"))
    return (
        SAME_UNIT.get(unit, unit),
        fields.get("approx", "exact"),
        fields.get("rate", "none"),
        fields.get("direction", "none"),
    )


def _relations(relations: list[Fields]) -> set[tuple[str, int | None, tuple[int, ...]]]:
    return {
        (relation["type"], relation.get("total"), tuple(sorted(relation.get("parts") or ())))
        for relation in relations
        if relation["type"] in SCORED_RELATIONS
    }


def _overlap(a: Fields, b: Fields) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _span(text: str, fields: Fields) -> tuple[int, int]:
    """The span without the blanks at its ends."""
    start, end = fields["start"], fields["end"]
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _packed(words: str | None) -> str:
    return "".join((words or "").split())


def same_value(a: Any, b: Any) -> bool:
    """Whether two values are the same: numbers, pairs of numbers, or None."""
    if a is None or b is None:
        return a is b
    one, other = (list(value) if isinstance(value, list | tuple) else [value] for value in (a, b))
    return len(one) == len(other) and all(
        math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-9) for x, y in zip(one, other, strict=True)
    )


def likeness(a: str, b: str) -> float:
    """Character F1 of two phrases, order aside; 1 where both are empty."""
    if not a and not b:
        return 1.0
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


class Score(NamedTuple):
    """A score with its 95 % interval; ``hits`` of ``of`` where it is a share. ``value`` None: nothing to count."""

    value: float | None
    low: float | None = None
    high: float | None = None
    hits: int | None = None
    of: int | None = None


def share(hits: int, of: int) -> Score:
    """A share with Wilson's interval (E. B. Wilson 1927, without continuity correction)."""
    if not of:
        return Score(None, hits=hits, of=of)
    z = 1.959964
    p, spread = hits / of, z * z / of
    middle = (p + spread / 2) / (1 + spread)
    half = z * math.sqrt(p * (1 - p) / of + spread / (4 * of)) / (1 + spread)
    return Score(p, max(0.0, middle - half), min(1.0, middle + half), hits, of)


def resampled(tallies: Sequence[Tally], ratio: Callable[[Tally], float | None], rounds: int = 2000) -> Score:
    """A ratio of the sums; its interval is the middle 95 % of ``rounds`` draws of the texts with replacement."""
    value = ratio(total(tallies))
    draw = random.Random(20200101)
    drawn = sorted(
        result for _ in range(rounds) if (result := ratio(total(draw.choices(tallies, k=len(tallies))))) is not None
    )
    if value is None or len(tallies) < 2 or not drawn:
        return Score(value)
    return Score(value, drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))])


def scores(tallies: Sequence[Tally]) -> dict[str, Score]:
    """All scores of a set of texts, in the order in which they are shown."""
    t = total(tallies)
    return {
        "span_value": resampled(tallies, lambda s: 2 * s.exact / (s.gold + s.said) if s.gold + s.said else None),
        "value": resampled(tallies, lambda s: 2 * s.value / (s.gold + s.said) if s.gold + s.said else None),
        "false": resampled(tallies, lambda s: 1000 * s.false / s.chars if s.chars else None),
        "details": share(t.details, t.value),
        "counted": share(t.counted, t.value),
        "who": share(t.who, t.value),
        "period": share(t.period, t.value),
        "tuple": share(t.whole, t.gold),
        "relations_precision": share(t.relations_both, t.relations_said),
        "relations_recall": share(t.relations_both, t.relations_gold),
    }

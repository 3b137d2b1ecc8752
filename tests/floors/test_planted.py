"""Mistakes planted in composed reports are found, and sound reports are left in peace."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from genre import compose
from plumbline.checks import Finding, Severity, check
from plumbline.claims import read

SEEDS = range(100)
SOUND = range(1000, 1100)
ERRORS = 3


class Outcome(NamedTuple):
    """What became of the mistakes of one report: found, missed (their kinds and sentences), and what was wrongly accused."""

    found: int
    missed: list[tuple[str, str]]
    wrong: list[str]


def accused(text: str) -> list[Finding]:
    return [f for f in check(read(text)) if f.severity is Severity.ERROR]


def touches(finding: Finding, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(finding.start < end and start < finding.end for start, end in spans)


def sentence(text: str, at: int) -> str:
    start = max(text.rfind(stop, 0, at) for stop in "。\n") + 1
    return text[start:].split("。")[0][:120]


@cache
def outcome(seed: int) -> Outcome:
    made = compose(seed, ERRORS)
    findings = accused(made.text)
    missed = [p for p in made.planted if not any(touches(f, p.spans) for f in findings)]
    wrong = [f for f in findings if not any(touches(f, p.spans) for p in made.planted)]
    return Outcome(
        len(made.planted) - len(missed),
        [(p.kind, sentence(made.text, p.altered[0])) for p in missed],
        [f"seed {seed}: {f.kind}: {sentence(made.text, f.start)}" for f in wrong],
    )


def test_nineteen_of_twenty_planted_mistakes_are_found() -> None:
    found = sum(outcome(seed).found for seed in SEEDS)
    missed = [each for seed in SEEDS for each in outcome(seed).missed]
    share = found / (found + len(missed))
    assert share >= 0.95, (share, Counter(kind for kind, _ in missed), missed[:20])


def test_at_most_one_finding_a_report_accuses_what_is_sound() -> None:
    wrong = [each for seed in SEEDS for each in outcome(seed).wrong]
    assert len(wrong) <= len(SEEDS), wrong[:20]


def test_sound_reports_are_hardly_ever_accused() -> None:
    wrong = {}
    for seed in SOUND:
        text = compose(seed).text
        if findings := accused(text):
            wrong[seed] = [(f.kind, sentence(text, f.start)) for f in findings]
    assert sum(map(len, wrong.values())) <= 0.2 * len(SOUND), wrong

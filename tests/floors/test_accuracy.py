"""How well reports are read: the scores of tests/bench on labelled texts do not fall below these floors."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from bench.scores import Labelled, Score, Tally, load, load_sentences, scores, tally
from plumbline.claims import as_data, read

DEV = {
    "span_value": 0.99,
    "details": 0.97,
    "who": 0.92,
    "counted": 0.78,
    "period": 0.95,
    "tuple": 0.75,
    "relations_precision": 0.97,
    "relations_recall": 0.95,
}
OWN = {
    "span_value": 0.98,
    "details": 0.95,
    "who": 0.88,
    "counted": 0.65,
    "period": 0.7,
    "tuple": 0.5,
    "relations_precision": 0.95,
    "relations_recall": 0.78,
}
MOST_FALSE = {"dev": 0.2, "own": 0.5}
"""False claims per 1,000 characters."""


def tallies(texts: Sequence[Labelled]) -> list[Tally]:
    return [tally(labelled, as_data(read(labelled.text))) for labelled in texts]


@cache
def scored(folder: Path) -> dict[str, Score]:
    texts = load(folder)
    assert texts, f"no labelled texts in {folder}"
    return scores(tallies(texts))


@pytest.mark.parametrize("name", DEV)
def test_published_reports_are_read_above_the_floor(name: str, shared: Path) -> None:
    score = scored(shared / "reports" / "dev")[name]
    assert score.value is not None
    assert score.value >= DEV[name], score


@pytest.mark.parametrize("name", OWN)
def test_the_labelled_reports_of_this_project_are_read_above_the_floor(name: str, repository: Path) -> None:
    score = scored(repository / "tests" / "reports")[name]
    assert score.value is not None
    assert score.value >= OWN[name], score


def test_published_reports_give_hardly_a_false_claim(shared: Path) -> None:
    score = scored(shared / "reports" / "dev")["false"]
    assert score.value is not None
    assert score.value <= MOST_FALSE["dev"], score


def test_the_labelled_reports_of_this_project_give_few_false_claims(repository: Path) -> None:
    score = scored(repository / "tests" / "reports")["false"]
    assert score.value is not None
    assert score.value <= MOST_FALSE["own"], score


def test_tricky_sentences_are_read_right_to_the_character(shared: Path) -> None:
    score = scores(tallies(load_sentences(shared / "reports" / "dev" / "tricky.jsonl")))["span_value"]
    assert score.value is not None
    assert score.value >= 0.98, score

"""How well claims meet figures, on sets labelled by hand from the figures' definitions (against*.txt)."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.checks import Severity
from plumbline.checks.against import Book, Match, against, matches
from plumbline.claims import Claim, Reading, read
from plumbline.cli.against import book_at
from plumbline.demo.city import whole
from plumbline.figures.mirror import schema
from plumbline.figures.mirroring import extend
from plumbline.lines import line
from tabled import book

SEED = 2020
PIECES = (
    *(
        "2020年",
        "至目前",
        "截至2020年6月30日",
        "去年",
        "，",
        "。",
        "；",
        "\n",
        "其中",
        "分别",
        "累计",
        "同比上升",
        "下降",
    ),
    *(
        "全市法院",
        "检察机关",
        "公安机关",
        "城关区法院",
        "受理",
        "审结",
        "办结",
        "在办",
        "抓获",
        "打掉",
        "结案率",
        "信访",
    ),
    *("涉黑涉恶", "涉恶", "涉毒", "案件", "刑事案件", "犯罪嫌疑人", "黑恶势力", "涉案资金", "余", "近"),
    *("113件", "1022人", "3案", "29.26亿元", "90.3%", "2个百分点"),
)
SETS = {"against.txt": 0.95, "against_a.txt": 0.95} | {f"against_{one}.txt": 0.9 for one in "bcde"}
"""Each set, and how many of those that name a figure must find it. How each was read at first is told in decision 0009."""
ANY = "~"


class Judged(NamedTuple):
    """A number of the set: where it stands, what it should name, what it was found to name."""

    where: str
    should: str
    found: str


def name_of(found: object) -> str:
    """What a match names, as the set writes it: figure/counting/scope."""
    if not isinstance(found, tuple):
        return str(found.kind)
    match: Match = found[0]
    way, scope = match.ways[0], match.scopes[0].value
    return f"{way.figure.id}/{way.counting}/{scope or '-'}"


def named(reading: Reading) -> list[str]:
    """What each claim of a text names, in order."""
    return [name_of(found) for _, found in matches(reading, book())]


@cache
def judge(name: str) -> list[Judged]:
    """Each number of a set, with what it should name and what it is found to name."""
    lines = [
        s
        for s in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        if s.strip() and not s.startswith("#")
    ]
    out = []
    for text, labels in zip(lines[::2], lines[1::2], strict=True):
        found = named(read(text))
        assert len(found) == len(labels.split()), text
        out += [Judged(f"{text}[{i}]", *pair) for i, pair in enumerate(zip(labels.split(), found, strict=True))]
    return out


@pytest.fixture(scope="module", params=SETS)
def judged(request: pytest.FixtureRequest) -> list[Judged]:
    return judge(request.param)


def test_a_set_is_large_and_about_half_of_it_names_nothing(judged: list[Judged]) -> None:
    should = Counter("/" in j.should for j in judged)
    assert sum(should.values()) >= 120
    assert 0.4 <= should[False] / len(judged) <= 0.65


@pytest.mark.parametrize("name", SETS)
def test_those_that_name_a_figure_are_matched_with_it(name: str) -> None:
    ours = [j for j in judge(name) if "/" in j.should]
    missed = [j for j in ours if j.found != j.should]
    assert len(ours) - len(missed) >= SETS[name] * len(ours), missed


def test_at_most_one_in_a_hundred_is_matched_with_a_figure_it_does_not_name(judged: list[Judged]) -> None:
    wrong = [j for j in judged if "/" in j.found and j.found != j.should]
    assert len(wrong) <= 0.01 * len(judged), wrong


def test_nine_in_ten_that_name_nothing_are_told_why(judged: list[Judged]) -> None:
    ours = [j for j in judged if "/" not in j.should]
    other = [j for j in ours if j.should not in (ANY, j.found)]
    assert len(other) <= 0.1 * len(ours), other


LED = """
matters.decided/cases/- matters.meetings/cases/- matters.instructions/cases/- matters.assigned/cases/-
"""
ON_DUTY = """
duty.police_daily/amount/- duty.volunteers_daily/amount/- arrivals.batches/cases/- arrivals.batches/persons/- duty.teams/persons/-
"""
RANKS_AND_HONOURS = """
integrity.handled/cases/- integrity.handled/persons/- honours.stations/amount/- honours.officers/amount/-
honours.units_visited/amount/- honours.persons_visited/amount/-
"""
LANZHOU = """
investigations.disbanded/cases/- investigations.cleared/amount/涉黑涉恶 investigations.caught/persons/涉黑涉恶
assets.controlled/amount/涉黑涉恶
prosecutions.received/cases/涉黑涉恶 prosecutions.received/persons/涉黑涉恶
prosecutions.concluded/cases/涉黑涉恶 prosecutions.concluded/persons/涉黑涉恶 prosecutions.pending/cases/涉黑涉恶
trials.docketed/cases/涉黑涉恶涉霸涉伞 trials.docketed/persons/涉黑涉恶涉霸涉伞
trials.concluded/cases/涉黑涉恶涉霸涉伞 trials.concluded/persons/涉黑涉恶涉霸涉伞
trials.heard_pending/cases/涉黑涉恶涉霸涉伞 trials.unheard/cases/涉黑涉恶涉霸涉伞
"""


def test_the_lanzhou_article_has_every_claim_that_is_kept_matched_and_no_other(shared: Path) -> None:
    text = (shared / "reports" / "dev" / "lanzhou-2020.txt").read_text(encoding="utf-8")
    assert [name for name in named(read(text)) if "/" in name] == (LED + ON_DUTY + LANZHOU + RANKS_AND_HONOURS).split()


@pytest.mark.parametrize("part", ["dev", "plain"])
def test_reports_of_other_places_and_matters_are_never_matched(shared: Path, part: str) -> None:
    for path in sorted((shared / "reports" / part).glob("*.txt")):
        if not path.name.startswith(("lanzhou", "policing")):
            assert [n for n in named(read(path.read_text(encoding="utf-8"))) if "/" in n] == [], path.name


def test_the_value_takes_no_part_in_the_match(repository: Path) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((repository / "tests" / "reports").glob("*.txt"))]
    texts.append((repository / "src" / "plumbline" / "demo" / "lanzhou-2020.txt").read_text(encoding="utf-8"))
    for text in texts:
        reading = read(text)
        assert named(permuted(reading, Random(7))) == named(reading)


def permuted(reading: Reading, chance: Random) -> Reading:
    """The same words, each number's value another's."""
    numbers = [c for c in reading.claims if c.kind == "quantity"]
    values = [(c.value, c.lower, c.upper, c.step) for c in numbers]
    chance.shuffle(values)
    moved = iter(values)

    def other(claim: Claim) -> Claim:
        if claim.kind != "quantity":
            return claim
        value, lower, upper, step = next(moved)
        return replace(claim, value=value or Decimal(1), lower=lower, upper=upper, step=step)

    return replace(reading, claims=tuple(other(c) for c in reading.claims))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The example city's registers, in a mirror."""
    folder = tmp_path_factory.mktemp("city")
    batches, size = [], 0
    for (line_name, kind_name), register in whole(SEED).registers.items():
        kind = line(line_name).kinds[kind_name]
        placed = register.with_columns(
            pl.Series("position", range(size, size + len(register)), dtype=pl.Int64),
            pl.col("at").cast(pl.String),
            moment=pl.lit(None, pl.Datetime("us")),
            recorded_at=pl.lit(datetime(2021, 1, 4, tzinfo=UTC)),
            entered_by=pl.lit("clerk"),
            approved_by=pl.lit("chief"),
            supersedes=pl.lit(None, pl.Int64),
        )
        batches.append((kind, placed.select(schema(kind).names).to_arrow().cast(schema(kind))))
        size += len(register)
    extend(folder / "mirror", batches, size=size, origin="example.test/city", roots={})
    return book_at(folder, None, "en")


def accused(text: str, city: Book) -> list[tuple[str, str]]:
    """What a text is found to say that the city's records do not bear out."""
    return [(f.kind, text[f.start : f.end]) for f in against(read(text), city) if f.severity is Severity.ERROR]


def test_of_the_example_report_the_records_deny_what_was_planted_and_nothing_else(city: Book, repository: Path) -> None:
    text = (repository / "src" / "plumbline" / "demo" / "lanzhou-2020.txt").read_text(encoding="utf-8")
    assert accused(text, city) == [("differs", "5案"), ("differs", "92.3%")]


def test_of_the_lanzhou_article_the_city_scaled_to_it_denies_nothing(city: Book, shared: Path) -> None:
    text = (shared / "reports" / "dev" / "lanzhou-2020.txt").read_text(encoding="utf-8")
    assert accused(text, city) == []
    held = [f.kind for f in against(read(text), city) if f.severity is Severity.OK]
    assert len(held) == len((LED + ON_DUTY + LANZHOU + RANKS_AND_HONOURS).split())


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_string_of_such_words_is_dealt_with(text: str) -> None:
    """Whatever is written, every claim gets one finding, on its own number, or none at all is asked of the book."""
    reading = read(text)
    found = list(matches(reading, book()))
    assert [c for c, _ in found] == [c for c in reading.claims if c.kind == "quantity"]

"""A walk through lines/: each folder there is examined, a new one from the minute it appears."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from plumbline import lines as house
from plumbline.lines import PARTS, line, lines, names, part
from plumbline.records.made_up import Example, token

FOLDER = Path(house.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_folder_is_a_line() -> None:
    folders = {p.name for p in FOLDER.iterdir() if p.is_dir() and not p.name.startswith("_")}
    assert folders == set(names())


@pytest.mark.parametrize("name", names())
def test_a_line_has_its_four_files(name: str) -> None:
    assert {p.stem for p in (FOLDER / name).glob("*.py")} >= set(PARTS)


@pytest.mark.parametrize("name", names())
def test_a_line_and_its_kinds_have_titles_in_both_languages(name: str) -> None:
    titles = [line(name).title, *(kind.title for kind in line(name).kinds.values())]
    for title in titles:
        assert CHINESE.search(title.zh), title
        assert title.en, title
        assert not CHINESE.search(title.en), title
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", names())
def test_a_line_has_about_a_dozen_examples_with_names_of_their_own(name: str) -> None:
    examples = part(name, "examples").EXAMPLES
    assert len(examples) >= 12
    called = [e.name for e in examples]
    assert len(set(called)) == len(called)
    for example in examples:
        assert CHINESE.search(example.name.zh), example.name
        assert CHINESE.search(example.shows.zh), example.name
        assert example.name.en.isascii(), example.name
        assert example.shows.en.isascii(), example.name


@pytest.mark.parametrize("name", names())
def test_examples_show_every_kind_of_the_line_and_no_other(name: str) -> None:
    shown = {type(record).__name__ for example in part(name, "examples").EXAMPLES for record in example.records}
    assert shown == set(line(name).kinds)


def every_example() -> list[Example]:
    return [example for each in lines() for example in part(each.name, "examples").EXAMPLES]


@pytest.mark.parametrize("example", every_example(), ids=lambda e: e.name.en)
def test_an_example_is_one_case_in_the_order_it_happened(example: Example) -> None:
    assert example.records
    assert len({(r.body, r.case) for r in example.records}) == 1
    for earlier, later in pairwise(example.records):
        assert earlier.on <= later.on, (earlier, later)


@pytest.mark.parametrize("example", every_example(), ids=lambda e: e.name.en)
def test_nothing_in_an_example_comes_before_what_it_follows(example: Example) -> None:
    for at, record in enumerate(example.records):
        before = {type(r).__name__ for r in example.records[: at + 1]}
        for kind in record.follows:
            later = [r for r in example.records[at + 1 :] if type(r).__name__ == kind]
            assert kind in before or not later, (record, kind)


def test_the_made_up_persons_have_tokens_of_the_right_form() -> None:
    made = [token(n) for n in range(300)]
    assert all(re.fullmatch(r"p_[a-z2-7]{26}", t) for t in made)
    assert len(set(made)) == 300

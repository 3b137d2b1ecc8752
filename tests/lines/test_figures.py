"""What every figure of every line must have: words in both languages, rows that say where they come from."""

import re
from collections import Counter
from datetime import date

import pytest

from lines.conftest import made_up
from lines.test_readings import FIGURES, figures_of
from plumbline.errors import NotCounted
from plumbline.figures import Figure
from plumbline.figures.asking import answer
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import line, names
from plumbline.periods import Span

CHINESE = re.compile(r"[\u4e00-\u9fff]")
UNITS = {"件", "起", "个", "人", "元", "%", "项", "天", "支", "次", "人次", "批次", "班次", "分钟", "处", "份"}
ALL = Span(date(2018, 1, 1), date(2021, 12, 31))
each_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda f: f.id)


@pytest.mark.parametrize("name", names())
def test_a_line_has_figures(name: str) -> None:
    assert figures_of(name)


@each_figure
def test_a_figure_says_what_counts_and_what_does_not_in_both_languages(figure: Figure) -> None:
    for words in (figure.definition, figure.leaves_out, figure.phrase("涉黑"), figure.phrase()):
        assert CHINESE.search(words.zh), words
        assert words.en, words
    assert not CHINESE.search(figure.definition.en + figure.leaves_out.en + figure.en)
    assert figure.definition.zh.endswith("。")
    assert figure.definition.en.endswith(".")


@each_figure
def test_a_figure_has_a_unit_and_a_body_that_reports_name(figure: Figure) -> None:
    assert figure.unit in UNITS
    assert figure.body
    assert (figure.unit == "元") == figure.amount.endswith("_fen")
    assert (figure.base is not None) if figure.unit == "%" else (figure.base is None or bool(figure.amount))


@each_figure
def test_a_scope_has_its_place_in_both_phrases_or_in_neither(figure: Figure) -> None:
    assert ("{scope}" in figure.zh) == ("{scope}" in figure.en)
    if "{scope}" not in figure.zh:
        assert not any("{scope}" in words for words in figure.also)


@pytest.mark.parametrize("name", names())
def test_no_wording_stands_for_two_figures_of_a_line(name: str) -> None:
    wordings = Counter(w.replace("{scope}", "") for f in figures_of(name) for w in {f.zh, *f.also})
    assert [w for w, times in wordings.items() if times > 1] == []


@each_figure
def test_a_figure_leads_back_to_records_of_its_line(examples: TablesOf, figure: Figure) -> None:
    found = answer(figure, examples, ALL)
    engine = found.tables[0].engine
    rows = engine.fetch(found.rows).to_pylist()
    told = made_up()
    for row in rows:
        record = told[row["position"]]
        assert type(record).__name__ in line(figure.line).kinds
        assert type(record).__module__.split(".")[-2] == figure.line
        assert record.case == row["case"]


@each_figure
def test_a_figure_with_a_scope_can_be_narrowed_and_another_refuses(examples: TablesOf, figure: Figure) -> None:
    if "{scope}" in figure.zh:
        whole = read(figure, examples, ALL).numerator
        part = read(figure, examples, ALL, scope="涉黑涉恶").numerator
        wide = read(figure, examples, ALL, scope="涉黑涉恶涉霸涉伞").numerator
        assert 0 <= part <= wide <= whole
    else:
        with pytest.raises(NotCounted):
            read(figure, examples, ALL, scope="涉黑涉恶")


@each_figure
def test_a_figure_that_counts_persons_has_as_many_as_its_records_say(examples: TablesOf, figure: Figure) -> None:
    if not figure.persons:
        with pytest.raises(NotCounted):
            read(figure, examples, ALL, counting="persons")
        return
    got = read(figure, examples, ALL, counting="persons")
    assert got.tokens + got.headcount == got.numerator


@each_figure
def test_a_figure_splits_over_bodies_without_rest(examples: TablesOf, figure: Figure) -> None:
    rows = answer(figure, examples, ALL).rows
    bodies = (
        answer(figure, examples, ALL).tables[0].engine.fetch(rows.select("body").distinct()).column("body").to_pylist()
    )
    whole = read(figure, examples, ALL).numerator
    assert sum(read(figure, examples, ALL, body=body).numerator for body in bodies) == whole

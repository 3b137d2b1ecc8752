"""Each figure of each line has its query by hand; both give what was counted on paper, and one number on the city."""

from collections.abc import Iterator

import duckdb
import pytest

from bench.books import CITY, book
from bench.by_hand import Peer, connected, peers
from bench.figures import PERIOD, by_hand, here
from lines.conftest import made_up
from lines.expected import EXPECTED, Expected
from mirrors import written
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.opening import open_mirror
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, kinds, names

CATALOGUE = Catalogue(figures())
City = tuple[duckdb.DuckDBPyConnection, TablesOf]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("made")
    with connected(folder, written(folder, made_up())) as connection:
        yield connection


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    folder = tmp_path_factory.mktemp("city")
    with connected(folder, book(folder, CITY)) as connection:
        yield connection, open_mirror(folder, kinds()).tables


def of(expected: Expected) -> Peer:
    asked = Catalogue([CATALOGUE[expected.figure]])
    return next(p for p in peers(asked, expected.period) if p.counting == expected.counting)


def test_every_figure_has_its_query() -> None:
    assert [(p.figure, p.counting) for p in peers(CATALOGUE, PERIOD) if not p.sql] == []


@pytest.mark.parametrize("expected", [e for e in EXPECTED if not e.scope], ids=str)
def test_a_query_gives_what_was_counted_on_paper(made: duckdb.DuckDBPyConnection, expected: Expected) -> None:
    got = by_hand(made, of(expected))
    assert got == (expected.numerator, expected.denominator)[: len(got)]


@pytest.mark.parametrize("line", names())
def test_a_query_and_its_figure_give_one_number_on_the_city(city: City, line: str) -> None:
    connection, tables = city
    found = peers(Catalogue(CATALOGUE.of_line(line)), PERIOD)
    wanted = {(p.figure, p.counting): by_hand(connection, p) for p in found}
    assert {
        (p.figure, p.counting): here(CATALOGUE, tables, p)[: len(wanted[p.figure, p.counting])] for p in found
    } == wanted


def test_a_share_is_asked_for_with_what_it_is_divided_by(made: duckdb.DuckDBPyConnection) -> None:
    found = peers(CATALOGUE, PERIOD)
    assert [p.figure for p in found if CATALOGUE[p.figure].base and len(by_hand(made, p)) != 2] == []

"""Covering: distances known from elsewhere, small cases worked out by hand, and the best choice among all choices."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.solvers.covering import Spot, cover, metres

DEGREE = 111_195
"""Metres of one degree along a meridian of a sphere of the earth's mean radius: 2 pi r / 360."""


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (1, 0), DEGREE),
        ((36, 103), (36, 104), DEGREE * 0.809),  # cos 36 degrees
        ((60, 0), (60, 1), DEGREE * 0.5),
        ((0, 179.5), (0, -179.5), DEGREE),
        ((90, 0), (-90, 0), DEGREE * 180),
    ],
)
def test_distances_on_the_sphere(a, b, apart):
    got = metres(Spot("a", *a), Spot("b", *b))
    assert got == pytest.approx(apart, rel=1e-3)
    assert metres(Spot("b", *b), Spot("a", *a)) == got


def line(*codes_and_north):
    """Spots on one meridian, by how many hundredths of a degree (1,112 m) they lie north."""
    return [Spot(code, north / 100, 103.8) for code, north in codes_and_north]


CELLS = line(("a", 0), ("b", 1), ("c", 2), ("d", 10), ("e", 11), ("f", 50))
STATIONS = line(("S", 0), ("T", 1), ("U", 10.5), ("V", 30))
WEIGHTS = {"a": 5, "b": 1, "c": 3, "d": 4, "e": 2, "f": 9}


def test_one_station_is_put_where_the_most_calls_are():
    # within 1.2 km T reaches a, b, c (9), S reaches a, b (6), U reaches d, e (6)
    found = cover(CELLS, WEIGHTS, STATIONS, 1_200, 1)
    assert found.chosen == ("T",)
    assert (found.covered, found.total) == (9, 24)
    assert found.uncovered == ("f", "d", "e")


def test_two_stations_and_who_serves_whom():
    found = cover(CELLS, WEIGHTS, STATIONS, 1_200, 2)
    assert found.chosen == ("T", "U")
    assert found.covered == 15
    assert found.served == {"a": "T", "b": "T", "c": "T", "d": "U", "e": "U"}


def test_no_station_is_chosen_that_adds_nothing():
    assert cover(CELLS, WEIGHTS, STATIONS, 1_200, 4).chosen == ("T", "U")
    assert cover(CELLS, {}, STATIONS, 1_200, 4).chosen == ()


def test_nothing_to_choose_from_and_none_to_be_chosen():
    assert cover(CELLS, WEIGHTS, [], 1_200, 3).covered == 0
    assert cover(CELLS, WEIGHTS, STATIONS, 1_200, 0).uncovered == ("f", "a", "d", "c", "e", "b")
    assert cover([], {}, STATIONS, 1_200, 2) == ((), 0, 0, {}, (), True)


def test_a_cell_right_at_the_distance_is_covered():
    here, there = line(("here", 0), ("there", 3))
    apart = metres(here, there)
    assert cover([here], {"here": 1}, [there], apart, 1).covered == 1
    assert cover([here], {"here": 1}, [there], apart * 0.999_999, 1).covered == 0


@pytest.mark.parametrize(("weights", "within", "number"), [({"a": -1}, 1, 1), ({}, -1, 1), ({}, 1, -1)])
def test_less_than_nothing_is_refused(weights, within, number):
    with pytest.raises(ValueError, match="0 or more"):
        cover(CELLS, weights, STATIONS, within, number)


degrees = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda at: (36 + at[0] / 1000, 103.8 + at[1] / 1000))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(degrees, st.integers(0, 9)), max_size=9),
    st.lists(degrees, max_size=7),
    st.integers(0, 4),
    st.integers(0, 3_000),
)
def test_no_other_choice_covers_more(demand, places, number, within):
    cells = [Spot(f"c{i}", *at) for i, (at, _) in enumerate(demand)]
    weights = {f"c{i}": weight for i, (_, weight) in enumerate(demand)}
    stations = [Spot(f"s{i}", *at) for i, at in enumerate(places)]

    def reached(some):
        return sum(weights[c.code] for c in cells if any(metres(c, s) <= within for s in some))

    found = cover(cells, weights, stations, within, number)
    choices = [some for n in range(number + 1) for some in combinations(stations, n)]
    assert found.proved
    assert found.covered == max(map(reached, choices))
    assert found.covered == reached([s for s in stations if s.code in found.chosen])
    fewest = min(len(some) for some in choices if reached(some) == found.covered)
    assert len(found.chosen) == fewest

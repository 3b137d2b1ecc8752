"""Placings: on small problems as good as trying everything; never over capacity; what stands in the way is named."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plumbline.solvers.placements import Batch, Full, Part, Site, Stays, Taken, Why, full, held
from plumbline.solvers.placing import place, why

FIRST = date(2020, 3, 1)


def day(n: int) -> date:
    return FIRST + timedelta(days=n)


def batch(code: str, persons: int, comes: int, leaves: int) -> Batch:
    return Batch(code, persons, day(comes), day(leaves))


def too_full(stays: Stays, parts: list[Part]) -> bool:
    """Whether a site holds more than it may on any day, or a part is at a site not open: told day by day."""
    by_code = {b.code: b for b in stays.batches}
    for site, n in product(stays.sites, range(-1, 12)):
        today = day(n)
        here = [p for p in parts if p.site == site.code and by_code[p.batch].comes <= today <= by_code[p.batch].leaves]
        there = [t for t in stays.taken if t.site == site.code and t.comes <= today <= t.leaves]
        shut = (site.opens and today < site.opens) or (site.closes and today > site.closes)
        if here and (shut or sum(p.persons for p in here) + sum(t.persons for t in there) > site.capacity):
            return True
    return False


def ways(of: Batch, sites: tuple[Site, ...]) -> Iterator[list[Part]]:
    for numbers in product(range(of.persons + 1), repeat=len(sites)):
        if sum(numbers) <= of.persons:
            yield [Part(of.code, site.code, n) for site, n in zip(sites, numbers, strict=True) if n]


def worth(stays: Stays, parts: list[Part]) -> tuple[int, int, int]:
    """Who has no place, batches split, parts."""
    codes = [part.batch for part in parts]
    split = sum(codes.count(code) > 1 for code in set(codes))
    return sum(b.persons for b in stays.batches) - sum(p.persons for p in parts), split, len(parts)


def best_by_trying(stays: Stays) -> tuple[int, int, int]:
    tried = ([*chain(*each)] for each in product(*(list(ways(b, stays.sites)) for b in stays.batches)))
    return min(worth(stays, parts) for parts in tried if not too_full(stays, parts))


@st.composite
def small(draw: st.DrawFn, most_persons: int, most_batches: int) -> Stays:
    def stay() -> tuple[int, int]:
        comes = draw(st.integers(0, 5))
        return comes, comes + draw(st.integers(0, 4))

    batches = tuple(
        batch(f"批{i}", draw(st.integers(1, most_persons)), *stay()) for i in range(draw(st.integers(1, most_batches)))
    )
    opens = st.none() | st.integers(0, 3).map(day)
    closes = st.none() | st.integers(4, 9).map(day)
    sites = tuple(Site(f"点{i}", draw(st.integers(0, most_persons + 1)), draw(opens), draw(closes)) for i in range(2))
    taken = (Taken("点0", draw(st.integers(0, 2)), day(0), day(3)),)
    return Stays(batches, sites, taken)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small(most_persons=4, most_batches=2))
def test_no_placing_is_better(stays: Stays) -> None:
    found = place(stays)
    assert found.proved
    assert worth(stays, list(found.parts)) == best_by_trying(stays)
    assert found.total == worth(stays, list(found.parts))[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small(most_persons=60, most_batches=6))
def test_no_site_ever_holds_more_than_it_may(stays: Stays) -> None:
    found = place(stays, 1)
    assert not too_full(stays, list(found.parts))
    sent = {b.code: sum(p.persons for p in found.parts if p.batch == b.code) for b in stays.batches}
    assert all(sent[b.code] + found.left.get(b.code, 0) == b.persons for b in stays.batches)


def test_a_batch_is_kept_together_where_it_can_be() -> None:
    stays = Stays((batch("甲1", 30, 0, 5), batch("乙2", 50, 1, 6)), (Site("点1", 50), Site("点2", 40)))
    found = place(stays)
    assert set(found.parts) == {Part("甲1", "点2", 30), Part("乙2", "点1", 50)}
    assert found.split == []


def test_a_batch_too_large_for_any_site_is_split() -> None:
    found = place(Stays((batch("甲1", 70, 0, 5),), (Site("点1", 50), Site("点2", 40))))
    assert found.split == ["甲1"]
    assert found.left == {}


def test_the_day_of_leaving_counts_unless_it_is_said_not_to() -> None:
    stays = Stays((batch("甲1", 40, 0, 5), batch("乙2", 40, 5, 9)), (Site("点1", 40),))
    found = place(stays)
    assert found.total == 40
    (told,) = why(stays, found)
    assert dict(told.rules) == {"capacity": 0, "same_day": 0}
    assert full(stays) == [Full(day(5), 80, 40)]
    assert place(Stays(stays.batches, stays.sites, same_day=True)).total == 0


def test_a_site_that_opens_too_late_is_named() -> None:
    stays = Stays((batch("甲1", 30, 0, 5),), (Site("点1", 10), Site("点2", 20, opens=day(2))))
    found = place(stays)
    assert found.left == {"甲1": 20}
    assert why(stays, found) == [Why("甲1", 20, (("capacity", 0), ("opening", 0)))]


def test_who_is_there_already_keeps_the_place() -> None:
    stays = Stays((batch("甲1", 30, 2, 5),), (Site("点1", 40),), (Taken("点1", 15, day(0), day(2)),))
    found = place(stays)
    assert found.left == {"甲1": 5}
    assert held(stays, found.parts)["点1", day(2)] == 40
    assert held(stays, found.parts)["点1", day(3)] == 25

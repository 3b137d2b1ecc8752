"""Rosters: on small problems as good as trying everything; never against a rule; what binds is named."""

from datetime import date, datetime, time, timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plumbline.solvers.binding import Lifted, why
from plumbline.solvers.rostering import roster
from plumbline.solvers.rosters import Duty, Need, Rest, Roster, Shift, Unit

FIRST = date(2020, 2, 3)
DAY, NIGHT = Shift("白", time(8), 720), Shift("夜", time(20), 720, True)
SHIFTS = {"白": DAY, "夜": NIGHT}
Worked = set[tuple[str, date, str]]


def days(n: int) -> list[date]:
    return [FIRST + timedelta(days=i) for i in range(n)]


def unit(code: str, number: int, n: int, *duties: str) -> Unit:
    return Unit(code, dict.fromkeys(days(n), number), frozenset(duties))


def every(n: int, strength: int, *shifts: str, post: str = "岗1") -> tuple[Need, ...]:
    return tuple(Need(day, shift, post, strength) for day in days(n) for shift in shifts or ("白", "夜"))


def broken(worked: Worked, rest: Rest) -> list[str]:
    """What a set of units' shifts breaks, told another way than the solver is: by walking along each unit's shifts."""
    found = []
    for code in {code for code, _, _ in worked}:
        own = sorted((day, SHIFTS[s].begins, SHIFTS[s]) for c, day, s in worked if c == code)
        begins = [datetime.combine(day, at) for day, at, _ in own]
        ends = [b + timedelta(minutes=s.minutes) for b, (_, _, s) in zip(begins, own, strict=True)]
        gaps = [later - end for end, later in zip(ends, begins[1:], strict=False)]
        found += ["rest" for gap in gaps if gap < timedelta(hours=rest.hours or 0)]
        for day in {day for day, _, _ in own}:
            within = [d for d, _, _ in own if day <= d <= day + timedelta(days=6)]
            found += ["week"] if rest.shifts_in_7_days is not None and len(within) > rest.shifts_in_7_days else []
            row = 0
            while (code, day + timedelta(days=row), "夜") in worked:
                row += 1
            found += ["nights"] if rest.nights_in_a_row is not None and row > rest.nights_in_a_row else []
    return found


def worked_in(found: Roster) -> Worked:
    return {(g.unit, g.need.day, g.need.shift) for g in found.given}


def least_by_trying(duty: Duty) -> int:
    """The fewest lacking over all ways of sending units to shifts, where every unit may do every duty."""
    slots = sorted({(need.day, need.shift) for need in duty.needs})
    places = [(u.code, day, shift) for u in duty.units for day, shift in slots]
    best = sum(need.strength for need in duty.needs)
    for picked in product((False, True), repeat=len(places)):
        worked = {place for place, taken in zip(places, picked, strict=True) if taken}
        if not broken(worked, duty.rest):
            best = min(best, sum(_lacking(duty, worked, day, shift) for day, shift in slots))
    return best


def _lacking(duty: Duty, worked: Worked, day: date, shift: str) -> int:
    wanted = sum(need.strength for need in duty.needs if (need.day, need.shift) == (day, shift))
    there = sum(u.available.get(day, 0) for u in duty.units if (u.code, day, shift) in worked)
    return max(wanted - there, 0)


RULES = st.builds(
    Rest,
    hours=st.sampled_from((None, 12, 24, 36)),
    shifts_in_7_days=st.sampled_from((None, 1, 2)),
    nights_in_a_row=st.sampled_from((None, 0, 1)),
)


@st.composite
def small(draw: st.DrawFn, most_days: int, most_units: int) -> Duty:
    n = draw(st.integers(1, most_days))
    strengths = st.integers(1, 5)
    needs = tuple(
        Need(day, shift, post, draw(strengths)) for day in days(n) for shift in ("白", "夜") for post in ("岗1", "岗2")
    )
    units = tuple(unit(f"{i}队", draw(st.integers(0, 6)), n) for i in range(draw(st.integers(1, most_units))))
    return Duty(SHIFTS, needs, units, draw(RULES))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small(most_days=3, most_units=1) | small(most_days=2, most_units=2))
def test_no_fewer_can_lack_than_in_the_roster(duty: Duty) -> None:
    found = roster(duty)
    assert found.proved
    assert found.total == least_by_trying(duty)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small(most_days=8, most_units=3), st.sampled_from((1, 1e-6)))
def test_no_rule_is_ever_broken_however_short_the_time(duty: Duty, seconds: float) -> None:
    found = roster(duty, seconds)
    assert broken(worked_in(found), duty.rest) == []
    available = {(u.code, day): n for u in duty.units for day, n in u.available.items()}
    for code, day, shift in worked_in(found):
        sent = sum(g.persons for g in found.given if (g.unit, g.need.day, g.need.shift) == (code, day, shift))
        assert sent <= available[code, day]
    for need in duty.needs:
        sent = sum(g.persons for g in found.given if g.need == need)
        assert sent + found.short.get(need, 0) == need.strength


def test_two_overlapping_shifts_are_never_one_units_even_without_rules() -> None:
    shifts = {"早": Shift("早", time(8), 480), "中": Shift("中", time(12), 480)}
    duty = Duty(shifts, every(1, 2, "早", "中"), (unit("一队", 4, 1),), Rest())
    found = roster(duty)
    assert found.total == 2
    assert why(duty, found)[0] == ()


def test_the_post_told_first_is_filled_first() -> None:
    needs = (Need(FIRST, "白", "后写先满", 3), Need(FIRST, "白", "次之", 3))
    found = roster(Duty(SHIFTS, needs, (unit("一队", 4, 1),), Rest()))
    assert found.short == {needs[1]: 2}
    assert [(g.need.post, g.persons) for g in found.given] == [("后写先满", 3), ("次之", 1)]


def test_shifts_are_evened_out() -> None:
    duty = Duty(SHIFTS, every(4, 2, "白"), (unit("一队", 2, 4), unit("二队", 2, 4)), Rest())
    found = roster(duty)
    each = [sum(code == c for c, _, _ in worked_in(found)) for code in ("一队", "二队")]
    assert each == [2, 2]


def test_rest_is_named_where_it_binds() -> None:
    """One unit, a day and a night: with twelve hours between shifts it can do both in turn only if it need not rest."""
    duty = Duty(SHIFTS, every(1, 3), (unit("一队", 3, 1),), Rest(hours=12, shifts_in_7_days=6))
    found = roster(duty)
    assert found.total == 3
    lifted, (short,) = why(duty, found)
    assert lifted == (Lifted("rest", 0),)
    assert short.rules == (Lifted("rest", 0),)


def test_shifts_in_seven_days_are_named_where_they_bind() -> None:
    """Eight day shifts, five in any seven days: two of the days that both windows have are left out."""
    duty = Duty(SHIFTS, every(8, 1, "白"), (unit("一队", 1, 8),), Rest(shifts_in_7_days=5))
    found = roster(duty)
    assert found.total == 2
    assert why(duty, found)[0] == (Lifted("week", 0),)


def test_nights_in_a_row_are_named_where_they_bind() -> None:
    """Five nights, no more than two in a row: every third is left out, here one."""
    duty = Duty(SHIFTS, every(5, 1, "夜"), (unit("一队", 1, 5),), Rest(hours=8, nights_in_a_row=2))
    found = roster(duty)
    assert found.total == 1
    assert why(duty, found)[0] == (Lifted("nights", 0),)


def test_numbers_are_named_where_no_rule_of_rest_is_to_blame() -> None:
    duty = Duty(SHIFTS, every(1, 5, "白"), (unit("一队", 3, 1),), Rest(hours=12, shifts_in_7_days=5))
    found = roster(duty)
    lifted, (short,) = why(duty, found)
    assert (found.total, lifted, short.rules) == (2, (Lifted("numbers", 0),), (Lifted("numbers", 0),))


def test_kinds_of_duty_are_named_where_the_others_may_not_stand_in() -> None:
    needs = (Need(FIRST, "白", "卡口1", 4, "卡口"), Need(FIRST, "白", "巡线1", 2, "巡逻"))
    duty = Duty(SHIFTS, needs, (unit("一队", 4, 1, "巡逻"), unit("二队", 3, 1, "卡口", "巡逻")), Rest())
    found = roster(duty)
    assert found.short == {needs[0]: 1}
    lifted, (short,) = why(duty, found)
    assert Lifted("duties", 0) in lifted
    assert short.rules == (Lifted("numbers", 0), Lifted("duties", 0))


def test_where_no_rule_is_to_blame_none_is_named() -> None:
    """There is no unit at all."""
    duty = Duty(SHIFTS, (Need(FIRST, "白", "岗1", 3), Need(FIRST, "夜", "岗1", 3)), (), Rest(hours=12))
    found = roster(duty)
    lifted, whys = why(duty, found)
    assert (found.total, lifted) == (6, ())
    assert [(each.short, each.rules, each.worked_out) for each in whys] == [(3, (), True), (3, (), True)]

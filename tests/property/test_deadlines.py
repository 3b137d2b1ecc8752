"""The law counts one clock; the columns count all at once. Both must say the same of any clock there can be."""

from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockwork import as_frames
from plumbline.figures.deadlines import judged
from plumbline.figures.holidays import published
from plumbline.law import (
    Clock,
    Days,
    Extension,
    Grant,
    Hours,
    Limit,
    Moment,
    Months,
    Pause,
    WorkingDays,
    deadline,
    limit,
)
from plumbline.law.editions import CPL, SX_2000

WORDS = {
    "starts": ("始", "start"),
    "stops": ("止", "stop"),
    "article": SX_2000(1),
    "zh": "甲",
    "en": "a",
    "sort": "case",
}
GRANTED = (
    Extension("甲", "one", Months(1), ("上一级检察院",)),
    Extension("乙", "two", Months(2), ("省级检察院",)),
    Extension("丙", "three", Months(2), ("省级检察院",), after="乙"),
    Extension("丁", "four", Months(1), ("最高法院", "高级法院"), times=None, most=3),
    Extension("戊", "five", Days(15)),
)
APPROVERS = ["上一级检察院", "省级检察院", "最高法院", "县级公安机关负责人", None]


def made(**terms: Any) -> Limit:
    def clocks() -> None: ...

    return limit(rule="X", **(WORDS | terms))(clocks)


LIMITS = {
    "months": made(length=Months(2), extensions=GRANTED),
    "held": made(length=Months(2), extensions=GRANTED, holidays=False),
    "court": made(length=Months(2), at_most=Months(3), extensions=GRANTED, month_rules=("court",)),
    "police": made(length=Months(1), extensions=GRANTED, month_rules=("police",)),
    "longer": made(length=Days(20), at_most=Months(1, half=True), at_most_when=("可", "may")),
    "half": made(length=Months(1, half=True), extensions=GRANTED[-1:]),
    "days": made(length=Days(3), at_most=Days(7), at_most_when=("可", "may"), holidays=False, by_the_clock=True),
    "hours": made(length=Hours(24)),
    "working": made(length=WorkingDays(20)),
    "edition": made(length=Months(2), article=CPL(156), holidays=False),
}
ODD = [
    date(2020, 1, 31),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 12, 30),
    date(2021, 2, 28),
    date(2019, 9, 24),
]
MANY = 400


class Chance:
    """Clocks at random, crowded where rules differ: ends of months, long holidays, the last year published."""

    def __init__(self, seed: int) -> None:
        self.r = Random(seed)

    def day(self) -> date:
        first, last = self.r.choice(
            [
                (date(2017, 1, 1), date(2026, 12, 31)),
                (date(2019, 12, 1), date(2020, 3, 5)),
                (date(2026, 6, 1), date(2026, 12, 31)),
            ]
        )
        return self.r.choice([first + timedelta(self.r.randrange((last - first).days + 1)), *self.r.sample(ODD, 1)])

    def at(self) -> time | None:
        spots = [
            None,
            time(0),
            time(10),
            time(23, 59, 59),
            time(self.r.randrange(24), self.r.randrange(60), self.r.randrange(60)),
        ]
        return self.r.choice(spots)

    def near(self, day: date) -> date:
        return day + timedelta(self.r.choice([self.r.randrange(400), self.r.randrange(5), self.r.randrange(55, 65)]))

    def grant(self, day: date) -> Grant:
        name, approver = self.r.choice([x.name for x in GRANTED] + ["他"]), self.r.choice(APPROVERS)
        return Grant(name, approver, self.near(day), self.r.randrange(5))

    def pause(self, day: date) -> Pause:
        first = self.near(day)
        return Pause(first, first + timedelta(self.r.randrange(-2, 60)))

    def clock(self) -> Clock:
        begins = Moment(self.day(), self.at())
        grants = tuple(self.grant(begins.on) for _ in range(self.r.randrange(6)))
        pauses = tuple(self.pause(begins.on) for _ in range(self.r.choice([0, 0, 1, 2, 3])))
        stops = self.r.choice([None, Moment(self.near(begins.on), self.at())])
        early = self.r.choice([None, begins.on - timedelta(self.r.randrange(1, 40))])
        held, longer = self.r.choice([True, False, None]), self.r.choice([True, False])
        return Clock("案", "院", begins, stops, None, early, grants, pauses, held, longer)


def counted(limit: Limit, clock: Clock, day: date) -> dict[str, Any]:
    d = deadline(limit, clock, day, published())
    if d.ends is None:
        return {"state": d.state, "due": None, "earliest": None, "latest": None}
    found = {"state": d.state, "due": d.ends.due, "earliest": d.ends.earliest, "latest": d.ends.latest}
    void = sum(j.void is not None for j in d.ends.grants)
    return found | {"paused": d.ends.paused, "void": void, "late": len(d.ends.late)}


def rows(limit: Limit, some: list[Clock], day: date) -> list[dict[str, Any]]:
    return judged(limit, as_frames(some), day, published()).sort("position").to_dicts()


@pytest.mark.parametrize("name", LIMITS)
@settings(max_examples=settings().max_examples // 50 or 1)
@given(seed=st.integers(0, 2**32))
def test_one_by_one_and_in_columns_are_the_same(name: str, seed: int) -> None:
    chance = Chance(seed)
    some, day = [chance.clock() for _ in range(MANY)], chance.near(chance.day())
    found = rows(LIMITS[name], some, day)
    assert len(found) == MANY
    for clock, row in zip(some, found, strict=True):
        for key, value in counted(LIMITS[name], clock, day).items():
            assert row[key] == value, (key, clock, row)


@given(begins=st.dates(date(2018, 10, 26), date(2026, 12, 31)))
def test_two_months_are_never_shorter_than_59_days_nor_longer_than_62(begins: date) -> None:
    d = deadline(LIMITS["held"], Clock("案", "院", Moment(begins)), begins, published())
    assert d.ends is not None
    assert d.ends.latest is not None
    assert timedelta(59) <= d.ends.earliest.date() - begins <= d.ends.latest.date() - begins <= timedelta(62)

"""Where each limit ends, worked out by hand from its article: the day before, the day, the day after.

Days off that matter here: 24 January to 2 February 2020 (Spring Festival, prolonged), 1 to 8 October 2020 (10 October, a
Saturday, worked), 1 to 3 January 2021, 1 to 7 October 2021. 2020 is a leap year; the holidays of 2027 are not published.
"""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import pytest

from plumbline.figures.holidays import published
from plumbline.law import Clock, Deadline, Grant, Limit, Moment, deadline
from plumbline.lines import limits, names

LIMITS: dict[str, Limit] = {limit.id: limit for name in names() for limit in limits(name)}


class Case(NamedTuple):
    """A limit, the day it begins, its earliest and its latest end, and what else is recorded."""

    limit: str
    begins: str
    earliest: str
    latest: str
    also: dict[str, Any] = {}  # noqa: RUF012  # read only


HELD, LONGER, UNKNOWN = {"held": True}, {"longer": True}, {"held": None}
MONTH = ("侦查延长一个月", "上一级检察院")
TWO = ("侦查延长二个月", "省级检察院")
HALF, TRIAL = ("审查起诉延长", "本级检察院"), ("审判延长三个月", "上一级法院")
AGAIN = ("重刑再延长二个月", "省级检察院")


def granted(*grants: tuple[str, str | None, str] | tuple[str, str | None, str, int], **also: Any) -> dict[str, Any]:
    return {"grants": tuple(Grant(name, by, date.fromisoformat(on), *n) for name, by, on, *n in grants), **also}


CASES = (
    # Detention: 1 April and three, seven, thirty days; and what stands until arrest.
    Case("custody.asked", "2020-04-01", "2020-04-04", "2020-04-04", HELD),
    Case("custody.asked", "2020-04-01", "2020-04-08", "2020-04-08", HELD | LONGER),
    Case("custody.asked", "2020-02-26", "2020-02-29", "2020-02-29", HELD),
    Case("custody.asked", "2019-02-26", "2019-03-01", "2019-03-01", HELD),
    Case("custody.asked_in_thirty", "2020-04-01", "2020-05-01", "2020-05-01", HELD),
    Case("custody.decided", "2020-09-28", "2020-10-05", "2020-10-05", HELD),
    Case("custody.decided_free", "2020-09-16", "2020-10-09", "2020-10-09"),
    Case("custody.detention", "2020-04-01", "2020-04-11", "2020-04-11", HELD),
    Case("custody.detention", "2020-04-01", "2020-04-15", "2020-04-15", HELD | LONGER),
    Case("custody.long_detention", "2020-04-01", "2020-05-08", "2020-05-08", HELD),
    Case("custody.detention_by_procuratorate", "2020-09-20", "2020-10-07", "2020-10-07", HELD),
    Case("custody.detention_on_transfer", "2020-02-16", "2020-03-01", "2020-03-01", HELD),
    # Custody after arrest: two months in both readings, one after the other or from the first day.
    Case("custody.investigation", "2020-01-15", "2020-03-15", "2020-03-15", HELD),
    Case("custody.investigation", "2020-08-02", "2020-10-02", "2020-10-02", HELD),
    Case("custody.investigation", "2019-12-29", "2020-02-29", "2020-02-29", HELD),
    Case("custody.investigation", "2020-02-29", "2020-04-29", "2020-04-30", HELD),
    Case("custody.investigation", "2020-11-30", "2021-01-30", "2021-01-31", HELD),
    Case("custody.investigation", "2020-12-31", "2021-03-28", "2021-03-31", granted((*MONTH, "2021-02-20"), **HELD)),
    Case("custody.investigation", "2020-12-29", "2021-03-28", "2021-03-31", granted((*MONTH, "2021-02-20"), **HELD)),
    Case("custody.investigation", "2020-02-28", "2020-05-28", "2020-05-28", granted((*MONTH, "2020-04-20"), **HELD)),
    Case(
        "custody.investigation", "2020-01-15", "2020-08-15", "2020-08-15",
        granted((*MONTH, "2020-03-10"), (*TWO, "2020-04-10"), (*AGAIN, "2020-06-10"), **HELD),
    ),
    Case("custody.review", "2020-01-15", "2020-03-01", "2020-03-01", granted((*HALF, "2020-02-14"), **HELD)),
    Case("custody.further_investigation", "2020-09-05", "2020-10-05", "2020-10-05", HELD),
    Case("custody.trial", "2020-07-01", "2020-10-01", "2020-10-01", HELD),
    Case("custody.trial", "2020-07-01", "2021-01-01", "2021-01-01", granted((*TRIAL, "2020-09-10"), **HELD)),
    Case("custody.appeal", "2020-08-31", "2020-10-31", "2020-10-31", HELD),
    Case("custody.bail", "2020-10-05", "2021-10-08", "2021-10-08"),
    Case("custody.bail", "2020-10-12", "2021-05-06", "2021-10-12", {"begins_early": date(2020, 5, 6)}),
    Case("custody.surveillance", "2020-04-01", "2020-10-09", "2020-10-09"),
    # Review for prosecution: custody not recorded, so a holiday moves the latest end only.
    Case("prosecutions.review", "2019-12-31", "2020-01-31", "2020-02-03", UNKNOWN),
    Case("prosecutions.review", "2020-01-15", "2020-03-01", "2020-03-02", granted(("延长十五日", None, "2020-02-14"), **UNKNOWN)),
    Case("prosecutions.fast_review", "2020-09-22", "2020-10-02", "2020-10-09", UNKNOWN),
    Case("prosecutions.fast_review", "2020-09-22", "2020-10-07", "2020-10-09", UNKNOWN | LONGER),
    Case("prosecutions.further_investigation", "2020-01-31", "2020-02-29", "2020-03-02", UNKNOWN),
    # Trials: the courts' rule on months alone.
    Case("trials.first_instance", "2020-07-01", "2020-10-01", "2020-10-01", HELD),
    Case("trials.first_instance", "2020-07-01", "2020-10-09", "2020-10-09"),
    Case("trials.first_instance", "2020-07-01", "2021-01-04", "2021-01-04", granted(("批准延长", "上一级法院", "2020-09-10", 3))),
    Case(
        "trials.first_instance", "2020-07-01", "2021-04-01", "2021-04-01",
        granted(("批准延长", "上一级法院", "2020-09-10", 3), ("最高法院批准延长", "最高法院", "2020-12-10", 3)),
    ),
    Case("trials.private_held", "2020-07-01", "2020-10-01", "2020-10-01", HELD),
    Case("trials.private_free", "2020-04-07", "2020-10-09", "2020-10-09"),
    Case("trials.private_free", "2020-04-07", "2021-01-07", "2021-01-07", granted(("批准延长", "本院院长", "2020-09-10", 3))),
    Case("trials.summary", "2020-09-14", "2020-10-09", "2020-10-09"),
    Case("trials.summary", "2020-08-17", "2020-10-09", "2020-10-09", LONGER),
    Case("trials.fast_track", "2020-09-21", "2020-10-09", "2020-10-09"),
    Case("trials.fast_track", "2020-02-14", "2020-02-29", "2020-02-29", HELD | LONGER),
    Case("trials.investigation_during_trial", "2020-04-30", "2020-05-30", "2020-05-31", HELD),
    Case("trials.second_instance", "2020-08-05", "2020-10-09", "2020-10-09"),
    Case("trials.second_instance", "2020-08-05", "2020-12-07", "2020-12-07", granted(("批准延长", "高级法院", "2020-09-10", 2))),
    Case("trials.retrial", "2020-04-03", "2020-10-09", "2020-10-09"),
    # Property frozen by the police.
    Case("assets.money_frozen", "2020-09-30", "2021-03-30", "2021-03-31"),
    Case("assets.money_frozen", "2020-10-05", "2021-10-08", "2021-10-08", LONGER),
    Case("assets.money_frozen", "2020-09-30", "2021-09-30", "2021-09-30", granted(("续行冻结", None, "2021-03-20"))),
    Case("assets.securities_frozen", "2020-10-09", "2022-10-09", "2022-10-09"),
    # Confirmation of a mediation agreement: thirty days to apply, three to answer, fifteen (and ten) or thirty to decide.
    Case("disputes.applied", "2020-04-20", "2020-05-20", "2020-05-20"),
    Case("disputes.applied", "2020-09-05", "2020-10-09", "2020-10-09"),
    Case("disputes.accepted", "2020-01-17", "2020-01-20", "2020-01-20"),
    Case("disputes.accepted", "2020-09-29", "2020-10-09", "2020-10-09"),
    Case("disputes.decided", "2020-10-28", "2020-11-12", "2020-11-12"),
    Case("disputes.decided", "2020-09-02", "2020-09-27", "2020-09-27", granted(("批准延长十日", "本院院长", "2020-09-15"))),
    Case("disputes.decided_before_2022", "2020-10-28", "2020-11-27", "2020-11-27"),
    Case(
        "disputes.decided_before_2022", "2020-09-02", "2020-10-12", "2020-10-12",
        granted(("批准延长（按批准日数）", "本院院长", "2020-09-15", 10)),
    ),
    Case("disputes.decided_since_2022", "2022-01-04", "2022-02-07", "2022-02-07"),
    Case(
        "disputes.decided_since_2022", "2022-03-01", "2022-04-11", "2022-04-11",
        granted(("批准延长（按批准日数）", "本院院长", "2022-03-20", 10)),
    ),
)  # fmt: skip
HOURS = ("housed", "told_of_detention", "told_of_arrest", "heard_after_detention", "heard_after_arrest")
"""24 hours each; from 1 April 2020, 10:20, they end at 10:20, or counted from the next full hour at 11:00."""


def applied(case: Case, stops: date | None, day: date = date(2026, 12, 31)) -> Deadline:
    clock = Clock("案", "院", Moment(date.fromisoformat(case.begins)), stops and Moment(stops), **case.also)
    return deadline(LIMITS[case.limit], clock, day, published())


def test_every_limit_is_worked_out() -> None:
    assert LIMITS.keys() == {case.limit for case in CASES} | {f"custody.{name}" for name in HOURS}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.limit}-{c.begins}-{c.latest}")
def test_ends(case: Case) -> None:
    found = applied(case, None).ends
    assert found is not None
    assert found.latest is not None
    assert (str(found.earliest.date()), str(found.latest.date())) == (case.earliest, case.latest)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.limit}-{c.begins}-{c.latest}")
def test_stopped_before_on_and_after_the_last_day(case: Case) -> None:
    earliest, latest, a_day = date.fromisoformat(case.earliest), date.fromisoformat(case.latest), timedelta(1)
    assert applied(case, earliest - a_day).state == "kept"
    assert applied(case, earliest).state == "kept"
    assert applied(case, latest).state == ("kept" if earliest == latest else "disputed")
    assert applied(case, latest + a_day).state == "missed"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.limit}-{c.begins}-{c.latest}")
def test_still_running_before_on_and_after_the_last_day(case: Case) -> None:
    earliest, latest, a_day = date.fromisoformat(case.earliest), date.fromisoformat(case.latest), timedelta(1)
    assert applied(case, None, earliest - a_day).state == "due"
    assert applied(case, None, earliest).state == "due"
    assert applied(case, None, latest).state == ("due" if earliest == latest else "disputed")
    assert applied(case, None, latest + a_day).state == "missed"


@pytest.mark.parametrize("name", HOURS)
@pytest.mark.parametrize(
    ("at", "state"),
    [("10:00", "kept"), ("10:20", "kept"), ("10:21", "disputed"), ("11:00", "disputed"), ("11:01", "missed")],
)
def test_a_day_in_hours(name: str, at: str, state: str) -> None:
    stops = Moment(date(2020, 4, 2), time.fromisoformat(at))
    clock = Clock("案", "局", Moment(date(2020, 4, 1), time(10, 20)), stops)
    assert deadline(LIMITS[f"custody.{name}"], clock, date(2020, 5, 1), published()).state == state


@pytest.mark.parametrize(
    ("begins", "stops", "state"),
    [
        (Moment(date(2020, 4, 1)), Moment(date(2020, 4, 1)), "kept"),
        (Moment(date(2020, 4, 1)), Moment(date(2020, 4, 2)), "untold"),
        (Moment(date(2020, 4, 1), time(10)), Moment(date(2020, 4, 2)), "untold"),
        (Moment(date(2020, 4, 1)), Moment(date(2020, 4, 3)), "missed"),
    ],
)
def test_hours_that_were_not_recorded(begins: Moment, stops: Moment, state: str) -> None:
    clock = Clock("案", "局", begins, stops)
    assert deadline(LIMITS["custody.housed"], clock, date(2020, 5, 1), published()).state == state


def test_days_of_detention_by_the_clock() -> None:
    begins = Moment(date(2020, 4, 1), time(9))
    for at, state in ((time(9), "kept"), (time(9, 1), "disputed"), (None, "kept")):
        clock = Clock("案", "局", begins, Moment(date(2020, 4, 4), at), held=True)
        assert deadline(LIMITS["custody.asked"], clock, date(2020, 5, 1), published()).state == state


def test_the_most_that_review_for_prosecution_can_last_is_six_months_and_a_half() -> None:
    """1.5 + 1 + 1.5 + 1 + 1.5 months, each beginning where the one before ends: 15 January to 31 July 2020."""
    day, extended = date(2020, 1, 15), granted((*HALF, "2020-01-16"), **HELD)
    for name in ("review", "further_investigation", "review", "further_investigation", "review"):
        grants = tuple(g._replace(on=day) for g in extended["grants"]) if name == "review" else ()
        found = deadline(
            LIMITS[f"custody.{name}"], Clock("案", "院", Moment(day), grants=grants, held=True), day, published()
        )
        assert found.ends is not None
        day = found.ends.earliest.date()
    # 15 Jan +1m 15 Feb +15d 1 Mar; +1m 1 Apr; +1m 1 May +15d 16 May; +1m 16 Jun; +1m 16 Jul +15d 31 Jul
    assert day == date(2020, 7, 31)


def test_beyond_the_holidays_published_it_cannot_be_told() -> None:
    clock = Clock("案", "院", Moment(date(2026, 11, 10)))
    first = LIMITS["trials.first_instance"]
    before, after = (deadline(first, clock, day, published()) for day in (date(2026, 12, 25), date(2027, 2, 11)))
    assert (before.state, after.state) == ("running", "untold")
    assert after.ends is not None
    assert after.ends.latest is None
    assert after.ends.earliest == datetime(2027, 2, 10, 23, 59, 59)
    held = deadline(first, clock._replace(held=True), date(2027, 2, 11), published())
    assert held.state == "missed"


def test_a_case_from_before_the_edition_cannot_be_told() -> None:
    clock = Clock("案", "院", Moment(date(2018, 10, 25)), held=True)
    for begins, state in ((date(2018, 10, 25), "untold"), (date(2018, 10, 26), "missed")):
        found = deadline(
            LIMITS["custody.investigation"], clock._replace(begins=Moment(begins)), date(2020, 1, 1), published()
        )
        assert found.state == state

"""Counting as the law counts: units, readings, extensions, days not counted, holidays, and the working shown."""

from datetime import date, datetime

import pytest

from plumbline.errors import BeyondCalendar
from plumbline.figures.holidays import published
from plumbline.law import (
    Calendar,
    Clock,
    Days,
    Extension,
    Grant,
    Hours,
    Limit,
    Moment,
    Months,
    Pause,
    deadline,
    limit,
    working,
)
from plumbline.law.editions import CPL, MPS, SPC_2012, SPC_2021, TAGS, Edition
from plumbline.law.grants import judged_grants, paused_days
from plumbline.law.units import anchored, chained, plus_hours, plus_months
from plumbline.lines import limits, names
from plumbline.lines.custody.limits import asked, bail, housed, investigation
from plumbline.lines.prosecutions.limits import review
from plumbline.lines.trials.limits import first_instance

VECTORS = """
2020-01-15 02-15 02-15 03-15 03-15 04-15 04-15 04-15 04-15
2020-01-31 02-29 02-29 03-31 03-31 04-30 04-30 04-30 04-30
2020-02-28 03-28 03-28 04-28 04-28 05-28 05-28 05-28 05-28
2020-02-29 03-29 03-31 04-29 04-30 05-29 05-31 05-29 05-31
2020-04-30 05-30 05-31 06-30 06-30 07-30 07-31 07-30 07-31
2020-11-30 12-30 12-31 01-30 01-31 02-28 02-28 02-28 02-28
2020-12-29 01-29 01-29 02-28 02-28 03-29 03-29 03-28 03-31
2020-12-30 01-30 01-30 02-28 02-28 03-30 03-30 03-28 03-31
2020-12-31 01-31 01-31 02-28 02-28 03-31 03-31 03-28 03-31
2021-02-28 03-28 03-31 04-28 04-30 05-28 05-31 05-28 05-31
"""
"""Start; one month by the police's and the courts' rule; two; three from the start; two and then one from there."""


@pytest.mark.parametrize("row", VECTORS.split("\n")[1:-1])
def test_months(row: str) -> None:
    start, *ends = row.split()
    day = date.fromisoformat(start)
    both = [
        (plus_months(day, 1, "police"), plus_months(day, 1, "court")),
        (plus_months(day, 2, "police"), plus_months(day, 2, "court")),
        (anchored(day, [Months(2), Months(1)], "police"), anchored(day, [Months(2), Months(1)], "court")),
        (chained(day, [Months(2), Months(1)], "police"), chained(day, [Months(2), Months(1)], "court")),
    ]
    assert [f"{end:%m-%d}" for pair in both for end in pair] == ends


def test_half_a_month_is_fifteen_days() -> None:
    for rule in ("court", "police"):
        assert anchored(date(2020, 1, 31), [Months(1, half=True)], rule) == date(2020, 3, 15)
        assert anchored(date(2020, 2, 10), [Months(0, half=True)], rule) == date(2020, 2, 25)


@pytest.mark.parametrize(("days", "end"), [(3, "2020-04-04"), (7, "2020-04-08"), (30, "2020-05-01")])
def test_detention_from_the_first_of_april(days: int, end: str) -> None:
    assert str(anchored(date(2020, 4, 1), [Days(days)], "police")) == end


def test_hours_to_the_minute_and_from_the_next_full_hour() -> None:
    assert plus_hours(datetime(2020, 4, 1, 10, 20), 24) == (datetime(2020, 4, 2, 10, 20), datetime(2020, 4, 2, 11))
    assert plus_hours(datetime(2020, 4, 1, 23, 59), 12) == (datetime(2020, 4, 2, 11, 59), datetime(2020, 4, 2, 12))


@pytest.mark.parametrize(
    ("day", "open_on"),
    [
        ("2020-01-24", "2020-02-03"), ("2020-02-02", "2020-02-03"), ("2020-10-01", "2020-10-09"),
        ("2020-10-10", "2020-10-10"), ("2020-10-11", "2020-10-12"), ("2020-09-27", "2020-09-27"),
    ],
)  # fmt: skip
def test_days_off_and_weekends_worked(day: str, open_on: str) -> None:
    assert str(published().open_day(date.fromisoformat(day))) == open_on


def test_working_days() -> None:
    assert published().plus_working(date(2020, 9, 29), 2) == date(2020, 10, 9)
    assert published().plus_working(date(2020, 9, 29), 3) == date(2020, 10, 10)


def test_a_year_not_published_is_not_guessed() -> None:
    few = Calendar(date(2026, 12, 31), date(2026, 12, 31), frozenset({date(2026, 12, 31)}))
    for ask in (lambda: published().open_day(date(2027, 1, 4)), lambda: few.open_day(date(2026, 12, 31))):
        with pytest.raises(BeyondCalendar, match="holidays are known up to 2026-12-31 only"):
            ask()
    with pytest.raises(BeyondCalendar):
        published().plus_working(date(2026, 12, 25), 10)


def test_who_grants_what_and_in_which_order() -> None:
    on = date(2020, 3, 1)
    given = [
        Grant("侦查延长一个月", "本级检察院", on),
        Grant("侦查延长一个月", "上一级检察院", on),
        Grant("侦查延长一个月", "上一级检察院", date(2020, 3, 2)),
        Grant("侦查延长二个月", "上一级检察院", on),
        Grant("重刑再延长二个月", "省级检察院", on),
        Grant("二审延长二个月", "高级法院", on),
    ]
    void = [j.void.en if j.void else None for j in judged_grants(investigation, given)]
    assert void == [
        "void: it is for the procuratorate one level up to grant, not for the procuratorate itself",
        None,
        "void: it may be granted at most 1×",
        "void: it is for the province's procuratorate to grant, not for the procuratorate one level up",
        "void: it needs another first (two months more)",
    ]


def test_a_void_extension_does_not_lengthen() -> None:
    held = Clock("案", "局", Moment(date(2020, 1, 15)), Moment(date(2020, 3, 16)), held=True)
    wrong, right = (Grant("侦查延长一个月", by, date(2020, 3, 10)) for by in ("省级检察院", "上一级检察院"))
    assert deadline(investigation, held._replace(grants=(wrong,)), date(2020, 4, 1), published()).state == "missed"
    assert deadline(investigation, held._replace(grants=(right,)), date(2020, 4, 1), published()).state == "kept"


def test_an_extension_after_the_end_is_in_dispute() -> None:
    held = Clock("案", "局", Moment(date(2020, 1, 15)), Moment(date(2020, 4, 10)), held=True)
    for on, state in ((date(2020, 3, 15), "kept"), (date(2020, 3, 16), "disputed")):
        late = held._replace(grants=(Grant("侦查延长一个月", "上一级检察院", on),))
        assert deadline(investigation, late, date(2020, 5, 1), published()).state == state


@pytest.mark.parametrize(
    ("pauses", "days"),
    [
        ([("2020-02-01", "2020-02-11")], 10),
        ([("2020-02-01", "2020-02-11"), ("2020-02-06", "2020-02-16")], 15),
        ([("2020-01-01", "2020-01-20")], 5),
        ([("2020-03-16", "2020-03-20")], 0),
        ([("2020-03-01", "2020-03-11"), ("2020-03-25", "2020-03-26")], 11),
        ([("2020-03-01", "2020-03-11"), ("2020-03-26", "2020-03-27")], 10),
    ],
)
def test_days_not_counted(pauses: list[tuple[str, str]], days: int) -> None:
    """The clock runs from 15 January to 15 March; a pause that begins after the end, moved by those before, is nothing."""
    some = [Pause(date.fromisoformat(first), date.fromisoformat(back)) for first, back in pauses]
    assert paused_days(some, date(2020, 1, 15), date(2020, 3, 15)) == days


def test_an_article_is_cited_in_both_languages() -> None:
    assert CPL(91, "105(4)").words == (
        "《刑事诉讼法（2018年修正）》第91条、第105条第4款",
        "Criminal Procedure Law (2018), art. 91, 105(4)",
    )


def test_editions_follow_each_other() -> None:
    assert [SPC_2012.in_force(d) for d in (date(2012, 12, 31), date(2021, 2, 28), date(2021, 3, 1))] == [
        False,
        True,
        False,
    ]
    assert not SPC_2021.in_force(date(2021, 2, 28))
    assert SPC_2021.in_force(date(2021, 3, 1))


@pytest.mark.parametrize("each", [each for name in names() for each in limits(name)], ids=lambda each: each.id)
def test_every_limit_says_what_it_rests_on(each: Limit) -> None:
    assert each.tag in TAGS
    for said in (each.title, each.starts, each.stops, *(c.words for c in each.articles)):
        assert all(said)
    assert all(isinstance(c.edition, Edition) for c in each.articles)
    assert all(x.article is not None for x in each.extensions)
    assert each.sort != "custody" or not each.holidays


@pytest.mark.parametrize(
    "wrong",
    [
        {"zh": ""},
        {"length": Hours(24), "extensions": (Extension("延长", "more", Days(1)),)},
        {"length": Days(10), "extensions": (Extension("延长", "more", Months(1)),)},
    ],
)
def test_a_limit_that_lacks_something_is_refused(wrong: dict[str, object]) -> None:
    said = {
        "zh": "期限",
        "en": "limit",
        "starts": ("始", "s"),
        "stops": ("止", "e"),
        "article": MPS(1),
        "length": Days(1),
    }
    with pytest.raises(ValueError, match=r"a limit needs|have no extensions|before days"):
        limit(rule="X", sort="case", **(said | wrong))(test_half_a_month_is_fifteen_days)


FOUR_DAYS = (Pause(date(2020, 3, 5), date(2020, 3, 9), "精神病鉴定"),)


def shown(each: Limit, clock: Clock, day: date) -> list[str]:
    return [step.en for step in working(deadline(each, clock, day, published()))]


def test_working_of_an_extension_by_the_wrong_body() -> None:
    grants = (Grant("侦查延长一个月", "本级检察院", date(2019, 12, 10)),)
    clock = Clock("案", "局", Moment(date(2019, 10, 17)), Moment(date(2020, 1, 13)), grants=grants, held=True)
    assert shown(investigation, clock, date(2020, 2, 1)) == [
        "held during investigation (Criminal Procedure Law (2018), art. 156)",
        "arrested; counted anew from a further grave crime: 2019-10-17; that day is not counted, 2019-10-18 is the first "
        "(Criminal Procedure Law (2018), art. 105(2))",
        "the limit is 2 months",
        "2019-12-10 one month more: 1 month more, granted by the procuratorate itself (Criminal Procedure Law (2018), art. 156). "
        "void: it is for the procuratorate one level up to grant, not for the procuratorate itself",
        "months by: SPC interpretation of the Criminal Procedure Law (2012), art. 165; Police rules on terms of custody "
        "(2006), art. 4(2); extensions counted from the first day or one after another",
        "ends 2019-12-17",
        "in custody: no holiday moves the end (Criminal Procedure Law (2018), art. 105(4))",
        "handed over, or left custody: 2020-01-13; missed",
    ]


@pytest.mark.parametrize(
    ("each", "clock", "step"),
    [
        (first_instance, Clock("案", "院", Moment(date(2020, 7, 1))), "the last day is a day off: the first day after it"),
        (first_instance, Clock("案", "院", Moment(date(2020, 7, 13))), "the last day is not a day off"),
        (first_instance, Clock("案", "院", Moment(date(2026, 12, 1))), "the end lies beyond the holidays published"),
        (housed, Clock("案", "局", Moment(date(2020, 7, 1))), "counted in hours: holidays do not matter"),
        (investigation, Clock("案", "局", Moment(date(2018, 1, 1))), "the edition known is in force from 2018-10-26"),
        (asked, Clock("案", "局", Moment(date(2020, 4, 1), datetime(2020, 4, 1, 9).time())), "also read as full 24 hours a day"),
        (asked, Clock("案", "局", Moment(date(2020, 4, 1)), longer=True), "at the latest 7 days (in special circumstances)"),
        (investigation, Clock("案", "局", Moment(date(2020, 11, 30)), held=True), "reading: 2021-01-30 / 2021-01-31"),
        (bail, Clock("案", "局", Moment(date(2020, 11, 30)), None, None, date(2020, 5, 1)), "also read as one term"),
        (review, Clock("案", "院", Moment(date(2020, 3, 2)), pauses=FOUR_DAYS), "4 days not counted"),
        (investigation, Clock("案", "局", Moment(date(2020, 11, 30)), held=True), "to be asked for by 2021-01-23"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)  # fmt: skip
def test_working_says_why(each: Limit, clock: Clock, step: str) -> None:
    assert any(step in line for line in shown(each, clock, date(2020, 12, 31))), shown(each, clock, date(2020, 12, 31))

"""How a deadline was come by: each step in both languages, each with its article."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from plumbline.errors import Words
from plumbline.law.clocks import LAST
from plumbline.law.counting import Ends
from plumbline.law.deadlines import STATES, Deadline
from plumbline.law.editions import CUSTODY_2006, SPC_2012, SPC_2021, Cited
from plumbline.law.grants import Judged
from plumbline.law.levels import worded
from plumbline.law.units import Length, Months

DAY_OF_24_HOURS = CUSTODY_2006("4(1)")
POLICE_MONTH = CUSTODY_2006("4(2)")


def working(deadline: Deadline) -> tuple[Words, ...]:
    """Return the steps: event, first day, length, extensions, days not counted, readings, holiday, where it stopped."""
    return tuple(_steps(deadline))


def _steps(d: Deadline) -> Iterator[Words]:
    yield _cited(d.limit.title, d.limit.governing)
    yield _begins(d)
    if d.ends is None:
        yield _no_edition(d)
        return
    yield from _length(d)
    yield from (_grant(j, d.ends) for j in d.ends.grants)
    yield from _pauses(d, d.ends)
    yield from _readings(d, d.ends)
    yield _holiday(d, d.ends)
    yield from _may_be_asked(d, d.ends)
    yield _stands(d)


def _cited(words: Words, article: Cited) -> Words:
    return Words(f"{words.zh}（{article.words.zh}）", f"{words.en} ({article.words.en})")


def _begins(d: Deadline) -> Words:
    at, limit, by = d.clock.begins, d.limit, d.limit.days_by[0]
    if limit.in_hours:
        shown = _cited(Words("起始之时不计", "the hour itself is not counted"), by)
    else:
        first = at.on + timedelta(1)
        shown = _cited(Words(f"当日不计，自{first}起算", f"that day is not counted, {first} is the first"), by)
    return Words(f"{limit.starts.zh}：{at}；{shown.zh}", f"{limit.starts.en}: {at}; {shown.en}")


def _no_edition(d: Deadline) -> Words:
    edition = d.limit.governing.edition
    return Words(
        f"所据版本自{edition.since}起施行，{d.clock.begins.on}开始的期限应依当时的规定，未收录，故无法判断",
        f"the edition known is in force from {edition.since}; the one in force on {d.clock.begins.on} is not held here",
    )


def _length(d: Deadline) -> Iterator[Words]:
    base, most = d.limit.length, d.limit.outermost(d.clock.longer)
    yield Words(f"期限{base.words.zh}", f"the limit is {base.words.en}")
    if most != base:
        when = d.limit.at_most_when
        why = Words(f"（{when.zh}）", f" ({when.en})") if when else Words("", "")
        yield Words(f"至迟{most.words.zh}{why.zh}", f"at the latest {most.words.en}{why.en}")
    if d.clock.begins_early and d.limit.counting:
        early = d.clock.begins_early
        yield Words(f"{d.limit.counting.zh}，即自{early}", f"{d.limit.counting.en}: from {early}")


def _grant(judged: Judged, ends: Ends) -> Words:
    grant, extension = judged.grant, judged.extension
    by = worded([grant.approver])
    said = Words(
        f"{grant.on} {extension.name}：加{judged.length.words.zh}，批准：{by.zh}",
        f"{grant.on} {extension.en}: {judged.length.words.en} more, granted by {by.en}",
    )
    if extension.article:
        said = _cited(said, extension.article)
    if judged.void:
        return Words(f"{said.zh}。{judged.void.zh}", f"{said.en}. {judged.void.en}")
    if judged in ends.late:
        late = Words(
            "批准时期限已届满，是否有效有争议", "granted when the time had run out; whether it counts is disputed"
        )
        return Words(f"{said.zh}。{late.zh}", f"{said.en}. {late.en}")
    return said


def _pauses(d: Deadline, ends: Ends) -> Iterator[Words]:
    for pause in d.clock.pauses:
        last = pause.back - timedelta(1)
        yield Words(f"不计入：{pause.first}至{last} {pause.why}", f"not counted: {pause.first} to {last} {pause.why}")
    if d.clock.pauses:
        yield Words(f"共扣除{ends.paused}日", f"{ends.paused} days not counted in all")


def _readings(d: Deadline, ends: Ends) -> Iterator[Words]:
    if _in_months(d, ends):
        court = SPC_2021(202) if SPC_2021.in_force(d.clock.begins.on) else SPC_2012(165)
        rules = [court.words] + ([POLICE_MONTH.words] if "police" in d.limit.month_rules else [])
        yield Words(
            "月的计算：" + "；".join(r.zh for r in rules) + "；延长自原起点合计或逐次接续",
            "months by: "
            + "; ".join(r.en for r in rules)
            + "; extensions counted from the first day or one after another",
        )
    if d.limit.by_the_clock and d.clock.begins.at:
        yield _cited(Words("亦按满24小时为一日计算", "also read as full 24 hours a day"), DAY_OF_24_HOURS)
    if ends.latest == ends.earliest:
        yield Words(f"届满：{_shown(ends.earliest)}", f"ends {_shown(ends.earliest)}")
    elif ends.latest:
        both = f"{_shown(ends.earliest)} / {_shown(ends.latest)}"
        yield Words(f"届满：最早/最晚 {both}", f"ends, earliest / latest reading: {both}")
    else:
        yield Words(f"届满不早于{_shown(ends.earliest)}", f"ends not before {_shown(ends.earliest)}")


def _in_months(d: Deadline, ends: Ends) -> bool:
    lengths: list[Length] = [d.limit.outermost(d.clock.longer), *(j.length for j in ends.grants)]
    return any(isinstance(each, Months) for each in lengths)


def _holiday(d: Deadline, ends: Ends) -> Words:
    if d.limit.in_hours:
        return Words("以时计算，不涉及节假日", "counted in hours: holidays do not matter")
    if not d.limit.holidays or d.clock.held:
        return _cited(Words("在押期间，不因节假日延长", "in custody: no holiday moves the end"), d.limit.days_by[1])
    if ends.latest is None:
        return Words(
            "届满日在已公布的节假日安排之外，无法判断是否顺延",
            "the end lies beyond the holidays published: cannot be told",
        )
    if ends.moved:
        return _cited(
            Words("最后一日为节假日，顺延至其后第一日", "the last day is a day off: the first day after it"),
            d.limit.days_by[1],
        )
    return _cited(Words("最后一日不是节假日，不顺延", "the last day is not a day off"), d.limit.days_by[1])


def _may_be_asked(d: Deadline, ends: Ends) -> Iterator[Words]:
    """Of a clock still running: until when a further extension is to be asked for, and of whom."""
    had = {j.extension.name for j in ends.grants if j.void is None}
    for x in d.limit.extensions if d.clock.stops is None else ():
        if x.file_before and (x.name not in had or x.times is None) and (not x.after or x.after in had):
            day, of = (ends.earliest - timedelta(x.file_before.n)).date(), worded(x.approvers)
            yield Words(f"需{x.name}的，应于{day}前报请{of.zh}", f"{x.en}: to be asked for by {day}, of {of.en}")


def _stands(d: Deadline) -> Words:
    state = STATES[d.state]
    if d.clock.stops:
        return Words(
            f"{d.limit.stops.zh}：{d.clock.stops}；{state.zh}", f"{d.limit.stops.en}: {d.clock.stops}; {state.en}"
        )
    return Words(
        f"截至{d.day}尚未{d.limit.stops.zh}；{state.zh}", f"on {d.day} not yet: {d.limit.stops.en}; {state.en}"
    )


def _shown(end: datetime) -> str:
    return str(end.date()) if end.time() == LAST else f"{end:%Y-%m-%d %H:%M}"

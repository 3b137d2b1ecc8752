"""Rank and praise answered: from a league table where one was loaded, else that it cannot be told, and why."""

import re
from collections.abc import Iterable

from plumbline.checks.against.dates import dates
from plumbline.checks.against.league import League, Standing
from plumbline.checks.against.ranked import Said, said
from plumbline.checks.findings import Finding
from plumbline.checks.numbers import shown
from plumbline.claims import Reading
from plumbline.errors import Words
from plumbline.periods import Span, span

NO_TABLE = Words(
    "这是名次；没有载入排名表，无从核对（可用 --league）。",
    "This is a rank; no league table is loaded, so it cannot be told (--league loads one).",
)
PRAISE = Words(
    "这是评价，没有数；无从核对，可写明指标和数。",
    "This is praise without a number, so it cannot be told; it could name a figure and its number.",
)
ONLY = Words(
    "“唯一”要知道别处都没有；排名表和本账都不能证明。",
    "That it is the only one would take knowing that nobody else has any; neither book nor league table shows that.",
)
VAGUE = Words(
    "没有写明第几名，无从核对。",
    "It does not say which place, so it cannot be told.",
)
NO_BODY = Words(
    "看不出说的是排名表中哪个单位。",
    "The words do not say which of the bodies in the league table is meant.",
)
NO_PERIOD = Words(
    "排名表中没有所述期间，或看不出是哪个期间。",
    "The league table has no such period, or the words do not say which is meant.",
)
NO_INDICATOR = Words(
    "排名表中没有文中所说的指标。",
    "The league table has no indicator that the words name.",
)
EVERY = re.compile("(?:各项|主要|所有|全部|多项|各类)[^，。；]{0,6}指标")
YEAR = re.compile("((?:19|20)[0-9]{2})年")


def standings(reading: Reading, league: League | None = None) -> tuple[Finding, ...]:
    """Return a finding for every rank and every praise in a text, in text order.

    ``agrees`` or ``differs`` where the league table answers (of several indicators all must hold), else ``no_record``.
    """
    return tuple(_finding(s, reading, league) for s in said(reading))


def _finding(s: Said, reading: Reading, league: League | None) -> Finding:
    plainly = {"praise": PRAISE, "only": ONLY}.get(s.sort) or (NO_TABLE if league is None else None)
    if plainly or league is None:
        return Finding("no_record", s.start, s.end, plainly or NO_TABLE)
    found = _asked(s, reading, league)
    if isinstance(found, Words):
        return Finding("no_record", s.start, s.end, found)
    told = [f for f in found if isinstance(f, Standing)]
    working = tuple(map(_line, told))
    lacks = next((f for f in found if isinstance(f, Words)), None)
    failed = [t for t in told if not _holds(s, t)]
    if s.sort == "vague" or (lacks and not failed):
        sentence = Words(f"{lacks.zh}。", f"It cannot be told: {lacks.en}.") if lacks else VAGUE
        return Finding("no_record", s.start, s.end, sentence, working)
    return Finding("differs" if failed else "agrees", s.start, s.end, _sentence(told, failed), working)


def _asked(s: Said, reading: Reading, league: League) -> list[Standing | Words] | Words:
    """Return where the body stands in each indicator that is named, or why that cannot be asked."""
    body = _body(s, reading.text, league.bodies)
    period = _period(s, reading, league.periods)
    indicators = _indicators(s, league.indicators)
    if not body or period is None or not indicators:
        return NO_BODY if not body else NO_PERIOD if period is None else NO_INDICATOR
    return [league.standing(i, body, period) for i in indicators]


def _holds(s: Said, t: Standing) -> bool:
    return t.place <= s.n if s.sort == "within" else t.place == s.n


def _indicators(s: Said, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the indicators that the clause names; all for 各项主要指标; else the last one that the sentence names."""
    named = tuple(dict.fromkeys(_mentions(s.clause, known)))
    if named or EVERY.search(s.clause):
        return named or known
    return tuple(_mentions(s.sentence, known)[-1:])


def _body(s: Said, text: str, known: tuple[str, ...]) -> str:
    """Return the body named last in the sentence, else the one that the title names, else the only one in the text."""
    short = {name.rstrip("市州"): name for name in known if len(name.rstrip("市州")) > 1} | {n: n for n in known}
    names, title = tuple(short), text.lstrip().partition("\n")[0]
    if found := _mentions(s.sentence, names):
        return short[found[-1]]
    for where in (title, text):
        whose = {short[name] for name in _mentions("".join(where.split()), names)}
        if whose:
            return whose.pop() if len(whose) == 1 else ""
    return ""


def _period(s: Said, reading: Reading, known: tuple[Span, ...]) -> Span | None:
    """Return the year that the sentence names, else the report's; where neither is told the only period there is."""
    years = YEAR.findall(s.sentence)
    year = int(years[-1]) if years else dates(reading).year
    if year is None:
        return known[0] if len(known) == 1 else None
    return next((p for p in known if p == span(f"{year:04}")), None)


def _mentions(words: str, known: Iterable[str]) -> list[str]:
    """Return what is named in some words, in their order; of two that begin at one place the longer."""
    names = sorted((name for name in known if name), key=len, reverse=True)
    return re.findall("|".join(map(re.escape, names)), words) if names else []


def _sentence(told: list[Standing], failed: list[Standing]) -> Words:
    first = (failed or told)[0]
    row, count = first.row, len(failed or told)
    tie = Words(f"（与{first.tied}个单位并列）", f" (shared with {first.tied})") if first.tied else Words("", "")
    more = Words(f"（共{count}项指标）", f" ({count} indicators in all)") if count > 1 else Words("", "")
    same = Words("与文中不符", "not as stated") if failed else Words("与文中一致", "as stated")
    zh = f"按所载排名表，{row.body}“{row.indicator}”在{first.of}个单位中列第{first.place}{tie.zh}，{same.zh}{more.zh}。"
    place = f"number {first.place} of {first.of} for “{row.indicator}”{tie.en}"
    return Words(zh, f"In the league table {row.body} is {place}: {same.en}{more.en}.")


def _line(t: Standing) -> Words:
    row, number = t.row, shown(t.row.number)
    way = Words("越高越好", "higher is better") if row.higher else Words("越低越好", "lower is better")
    zh = f"{row.indicator}（{row.period}，{way.zh}）：{row.body} {number}，第{t.place}，共{t.of}个单位"
    return Words(zh, f"{row.indicator} ({row.period}, {way.en}): {row.body} {number}, number {t.place} of {t.of}")

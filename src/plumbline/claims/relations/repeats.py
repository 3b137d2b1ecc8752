"""The same thing, of the same body and the same year, stated twice in a report."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.fields.phrases import stripped, verb_head
from plumbline.claims.relations.asserted import again
from plumbline.claims.relations.lines import is_count
from plumbline.claims.shapes import Relation

TITLE = re.compile(r"((?:19|20)[0-9]{2})年(?:度|以来)?[^。\n]{0,16}(?:报告|总结|工作|情况|公报|白皮书)")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
ONE_YEAR = re.compile(r"((?:19|20)[0-9]{2})年(?:度|以来)?")
WHOLE_YEAR = re.compile(r"全年|一年来|过去(?:的)?一年|这一年|年内")
OTHER_SPAN = re.compile(
    r"以来|(?<!一)年来|年间|[0-9]月|季度|半年|截[至止]|年[底末]|年初(?!目标|计划|部署|预算|确定)|期间|上年|去年|同期|届|累计到"
)
NARROWED = re.compile(r"^(?:在|对(?!照|标|比)|针对|就|当中|其中)|(?:中|方面|领域|上|内|里)$")
AIMED = re.compile(r"力争|确保|争取|计划|拟|预计|(?:目标|指标)(?:是|为|[:：])|下一步|今后")
EVERYWHERE = re.compile(r"^(?:全[国省市区县州院系]|各级|两级|市县|基层|本)+")
BODY = re.compile(r"法院|检察院|机关|部门|系统|中心|支队|大队|总队|[局厅委所](?=[^，]{3})")
IN_ALL = re.compile(r"(?<=[院关门统心队局])共(?!同|享|建|治)")
HEAD = 300
"""Characters at the head of a report in which its year is looked for."""
LONGEST = 80
"""Characters of a statement before its number; a longer one says too much to be said again by chance words."""
SHORTEST = 6
"""Characters that a subject needs to mean one thing only."""
ELIDED = 4
"""Characters of a verb that leaves out what it was done to (审结、执结)."""


class Statement(NamedTuple):
    """What is stated, of which year, in which unit; two claims with the same statement should have the same value."""

    subject: str
    year: str
    unit: str
    rate: str


def repeats(text: str, drafts: list[Draft]) -> Iterator[Relation]:
    """Yield the claims that state once more what an earlier one states."""
    title = TITLE.search(text, 0, HEAD)
    seen: dict[Statement, Draft] = {}
    end = 0
    for d in drafts:
        statement = _statement(text, d, end, title[1] if title else "")
        end = d.m.end
        first = seen.setdefault(statement, d) if statement else d
        if first is not d and first.sentence != d.sentence and not _other_scope(text, first, d):
            yield again(first, d)


SCOPES = re.compile(r"刑事|民商?事|行政|执行|未成年|少年|知识产权|环境资源|赔偿|家事|破产|一审|二审|再审|公益诉讼")
SECTION = re.compile(r"(?m)^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)[^\n。]{0,30}")


def _other_scope(text: str, first: Draft, again: Draft) -> bool:
    """Say whether a statement stands under a heading that names another field of work than the first one's heading."""
    here = _fields(text, again.m.start)
    return bool(here) and here != _fields(text, first.m.start)


def _fields(text: str, at: int) -> set[str]:
    headings = SECTION.findall(text, max(0, at - 4000), at)
    return set(SCOPES.findall(headings[-1])) if headings else set()


def _statement(text: str, d: Draft, previous: int, year: str) -> Statement | None:
    """Return what a claim states, where it is the first number of its sentence or of what follows a semicolon."""
    begin = max(d.sentence, d.m.start - LONGEST - 1)
    start = max(begin, text.rfind("；", begin, d.m.start) + 1)
    words = text[start : d.m.start]
    if previous > start or len(words) > LONGEST or not (is_count(d) or (d.rate == "share" and d.m.unit == "%")):
        return None
    subject, of = _subject(d, words), _year(text, d, words, year)
    if not of or len(subject) < SHORTEST or any(NARROWED.search(c) for c in words.split("，")[:-1]):
        return None
    return Statement(subject, of, d.m.unit, d.rate)


def _subject(d: Draft, words: str) -> str:
    """Return the body and what is counted in one phrase, without what only leads in (全市, 共); "" where it is elided.

    A body that is carried over from outside the statement's own ``words`` gives way to one that these name.
    """
    lead = YEAR.sub("", d.lead)
    who = "" if d.who not in words and BODY.search(lead) else d.who
    at = lead.find(who) if who else -1
    told = stripped(lead[at + len(who) :] if at >= 0 else lead) + d.right.removeprefix("的")
    elided = told and len(told) <= ELIDED and verb_head(told) == told
    return "" if elided else IN_ALL.sub("", EVERYWHERE.sub("", who + told))


def _year(text: str, d: Draft, words: str, year: str) -> str:
    """Return the year that a statement is about; empty where it is about another span, or a plan.

    In a section of plans, what a body did in the whole of a year is told in retrospect all the same.
    """
    if OTHER_SPAN.search(words) or AIMED.search(words):
        return ""
    if m := YEAR.search(words):
        return m[1]
    if WHOLE_YEAR.search(words):
        return (year or "全年") if not d.plan or BODY.search(words) else ""
    return "" if d.plan else _inherited(text[slice(*d.period_span)], year)


def _inherited(words: str, year: str) -> str:
    m = ONE_YEAR.fullmatch(words)
    if m:
        return m[1]
    return year if WHOLE_YEAR.fullmatch(words) else ""

"""The period and the plan in force at each place: named in the sentence, in the paragraph, or for a whole section."""

import re
from bisect import bisect_right
from typing import NamedTuple

from plumbline.claims.fields.drafts import Draft, is_duration
from plumbline.claims.fields.times import When, named
from plumbline.claims.kinds.apart import Apart
from plumbline.claims.plain import Plain
from plumbline.claims.shapes import How

SECTION = re.compile(r"^[一二三四五六七八九十]{1,3}、")
PLANNED = re.compile(
    r"(?:工作|任务|目标)?(?:安排|打算|展望|思路|部署|计划|谋划|建议|要求)[：:]?$|下一步|下步|今后|(?:目标|主要|重点|工作)任务|重点工作|预期目标|努力方向"
)
REVIEWED = re.compile(r"回顾|总结|完成情况|情况|成效|成绩")
TARGETS = re.compile(
    r"(?:预期目标|主要目标|工作目标|发展目标|目标任务|主要指标)[^，。\n]{0,8}(?:是|为)?[:：]|(?:预期目标|目标)[^，。\n]{0,4}(?:是|为|设定为)"
)
AIMED = re.compile(r"力争|确保|计划|拟|争取在|将在|预计到|目标|明年|今后|下一步|要[^，。]{0,6}(?:达到|完成|新增)")
OPENS_LIST = re.compile(r"主要做了|重点抓了|做了以下|开展了以下|突出抓了|主要抓了|主要开展了|重点做了|重点开展")
HEADLINE = re.compile(r"^[^0-9]{4,60}[。！]?$")
TRANSCRIPT = re.compile(r"央视网消息|新闻联播|(?:新华社|中新[社网])[^\n]{0,12}电")
YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
NO_PERIOD = frozenset(("全年", "近期"))
"""Words that name no year of their own; the year of the section is meant."""
PARAGRAPH = 60
"""Characters from which on a line is a paragraph: the first of a section is where it may open with its period."""
THIS_YEAR = "今年"
"""Governs beyond its sentence only where no heading names the year."""
LOOK_BACK = 24
"""Periods looked back over for the one that governs."""


class Default(NamedTuple):
    """From ``start`` on, ``when`` is meant where a sentence names no period; ``plan`` says that plans follow."""

    start: int
    when: When | None
    plan: bool


class Periods:
    """The period and the plan in force at each place of a text."""

    def __init__(self, p: Plain, skip: list[Apart]) -> None:
        """Find every period named, and what the headings and openings make of them."""
        self.text = p.text
        self.whens = named(p, skip)
        self.starts = [w.start for w in self.whens]
        self.transcript = bool(TRANSCRIPT.search(p.text, 0, 400))
        self.meeting = next((w for w in self.whens if w.words[-1] in "午上晨晚"), None)
        self.defaults = [Default(0, None, False)]
        self._read_lines()
        self.default_starts = [d.start for d in self.defaults]

    def at(self, d: Draft) -> tuple[When | None, How, bool]:
        """Return the period that governs a draft, how it was come by, and whether it is a plan."""
        default = self.defaults[bisect_right(self.default_starts, d.m.start) - 1]
        plan = default.plan or self._aimed(d)
        own = self._own(d, default.when is not None)
        meeting = d.who == "会议"
        if own and not (meeting and own.start < d.sentence):
            return own, "stated" if own.start >= d.sentence else "inherited", plan
        return self.meeting if meeting else default.when, "inherited", plan

    def _aimed(self, d: Draft) -> bool:
        line = self.text.rfind("\n", max(0, d.m.start - 600), d.m.start) + 1
        near = max(d.sentence, d.m.start - 40)
        return bool(
            TARGETS.search(self.text, max(line, d.m.start - 600), d.m.start) or AIMED.search(self.text, near, d.m.start)
        )

    def _own(self, d: Draft, dated: bool) -> When | None:
        """Return the last period before the draft in its paragraph that reaches it."""
        line = self.text.rfind("\n", 0, d.m.start) + 1
        last = bisect_right(self.starts, d.m.start)
        for w in reversed(self.whens[max(0, last - LOOK_BACK) : last]):
            if w.start < line:
                return None
            loose = dated and w.words == THIS_YEAR and w.start < d.sentence
            if w.words not in NO_PERIOD and not loose and _reaches(w, d):
                return w
        return None

    def _read_lines(self) -> None:
        opening, at = not self.transcript, 0
        for line in self.text.split("\n"):
            w = self._first(at, at + len(line))
            if _is_heading(line):
                opening = self._heading(line, at, w, opening)
            elif w and (found := self._opened(line, at, w, opening)):
                self.defaults.append(found)
                opening = False
            opening = opening and len(line) < PARAGRAPH
            at += len(line) + 1

    def _heading(self, line: str, at: int, w: When | None, opening: bool) -> bool:
        """Take a heading's period and plan; return whether the text after it may open with the period."""
        plan = bool(PLANNED.search(line)) and not REVIEWED.search(line)
        year = w if w and YEAR.match(w.words) else None
        if not (year or plan or REVIEWED.search(line)):
            return opening
        kept = None if plan else self.defaults[-1].when
        self.defaults.append(Default(at + len(line), year or kept, plan))
        return not year and not self.transcript

    def _opened(self, line: str, at: int, w: When, opening: bool) -> Default | None:
        """Return the default that a line sets: it announces a list of work, is a headline, or opens a section."""
        plan = self.defaults[-1].plan
        if announced := OPENS_LIST.search(line):
            last = self._last(at, at + announced.start())
            kept = last and last.reach == "paragraph" and not self.transcript
            return Default(at + len(line), last, False) if kept else None
        if w.words == THIS_YEAR and not self.defaults[-1].when and TARGETS.search(line):
            return Default(at + len(line), w, True)
        initial = w.reach == "paragraph" and self.text[max(at, w.start - 1) : w.start] in ("", "。", "！", "“")
        if w.words == THIS_YEAR and self.defaults[-1].when:
            return None
        if initial and w.start - at < 3 and HEADLINE.match(line):
            return Default(at + len(line), w, plan)
        return Default(w.start, w, plan) if initial and opening else None

    def _first(self, begin: int, end: int) -> When | None:
        k = bisect_right(self.starts, begin - 1)
        return self.whens[k] if k < len(self.whens) and self.whens[k].start < end else None

    def _last(self, begin: int, end: int) -> When | None:
        k = bisect_right(self.starts, end) - 1
        return self.whens[k] if k >= 0 and self.whens[k].start >= begin else None


def _is_heading(line: str) -> bool:
    short = 0 < len(line) <= 45 and "。" not in line and not line.endswith(("：", "；", "，", ":"))
    return short and bool(SECTION.match(line) or PLANNED.search(line))


def _reaches(w: When, d: Draft) -> bool:
    """Say whether a period named before the draft in its paragraph governs it."""
    duration = is_duration(d)
    if w.start < d.sentence:
        return w.reach == "paragraph" and not duration
    return w.start >= d.clause or (w.reach != "claim" and not duration)

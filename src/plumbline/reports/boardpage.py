"""The board as a page of its own: bars, both languages, every number with the reading behind it; no script at all."""

from collections.abc import Sequence
from functools import cache
from shlex import quote
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports import dates, phrases, working
from plumbline.reports.bar import bar
from plumbline.reports.board import Board
from plumbline.reports.inline import environment, policy
from plumbline.reports.judging import STATUS, Status
from plumbline.reports.marks import Status as Mark
from plumbline.reports.measuring import Measured
from plumbline.reports.plancheck import Finding
from plumbline.reports.sheet import both
from plumbline.reports.wording import GLYPHS

_MARKS: dict[Status, Mark] = {
    "behind": "differs",
    "untold": "untold",
    "course": "note",
    "done": "holds",
    "unset": "claim",
}
_GLYPHS: dict[Status, str] = {**{s: GLYPHS[m] for s, m in _MARKS.items()}, "course": "→"}
SAY: dict[str, Words] = {
    "board": Words("年度计划进度", "Progress of the plan"),
    "tasks": Words("项任务", "tasks"),
    "language": Words("界面语言", "Language"),
    "owner": Words("责任单位：", "Owner: "),
    "by": Words("期限", "by"),
    "aim": Words("目标", "Goal"),
    "areas": Words("各聚焦领域", "Focus areas"),
    "gaps": Words("计划的缺口", "Gaps in the plan"),
    "known": Words("已说明", "known"),
    "open": Words("未说明", "open"),
    "readings": Words("各数字的由来", "Where the numbers come from"),
    "drill": Words("看记录", "See its records"),
    "base": Words("对比", "Held against"),
    "back": Words("回到任务", "Back to the task"),
    "rule": Words(
        "期限未到时，只有累加的指标已达目标，或计划声明了按日均匀推进，才说得出进度；其余一律记为无法判断；没有目标的只列读数。"
        "升降只就记录的数而言；偶然会使之变动的指标，超出随机波动才说升降。",
        "Before a target's day, only a figure that adds up and has reached its number, or a declared even pace, tells how "
        "things stand; all else cannot be told. A task without a target has its readings only. Of figures that chance moves, "
        "a rise or fall is told beyond chance only.",
    ),
    "mark": Words("竖线：当日应达", "line: due on the day"),
}


def board_page(board: Board, findings: Sequence[Finding], language: str = "zh") -> str:
    """Return one self-contained HTML document; ``language`` is the one shown first, the reader may switch."""
    template, style = _environment().get_template("board.html.jinja"), _style()
    numbers = list(board.measures())
    places = {id(each): f"f{number}" for number, each in enumerate(numbers, 1)}
    return template.render(
        board=board, findings=findings, language="zh" if language == "zh" else "en", style=Markup(style),
        policy=policy(style), title=board.title, on=dates.day(board.on), records=_records(board), place=lambda m: places[id(m)],
        readings=[_reading(each, places[id(each)]) for each in numbers if each.reading], bar=_bar(board),
        counts=[(status, board.count(status)) for status in STATUS], day=dates.day, phrase=_phrase,
    )  # fmt: skip


def _records(board: Board) -> Words:
    if board.days is None:
        return Words("账内没有记录。", "The book has no records.")
    size = next((m.reading for m in board.measures() if m.reading), None)
    days = board.days
    said = Words(f"账内记录自{days.first}至{days.last}", f"Records from {days.first} to {days.last}")
    if size is None:
        return Words(f"{said.zh}。", f"{said.en}.")
    at = phrases.as_of(size.size, size.root)
    return Words(f"{said.zh}；{at.zh}。", f"{said.en}; {at.en}.")


def _phrase(measured: Measured) -> Words:
    asked = measured.asked
    scope = phrases.scope_in_english(asked.scope)
    zh, en = asked.figure.phrase(asked.scope).zh, asked.figure.phrase(scope).en
    en += ", by persons" if asked.counting == "persons" != asked.figure.countings[0] else ""
    return Words(f"{asked.body}{zh}", f"{en}, {asked.body}" if asked.body else en)


def _bar(board: Board) -> Markup:
    return bar({_MARKS[status]: board.count(status) for status in STATUS}, "board")


def _reading(measured: Measured, place: str) -> SimpleNamespace:
    reading = measured.reading
    assert reading is not None
    base = working.facts(measured.base) if measured.base else ()
    return SimpleNamespace(
        key=place, phrase=_phrase(measured), value=measured.value, facts=working.facts(reading), base=base,
        command=drill(reading),
    )  # fmt: skip


def drill(reading: Reading) -> str:
    """Return the command that lists the records behind a reading."""
    words = ["plumbline", "figures", reading.figure.id, "--period", str(reading.period)]
    words += ["--scope", reading.scope] if reading.scope else []
    words += ["--body", reading.body] if reading.body else []
    return " ".join(word if word.isalnum() else quote(word) for word in [*words, "--drill"])


@cache
def _environment() -> Environment:
    found = environment()
    found.filters.update(both=both, percent=_percent)
    found.globals.update(say=SAY, status=STATUS, marks=_MARKS, glyphs=_GLYPHS)
    return found


def _percent(part: Any) -> str:
    return f"{float(part * 100):.1f}%"


@cache
def _style() -> str:
    found = _environment()
    assert found.loader is not None
    return "\n".join(found.loader.get_source(found, name)[0] for name in ("base.css", "head.css", "board.css"))

"""The tasks of a plan as its board lists them: status in words and with a sign, the reading, what is to be reached."""

from typing import Any

from plumbline.errors import Words
from plumbline.reports.board import Area, Row
from plumbline.reports.judging import STATUS, Status
from plumbline.reports.measuring import Measured
from plumbline.reports.phrases import scope_in_english
from plumbline.reports.plan import Plan, Section
from plumbline.web.bulletin import places

PILLS: dict[Status, tuple[str, str]] = {
    "behind": ("bad", "✗"), "untold": ("warn", "?"), "course": ("warn", "→"), "done": ("good", "✓"), "unset": ("", "·"),
}  # fmt: skip
"""The class and the sign of each status; the words are said beside them."""


def any_in(plan: Plan) -> bool:
    """Return whether a plan has any task: what has none has no board."""
    return any(map(_tasked, plan.sections))


def _tasked(section: Section) -> bool:
    return bool(section.tasks or section.programmes) or any(map(_tasked, section.sections))


def area(found: Area) -> dict[str, Any]:
    """Return an area, its tasks and what belongs to it."""
    rows, inner = [_row(r) for r in found.rows], [area(a) for a in found.areas]
    return {"words": found.words, "aim": found.aim, "rows": rows, "areas": inner}


def _row(row: Row) -> dict[str, Any]:
    task = row.task
    measures = [_measure(m, len(row.measures) > 1) for m in row.measures]
    said = [words for words in (row.judged.why, task.note) if words.zh]
    return {
        **_status(row.judged.status),
        "words": task.said.words,
        "owner": task.owner,
        "said": said,
        "measures": measures,
    }


def _status(status: Status) -> dict[str, Any]:
    return {"pill": PILLS[status], "status": STATUS[status]}


def _measure(m: Measured, several: bool) -> dict[str, Any]:
    asked = m.asked
    en = asked.figure.phrase(scope_in_english(asked.scope)).en
    phrase = Words(
        f"{asked.body}{asked.figure.phrase(asked.scope).zh}", f"{en}{f', {asked.body}' if asked.body else ''}"
    )
    r = m.reading
    asks = {"scope": asked.scope, "body": asked.body, "period": places.short(r.period if r else asked.period)}
    return {
        **_status(m.judged.status), "phrase": phrase, "value": m.value, "goal": m.goal, "by": m.by, "several": several,
        "why": m.judged.why, "address": places.figure(asked.figure.id, **asks), "share": _percent(m.share),
        "pace": _percent(m.pace), "exact": f"{r.numerator}/{r.denominator}" if r else "",
    }  # fmt: skip


def _percent(part: Any) -> str:
    return "" if part is None else f"{min(float(part), 1) * 100:.1f}%"

"""How ``plumbline plan`` shows what it found and how tasks stand, on the terminal and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports.board import Area, Board, Row
from plumbline.reports.judging import STATUS
from plumbline.reports.measuring import Measured
from plumbline.reports.plancheck import Finding

STYLES = {"behind": "bold red", "untold": "cyan", "course": "yellow", "done": "green", "unset": "dim"}
HANG = 4
"""Columns by which the rest of a long line stands further in than its beginning."""
_KNOWN, _OPEN = Words("已说明", "known"), Words("待补", "open")
_NONE = Words("没有发现问题。", "nothing found.")


def findings(found: Sequence[Finding], name: str, lang: str) -> None:
    """Print the findings, those the plan gives a reason for with it, and how many there are of each."""
    console = Terminal()
    _say(console, Text(printable(name), style="bold"), *(line for each in found for line in _finding(each, lang)))
    known = sum(bool(each.known.zh) for each in found)
    total = Words(f"待补 {len(found) - known}，已说明 {known}", f"open {len(found) - known}, known {known}")
    console.print((total if found else _NONE).in_(lang), highlight=False)


def _say(console: Terminal, *lines: Text) -> None:
    """Print lines; on a screen the rest of a long one stands below its beginning, further in."""
    for line in lines:
        indent = len(line.plain) - len(line.plain.lstrip()) + HANG
        parts = line.wrap(console, max(console.width - indent, HANG)) if console.is_terminal else [line]
        for number, part in enumerate(parts):
            part.pad_left(indent if number else 0)
            console.print(part, soft_wrap=True)


def _finding(each: Finding, lang: str) -> tuple[Text, Text]:
    label, style = (_KNOWN, "dim") if each.known.zh else (_OPEN, "yellow")
    line = Text("  ").append(label.in_(lang), style=style).append(f"  {printable(each.where)}  ", style="dim")
    line.append(printable(each.what.in_(lang)))
    more = printable((each.known if each.known.zh else each.todo).in_(lang))
    return line, Text(f"      {more}", style="dim")


def board(drawn: Board, found: Sequence[Finding], lang: str) -> None:
    """Print the board: areas, their tasks with status, reading, goal and date; then the plan's own gaps."""
    console = Terminal()
    _say(console, Text(printable(drawn.title.in_(lang)), style="bold").append(f"  {drawn.on}", style="not bold"))
    if drawn.plan.note.zh:
        _say(console, Text(printable(drawn.plan.note.in_(lang)), style="dim"))
    for area in drawn.areas:
        _say(console, *_area(area, lang, ""))
    _say(console, *(line for each in found for line in _finding(each, lang)))
    counts = [f"{words.in_(lang)} {drawn.count(status)}" for status, words in STATUS.items()]
    _say(console, Text(Words("，", ", ").in_(lang).join(counts)))


def _area(area: Area, lang: str, indent: str) -> Iterator[Text]:
    aim = f"  {area.aim.in_(lang)}" if area.aim.zh else ""
    yield Text(printable(f"{indent}{area.words.in_(lang)}{aim}"), style="bold")
    for row in area.rows:
        yield from _row(row, lang, f"{indent}  ")
    for inner in area.areas:
        yield from _area(inner, lang, f"{indent}  ")


def _row(row: Row, lang: str, indent: str) -> list[Text]:
    task, why = row.task, row.judged.why.in_(lang)
    head = Text(indent).append(STATUS[row.judged.status].in_(lang), style=STYLES[row.judged.status])
    owner = f"  （{task.owner.in_(lang)}）" if lang == "zh" else f"  ({task.owner.in_(lang)})"
    head.append(printable(f"  {task.said.words.in_(lang)}{owner if task.owner.zh else ''}"))
    said = [words for words in (why, task.note.in_(lang)) if words]
    reason = [Text(f"{indent}    {printable(words)}", style="dim") for words in said]
    return [head, *reason, *(_measure(each, lang, indent) for each in row.measures)]


def _measure(m: Measured, lang: str, indent: str) -> Text:
    by = Words(f"期限 {m.by}", f"by {m.by}").in_(lang) if m.by else ""
    said = [m.value.in_(lang), m.goal.in_(lang), by, m.judged.why.in_(lang)]
    scope = f" scope={m.asked.scope}" if m.asked.scope else ""
    counting = f" counting={m.asked.counting}" if m.asked.counting != m.asked.figure.countings[0] else ""
    line = Text(f"{indent}    {m.asked.figure.id}{scope}{counting}  ", style="dim")
    line.append(STATUS[m.judged.status].in_(lang), style=STYLES[m.judged.status])
    return line.append(printable("  " + Words("；", "; ").in_(lang).join(filter(None, said))))


def finding_data(each: Finding) -> dict[str, Any]:
    """Return a finding as JSON's types."""
    words = {name: getattr(each, name)._asdict() for name in ("what", "todo")}
    return {"kind": each.kind, "where": each.where, **words, "known": each.known._asdict() if each.known.zh else None}


def board_data(drawn: Board, found: Sequence[Finding]) -> dict[str, Any]:
    """Return the board as JSON's types: days as YYYY-MM-DD, numbers as whole numbers, numerator over denominator."""
    days = [str(drawn.days.first), str(drawn.days.last)] if drawn.days else None
    return {
        "plan": drawn.plan.name, "title": drawn.plan.head.title._asdict(), "on": str(drawn.on), "records": days,
        "counts": {status: drawn.count(status) for status in STATUS}, "areas": [_area_data(a) for a in drawn.areas],
        "findings": [finding_data(each) for each in found],
    }  # fmt: skip


def _area_data(area: Area) -> dict[str, Any]:
    return {
        "words": area.words._asdict(), "aim": area.aim._asdict() if area.aim.zh else None, "focus": area.focus,
        "tasks": [_row_data(row) for row in area.rows], "areas": [_area_data(inner) for inner in area.areas],
    }  # fmt: skip


def _row_data(row: Row) -> dict[str, Any]:
    task = row.task
    return {
        "task": task.said.words._asdict(), "where": task.said.where, "owner": task.owner._asdict() if task.owner.zh else None,
        "status": row.judged.status, "why": row.judged.why._asdict() if row.judged.why.zh else None,
        "note": task.note._asdict() if task.note.zh else None, "figures": [_measure_data(each) for each in row.measures],
    }  # fmt: skip


def _measure_data(m: Measured) -> dict[str, Any]:
    asked, target = m.asked, m.goal
    return {
        "figure": asked.figure.id, "counting": asked.counting, "scope": asked.scope, "body": asked.body,
        "period": str(asked.period), "status": m.judged.status, "why": m.judged.why._asdict() if m.judged.why.zh else None,
        "goal": target._asdict() if target.zh else None, "by": str(m.by) if m.by else None,
        "reading": _reading_data(m.reading), "base": _reading_data(m.base),
    }  # fmt: skip


def _reading_data(reading: Reading | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    return {
        "period": str(reading.period), "numerator": reading.numerator, "denominator": reading.denominator,
        "unit": reading.unit, "size": reading.size, "root": reading.root,
    }  # fmt: skip

"""How ``plumbline plan`` shows what it found and how tasks stand, on the terminal and as JSON."""

from collections.abc import Sequence
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

STYLES = {"behind": "bold red", "untold": "cyan", "course": "yellow", "done": "green"}
_KNOWN, _OPEN = Words("已说明", "known"), Words("待补", "open")
_NONE = Words("没有发现问题。", "nothing found.")


def findings(found: Sequence[Finding], name: str, lang: str) -> None:
    """Print the findings, those the plan gives a reason for with it, and how many there are of each."""
    console = Terminal()
    console.print(Text(printable(name), style="bold"))
    for each in found:
        console.print(_finding(each, lang), soft_wrap=True)
    known = sum(bool(each.known.zh) for each in found)
    total = Words(f"待补 {len(found) - known}，已说明 {known}", f"open {len(found) - known}, known {known}")
    console.print((total if found else _NONE).in_(lang), highlight=False)


def _finding(each: Finding, lang: str) -> Text:
    label, style = (_KNOWN, "dim") if each.known.zh else (_OPEN, "yellow")
    line = Text("  ").append(label.in_(lang), style=style).append(f"  {printable(each.where)}  ", style="dim")
    line.append(printable(each.what.in_(lang)))
    return line.append("\n      ").append(
        printable((each.known if each.known.zh else each.todo).in_(lang)), style="dim"
    )


def board(drawn: Board, found: Sequence[Finding], lang: str) -> None:
    """Print the board: areas, their tasks with status, reading, goal and date; then the plan's own gaps."""
    console = Terminal()
    console.print(Text(printable(drawn.plan.head.title.in_(lang)), style="bold"), f"  {drawn.on}", highlight=False)
    if drawn.plan.note.zh:
        console.print(Text(printable(drawn.plan.note.in_(lang)), style="dim"), soft_wrap=True)
    for area in drawn.areas:
        _area(console, area, lang, "")
    for each in found:
        console.print(_finding(each, lang), soft_wrap=True)
    counts = [f"{words.in_(lang)} {drawn.count(status)}" for status, words in STATUS.items()]
    console.print(Words("，", ", ").in_(lang).join(counts), highlight=False)


def _area(console: Terminal, area: Area, lang: str, indent: str) -> None:
    aim = f"  {area.aim.in_(lang)}" if area.aim.zh else ""
    console.print(Text(printable(f"{indent}{area.words.in_(lang)}{aim}"), style="bold"), soft_wrap=True)
    for row in area.rows:
        for line in _row(row, lang, f"{indent}  "):
            console.print(line, soft_wrap=True)
    for inner in area.areas:
        _area(console, inner, lang, f"{indent}  ")


def _row(row: Row, lang: str, indent: str) -> list[Text]:
    task, why = row.task, row.judged.why.in_(lang)
    head = Text(indent).append(STATUS[row.judged.status].in_(lang), style=STYLES[row.judged.status])
    owner = f"  （{task.owner.in_(lang)}）" if lang == "zh" else f"  ({task.owner.in_(lang)})"
    head.append(printable(f"  {task.said.words.in_(lang)}{owner if task.owner.zh else ''}"))
    reason = [Text(f"{indent}    {printable(why)}", style="dim")] if why else []
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
        "figures": [_measure_data(each) for each in row.measures],
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

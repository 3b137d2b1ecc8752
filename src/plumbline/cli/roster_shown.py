"""A roster in words: who stands where, what lacks, which rule binds; as tables and as data."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rich.table import Table

from plumbline.cli.language import printable
from plumbline.cli.rows_out import Grid
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.solvers.binding import Lifted, Why
from plumbline.solvers.rosters import Duty, Need, Roster, Rule

NAMES: dict[Rule, Words] = {
    "rest": Words("两班之间的休息", "rest between shifts"),
    "week": Words("七日班次上限", "shifts in seven days"),
    "nights": Words("连续夜班上限", "nights in a row"),
    "numbers": Words("可用人数", "numbers available"),
    "duties": Words("可担勤务", "kinds of duty allowed"),
}
HEADS = Words("日期 班次 岗位 应到 排定 缺", "day shift post required sent lacking")
UNPROVED = Words(
    "时间已到，尚未证明不能更少；可用 --seconds 加长。",
    "time ran out before it was proved that fewer cannot lack: --seconds.",
)


def grids(duty: Duty, found: Roster, whys: Sequence[Why], lang: str) -> list[Grid]:
    """Return the roster, and what lacks, as tables."""
    sent = _sent(found)
    rows = [
        (
            n.day.isoformat(),
            n.shift,
            n.post,
            n.strength,
            " ".join(f"{u} {p}" for u, p in sent[n].items()),
            found.short.get(n, 0),
        )
        for n in duty.needs
    ]
    short = [(w.need.day.isoformat(), w.need.shift, w.need.post, w.short, reason(w, lang)) for w in whys]
    heads = Words("日期 班次 岗位 缺 原因", "day shift post lacking why").in_(lang).split()
    titles = Words("排班 缺额", "roster lacking").in_(lang).split()
    return [Grid(titles[0], HEADS.in_(lang).split(), rows), Grid(titles[1], heads, short)]


def reason(why: Why, lang: str) -> str:
    """Return which rules bind at a need, and how few would lack without each."""
    if not why.worked_out and not why.rules:
        return Words("未及查明", "not worked out").in_(lang)
    if not why.rules:
        return Words("没有哪一条单独放宽就能补上", "no one rule alone makes it short").in_(lang)
    each = (
        Words(f"{NAMES[r.rule].zh}（放宽则缺 {r.short}）", f"{NAMES[r.rule].en} (without it {r.short} lacking)")
        for r in why.rules
    )
    return ("；" if lang == "zh" else "; ").join(words.in_(lang) for words in each)


def shown(duty: Duty, found: Roster, lifted: Sequence[Lifted], whys: Sequence[Why], lang: str) -> None:
    """Print the roster, then in a line each what lacks and why."""
    terminal = Terminal()
    first, second = grids(duty, found, whys, lang)
    for grid in (first, second) if whys else (first,):
        table = Table(title=grid.title, title_justify="left", header_style="bold")
        for head in grid.heads:
            table.add_column(head, overflow="fold")
        for row in grid.rows:
            table.add_row(*(printable(str(cell)) for cell in row))
        terminal.print(table)
    for line in summary(duty, found, lifted):
        terminal.print(printable(line.in_(lang)), highlight=False, soft_wrap=True)


def summary(duty: Duty, found: Roster, lifted: Sequence[Lifted]) -> list[Words]:
    """Return what is to be said of the whole: how many lack, which rules bind, whether it is proved."""
    wanted = sum(need.strength for need in duty.needs)
    said = [Words(f"应到 {wanted} 人次，缺 {found.total}。", f"{wanted} required, {found.total} lacking.")]
    said += [
        Words(
            f"若不限{NAMES[r.rule].zh}，共缺 {r.short}。",
            f"Without the rule on {NAMES[r.rule].en}, {r.short} would lack in all.",
        )
        for r in lifted
    ]
    return said if found.proved else [*said, UNPROVED]


def data(duty: Duty, found: Roster, lifted: Sequence[Lifted], whys: Sequence[Why]) -> dict[str, Any]:
    """Return the roster as JSON has it."""
    sent = _sent(found)
    return {
        "required": sum(need.strength for need in duty.needs),
        "lacking": found.total,
        "proved": found.proved,
        "binding": {each.rule: each.short for each in lifted},
        "roster": [
            {**_need(n), "duty": n.duty, "required": n.strength, "sent": dict(sent[n]), "lacking": found.short.get(n, 0)}
            for n in duty.needs
        ],
        "short": [
            {**_need(w.need), "lacking": w.short, "binding": {r.rule: r.short for r in w.rules}, "worked_out": w.worked_out}
            for w in whys
        ],
    }  # fmt: skip


def _need(need: Need) -> dict[str, str]:
    return {"day": need.day.isoformat(), "shift": need.shift, "post": need.post}


def _sent(found: Roster) -> dict[Need, dict[str, int]]:
    sent: dict[Need, dict[str, int]] = defaultdict(dict)
    for given in found.given:
        sent[given.need][given.unit] = given.persons
    return sent

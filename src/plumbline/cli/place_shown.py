"""A placing in words: which batch goes where, who has no place and why, how full each site gets; as tables and as data."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from plumbline.cli.language import printable
from plumbline.cli.rows_out import Grid
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.solvers.placements import Full, Placement, Rule, Stays, Why, full, held

NAMES: dict[Rule, Words] = {
    "capacity": Words("可容纳人数", "capacity"),
    "opening": Words("启用停用日期", "days open"),
    "same_day": Words("离开当日不腾位（见 --same-day）", "places freed only the next day (--same-day)"),
}


def grids(stays: Stays, found: Placement, whys: Sequence[Why], lang: str) -> list[Grid]:
    """Return the placing, who has no place, and the most at each site, as tables."""
    by_code = {batch.code: batch for batch in stays.batches}
    rows = [
        (p.batch, p.site, p.persons, by_code[p.batch].comes.isoformat(), by_code[p.batch].leaves.isoformat())
        for p in found.parts
    ]
    left = [(w.batch, w.left, reason(w, lang)) for w in whys]
    titles = Words("安置 未安置 各点最多", "placed unplaced fullest").in_(lang).split()
    heads = (
        Words("批次 留观点 人数 入住 离开", "batch site persons comes leaves"),
        Words("批次 人数 原因", "batch persons why"),
        Words("留观点 可容纳 最多在住 日期", "site capacity most day"),
    )
    told: tuple[Sequence[Sequence[object]], ...] = (rows, left, _fullest(stays, found))
    return [Grid(title, head.in_(lang).split(), each) for title, head, each in zip(titles, heads, told, strict=True)]


def _fullest(stays: Stays, found: Placement) -> list[tuple[str, int, int, str]]:
    """Return, for each site, the most there on any day and the first day of so many."""
    there = held(stays, found.parts)
    rows = []
    for site in stays.sites:
        days = {day: n for (code, day), n in there.items() if code == site.code}
        day = max(days, key=lambda d: (days[d], -d.toordinal()))
        rows.append((site.code, site.capacity, days[day], day.isoformat()))
    return rows


def reason(why: Why, lang: str) -> str:
    """Return what stands in the way of a batch, and how few would be left without each."""
    if not why.rules:
        return Words("没有哪一条单独放宽就能安置", "no one rule alone stands in the way").in_(lang)
    each = (Words(f"{NAMES[r].zh}（放宽则余 {n}）", f"{NAMES[r].en} (without it {n} left)") for r, n in why.rules)
    return ("；" if lang == "zh" else "; ").join(words.in_(lang) for words in each)


def shown(stays: Stays, found: Placement, whys: Sequence[Why], lang: str) -> None:
    """Print the placing, then who has no place and why."""
    terminal = Terminal()
    for grid in grids(stays, found, whys, lang):
        if grid.rows:
            table = Table(title=grid.title, title_justify="left", header_style="bold")
            for head in grid.heads:
                table.add_column(head, overflow="fold")
            for row in grid.rows:
                table.add_row(*(printable(str(cell)) for cell in row))
            terminal.print(table)
    for line in summary(stays, found):
        terminal.print(printable(line.in_(lang)), highlight=False, soft_wrap=True)


def summary(stays: Stays, found: Placement) -> list[Words]:
    """Return what is to be said of the whole: how many have no place, which batches are split, which days are too full."""
    persons = sum(batch.persons for batch in stays.batches)
    said = [Words(f"共 {persons} 人，未安置 {found.total} 人。", f"{persons} persons, {found.total} without a place.")]
    if found.split:
        codes = found.split
        said.append(Words(f"分住的批次：{'、'.join(codes)}。", f"Batches split: {', '.join(codes)}."))
    said += [_too_full(each) for each in full(stays)[:3]]
    late = Words(
        "时间已到，尚未证明不能更少；可用 --seconds 加长。",
        "time ran out before it was proved that fewer cannot be left: --seconds.",
    )
    return said if found.proved else [*said, late]


def _too_full(each: Full) -> Words:
    zh = f"{each.day} 应住 {each.persons} 人，开着的留观点只容 {each.places} 人。"
    return Words(zh, f"On {each.day} {each.persons} are to stay and the sites open hold {each.places}.")


def data(stays: Stays, found: Placement, whys: Sequence[Why]) -> dict[str, Any]:
    """Return the placing as JSON has it."""
    return {
        "persons": sum(batch.persons for batch in stays.batches),
        "unplaced": found.total,
        "proved": found.proved,
        "placed": [part._asdict() for part in found.parts],
        "split": found.split,
        "left": [{"batch": w.batch, "persons": w.left, "binding": dict(w.rules)} for w in whys],
        "too_full": [{"day": f.day.isoformat(), "persons": f.persons, "places": f.places} for f in full(stays)],
    }

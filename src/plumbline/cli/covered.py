"""What ``plumbline cover`` finds: calls by grid cell from the book, the stations that cover most of them; as table and JSON."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.mirrors import open_book
from plumbline.cli.spots import spots
from plumbline.cli.tables import Terminal
from plumbline.errors import TooLarge, Words
from plumbline.figures.breakdown import breakdown
from plumbline.figures.catalogue import Catalogue
from plumbline.lines import figures
from plumbline.periods import Span
from plumbline.solvers.covering import Cover, cover
from plumbline.web.reading.asked import period
from plumbline.web.reading.narrowed import body_of

CALLS = "responses.calls"
PAIRS = 20_000_000
"""Most pairs of a cell and a station whose distance is reckoned: half a minute's work."""
LISTED = 20
"""Uncovered cells shown on the terminal; JSON has all."""


class Covered(NamedTuple):
    """A choice, the calls of each cell it was made for, and the calls that lie in no listed cell, by the cell's code."""

    period: Span
    within: int
    choice: Cover
    calls: dict[str, int]
    unplaced: dict[str, int]

    def served(self, station: str) -> int:
        """How many calls lie in the cells whose nearest chosen station this is."""
        return sum(self.calls.get(cell, 0) for cell, by in self.choice.served.items() if by == station)


def covered(
    folder: Path, days: str, cells: Path, stations: Path, within: int, number: int, seconds: float, body: str, lang: str
) -> Covered:
    """Return the best choice for the calls of a period; raises InputError and FigureError for what cannot be read."""
    over, places, candidates = period(days), spots(cells), spots(stations)
    _require_few(cells, len(places), len(candidates))
    book = open_book(folder, None, lang)
    parts = breakdown(Catalogue(figures())[CALLS], book.tables, over, ["cell"], body=body_of(book, body))
    calls = {part.values[0]: part.numerator or 0 for part in parts}
    listed = {place.code for place in places}
    inside = {code: n for code, n in calls.items() if code in listed}
    outside = {code: n for code, n in calls.items() if code not in listed}
    return Covered(over, within, cover(places, inside, candidates, within, number, seconds), inside, outside)


def _require_few(cells: Path, places: int, candidates: int) -> None:
    if places * candidates > PAIRS:
        what = Words(
            f"{places:,}个网格、{candidates:,}个站点，两两相配超过{PAIRS:,}对",
            f"{places:,} cells with {candidates:,} stations are over {PAIRS:,} pairs",
        )
        todo = Words("请只留有警情的网格和可选的站点", "Leave only cells with calls, and stations that can be chosen")
        raise TooLarge(str(cells), what, todo)


def print_json(found: Covered) -> None:
    """Print a choice as JSON: whole numbers of calls, codes as the files have them."""
    best = found.choice
    said = {
        "period": str(found.period), "within_metres": found.within, "calls": best.total, "covered": best.covered,
        "proved": best.proved,
        "stations": [{"code": code, "calls": found.served(code)} for code in best.chosen],
        "cells": [{"code": code, "station": by, "calls": found.calls.get(code, 0)} for code, by in best.served.items()],
        "uncovered": [{"code": code, "calls": found.calls.get(code, 0)} for code in best.uncovered],
        "unplaced": [{"code": code, "calls": n} for code, n in sorted(found.unplaced.items())],
    }  # fmt: skip
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")


def show(found: Covered, lang: str) -> None:
    """Print the chosen stations, the cells left uncovered, and what was covered of the whole."""
    best = found.choice
    served = [(code, found.served(code)) for code in best.chosen]
    missed = [(code, n) for code in best.uncovered if (n := found.calls.get(code, 0))]
    _table(Words("选定的站", "stations chosen"), served, lang)
    _table(Words("未覆盖的网格", "cells not covered"), missed[:LISTED], lang)
    for words in _summary(found, len(missed)):
        Terminal().print(printable(words.in_(lang)), highlight=False, soft_wrap=True)


def _summary(found: Covered, missed: int) -> list[Words]:
    best, lost = found.choice, Counter(found.unplaced).total()
    share = f"{best.covered * 100 / best.total:.2f}%" if best.total else "—"
    zh = f"{found.period}：{found.within} 米内覆盖警情 {best.covered:,} / {best.total:,} 起（{share}）。"
    said = [Words(zh, f"{found.period}: {best.covered:,} of {best.total:,} calls within {found.within} m ({share}).")]
    if not best.proved:
        said.append(
            Words("时间用尽，未证明没有更好的选法。", "Time ran out before it was proved that no choice covers more.")
        )
    if missed > LISTED:
        more = missed - LISTED
        said.append(
            Words(f"另有 {more} 个未覆盖的网格，见 --json。", f"{more} more cells are not covered: see --json.")
        )
    if lost:
        zh = f"另有 {lost:,} 起警情无网格编码，或其网格不在网格表内，未计入。"
        said.append(Words(zh, f"{lost:,} more calls have no cell, or one that the list of cells has not: left out."))
    return said


def _table(title: Words, rows: list[tuple[str, int]], lang: str) -> None:
    if rows:
        table = Table(title=title.in_(lang), title_justify="left", header_style="bold")
        table.add_column(Words("编码", "code").in_(lang), overflow="fold")
        table.add_column(Words("警情（起）", "calls").in_(lang), justify="right")
        for code, number in rows:
            table.add_row(Text(printable(code)), f"{number:,}")
        Terminal().print(table)

"""What is to be placed, read from a file, from two, or from the book's own arrivals and sites."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from plumbline.cli.forms import read_form
from plumbline.cli.formshapes import Field, Row, Table
from plumbline.errors import FigureError, Words
from plumbline.reports.nearest import did_you_mean
from plumbline.solvers.placements import Batch, Site, Stays, Taken

LONGEST = 3_660
"""Most days of a stay: one of longer is a day mistyped."""
STAY = (Field("persons", "人数", "int64"), Field("comes", "入住", "date"), Field("leaves", "离开", "date"))
BATCHES = Table("batches", "批次", (Field("batch", "批次"), *STAY))
SITES = Table("sites", "留观点", (
    Field("site", "留观点"), Field("capacity", "可容纳人数", "int64"), Field("opens", "启用", "date", True),
    Field("closes", "停用", "date", True),
))  # fmt: skip
TAKEN = Table("taken", "在住", (Field("site", "留观点"), *STAY), optional=True)
EXAMPLE = """\
# 安置 A placing. 入住日和离开日都算在住。 The days of coming and of leaving both count.
[[batches]]
batch = "境外2020-1批"
persons = 100
comes = 2020-03-12
leaves = 2020-03-26

[[batches]]
batch = "境外2020-2批"
persons = 90
comes = 2020-03-20
leaves = 2020-04-03

[[sites]]
site = "点1号"
capacity = 120

[[sites]]
site = "点2号"
capacity = 80
opens = 2020-03-15       # 启用首日 first day open
closes = 2020-06-30      # 启用末日 last day open

[[taken]]                # 已住着的人 those already there
site = "点1号"
persons = 15
comes = 2020-03-01
leaves = 2020-03-15
"""


def read_stays(file: Path | None, batches: Path | None, sites: Path | None) -> Stays:
    """Return what a file with all tables, or a file for each, asks for; raises InputError naming the row that is wrong."""
    form = read_form(file, (BATCHES, SITES, TAKEN)) if file else {}
    if batches and sites:
        form = {**read_form(batches, (BATCHES,)), **read_form(sites, (SITES,)), "taken": []}
    _once(form["batches"], "batch")
    _once(form["sites"], "site")
    places = tuple(Site(r.said["site"], r.said["capacity"], r.said["opens"], r.said["closes"]) for r in form["sites"])
    for row, (opens, closes) in zip(form["sites"], ((site.opens, site.closes) for site in places), strict=True):
        _in_order(row, opens, closes)
    taken = [Taken(_known(row, places), *_stay(row)) for row in form["taken"]]
    return Stays(tuple(Batch(row.said["batch"], *_stay(row)) for row in form["batches"]), places, tuple(taken))


def _stay(row: Row) -> tuple[int, date, date]:
    _in_order(row, row.said["comes"], row.said["leaves"])
    if (days := (row.said["leaves"] - row.said["comes"]).days) > LONGEST:
        what = Words(f"住{days}日，超过{LONGEST}日", f"a stay of {days} days, over {LONGEST}")
        raise row.wrong(what, Words("请改正日期", "Correct the days"))
    return row.said["persons"], row.said["comes"], row.said["leaves"]


def _in_order(row: Row, first: date | None, last: date | None) -> None:
    if first and last and last < first:
        what = Words(f"{last} 早于 {first}", f"{last} is before {first}")
        raise row.wrong(what, Words("请改正日期", "Correct the days"))


def _once(rows: Sequence[Row], name: str) -> None:
    told: set[str] = set()
    for row in rows:
        if row.said[name] in told:
            what = Words(f"“{row.said[name]}”写了两次", f"“{row.said[name]}” is told twice")
            raise row.wrong(what, Words("请合为一行，或另编号", "Make them one row, or renumber one"))
        told.add(row.said[name])


def _known(row: Row, sites: Sequence[Site]) -> str:
    name: str = row.said["site"]
    codes = [site.code for site in sites]
    if name not in codes:
        raise row.wrong(Words(f"没有留观点“{name}”", f"there is no site “{name}”"), did_you_mean(name, codes))
    return name


def of_book(folder: Path, day: date, days: int, lang: str) -> Stays:
    """Return who is to be placed on a day, from a book: batches not placed by then, for a stay of ``days`` days from it.

    Sites are those open at the day's end; who is there leaves ``days`` days after coming, or if that is past, on ``day``.
    """
    from plumbline.cli.mirrors import open_book
    from plumbline.figures.asking import Touched
    from plumbline.lines.arrivals.figures import sites, waiting
    from plumbline.lines.arrivals.stays import here
    from plumbline.periods import Span

    tables = open_book(folder, None, lang).tables("arrivals")
    fetch, read, until = tables.engine.fetch, Touched(tables), Span(day, day)
    batches = fetch(waiting.rows(read, until).select("case", "persons")).to_pylist()
    places = fetch(sites.rows(read, until).select("site", "capacity")).to_pylist()
    there = fetch(here(tables, day).select("site", "persons", "on")).to_pylist()
    _require(folder, batches, places)
    last = day + timedelta(days=days)
    codes = {place["site"] for place in places}
    return Stays(
        tuple(Batch(b["case"], b["persons"], day, last) for b in sorted(batches, key=lambda b: str(b["case"]))),
        tuple(Site(p["site"], p["capacity"]) for p in sorted(places, key=lambda p: str(p["site"]))),
        tuple(
            Taken(t["site"], t["persons"], min(t["on"], day), max(t["on"] + timedelta(days=days), day))
            for t in there
            if t["site"] in codes
        ),
    )


def _require(folder: Path, batches: list[Any], places: list[Any]) -> None:
    if not batches:
        what = Words("账内没有待安置的批次", "the book has no batch that is not placed")
        raise FigureError(str(folder), what, Words("请核对 --on 的日期", "Check the day of --on"))
    if not places:
        what = Words("账内没有在用的留观点", "the book has no site open")
        raise FigureError(str(folder), what, Words("请先录入留观点", "Load the sites first"))

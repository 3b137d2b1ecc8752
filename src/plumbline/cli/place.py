"""plumbline place: batches to sites so that none ever holds more than its capacity; who has no place and why."""

import json
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import AS_JSON, EXAMPLE, LANG, ROWS_OUT, SECONDS
from plumbline.errors import NotFound, Words

if TYPE_CHECKING:
    from plumbline.solvers.placements import Stays

FILE = click.Path(path_type=Path)


@click.command(name="place")
@click.argument("file", required=False, metavar="[FILE]", type=FILE)
@click.option(
    "--batches", metavar="FILE", type=FILE, help="批次表（csv、xlsx），同 --sites 一起用。 Batches, with --sites."
)
@click.option("--sites", metavar="FILE", type=FILE, help="留观点表（csv、xlsx）。 Sites.")
@click.option(
    "--book", "folder", metavar="FOLDER", type=FILE, help="用这本账的待安置批次和在用留观点。 Take both from a book."
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="账上哪一日，入住日。 The day, with --book: the day they come.",
)
@click.option(
    "--days", type=click.IntRange(1, 366), help="同 --book：住几日后离开。 With --book: they leave so many days later."
)
@click.option(
    "--same-day", is_flag=True, help="离开当日腾出的位可当日再住。 A place left on a day may be taken that day."
)
@ROWS_OUT
@SECONDS
@EXAMPLE
@AS_JSON
@LANG
def command(
    file: Path | None, batches: Path | None, sites: Path | None, folder: Path | None, day: datetime | None,
    days: int | None, same_day: bool, out: Path | None, seconds: float, example: bool, as_json: bool, lang: str | None,
) -> None:  # fmt: skip
    """接返安置：把批次排到留观点，任何一日都不超容；尽量不拆批次；放不下的说明缘由。

    Placing arrivals: batches to sites, none over capacity on any day, batches kept together; who has no place, and why.

    FILE 是 TOML，或有“批次、留观点”（和“在住”）的 xlsx。入住日和离开日都占位；同一批次中途不换点。住多少日由使用者写明。

    FILE is TOML, or an .xlsx with the sheets batches and sites (and taken). The days of coming and leaving both take a
    place; nobody changes sites. How long a stay lasts is for you to say.

    \b
    结束状态 / Exit status:
      0  全部安置     everybody has a place
      1  有人未安置   somebody has none
      2  无法读取     could not read

    \b
    例 / Examples:
      plumbline place --example > stays.toml
      plumbline place stays.toml
      plumbline place --batches batches.csv --sites sites.csv --out placed.xlsx
      plumbline place --book plumbline-book --on 2020-10-01 --days 14
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli.place_read import EXAMPLE, of_book, read_stays

        if example:
            sys.stdout.write(EXAMPLE)
            return
        if out:
            from plumbline.cli.rows_out import require

            require(out, file, batches, sites)
        if folder and day and days:
            stays = of_book(folder, day.date(), days, spoken)
        else:
            _require(file, batches, sites, folder)
            stays = read_stays(file, batches, sites)
        found = _told(replace(stays, same_day=same_day), seconds, out, as_json, spoken)
    if found:
        sys.exit(1)


def _told(stays: "Stays", seconds: float, out: Path | None, as_json: bool, lang: str) -> int:
    """Place, print and write; return how many have no place."""
    from plumbline.cli import place_shown as shown
    from plumbline.cli.rows_out import write
    from plumbline.solvers.placing import place, why

    found = place(stays, seconds)
    whys = why(stays, found, seconds)
    said = shown.data(stays, found, whys)
    if out:
        write(out, shown.grids(stays, found, whys, lang), said)
    if as_json:
        sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    else:
        shown.shown(stays, found, whys, lang)
    return found.total


def _require(file: Path | None, batches: Path | None, sites: Path | None, folder: Path | None) -> None:
    """See that it is told where batches and sites are: in one file, in two, or in a book with a day and days."""
    if folder:
        what = Words("用 --book 时须写明入住日和住几日", "with --book the day and the length of stay must be told")
        todo = Words("请加 --on 2020-12-30 --days 14 这样的两项", "Add both, such as --on 2020-12-30 --days 14")
        raise NotFound("--on --days", what, todo)
    if bool(file) == bool(batches and sites) or bool(batches) != bool(sites):
        what = Words("没有写明批次和留观点在哪里", "it is not told where batches and sites are")
        todo = Words(
            "请给一个 FILE，或 --batches 和 --sites；样例见 --example",
            "Give one FILE, or --batches and --sites; see --example",
        )
        raise NotFound("FILE", what, todo)

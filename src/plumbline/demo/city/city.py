"""The whole city, in runs of bounded size: scale 1 is one run."""

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from plumbline.demo.city import plan
from plumbline.demo.city.assets import assets, items
from plumbline.demo.city.bodies import SEATS
from plumbline.demo.city.chance import Draw
from plumbline.demo.city.courts import appeals, courts, trials
from plumbline.demo.city.custody import custody, episodes
from plumbline.demo.city.files import files
from plumbline.demo.city.leading import matters
from plumbline.demo.city.links import court_links, links, links_beside
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.onduty import arrivals, duty
from plumbline.demo.city.people import people, released, twice
from plumbline.demo.city.police import incidents, police
from plumbline.demo.city.procuratorates import procuratorates
from plumbline.demo.city.ranks import honours, integrity, sheltering
from plumbline.demo.city.registers import Register, Registers, together
from plumbline.demo.city.safety import crashes, hazards, responses
from plumbline.demo.city.service import disputes, led_by_rivers, requests, rivers

Kept = Iterator[tuple[tuple[str, str], Register]]
RUN = 20
"""Cities drawn at once, which bounds the memory: some million records."""


class City(NamedTuple):
    """One run of registers, and the files they were taken from."""

    registers: Registers
    files: pl.DataFrame


def whole(seed: int) -> City:
    """Return the city at scale 1."""
    return next(city(seed))


def city(seed: int, scale: int = 1) -> Iterator[City]:
    """Yield the registers of ``scale`` cities in one, a run at a time; numbers go on from run to run."""
    numbers = Numbers()
    for stream, begun in enumerate(range(0, scale, RUN)):
        yield _run(Draw(seed, stream), min(RUN, scale - begun), numbers, begun)


def _run(draw: Draw, times: int, numbers: Numbers, begun: int) -> City:
    rows = _files(draw, times, first=begun == 0)
    beside = incidents(draw, _groups(rows), plan.INCIDENTS * times)
    rows, beside = _police_numbers(rows, beside, numbers)
    leads = _groups(rows)
    rows = _numbered(rows, "received", numbers, "review", "review_case")
    persons = people(draw, rows)
    persons = (twice(persons, rows) if begun == 0 else persons).join(
        rows.drop("persons"), on="file", how="left", maintain_order="left"
    )
    let_go = released(draw, leads, plan.RELEASED * times).join(
        rows.drop("persons"), on="file", how="left", maintain_order="left"
    )
    held = _numbered(episodes(draw, persons, let_go), "detained", numbers, "episode", "episode")
    things = items(draw, leads, times)
    cases = pl.concat([rows.with_columns(lead=pl.lit(True)), beside.with_columns(lead=pl.lit(False))], how="diagonal")
    kept = [
        *police(cases, persons, let_go), *procuratorates(rows, persons), *custody(held), *assets(things),
        *links(rows, beside), *_at_court(draw, rows, times, numbers), *_beside(draw, rows, times, numbers),
    ]  # fmt: skip
    return City(together(kept), rows)


def _beside(draw: Draw, rows: pl.DataFrame, times: int, numbers: Numbers) -> Kept:
    """The other lines of work, of 2019 and 2020: those that lead to files of the first, and those that stand alone."""
    umbrellas, crimes = sheltering(rows, numbers), led_by_rivers(rows, numbers)
    yield from links_beside(umbrellas, crimes)
    yield from integrity(draw, umbrellas, times, numbers)
    yield from rivers(draw, crimes, times, numbers)
    for line in (matters, honours, duty, arrivals, crashes, hazards, responses, requests, disputes):
        yield from line(draw, times, numbers)


def _files(draw: Draw, times: int, first: bool) -> pl.DataFrame:
    """The files of a run; the first run also has those planted."""
    rows = files(draw, plan.GROUPS + plan.UMBRELLAS + plan.ORDINARY, times)
    if first:
        rows = pl.concat([rows, files(draw, plan.LATE, 1)])
    return _seated(rows).with_row_index("file").cast({"file": pl.Int64})


def _groups(rows: pl.DataFrame) -> pl.DataFrame:
    """The groups' own files."""
    return rows.filter(pl.col("scope").is_in(["group", "bully"]))


def _seated(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.join(SEATS, on="seat", how="left", maintain_order="left")


def _numbered(rows: pl.DataFrame, day: str, numbers: Numbers, form: str, name: str) -> pl.DataFrame:
    """Number the rows whose step has a day; the others have no number."""
    came = numbers.put(rows.filter(pl.col(day).is_not_null()), form, day, name)
    return pl.concat([came, rows.filter(pl.col(day).is_null())], how="diagonal")


def _police_numbers(rows: pl.DataFrame, beside: pl.DataFrame, numbers: Numbers) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Number the groups' files and the cases beside them in one sequence; these also learn their group's number."""
    both = pl.concat([rows.with_columns(own=pl.lit(True)), beside.with_columns(own=pl.lit(False))])
    both = _numbered(both, "filed", numbers, "police", "police_case")
    leads, others = both.filter("own").drop("own").sort("file"), both.filter(~pl.col("own")).drop("own")
    names = leads.select("file", lead_case="police_case")
    return leads, others.join(names, on="file", how="left", maintain_order="left")


def _at_court(draw: Draw, rows: pl.DataFrame, times: int, numbers: Numbers) -> Kept:
    """Yield what the courts keep, and the links that lead there."""
    guests = _seated(files(draw, (plan.FROM_ELSEWHERE,), times)).with_row_index("file", offset=rows.height)
    came = pl.concat([rows, guests.cast({"file": pl.Int64}).with_columns(guest=pl.lit(True))], how="diagonal")
    cases = _numbered(trials(came, plan.LAST), "docketed", numbers, "trial", "trial_case")
    second = appeals(draw, cases.filter(pl.col("judged") <= plan.LAST), SEATS)
    second = _numbered(second, "docketed", numbers, "appeal", "appeal_case")
    yield from courts(cases, second)
    ends = cases.select("files", "parts", "trial_case", "court", "docketed", "fate", "guest")
    pairs = ends.with_columns(turn=pl.int_ranges(pl.col("files").list.len())).explode("files", "parts", "turn")
    pairs = pairs.rename({"files": "file", "parts": "persons"})
    known = pairs.filter(pl.col("guest").is_null()).join(rows.select("file", "review_case", "procuratorate"), on="file")
    yield from court_links(known, pairs.filter("guest"), second)

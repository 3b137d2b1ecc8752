"""What the courts write down: which cases the prosecuted files become there, and how these go."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.registers import Register, kept
from plumbline.demo.city.tags import TAGS

Kept = Iterator[tuple[tuple[str, str], Register]]
PROCEDURE = pl.when(pl.col("path") == "converted").then(pl.lit("简易")).otherwise(pl.col("procedure"))
DAY = pl.Date


def trials(rows: pl.DataFrame, last: int) -> pl.DataFrame:
    """Return one row a case at court: ``files`` it came from with ``parts`` (persons of each); ``part`` counts split ones."""
    sent = rows.filter(pl.col("docketed") <= last).with_columns(pl.col("persons") - pl.col("refused"))
    pairs = pl.when(pl.col("fate") == "joined").then(pl.col("pair")).otherwise(-1 - pl.col("file"))
    joined = sent.group_by(pairs.alias("key"), maintain_order=True).agg(
        pl.exclude("file", "persons").first(),
        files=pl.col("file"),
        parts=pl.col("persons"),
        persons=pl.col("persons").sum(),
    )
    halves = joined.filter(pl.col("fate") == "split")
    return pl.concat(
        [joined.filter(pl.col("fate") != "split").with_columns(part=0), _half(halves, 0), _half(halves, 1)]
    )


def _half(rows: pl.DataFrame, part: int) -> pl.DataFrame:
    size = pl.col("persons") // 2 if part else pl.col("persons") - pl.col("persons") // 2
    return rows.with_columns(persons=size, parts=pl.concat_list(size), part=pl.lit(part))


def appeals(draw: Draw, cases: pl.DataFrame, city: pl.DataFrame) -> pl.DataFrame:
    """Return second instances, at the city's own court, of some ordinary cases whose accused are not in custody."""
    some = cases.filter((pl.col("scope") == "common") & ~pl.col("custody") & (pl.col("procedure") == "普通"))
    some = some.filter(pl.Series(draw.happens(some.height, 0.12)))
    taken, heard, done = (pl.Series(draw.between(some.height, *span)) for span in ((12, 17), (15, 25), (28, 50)))
    docketed = pl.col("judged") + taken
    seat = [pl.lit(city[name][0]).alias(name) for name in ("seat", "court", "court_code")]
    again = {"docketed": docketed, "heard": docketed + heard, "judged": docketed + done}
    return some.with_columns(*seat, first_court=pl.col("court"), first_case=pl.col("trial_case"), **again)


def courts(cases: pl.DataFrame, second: pl.DataFrame) -> Kept:
    """Yield the registers of first instances and of second ones."""
    yield from _first(cases)
    yield from _course(cases)
    at = {"case": pl.col("appeal_case"), "body": pl.col("court"), "scope": TAGS, "persons": pl.col("persons")}
    yield kept("trials", "Docketed", second, **at, on=pl.col("docketed"), offence=pl.col("offence"), instance="二审")
    yield kept("trials", "Heard", second, case=at["case"], body=at["body"], on=pl.col("heard"))
    yield kept("trials", "Concluded", second, **at, on=pl.col("judged"), outcome="裁定")


def _first(cases: pl.DataFrame) -> Kept:
    at = {"case": pl.col("trial_case"), "body": pl.col("court")}
    counted = {**at, "persons": pl.col("persons"), "scope": TAGS}
    traits = {name: pl.col(name) for name in ("offence", "over_one_year", "over_three_years")}
    yield kept(
        "trials",
        "Docketed",
        cases,
        **counted,
        **traits,
        on=pl.col("docketed"),
        procedure=PROCEDURE,
        in_custody=pl.col("custody"),
    )
    yield kept("trials", "Heard", cases, **at, on=pl.col("heard"))
    yield kept("trials", "Extended", cases, **at, on=pl.col("lengthened"), approver="上一级法院", months=3)
    yield kept("trials", "Concluded", cases, **counted, on=pl.col("judged"))


def _course(cases: pl.DataFrame) -> Kept:
    """What only some trials have: a change of procedure, a pause, days not counted, an investigation once more."""
    at = {"case": pl.col("trial_case"), "body": pl.col("court")}
    some = {name: cases.filter(pl.col("path") == name) for name in ("converted", "suspended", "postponed", "excluded")}
    until = pl.from_epoch(pl.col("turned") + 12, time_unit="d")
    yield kept("trials", "Converted", some["converted"], **at, on=pl.col("turned"), procedure="普通")
    yield kept("trials", "Suspended", some["suspended"], **at, on=pl.col("turned"))
    yield kept("trials", "Resumed", some["suspended"], **at, on=pl.col("resumed"))
    yield kept("trials", "Postponed", some["postponed"], **at, on=pl.col("turned"), round=1)
    yield kept("trials", "Retransferred", some["postponed"], **at, on=pl.col("resumed"), round=1)
    yield kept("trials", "Excluded", some["excluded"], **at, on=pl.col("turned"), reason="新证据重新鉴定", until=until)

"""What the procuratorates write down: files received, returned and sent again, what is decided for each person."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.registers import Register, kept
from plumbline.demo.city.tags import TAGS

Kept = Iterator[tuple[tuple[str, str], Register]]
AT = {"case": pl.col("review_case"), "body": pl.col("procuratorate")}
MANNER = {
    "offence": pl.col("offence"), "over_one_year": pl.col("over_one_year"),
    "procedure": pl.when("quick").then(pl.lit("速裁")).otherwise(pl.lit("普通")),
}  # fmt: skip


def procuratorates(rows: pl.DataFrame, persons: pl.DataFrame) -> Kept:
    """Yield the registers of the files given and of their persons, who come with their file's columns."""
    who = {**AT, "person": pl.col("person"), "scope": TAGS}
    yield kept("prosecutions", "Received", persons, **who, **MANNER, on=pl.col("received"))
    yield kept("prosecutions", "Extended", rows, **AT, on=pl.col("prolonged"))
    sheltering = rows.filter(pl.col("scope") == "umbrella")
    until = pl.from_epoch(pl.col("arrested"), time_unit="d")
    yield kept(
        "prosecutions",
        "Excluded",
        sheltering,
        **AT,
        on=pl.col("received"),
        reason="监察移送后决定强制措施",
        until=until,
    )
    for turn in (1, 2):
        yield kept("prosecutions", "Returned", rows, **AT, on=pl.col(f"returned_{turn}"), round=turn)
        yield kept("prosecutions", "Resubmitted", rows, **AT, on=pl.col(f"resent_{turn}"), round=turn)
    yield kept("prosecutions", "Decided", persons, **who, on=pl.col("concluded"), outcome=pl.col("outcome"))
    yield kept("prosecutions", "Concluded", persons, **who, on=pl.col("concluded"))

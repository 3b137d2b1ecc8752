"""What joins the bodies' files: sent, joined, split, returned, sent again, withdrawn, moved to another city, appealed."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.bodies import ELSEWHERE
from plumbline.demo.city.plan import LAST
from plumbline.demo.city.registers import Register, Values, kept

Kept = Iterator[tuple[tuple[str, str], Register]]
POLICE: Values = {"case": pl.col("police_case"), "body": pl.col("police"), "from_line": "investigations"}
REVIEW: Values = {"case": pl.col("review_case"), "body": pl.col("procuratorate"), "from_line": "prosecutions"}
TO_POLICE: Values = {"to_case": pl.col("police_case"), "to_body": pl.col("police"), "to_line": "investigations"}
TO_REVIEW: Values = {"to_case": pl.col("review_case"), "to_body": pl.col("procuratorate"), "to_line": "prosecutions"}
TO_TRIAL: Values = {"to_case": pl.col("trial_case"), "to_body": pl.col("court"), "to_line": "trials"}
PERSONS: Values = {"persons": pl.col("persons")}


def links(rows: pl.DataFrame, incidents: pl.DataFrame) -> Kept:
    """Yield the links between the police and the procuratorates, and between the police's own files."""
    yield kept(
        "links",
        "Linked",
        incidents,
        **POLICE,
        how="并案",
        to_line="investigations",
        to_case=pl.col("lead_case"),
        to_body=pl.col("police"),
        on=pl.col("cleared"),
    )
    known = rows.filter(pl.col("police_case").is_not_null() & pl.col("review_case").is_not_null())
    yield kept("links", "Linked", known, **POLICE, **TO_REVIEW, **PERSONS, how="移送", on=pl.col("received"))
    for turn in (1, 2):
        yield kept(
            "links", "Linked", known, **REVIEW, **TO_POLICE, **PERSONS, how="退回补侦", on=pl.col(f"returned_{turn}")
        )
        yield kept(
            "links", "Linked", known, **POLICE, **TO_REVIEW, **PERSONS, how="重新移送", on=pl.col(f"resent_{turn}")
        )
    back = known.filter(pl.col("fate") == "withdrawn")
    yield kept("links", "Linked", back, **REVIEW, **TO_POLICE, **PERSONS, how="撤回", on=pl.col("concluded"))
    yield from _elsewhere(rows)
    yield from _underway(rows)


def links_beside(umbrellas: pl.DataFrame, crimes: pl.DataFrame) -> Kept:
    """Yield the links from other lines of work: of officials who sheltered groups, and of crimes found on the rivers."""
    commission: Values = {"case": pl.col("own_case"), "body": ELSEWHERE["commission"], "from_line": "integrity"}
    yield kept("links", "Linked", umbrellas, **commission, **TO_REVIEW, **PERSONS, how="移送", on=pl.col("received"))
    river: Values = {"case": pl.col("river_case"), "body": pl.format("{}水务局", "division"), "from_line": "rivers"}
    yield kept("links", "Linked", crimes, **river, **TO_POLICE, how="移送", on=pl.col("filed") - 2)


def _underway(rows: pl.DataFrame) -> Kept:
    """Files sent in the last days, known to the other side by their papers' number until it gives them its own."""
    sent = rows.filter((pl.col("transferred") <= LAST) & (pl.col("received") > LAST))
    paper: Values = {**TO_REVIEW, "to_case": pl.format("{}公诉字〔2020〕{}号", "short", pl.col("file") + 1)}
    yield kept("links", "Linked", sent, **POLICE, **paper, **PERSONS, how="移送", on=pl.col("transferred"))
    charged = rows.filter((pl.col("concluded") <= LAST) & (pl.col("docketed") > LAST))
    charged = charged.with_columns(pl.col("persons") - pl.col("refused"))
    paper = {**TO_TRIAL, "to_case": pl.format("{}检刑诉〔2020〕{}号", "short", pl.col("file") + 1)}
    yield kept("links", "Linked", charged, **REVIEW, **paper, **PERSONS, how="移送", on=pl.col("concluded"))


def _elsewhere(rows: pl.DataFrame) -> Kept:
    """Files that bodies of other cities take on."""
    number = pl.format("白检刑诉受〔2020〕{}号", pl.col("file") + 1)
    there: Values = {
        "to_case": number,
        "to_body": pl.lit(ELSEWHERE["procuratorate"]),
        "to_line": "prosecutions",
        "how": "改变管辖",
        **PERSONS,
    }
    some = {
        fate: rows.filter(pl.col("fate") == fate) for fate in ("sent_elsewhere", "review_elsewhere", "court_elsewhere")
    }
    yield kept("links", "Linked", some["sent_elsewhere"], **POLICE, **there, on=pl.col("transferred"))
    yield kept("links", "Linked", some["review_elsewhere"], **REVIEW, **there, on=pl.col("concluded"))
    court: Values = {
        "to_case": pl.format("（2020）甘05刑初{}号", pl.col("file") + 1),
        "to_body": ELSEWHERE["court"],
        "to_line": "trials",
    }
    away = some["court_elsewhere"].with_columns(pl.col("persons") - pl.col("refused"))
    yield kept("links", "Linked", away, **REVIEW, **court, **PERSONS, how="改变管辖", on=pl.col("concluded") + 3)


def court_links(pairs: pl.DataFrame, guests: pl.DataFrame, second: pl.DataFrame) -> Kept:
    """Yield the links to the courts: ``pairs`` is a row for each file and case at court, ``guests`` come from elsewhere."""
    how = (
        pl.when(pl.col("fate") == "split")
        .then(pl.lit("分案"))
        .when(pl.col("turn") > 0)
        .then(pl.lit("并案"))
        .otherwise(pl.lit("移送"))
    )
    yield kept("links", "Linked", pairs, **REVIEW, **TO_TRIAL, **PERSONS, how=how, on=pl.col("docketed"))
    sender: Values = {
        "case": pl.format("定检刑诉受〔2019〕{}号", pl.col("file") + 1),
        "body": ELSEWHERE["sender"],
        "from_line": "prosecutions",
    }
    yield kept("links", "Linked", guests, **sender, **TO_TRIAL, **PERSONS, how="改变管辖", on=pl.col("docketed"))
    first: Values = {"case": pl.col("first_case"), "body": pl.col("first_court"), "from_line": "trials"}
    to: Values = {"to_case": pl.col("appeal_case"), "to_body": pl.col("court"), "to_line": "trials"}
    yield kept("links", "Linked", second, **first, **to, **PERSONS, how="上诉", on=pl.col("docketed"))

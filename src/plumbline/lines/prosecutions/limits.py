"""Limits of review for prosecution: how long a procuratorate may take, and the police when a case goes back to them."""

from datetime import date
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, belonging, events, stretches
from plumbline.figures.tables import Tables
from plumbline.law import Days, Extension, Months, limit
from plumbline.law.editions import CPL, MPS, SPP

RUNS: dict[str, Any] = {
    "starts": (
        "收到案件（补充侦查后重新移送的，重新计算）",
        "received; counted anew when sent again after investigation",
    ),
    "stops": ("作出决定或退回补充侦查", "decided, or returned for investigation"),
    "sort": "case",
}

UNKNOWN = ibis.null("boolean")
"""Whether the suspect is in custody is not recorded here: no holiday moves the earliest end, one may move the latest."""


@limit(
    rule="P1", zh="审查起诉期限", en="review for prosecution", article=CPL(172), also=(SPP(351), CPL("175(3)")),
    length=Months(1), extensions=(Extension("延长十五日", "fifteen days more", Days(15), article=CPL(172)),), **RUNS,
)  # fmt: skip
def review(prosecutions: Tables, day: date) -> Clocks:
    """Review in the ordinary procedure."""
    return _review(prosecutions, day, "普通")


@limit(
    rule="P2", zh="审查起诉期限（速裁）", en="review for prosecution, fast track", article=CPL(172), length=Days(10),
    at_most=Days(15), at_most_when=("可能判处的有期徒刑超过一年", "sentence over one year possible"), warn=3, **RUNS,
)  # fmt: skip
def fast_review(prosecutions: Tables, day: date) -> Clocks:
    """Review on the fast track."""
    return _review(prosecutions, day, "速裁")


@limit(
    rule="P3", zh="退回补充侦查期限", en="investigation after return", article=CPL(175), also=(SPP(346), MPS(295)),
    starts=("退回补充侦查", "returned for investigation"), stops=("重新移送", "sent again"), length=Months(1), sort="case",
)  # fmt: skip
def further_investigation(prosecutions: Tables, day: date) -> Clocks:
    """Each return for investigation."""
    rows = _stretches(prosecutions, day)
    return Clocks(rows.filter(rows["event"] == "退回").mutate(held=UNKNOWN))


def _review(prosecutions: Tables, day: date, procedure: str) -> Clocks:
    rows, received = _stretches(prosecutions, day), prosecutions.flow("Received")
    facts = received.group_by(["body", "case"]).aggregate(
        procedure=received["procedure"].max(), longer=received["over_one_year"].any()
    )
    joined = rows.join(facts, ["body", "case"])
    mine = joined.filter((joined["procedure"] == procedure) & joined["event"].isin(["受理", "重新移送"]))
    grants = prosecutions.once("extended", day, lambda: _extended(rows, prosecutions.flow("Extended"), day))
    pauses = prosecutions.once("excluded", day, lambda: _excluded(rows, prosecutions, day))
    return Clocks(mine.mutate(held=UNKNOWN), grants, pauses)


def _stretches(prosecutions: Tables, day: date) -> Table:
    kinds = (("Received", "受理"), ("Resubmitted", "重新移送"), ("Returned", "退回"), ("Concluded", "办结"))
    flows = ((prosecutions.flow(kind), word) for kind, word in kinds)
    return prosecutions.once("stretches", day, lambda: stretches(events(day, *flows)))


def _extended(rows: Table, extended: Table, day: date) -> Table:
    mine = belonging(rows, extended.filter(extended["on"] <= day), on=extended["on"])
    none = ibis.null("string")
    return mine.select(
        "position", extension=ibis.literal("延长十五日"), approver=none, on="on", n=ibis.literal(1, "int64")
    )


def _excluded(rows: Table, prosecutions: Tables, day: date) -> Table:
    t = prosecutions.flow("Excluded")
    back = t["until"] + ibis.interval(days=1)
    return belonging(rows, t.filter(t["on"] <= day), first=t["on"], back=back, why=t["reason"])

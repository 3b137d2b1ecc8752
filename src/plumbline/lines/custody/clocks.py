"""How the clocks of custody are made from its records: each episode of each person, stage by stage."""

from datetime import date

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, belonging, events, first_after, stretches
from plumbline.figures.tables import Tables

KEYS = ("case", "person")
STAGES = ("侦查", "审查起诉", "补充侦查", "审判", "二审")


def first_day(custody: Tables, begin: str, done: Table, day: date) -> Clocks:
    """What must be done in the first day is also over when the person is free."""
    begun = stretches(events(day, (custody.flow(begin), begin), keys=KEYS), KEYS)
    ends = _dated(done).union(_dated(custody.flow("Freed")))
    return Clocks(first_after(begun, ends.filter(ends["on"] <= day), KEYS))


def _dated(rows: Table) -> Table:
    return rows.select(*KEYS, "on", "moment", "position", "body")


def detained(custody: Tables, day: date, grounds: list[str], *stops: str) -> Clocks:
    """Detentions on these grounds, each to the first record of the kinds ``stops``."""
    held = custody.flow("Detained")
    begun = events(day, (held.filter(held["ground"].isin(grounds)), "拘留"), keys=KEYS)
    ends = ibis.union(*(_dated(custody.flow(kind)) for kind in stops))
    rows = first_after(stretches(begun, KEYS), ends.filter(ends["on"] <= day), KEYS)
    facts = held.select("position", longer=held["ground"] == "特殊情况")
    return Clocks(rows.left_join(facts, "position").drop("position_right"))


def decision(custody: Tables, asked: Table, day: date) -> Clocks:
    """Who decides is known from the decision; until then the body is not recorded."""
    decided = custody.flow("ArrestDecided")
    ends = ibis.union(*(_dated(custody.flow(kind)) for kind in ("ArrestDecided", "Arrested", "Freed")))
    rows = first_after(stretches(events(day, (asked, "提请"), keys=KEYS), KEYS), ends.filter(ends["on"] <= day), KEYS)
    by = decided.group_by(list(KEYS)).aggregate(by=decided["body"].max())
    rows = rows.left_join(by, list(KEYS)).drop("case_right", "person_right", "body")
    return Clocks(rows.rename(body="by"))


def stages(custody: Tables, day: date) -> Table:
    """Every stage of every episode, and what counts a stage anew."""
    arrested, anew, moved = custody.flow("Arrested"), custody.flow("Restarted"), custody.flow("HandedOver")
    kinds = [(arrested.filter(arrested["unnamed"]), "身份不明"), (arrested.filter(~arrested["unnamed"]), "侦查")]
    kinds += [(custody.flow("Established"), "侦查"), (anew.filter(anew["approver"] == "县级公安机关负责人"), "侦查")]
    kinds += [(moved.filter(moved["stage"] == each), each) for each in ("侦查", "审查起诉", "补充侦查", "审判", "二审")]
    return stretches(events(day, *kinds, (custody.flow("Freed"), "离开"), keys=KEYS), KEYS)


def stage(custody: Tables, day: date, rows: Table) -> Clocks:
    """One stage, with the extensions and the days not counted that fall into it."""
    rows = rows.mutate(held=ibis.literal(True))
    more, out = custody.flow("Extended"), custody.flow("Excluded")
    told = {"extension": more["rule"], "approver": more["approver"], "on": more["on"], "n": ibis.literal(1, "int64")}
    back = out["until"].fill_null(ibis.literal(day)) + ibis.interval(days=1)
    grants = belonging(rows, more.filter(more["on"] <= day), KEYS, **told)
    return Clocks(
        rows, grants, belonging(rows, out.filter(out["on"] <= day), KEYS, first=out["on"], back=back, why=out["reason"])
    )


def ordered(custody: Tables, day: date, measure: str) -> Clocks:
    """Each order of a measure; the earlier reading counts from the first order of the episode."""
    ordered = custody.flow("Ordered")
    kinds = [(ordered.filter(ordered["measure"] == each), each) for each in ("取保候审", "监视居住")]
    t = stretches(
        events(day, *kinds, (custody.flow("Arrested"), "逮捕"), (custody.flow("Lifted"), "解除"), keys=KEYS), KEYS
    )
    mine = t.filter(t["event"] == measure)
    first = mine["begins_on"].min().over(ibis.window(group_by=list(KEYS)))
    return Clocks(mine.mutate(begins_early=ibis.ifelse(first < mine["begins_on"], first, ibis.null("date"))))

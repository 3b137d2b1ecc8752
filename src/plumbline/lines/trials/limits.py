"""Limits of trials: how long a court may take in each instance and procedure; what stops, restarts and lengthens it."""

from datetime import date
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, after, belonging, events, stretches
from plumbline.figures.tables import Tables
from plumbline.law import Days, Extension, Months, limit
from plumbline.law.editions import CPL, SPC_2021, SX_2000

COURT: dict[str, Any] = {
    "starts": ("受理（补充侦查后重新移送、转换程序的，重新计算）", "docketed; counted anew when sent again or converted"),
    "stops": ("宣判、审结或延期审理", "concluded, or postponed for investigation"), "sort": "case", "month_rules": ("court",),
    "counting": ("转换程序的，亦有自决定当日起算的读法", "after a conversion, also read as counting the day of the decision"),
}  # fmt: skip
HIGHER = Extension("批准延长", "three months more", Months(1), ("上一级法院",), CPL(208), Days(15), most=3)
AGAIN = Extension(
    "最高法院批准延长", "more, by leave of the SPC", Months(1), ("最高法院",), SPC_2021(210), Days(15), None, 3
)
PUBLIC: dict[str, Any] = COURT | {"length": Months(2), "at_most": Months(3), "extensions": (HIGHER, AGAIN), "warn": 15}
BEGINS = ("收案", "重新移送", "转换程序")
EXCLUDED: dict[str, tuple[int, Months | Days]] = {
    "检察院阅卷": (1, Months(1)),
    "另行委托辩护人": (0, Days(9)),
    "新证据重新鉴定": (0, Months(1)),
}
"""Reasons that do not exclude without end: the first day excluded after that of the record, and what is the most."""


@limit(
    rule="C1", zh="公诉案件一审审限", en="first instance, public prosecution", article=CPL(208),
    also=(SPC_2021(210), SX_2000(8)), **PUBLIC,
)  # fmt: skip
def first_instance(trials: Tables, day: date) -> Clocks:
    """Public prosecutions tried in the ordinary procedure."""
    t = _stretches(trials, day)
    return _clocks(t.filter((t["instance"] == "一审公诉") & (t["procedure"] == "普通")), trials, day)


@limit(
    rule="C2", zh="自诉案件一审审限（在押）", en="private prosecution, in custody", article=CPL("212(2)", 208), **PUBLIC
)
def private_held(trials: Tables, day: date) -> Clocks:
    """Private prosecutions with the accused in custody: as public ones."""
    t = _stretches(trials, day)
    return _clocks(t.filter((t["instance"] == "一审自诉") & (t["procedure"] == "普通") & t["in_custody"]), trials, day)


@limit(
    rule="C2", zh="自诉案件一审审限（未羁押）", en="private prosecution, not in custody", article=CPL("212(2)"),
    length=Months(6), warn=10,
    extensions=(Extension("批准延长", "three months more", Months(1), ("本院院长",), SX_2000(1), Days(10), most=3),), **COURT,
)  # fmt: skip
def private_free(trials: Tables, day: date) -> Clocks:
    """Private prosecutions with nobody in custody."""
    t = _stretches(trials, day)
    return _clocks(t.filter((t["instance"] == "一审自诉") & (t["procedure"] == "普通") & ~t["in_custody"]), trials, day)


@limit(
    rule="C3", zh="简易程序审限", en="summary procedure", article=CPL(220), also=(SPC_2021(368),), length=Days(20),
    at_most=Months(1, half=True), at_most_when=("可能判处的有期徒刑超过三年", "sentence over three years possible"), **COURT,
)  # fmt: skip
def summary(trials: Tables, day: date) -> Clocks:
    """First instance in the summary procedure."""
    t = _stretches(trials, day)
    mine = t.filter(t["instance"].startswith("一审") & (t["procedure"] == "简易"))
    return _clocks(mine.mutate(longer=mine["over_three_years"]), trials, day)


@limit(
    rule="C4", zh="速裁程序审限", en="fast-track procedure", article=CPL(225), also=(SPC_2021(376),), length=Days(10),
    at_most=Days(15), at_most_when=("可能判处的有期徒刑超过一年", "sentence over one year possible"), warn=3, **COURT,
)  # fmt: skip
def fast_track(trials: Tables, day: date) -> Clocks:
    """First instance on the fast track."""
    t = _stretches(trials, day)
    mine = t.filter(t["instance"].startswith("一审") & (t["procedure"] == "速裁"))
    return _clocks(mine.mutate(longer=mine["over_one_year"]), trials, day)


@limit(
    rule="C6", zh="审判阶段补充侦查期限", en="investigation during trial", article=CPL(205), also=(SPC_2021(274),),
    starts=("延期审理补充侦查", "postponed for investigation"), stops=("重新移送法院", "sent to court again"),
    length=Months(1), sort="case",
)  # fmt: skip
def investigation_during_trial(trials: Tables, day: date) -> Clocks:
    """Each postponement for the procuratorate's investigation."""
    t = _stretches(trials, day)
    mine = t.filter(t["event"] == "延期")
    return Clocks(mine.mutate(held=mine["in_custody"]))


@limit(
    rule="A3", zh="二审审限", en="second instance", article=CPL(243), length=Months(2), warn=15,
    extensions=(Extension("批准延长", "two months more", Months(1), ("高级法院",), CPL(243), Days(15), most=2), AGAIN), **COURT,
)  # fmt: skip
def second_instance(trials: Tables, day: date) -> Clocks:
    """Appeals and protests."""
    t = _stretches(trials, day)
    return _clocks(t.filter(t["instance"] == "二审"), trials, day)


@limit(rule="R2", zh="再审审限", en="retrial", article=CPL(258), length=Months(3), at_most=Months(6), warn=15, **COURT)
def retrial(trials: Tables, day: date) -> Clocks:
    """Retrials under judicial supervision."""
    t = _stretches(trials, day)
    return _clocks(t.filter(t["instance"] == "再审"), trials, day)


def _stretches(trials: Tables, day: date) -> Table:
    """What happened in each case, each with the instance and the procedure then in force."""
    return trials.once("stretches", day, lambda: _made(trials, day))


def _made(trials: Tables, day: date) -> Table:
    named = [
        ("Docketed", "收案"),
        ("Retransferred", "重新移送"),
        ("Converted", "转换程序"),
        ("Postponed", "延期"),
        ("Concluded", "审结"),
    ]
    t = stretches(events(day, *((trials.flow(kind), word) for kind, word in named)))
    changed = trials.flow("Converted").select("position", to="procedure")
    t = t.join(_facts(trials), ["body", "case"]).left_join(changed, "position").drop("position_right")
    known = ibis.ifelse(t["event"] == "收案", t["docketed_as"], t["to"])
    so_far = ibis.window(
        group_by=["body", "case"], order_by=["begins_on", "rank", "position"], preceding=None, following=0
    )
    early = ibis.ifelse(t["event"] == "转换程序", t["begins_on"] - ibis.interval(days=1), ibis.null("date"))
    t = t.mutate(known=known, begins_early=early, held=t["in_custody"])
    t = t.mutate(turn=t["known"].count().over(so_far))
    return t.mutate(procedure=t["known"].max().over(ibis.window(group_by=["body", "case", "turn"])))


def _facts(trials: Tables) -> Table:
    docketed = trials.flow("Docketed")
    flags = {name: docketed[name].any() for name in ("in_custody", "over_one_year", "over_three_years")}
    return docketed.group_by(["body", "case"]).aggregate(
        instance=docketed["instance"].max(), docketed_as=docketed["procedure"].max(), **flags
    )


def _clocks(t: Table, trials: Tables, day: date) -> Clocks:
    every = _stretches(trials, day)
    grants = trials.once("extended", day, lambda: _extended(every, trials.flow("Extended"), day))
    pauses = trials.once("paused", day, lambda: _paused(every, trials, day))
    return Clocks(t.filter(t["event"].isin(BEGINS)), grants, pauses)


def _extended(rows: Table, extended: Table, day: date) -> Table:
    """The extensions of every trial, whichever limit they lengthen."""
    highest = extended["approver"] == "最高法院"
    name = ibis.ifelse(highest, AGAIN.name, HIGHER.name)
    told = {"extension": name, "approver": extended["approver"], "on": extended["on"], "n": extended["months"]}
    return belonging(rows, extended.filter(extended["on"] <= day), **told)


def _paused(rows: Table, trials: Tables, day: date) -> Table:
    excluded = trials.flow("Excluded")
    excluded = excluded.filter(excluded["on"] <= day)
    back = excluded["until"] + ibis.interval(days=1)
    first, most = excluded["on"], back
    for reason, (skipped, length) in EXCLUDED.items():
        cut = after(excluded["on"], length) + ibis.interval(days=1)
        most = ibis.ifelse(excluded["reason"] == reason, ibis.least(back, cut), most)
        first = ibis.ifelse(excluded["reason"] == reason, excluded["on"] + ibis.interval(days=skipped), first)
    named = belonging(rows, excluded, first=first, back=most, why=excluded["reason"])
    return named.union(_suspended(rows, trials, day))


def _suspended(rows: Table, trials: Tables, day: date) -> Table:
    """From each suspension to the resumption; one that goes on is not counted up to the day looked at."""
    named = [("Suspended", "中止"), ("Resumed", "恢复"), ("Concluded", "审结")]
    t = stretches(events(day, *((trials.flow(kind), word) for kind, word in named)))
    t = t.filter(t["event"] == "中止").rename(on="begins_on")
    back = t["stops_on"].fill_null(ibis.literal(day) + ibis.interval(days=1))
    return belonging(rows, t, first=t["on"], back=back, why=ibis.literal("中止审理"))

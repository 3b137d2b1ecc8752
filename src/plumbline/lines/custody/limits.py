"""Limits of custody: what must be done in the first day, and how long a person may be held at each stage."""

from collections.abc import Callable
from datetime import date
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, belonging, events, stretches, until
from plumbline.figures.tables import Tables
from plumbline.law import Days, Extension, Hours, Limit, Months, limit
from plumbline.law.editions import CPL, MPS, SPC_2021, SPP

KEYS = ("case", "person")
DETAINED, ARRESTED = ("执行拘留", "detained"), ("执行逮捕", "arrested")
TOLD, HEARD = ("通知家属", "family told"), ("讯问", "interrogated")
ASKED: dict[str, Any] = {
    "starts": DETAINED, "stops": ("提请批准逮捕或释放", "asked for, or released"), "article": CPL("91(1)"),
    "also": (MPS(129),), "by_the_clock": True, "sort": "duty", "holidays": False,
}  # fmt: skip
DECIDED: dict[str, Any] = {
    "starts": ("收到提请批准逮捕书", "request received"), "stops": ("作出决定", "decided"), "sort": "duty",
}  # fmt: skip
LEFT: dict[str, Any] = {
    "starts": DETAINED, "stops": ("执行逮捕、释放或移送", "arrested, released or sent on"), "warn": 3, "sort": "custody",
    "holidays": False,
}  # fmt: skip
SPECIAL = ("有特殊情况", "in special circumstances")
BAIL: dict[str, Any] = {
    "article": CPL(79), "also": (SPP(103), SPP(113), SPC_2021(162)), "sort": "measure", "tag": "C",
    "stops": ("解除、变更或由下一机关重新决定", "lifted, changed, or ordered anew by the next body"),
    "counting": ("亦有各机关合并计算的读法", "also read as one term for all bodies"),
}  # fmt: skip
AGAIN = Extension(
    "最高法院再延长", "more, by leave of the SPC", Months(3), ("最高法院",), SPC_2021(210), Days(15), None
)
STAGES = ("侦查", "审查起诉", "补充侦查", "审判", "二审")


def _first_day(named: str, begin: str, done: str, but: str = "", **terms: Any) -> Limit:
    """What must be done in the first day is also over when the person is free; ``but`` is a reason that is none."""

    def clocks(custody: Tables, day: date) -> Clocks:
        found = custody.flow(done)
        found = found.filter((found["not_told"] != but).fill_null(True)) if but else found
        return Clocks(until(custody.flow(begin), [found, custody.flow("Freed")], day, KEYS))

    return limit(named=named, length=Hours(24), sort="duty", warn=1, **terms)(clocks)


def _detained(named: str, grounds: list[str], stop: str = "Arrested", **terms: Any) -> Limit:
    """Detentions on these grounds, each to the first record of the kind ``stop`` or what ends them anyway."""

    def clocks(custody: Tables, day: date) -> Clocks:
        held = custody.flow("Detained").filter(lambda t: t["ground"].isin(grounds))
        rows = until(
            held, [custody.flow(k) for k in dict.fromkeys((stop, "Arrested", "HandedOver", "Freed"))], day, KEYS
        )
        facts = held.select("position", longer=held["ground"] == "特殊情况")
        return Clocks(rows.left_join(facts, "position").drop("position_right"))

    return limit(named=named, **terms)(clocks)


def _decided(named: str, of: Callable[[Table, Table], Table], **terms: Any) -> Limit:
    """Who decides is known from the decision; until then the body is not recorded."""

    def clocks(custody: Tables, day: date) -> Clocks:
        asked, made = of(custody.flow("ArrestAsked"), custody.flow("Detained")), custody.flow("ArrestDecided")
        rows = until(asked, [made, custody.flow("Arrested"), custody.flow("Freed")], day, KEYS)
        by = made.group_by(list(KEYS)).aggregate(by=made["body"].max())
        return Clocks(rows.left_join(by, list(KEYS)).drop("case_right", "person_right", "body").rename(body="by"))

    return limit(named=named, **terms, **DECIDED)(clocks)


def _held(named: str, which: Callable[[Table], Any], **terms: Any) -> Limit:
    """The stages of custody that ``which`` picks, with the extensions and the days not counted that fall into each."""

    def clocks(custody: Tables, day: date) -> Clocks:
        every = custody.once("stages", day, lambda: _stages(custody, day))
        grants = custody.once("extended", day, lambda: _extended(every, custody, day))
        pauses = custody.once("excluded", day, lambda: _excluded(every, custody, day))
        return Clocks(every.filter(which).mutate(held=ibis.literal(True)), grants, pauses)

    stops = ("移送下一阶段或离开羁押", "handed over, or left custody")
    return limit(named=named, stops=stops, sort="custody", holidays=False, **terms)(clocks)


def _stages(custody: Tables, day: date) -> Table:
    """Every stage of every episode, and what counts a stage anew."""
    arrested, anew, moved = custody.flow("Arrested"), custody.flow("Restarted"), custody.flow("HandedOver")
    kinds = [(arrested.filter(arrested["unnamed"]), "身份不明"), (arrested.filter(~arrested["unnamed"]), "侦查")]
    kinds += [(custody.flow("Established"), "侦查"), (anew.filter(anew["approver"] == "县级公安机关负责人"), "侦查")]
    kinds += [(moved.filter(moved["stage"] == each), each) for each in STAGES]
    return stretches(events(day, *kinds, (custody.flow("Freed"), "离开"), keys=KEYS), KEYS)


def _extended(rows: Table, custody: Tables, day: date) -> Table:
    t = custody.flow("Extended").filter(lambda t: t["on"] <= day)
    told = {"extension": t["rule"], "approver": t["approver"], "on": t["on"], "n": ibis.literal(1, "int64")}
    return belonging(rows, t, KEYS, **told)


def _excluded(rows: Table, custody: Tables, day: date) -> Table:
    t = custody.flow("Excluded").filter(lambda t: t["on"] <= day)
    back = t["until"].fill_null(ibis.literal(day)) + ibis.interval(days=1)
    return belonging(rows, t, KEYS, first=t["on"], back=back, why=t["reason"])


def _investigated(t: Table) -> Any:
    return (t["event"] == "侦查") & (t["last_event"].isnull() | t["last_event"].isin(["侦查", "身份不明"]))


def _returned(t: Table) -> Any:
    return (t["event"] == "补充侦查") | ((t["event"] == "侦查") & t["last_event"].isin(["审查起诉", "审判", "二审"]))


def _ordered(named: str, measure: str, **terms: Any) -> Limit:
    """Each order of a measure; the earlier reading counts from the first order of the episode."""

    def clocks(custody: Tables, day: date) -> Clocks:
        orders = custody.flow("Ordered")
        kinds = [(orders.filter(orders["measure"] == each), each) for each in ("取保候审", "监视居住")]
        kinds += [(custody.flow("Arrested"), "逮捕"), (custody.flow("Lifted"), "解除")]
        mine = stretches(events(day, *kinds, keys=KEYS), KEYS).filter(lambda t: t["event"] == measure)
        first = mine["begins_on"].min().over(ibis.window(group_by=list(KEYS)))
        return Clocks(mine.mutate(begins_early=ibis.ifelse(first < mine["begins_on"], first, ibis.null("date"))))

    return limit(named=named, zh=measure, **terms, **BAIL)(clocks)


# The rules, in the order of the proceedings.
housed = _first_day("housed", "Detained", "Housed", rule="H2", zh="送看守所", en="brought to the detention house",
    article=CPL(85), also=(MPS(126),), starts=DETAINED, stops=("送看守所", "brought in"))  # fmt: skip
told_of_detention = _first_day("told_of_detention", "Detained", "FamilyTold", rule="H3", zh="拘留后通知家属",
    en="family told of detention", article=CPL(85), also=(MPS(127),), starts=DETAINED, stops=TOLD)  # fmt: skip
told_of_arrest = _first_day("told_of_arrest", "Arrested", "FamilyTold", "有碍侦查", rule="H4", zh="逮捕后通知家属",
    en="family told of arrest", article=CPL(93), also=(MPS(145),), starts=ARRESTED, stops=TOLD)  # fmt: skip
heard_after_detention = _first_day("heard_after_detention", "Detained", "Interrogated", rule="H6", zh="拘留后讯问",
    en="interrogated after detention", article=CPL(86), also=(MPS(128),), starts=DETAINED, stops=HEARD)  # fmt: skip
heard_after_arrest = _first_day("heard_after_arrest", "Arrested", "Interrogated", rule="H6", zh="逮捕后讯问",
    en="interrogated after arrest", article=CPL(94), also=(MPS(144),), starts=ARRESTED, stops=HEARD)  # fmt: skip
asked = _detained("asked", ["一般", "特殊情况"], "ArrestAsked", rule="D1", zh="提请批准逮捕", en="arrest asked for",
    length=Days(3), at_most=Days(7), at_most_when=SPECIAL, warn=1, **ASKED)  # fmt: skip
asked_in_thirty = _detained("asked_in_thirty", ["流窜多次结伙"], "ArrestAsked", rule="D2",
    zh="提请批准逮捕（流窜、多次、结伙）", en="arrest asked for (roaming, repeated, in a gang)", length=Days(30),
    warn=3, **ASKED | {"article": CPL("91(2)")})  # fmt: skip
decided = _decided("decided", lambda asked, held: asked.semi_join(held, list(KEYS)), rule="D3",
    zh="审查逮捕（已拘留）", en="arrest decided, detained", article=CPL("91(3)"), also=(SPP(282),), length=Days(7),
    holidays=False, warn=2)  # fmt: skip
decided_free = _decided("decided_free", lambda asked, held: asked.anti_join(held, list(KEYS)), rule="D4",
    zh="审查逮捕（未拘留）", en="arrest decided, not detained", article=SPP(282), length=Days(15), at_most=Days(20),
    warn=3)  # fmt: skip
detention = _detained("detention", ["一般", "特殊情况"], rule="D6", zh="拘留羁押", en="held in detention",
    article=CPL(91), length=Days(10), at_most=Days(14), at_most_when=SPECIAL, **LEFT)  # fmt: skip
long_detention = _detained("long_detention", ["流窜多次结伙"], rule="D6", zh="拘留羁押（流窜、多次、结伙）",
    en="held in detention (roaming, repeated or in a gang)", article=CPL(91), length=Days(37), **LEFT)  # fmt: skip
detention_by_procuratorate = _detained("detention_by_procuratorate", ["检察机关自侦"], "ArrestDecided", rule="D7",
    zh="检察机关自侦案件拘留", en="detained by a procuratorate", article=CPL(167), also=(SPP(126),), length=Days(14),
    at_most=Days(17), **LEFT)  # fmt: skip
detention_on_transfer = _detained("detention_on_transfer", ["监察移送"], "ArrestDecided", rule="D8",
    zh="监察移送先行拘留", en="detained on transfer from supervision", article=CPL("170(2)"), also=(SPP(143),),
    length=Days(10), at_most=Days(14), **LEFT)  # fmt: skip
investigation = _held("investigation", _investigated, rule="I1", zh="侦查羁押", en="held during investigation",
    article=CPL(156), also=(CPL(160), MPS(148)), length=Months(2),
    starts=("执行逮捕（另有重要罪行、查清身份的，重新计算）", "arrested; counted anew from a further grave crime"),
    extensions=(
        Extension("侦查延长一个月", "one month more", Months(1), ("上一级检察院",), CPL(156), Days(7)),
        Extension("侦查延长二个月", "two months more", Months(2), ("省级检察院",), CPL(158), Days(7)),
        Extension("重刑再延长二个月", "two months again", Months(2), ("省级检察院",), CPL(159), Days(7), after="侦查延长二个月"),
    ))  # fmt: skip
review = _held("review", lambda t: t["event"] == "审查起诉", rule="P1", zh="审查起诉羁押",
    en="held during review for prosecution", article=CPL(172), also=(SPP(351),), length=Months(1),
    starts=("进入审查起诉", "review begun"),
    extensions=(Extension("审查起诉延长", "fifteen days more", Days(15), (), CPL(172)),))  # fmt: skip
further_investigation = _held("further_investigation", _returned, rule="P3", zh="补充侦查羁押",
    en="held during further investigation", article=CPL(175), also=(SPP(346), MPS(295)),
    starts=("退回补充侦查", "returned for investigation"), length=Months(1))  # fmt: skip
trial = _held("trial", lambda t: t["event"] == "审判", rule="C1", zh="一审羁押", en="held during trial",
    article=CPL(208), also=(SPC_2021(210),), length=Months(2), at_most=Months(3), starts=("进入审判", "trial begun"),
    month_rules=("court",), warn=15,
    extensions=(
        Extension("审判延长三个月", "three months more", Months(3), ("上一级法院",), CPL(208), Days(15)), AGAIN,
    ))  # fmt: skip
appeal = _held("appeal", lambda t: t["event"] == "二审", rule="A3", zh="二审羁押", en="held during appeal",
    article=CPL(243), length=Months(2), starts=("进入二审", "appeal begun"), month_rules=("court",), warn=15,
    extensions=(Extension("二审延长二个月", "two months more", Months(2), ("高级法院",), CPL(243), Days(15)), AGAIN))  # fmt: skip
bail = _ordered("bail", "取保候审", rule="B1", en="release on bail", starts=("决定取保候审", "bail ordered"),
    length=Months(12))  # fmt: skip
surveillance = _ordered("surveillance", "监视居住", rule="B2", en="residential surveillance",
    starts=("决定监视居住", "ordered"), length=Months(6))  # fmt: skip

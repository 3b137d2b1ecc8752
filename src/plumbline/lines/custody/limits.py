"""Limits of custody: what must be done in the first day, and how long a person may be held at each stage."""

from datetime import date
from typing import Any

from plumbline.figures.clocks import Clocks
from plumbline.figures.tables import Tables
from plumbline.law import Days, Extension, Hours, Months, limit
from plumbline.law.editions import CPL, MPS, SPC_2021, SPP
from plumbline.lines.custody.clocks import KEYS, decision, detained, first_day, ordered, stage, stages

DETAINED, ARRESTED = ("执行拘留", "detained"), ("执行逮捕", "arrested")
DUTY: dict[str, Any] = {"length": Hours(24), "sort": "duty", "warn": 1}
TOLD: dict[str, Any] = DUTY | {"stops": ("通知家属", "family told")}
HEARD: dict[str, Any] = DUTY | {"stops": ("讯问", "interrogated")}
HELD: dict[str, Any] = {"sort": "custody", "holidays": False}
LEFT: dict[str, Any] = {
    "stops": ("执行逮捕、释放或移送", "arrested, released or sent on"),
    "warn": 3,
} | HELD
SPECIAL = ("有特殊情况", "in special circumstances")
AGAIN = Extension(
    "最高法院再延长", "more, by leave of the SPC", Months(3), ("最高法院",), SPC_2021(210), Days(15), None
)


@limit(rule="H2", zh="送看守所", en="brought to the detention house", article=CPL(85), also=(MPS(126),), starts=DETAINED,
       stops=("送看守所", "brought in"), **DUTY)  # fmt: skip
def housed(custody: Tables, day: date) -> Clocks:
    """After detention."""
    return first_day(custody, "Detained", custody.flow("Housed"), day)


@limit(
    rule="H3",
    zh="拘留后通知家属",
    en="family told of detention",
    article=CPL(85),
    also=(MPS(127),),
    starts=DETAINED,
    **TOLD,
)
def told_of_detention(custody: Tables, day: date) -> Clocks:
    """Not if the family cannot be reached or telling it would hinder the investigation, with the reason written down."""
    return first_day(custody, "Detained", custody.flow("FamilyTold"), day)


@limit(
    rule="H4",
    zh="逮捕后通知家属",
    en="family told of arrest",
    article=CPL(93),
    also=(MPS(145),),
    starts=ARRESTED,
    **TOLD,
)
def told_of_arrest(custody: Tables, day: date) -> Clocks:
    """Not if the family cannot be reached; that telling it would hinder the investigation is no reason here."""
    told = custody.flow("FamilyTold")
    return first_day(custody, "Arrested", told.filter((told["not_told"] != "有碍侦查").fill_null(True)), day)


@limit(
    rule="H6",
    zh="拘留后讯问",
    en="interrogated after detention",
    article=CPL(86),
    also=(MPS(128),),
    starts=DETAINED,
    **HEARD,
)
def heard_after_detention(custody: Tables, day: date) -> Clocks:
    """After detention."""
    return first_day(custody, "Detained", custody.flow("Interrogated"), day)


@limit(
    rule="H6",
    zh="逮捕后讯问",
    en="interrogated after arrest",
    article=CPL(94),
    also=(MPS(144),),
    starts=ARRESTED,
    **HEARD,
)
def heard_after_arrest(custody: Tables, day: date) -> Clocks:
    """After arrest."""
    return first_day(custody, "Arrested", custody.flow("Interrogated"), day)


@limit(
    rule="D1", zh="提请批准逮捕", en="arrest asked for", article=CPL("91(1)"), also=(MPS(129),), starts=DETAINED,
    stops=("提请批准逮捕或释放", "asked for, or released"), length=Days(3), at_most=Days(7), at_most_when=SPECIAL,
    by_the_clock=True, sort="duty", holidays=False, warn=1,
)  # fmt: skip
def asked(custody: Tables, day: date) -> Clocks:
    """Three days, seven in special circumstances."""
    return detained(custody, day, ["一般", "特殊情况"], "ArrestAsked", "Arrested", "HandedOver", "Freed")


@limit(
    rule="D2", zh="提请批准逮捕（流窜、多次、结伙）", en="arrest asked for (roaming, repeated, in a gang)",
    article=CPL("91(2)"), also=(MPS(129),), starts=DETAINED, stops=("提请批准逮捕或释放", "asked for, or released"),
    length=Days(30), by_the_clock=True, sort="duty", holidays=False, warn=3,
)  # fmt: skip
def asked_in_thirty(custody: Tables, day: date) -> Clocks:
    """Thirty days in all."""
    return detained(custody, day, ["流窜多次结伙"], "ArrestAsked", "Arrested", "HandedOver", "Freed")


DECIDED: dict[str, Any] = {
    "starts": ("收到提请批准逮捕书", "request received"),
    "stops": ("作出决定", "decided"),
    "sort": "duty",
}


@limit(rule="D3", zh="审查逮捕（已拘留）", en="arrest decided, detained", article=CPL("91(3)"), also=(SPP(282),), length=Days(7),
       holidays=False, warn=2, **DECIDED)  # fmt: skip
def decided(custody: Tables, day: date) -> Clocks:
    """The procuratorate's seven days."""
    asked, held = custody.flow("ArrestAsked"), custody.flow("Detained")
    return decision(custody, asked.semi_join(held, list(KEYS)), day)


@limit(rule="D4", zh="审查逮捕（未拘留）", en="arrest decided, not detained", article=SPP(282), length=Days(15), at_most=Days(20),
       warn=3, **DECIDED)  # fmt: skip
def decided_free(custody: Tables, day: date) -> Clocks:
    """The procuratorate's fifteen days, twenty in grave and complex cases."""
    asked, held = custody.flow("ArrestAsked"), custody.flow("Detained")
    return decision(custody, asked.anti_join(held, list(KEYS)), day)


@limit(rule="D6", zh="拘留羁押", en="held in detention", article=CPL(91), starts=DETAINED, length=Days(10), at_most=Days(14),
       at_most_when=SPECIAL, **LEFT)  # fmt: skip
def detention(custody: Tables, day: date) -> Clocks:
    """Three days (or seven) to ask and seven to decide, in all."""
    return detained(custody, day, ["一般", "特殊情况"], "Arrested", "HandedOver", "Freed")


@limit(rule="D6", zh="拘留羁押（流窜、多次、结伙）", en="held in detention (roaming, repeated or in a gang)", article=CPL(91),
       starts=DETAINED, length=Days(37), **LEFT)  # fmt: skip
def long_detention(custody: Tables, day: date) -> Clocks:
    """Thirty days to ask and seven to decide."""
    return detained(custody, day, ["流窜多次结伙"], "Arrested", "HandedOver", "Freed")


@limit(rule="D7", zh="检察机关自侦案件拘留", en="detained by a procuratorate", article=CPL(167), also=(SPP(126),),
       starts=DETAINED, length=Days(14), at_most=Days(17), **LEFT)  # fmt: skip
def detention_by_procuratorate(custody: Tables, day: date) -> Clocks:
    """Fourteen days, and one to three more in special circumstances."""
    return detained(custody, day, ["检察机关自侦"], "ArrestDecided", "Arrested", "HandedOver", "Freed")


@limit(rule="D8", zh="监察移送先行拘留", en="detained on transfer from supervision", article=CPL("170(2)"), also=(SPP(143),),
       starts=DETAINED, length=Days(10), at_most=Days(14), **LEFT)  # fmt: skip
def detention_on_transfer(custody: Tables, day: date) -> Clocks:
    """Ten days, and one to four more in special circumstances."""
    return detained(custody, day, ["监察移送"], "ArrestDecided", "Arrested", "HandedOver", "Freed")


STAYED: dict[str, Any] = {"stops": ("移送下一阶段或离开羁押", "handed over, or left custody")} | HELD


@limit(
    rule="I1", zh="侦查羁押", en="held during investigation", article=CPL(156), also=(CPL(160), MPS(148)), length=Months(2),
    starts=("执行逮捕（另有重要罪行、查清身份的，重新计算）", "arrested; counted anew from a further grave crime"),
    extensions=(
        Extension("侦查延长一个月", "one month more", Months(1), ("上一级检察院",), CPL(156), Days(7)),
        Extension("侦查延长二个月", "two months more", Months(2), ("省级检察院",), CPL(158), Days(7)),
        Extension("重刑再延长二个月", "two months again", Months(2), ("省级检察院",), CPL(159), Days(7), after="侦查延长二个月"),
    ), **STAYED,
)  # fmt: skip
def investigation(custody: Tables, day: date) -> Clocks:
    """Two months, seven at most."""
    t = stages(custody, day)
    first = t["last_event"].isnull() | t["last_event"].isin(["侦查", "身份不明"])
    return stage(custody, day, t.filter((t["event"] == "侦查") & first))


@limit(
    rule="P1", zh="审查起诉羁押", en="held during review for prosecution", article=CPL(172), also=(SPP(351),), length=Months(1),
    starts=("进入审查起诉", "review begun"),
    extensions=(Extension("审查起诉延长", "fifteen days more", Days(15), (), CPL(172)),), **STAYED,
)  # fmt: skip
def review(custody: Tables, day: date) -> Clocks:
    """A month, and half a month more."""
    t = stages(custody, day)
    return stage(custody, day, t.filter(t["event"] == "审查起诉"))


@limit(rule="P3", zh="补充侦查羁押", en="held during further investigation", article=CPL(175), also=(SPP(346), MPS(295)),
       starts=("退回补充侦查", "returned for investigation"), length=Months(1), **STAYED)  # fmt: skip
def further_investigation(custody: Tables, day: date) -> Clocks:
    """A month for each return."""
    t = stages(custody, day)
    again = (t["event"] == "侦查") & t["last_event"].isin(["审查起诉", "审判", "二审"])
    return stage(custody, day, t.filter((t["event"] == "补充侦查") | again))


@limit(
    rule="C1", zh="一审羁押", en="held during trial", article=CPL(208), also=(SPC_2021(210),), length=Months(2),
    at_most=Months(3), starts=("进入审判", "trial begun"), month_rules=("court",), warn=15,
    extensions=(Extension("审判延长三个月", "three months more", Months(3), ("上一级法院",), CPL(208), Days(15)), AGAIN),
    **STAYED,
)  # fmt: skip
def trial(custody: Tables, day: date) -> Clocks:
    """Two months, three at the latest; the summary procedures' shorter limits are kept with the trials."""
    t = stages(custody, day)
    return stage(custody, day, t.filter(t["event"] == "审判"))


@limit(
    rule="A3", zh="二审羁押", en="held during appeal", article=CPL(243), length=Months(2), starts=("进入二审", "appeal begun"),
    month_rules=("court",), warn=15,
    extensions=(Extension("二审延长二个月", "two months more", Months(2), ("高级法院",), CPL(243), Days(15)), AGAIN), **STAYED,
)  # fmt: skip
def appeal(custody: Tables, day: date) -> Clocks:
    """Two months, four with leave."""
    t = stages(custody, day)
    return stage(custody, day, t.filter(t["event"] == "二审"))


BAIL: dict[str, Any] = {
    "article": CPL(79), "also": (SPP(103), SPP(113), SPC_2021(162)), "sort": "measure", "tag": "C",
    "stops": ("解除、变更或由下一机关重新决定", "lifted, changed, or ordered anew by the next body"),
    "counting": ("亦有各机关合并计算的读法", "also read as one term for all bodies"),
}  # fmt: skip


@limit(
    rule="B1", zh="取保候审", en="release on bail", starts=("决定取保候审", "bail ordered"), length=Months(12), **BAIL
)
def bail(custody: Tables, day: date) -> Clocks:
    """Twelve months at each body, or for all together."""
    return ordered(custody, day, "取保候审")


@limit(
    rule="B2",
    zh="监视居住",
    en="residential surveillance",
    starts=("决定监视居住", "ordered"),
    length=Months(6),
    **BAIL,
)
def surveillance(custody: Tables, day: date) -> Clocks:
    """Six months at each body, or for all together."""
    return ordered(custody, day, "监视居住")

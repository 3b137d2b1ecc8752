"""Made-up episodes in custody. Every one is invented; persons are numbers behind tokens."""

from typing import Any

from plumbline.lines.custody.records import (
    ArrestAsked,
    ArrestDecided,
    Arrested,
    Detained,
    Established,
    Excluded,
    Extended,
    FamilyTold,
    Freed,
    HandedOver,
    Housed,
    Interrogated,
    Lifted,
    Ordered,
    Restarted,
)
from plumbline.records.made_up import Example, example, token

CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"

Happened = tuple[Any, ...]


def _held(name: str, shows: str, number: int, body: str, file: str, *happened: Happened) -> Example:
    """An episode of one person: the token goes into every record, the file it serves into those that name one."""
    told = []
    for kind, on, *own in happened:
        serves = {"file": file} if "file" in kind.model_fields else {}
        told.append((kind, on, {"person": token(number), **serves, **dict(*own)}))
    return example(name, shows, f"兰看〔{happened[0][1][:4]}〕{number}号", body, *told)


def _first_day(on: str, ground: str = "一般") -> tuple[Happened, ...]:
    """Detained at nine, brought in at noon, heard at four, the family told at six."""
    return (
        (Detained, on, {"at": "09:00:00", "ground": ground}),
        (Housed, on, {"at": "12:00:00"}),
        (Interrogated, on, {"at": "16:00:00"}),
        (FamilyTold, on, {"at": "18:00:00"}),
    )


def _arrest(asked: str, decided: str) -> tuple[Happened, ...]:
    """Arrest asked for, approved and carried out on the day it was approved; heard and the family told that evening."""
    return (
        (ArrestAsked, asked),
        (ArrestDecided, decided, {"approved": True}),
        (Arrested, decided, {"at": "15:00:00"}),
        (Interrogated, decided, {"at": "17:00:00"}),
        (FamilyTold, decided, {"at": "19:00:00"}),
    )


def _review_and_trial() -> tuple[Happened, ...]:
    """Handed over at every step: two returns for investigation, a trial extended by the court above."""
    return (
        (HandedOver, "2020-01-13", {"stage": "审查起诉"}),
        (Extended, "2020-02-12", {"rule": "审查起诉延长", "approver": "本级检察院"}),
        (HandedOver, "2020-02-27", {"stage": "补充侦查"}),
        (HandedOver, "2020-03-26", {"stage": "审查起诉"}),
        (Extended, "2020-04-24", {"rule": "审查起诉延长", "approver": "本级检察院"}),
        (HandedOver, "2020-05-08", {"stage": "补充侦查"}),
        (HandedOver, "2020-05-29", {"stage": "审查起诉"}),
        (HandedOver, "2020-06-12", {"stage": "审判"}),
        (Extended, "2020-08-28", {"rule": "审判延长三个月", "approver": "上一级法院"}),
        (Freed, "2020-11-06", {"how": "交付执行"}),
    )


EXAMPLES = (
    _held(
        "灯会案甲|Lantern fair, first person", "从拘留到交付执行|from detention to serving a sentence",
        1, CHENGGUAN, "兰公（城）刑立字〔2019〕11号",
        *_first_day("2019-11-05"), *_arrest("2019-11-08", "2019-11-15"),
        (HandedOver, "2020-01-06", {"stage": "审查起诉"}), (HandedOver, "2020-01-20", {"stage": "审判"}),
        (Freed, "2020-03-10", {"how": "交付执行"}),
    ),
    _held(
        "灯会案乙|Lantern fair, second person", "不批准逮捕，当日取保候审|arrest refused, on bail the same day",
        2, CHENGGUAN, "兰公（城）刑立字〔2019〕11号",
        *_first_day("2019-11-06"), (ArrestAsked, "2019-11-09"), (ArrestDecided, "2019-11-15", {"approved": False}),
        (Freed, "2019-11-15", {"how": "取保候审"}), (Ordered, "2019-11-15", {"measure": "取保候审"}), (Lifted, "2020-03-10"),
    ),
    _held(
        "渡口案甲|Ferry, first person", "侦查羁押依法延长一个月|custody extended by a month, as the law allows",
        3, CHENGGUAN, "兰公（城）刑立字〔2019〕12号",
        *_first_day("2019-09-10", "流窜多次结伙"), *_arrest("2019-10-10", "2019-10-17"),
        (Extended, "2019-12-10", {"rule": "侦查延长一个月", "approver": "上一级检察院", "until": "2020-01-17"}),
        *_review_and_trial(),
    ),
    _held(
        "渡口案乙|Ferry, second person", "批准延长的机关级别不够，延长无效|extended by the wrong level: void",
        4, CHENGGUAN, "兰公（城）刑立字〔2019〕12号",
        *_first_day("2019-09-10", "流窜多次结伙"), *_arrest("2019-10-10", "2019-10-17"),
        (Extended, "2019-12-10", {"rule": "侦查延长一个月", "approver": "本级检察院", "until": "2020-01-17"}),
        *_review_and_trial(),
    ),
    _held(
        "月末案|Month's end", "十一月三十日逮捕，两种算法差一天|arrested on 30 November, where two readings differ by a day",
        9, QILIHE, "兰公（七）刑立字〔2020〕30号",
        *_first_day("2020-11-20"), *_arrest("2020-11-23", "2020-11-30"), (HandedOver, "2021-01-31", {"stage": "审查起诉"}),
    ),
    _held(
        "超一日案|A day over", "侦查羁押两个月，超期一日|two months of custody, over by a day",
        10, QILIHE, "兰公（七）刑立字〔2020〕31号",
        *_first_day("2020-01-05"), *_arrest("2020-01-08", "2020-01-15"), (HandedOver, "2020-03-16", {"stage": "审查起诉"}),
        (HandedOver, "2020-04-10", {"stage": "审判"}), (Freed, "2020-05-20", {"how": "交付执行"}),
    ),
    _held(
        "三十日案|Thirty days", "流窜作案，拘留三十日届满提请批捕|thirty days of detention, arrest asked for on the last",
        11, CHENGGUAN, "兰公（城）刑立字〔2020〕32号",
        *_first_day("2020-04-01", "流窜多次结伙"), *_arrest("2020-05-01", "2020-05-08"),
        (Excluded, "2020-05-20", {"reason": "精神病鉴定", "until": "2020-06-05"}),
        (HandedOver, "2020-07-07", {"stage": "审查起诉"}), (Freed, "2020-08-05", {"how": "监视居住"}),
    ),
    _held(
        "西瓜案|Watermelon", "发现另有重要罪行，重新计算|another serious crime found: counted anew",
        12, CHENGGUAN, "兰公（城）刑立字〔2020〕3号",
        *_first_day("2020-02-20", "特殊情况"), *_arrest("2020-02-27", "2020-03-05"),
        (Restarted, "2020-04-01", {"approver": "县级公安机关负责人"}), (HandedOver, "2020-04-13", {"stage": "审查起诉"}),
        (HandedOver, "2020-05-11", {"stage": "审判"}), (Freed, "2020-07-13", {"how": "交付执行"}),
    ),
    _held(
        "白塔案|White pagoda", "次日才通知家属|the family told only the day after",
        13, CHENGGUAN, "兰公（城）刑立字〔2019〕16号",
        (Detained, "2019-12-10", {"at": "20:00:00"}), (Housed, "2019-12-11", {"at": "10:00:00"}),
        (Interrogated, "2019-12-11", {"at": "09:00:00"}), (FamilyTold, "2019-12-11", {"at": "21:30:00"}),
        (Freed, "2019-12-13", {"how": "取保候审"}),
    ),
    _held(
        "夜市案|Night market", "年末仍在拘留|still in detention at the year's end",
        14, CHENGGUAN, "兰公（城）刑立字〔2020〕15号", *_first_day("2020-12-29"),
    ),
    _held(
        "长卷案|Long scroll", "侦查羁押三次延长，共七个月|extended three times: seven months in all",
        15, CHENGGUAN, "兰公（城）刑立字〔2020〕33号",
        *_first_day("2020-03-02", "特殊情况"), *_arrest("2020-03-09", "2020-03-16"),
        (Extended, "2020-05-08", {"rule": "侦查延长一个月", "approver": "上一级检察院"}),
        (Extended, "2020-06-08", {"rule": "侦查延长二个月", "approver": "省级检察院"}),
        (Extended, "2020-08-07", {"rule": "重刑再延长二个月", "approver": "省级检察院"}),
        (HandedOver, "2020-10-16", {"stage": "审查起诉"}), (HandedOver, "2020-11-13", {"stage": "审判"}),
        (Freed, "2020-12-25", {"how": "交付执行"}),
    ),
    _held(
        "无名案|No one to tell", "身份不明，无法通知家属|who it is not known, nobody could be told",
        16, QILIHE, "兰公（七）刑立字〔2020〕34号",
        (Detained, "2020-10-01", {"at": "10:00:00"}), (Housed, "2020-10-01", {"at": "15:00:00"}),
        (Interrogated, "2020-10-01", {"at": "16:00:00"}), (FamilyTold, "2020-10-01", {"at": "17:00:00", "not_told": "无法通知"}),
        (ArrestAsked, "2020-10-04"), (ArrestDecided, "2020-10-11", {"approved": True}),
        (Arrested, "2020-10-11", {"at": "15:00:00", "unnamed": True}), (Interrogated, "2020-10-11", {"at": "17:00:00"}),
        (FamilyTold, "2020-10-11", {"at": "18:00:00", "not_told": "无法通知"}), (Established, "2020-10-20"),
        (HandedOver, "2020-12-10", {"stage": "审查起诉"}),
    ),
)  # fmt: skip
"""Every example of the line."""

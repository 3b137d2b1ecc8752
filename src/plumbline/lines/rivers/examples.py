"""Made-up problems on made-up reaches, as the districts' river bodies would write them down."""

from typing import Any

from plumbline.lines.rivers.records import Closed, Found, Rectified, Referred, Verified
from plumbline.records.made_up import Example, example, token

CHENGGUAN, QILIHE = "城关区水务局", "七里河区水务局"
STREET, OTHER_STREET = "雁滩街道办事处", "西湖街道办事处"
YONGDENG, YUZHONG = "永登县公安局", "榆中县公安局"

Happened = tuple[Any, ...]


def _problem(name: str, shows: str, case: str, found: str, disorder: str, *happened: Happened) -> Example:
    """A problem of a district, whose case number begins with the district's sign."""
    body, reach = (CHENGGUAN, "黄河城关段3") if case.startswith("城") else (QILIHE, "黄河七里河段5")
    said = {"disorder": disorder, "reach": reach, "chief": f"河长岗{reach[-1]}号"}
    return example(name, shows, case, body, (Found, found, said), *happened)


def _fixed(on: str, by: str = STREET) -> Happened:
    return Rectified, on, {"fixed_by": by}


def _verified(on: str, by: str = CHENGGUAN, fixed: str = STREET, passed: bool = True) -> Happened:
    return Verified, on, {"fixed_by": fixed, "verified_by": by, "passed": passed}


def _referred(on: str, to: str, **persons: Any) -> Happened:
    return Referred, on, {"to_body": to, **persons}


EXAMPLES = (
    _problem(
        "石料堆|Heap of stone", "从发现到销号|from found to closed", "城河〔2020〕1号", "2020-03-05", "乱堆",
        _fixed("2020-03-20"), _verified("2020-03-25"), (Closed, "2020-03-26"),
    ),
    _problem(
        "采砂船|Sand dredger", "移送公安机关|referred to the police", "城河〔2020〕2号", "2020-04-02", "乱采",
        _referred("2020-04-10", YONGDENG, persons=3), _fixed("2020-05-10"), _verified("2020-05-15"), (Closed, "2020-05-20"),
    ),
    _problem(
        "茶棚|Tea stall", "复查不合格|failed its verification", "城河〔2020〕3号", "2020-05-06", "乱建",
        _fixed("2020-06-30"), _verified("2020-07-03", passed=False),
    ),
    _problem("菜地|Vegetable plot", "尚未整改|not put right", "城河〔2020〕4号", "2020-06-08", "乱占"),
    _problem(
        "渣土|Rubble", "另一区的问题|of the other district", "七河〔2020〕1号", "2020-02-11", "乱堆",
        _fixed("2020-02-20", OTHER_STREET), _verified("2020-02-22", QILIHE, OTHER_STREET), (Closed, "2020-02-24"),
    ),
    _problem(
        "挖沙坑|Sand pit", "移送两次|referred twice", "七河〔2020〕2号", "2020-07-15", "乱采",
        _referred("2020-07-20", YUZHONG, person=token(401)), _referred("2020-08-03", YUZHONG, person=token(401)),
        _fixed("2020-08-30", OTHER_STREET), _verified("2020-09-02", QILIHE, OTHER_STREET), (Closed, "2020-09-03"),
    ),
    _problem(
        "鱼塘坝|Fish pond dam", "跨年复查|verified in the next year", "城河〔2019〕9号", "2019-09-10", "乱建",
        _fixed("2019-12-20"), _verified("2020-01-06"), (Closed, "2020-01-07"),
    ),
    _problem(
        "停车场|Car park", "自改自验|verified by who put it right", "城河〔2020〕5号", "2020-08-18", "乱占",
        _fixed("2020-08-25", CHENGGUAN), _verified("2020-08-28"), (Closed, "2020-08-30"),
    ),
    _problem(
        "垃圾点|Rubbish tip", "未经复查即销号|closed without verification", "城河〔2020〕6号", "2020-09-09", "乱堆",
        _fixed("2020-09-15"), (Closed, "2020-09-16"),
    ),
    _problem(
        "夜采|Dredging by night", "年末移送|referred at the year's end", "城河〔2020〕7号", "2020-10-13", "乱采",
        _referred("2020-12-29", YONGDENG, persons=2),
    ),
    _problem(
        "简易房|Hut", "整改后未复查|put right and not verified", "七河〔2020〕3号", "2020-11-02", "乱建",
        _fixed("2020-12-30", OTHER_STREET),
    ),
    _problem(
        "围栏|Fence", "已复查未销号|verified and not closed", "七河〔2020〕4号", "2020-12-21", "乱占",
        _fixed("2020-12-28", OTHER_STREET), _verified("2020-12-30", QILIHE, OTHER_STREET),
    ),
)  # fmt: skip
"""Every example of the line."""

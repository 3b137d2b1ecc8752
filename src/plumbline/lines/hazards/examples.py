"""Made-up hazards and the road chiefs in whose charge some are. Posts, grid cells and numbers are made up too."""

from typing import Any

from plumbline.lines.hazards.records import (
    Assigned,
    ChiefAppointed,
    ChiefEnded,
    Closed,
    Found,
    FoundAgain,
    Graded,
    Rectified,
    Supervised,
    Verified,
)
from plumbline.records.made_up import Example, example

CHENGGUAN, QILIHE = "城关区应急管理局", "七里河区应急管理局"
TRAFFIC, CITY, CHIEFS = "兰州市公安局交警支队", "兰州市应急管理局", "兰州市路长办公室"
YANTAN, ROADS, OTHER_ROADS = "雁滩街道办事处", "城关公路段", "七里河公路段"

Happened = tuple[Any, ...]


def _graded(on: str, grade: str = "一般") -> Happened:
    return Graded, on, {"grade": grade}


def _assigned(on: str, to: str, due: str) -> Happened:
    return Assigned, on, {"to_body": to, "due": due}


def _fixed(on: str, by: str, post: str | None = None) -> Happened:
    return Rectified, on, {"fixed_by": by, "fixed_post": post}


def _verified(on: str, fixed: str, by: str, **more: Any) -> Happened:
    return Verified, on, {"fixed_by": fixed, "verified_by": by, **more}


def _chief(name: str, shows: str, number: int, on: str, road: str, posts: str, ended: str = "") -> Example:
    start, end = posts.split()
    held = {"road": road, "from_post": start, "to_post": end, "duty": f"路长岗{number}号"}
    left = [(ChiefEnded, ended)] if ended else []
    return example(name, shows, f"路长任〔2020〕{number}号", CHIEFS, (ChiefAppointed, on, held), *left)


EXAMPLES = (
    example(
        "井盖|Manhole cover", "从发现到销号|from found to closed", "城安隐〔2020〕1号", CHENGGUAN,
        (Found, "2020-03-02", {"sector": "市政设施", "grid": "620102001003"}), _graded("2020-03-02"),
        _assigned("2020-03-03", YANTAN, "2020-03-10"), _fixed("2020-03-08", YANTAN),
        _verified("2020-03-09", YANTAN, CHENGGUAN), (Closed, "2020-03-10"),
    ),
    example(
        "油库|Oil depot", "重大隐患，挂牌督办|major, under supervision", "城安隐〔2020〕2号", CHENGGUAN,
        (Found, "2020-04-07", {"sector": "危险化学品", "grid": "620102002001"}), _graded("2020-04-08", "重大"),
        (Supervised, "2020-04-10", {"supervisor": CITY}), _assigned("2020-04-10", "城关区商务局", "2020-06-30"),
        _fixed("2020-06-25", "城关区商务局"), _verified("2020-06-29", "城关区商务局", CITY), (Closed, "2020-07-01"),
    ),
    example(
        "危楼|Leaning house", "重大而未督办，逾期未整改|major, not supervised, past its day", "城安隐〔2020〕3号", CHENGGUAN,
        (Found, "2020-05-11", {"sector": "房屋建筑", "grid": "620102003002"}), _graded("2020-05-12", "重大"),
        _assigned("2020-05-13", "盐场路街道办事处", "2020-09-30"),
    ),
    example(
        "旧梯|Old stairs", "跨年整改|put right in the next year", "城安隐〔2019〕40号", CHENGGUAN,
        (Found, "2019-11-20", {"sector": "消防", "grid": "620102001004"}), _graded("2019-11-20"),
        _assigned("2019-11-21", YANTAN, "2019-12-10"), _fixed("2020-01-06", YANTAN),
        _verified("2020-01-08", YANTAN, CHENGGUAN), (Closed, "2020-01-09"),
    ),
    example(
        "电线|Bare wires", "复查不合格，再次整改|failed, put right again", "城安隐〔2020〕4号", CHENGGUAN,
        (Found, "2020-06-01", {"sector": "消防", "grid": "620102004001"}),
        _assigned("2020-06-02", "张掖路街道办事处", "2020-06-12"), _fixed("2020-06-10", "张掖路街道办事处"),
        _verified("2020-06-11", "张掖路街道办事处", CHENGGUAN, passed=False), _fixed("2020-06-20", "张掖路街道办事处"),
        _verified("2020-06-22", "张掖路街道办事处", CHENGGUAN), (Closed, "2020-06-23"),
    ),
    example(
        "护栏|Guard rail", "道路隐患，路长唯一|on a road with one chief", "交隐〔2020〕1号", TRAFFIC,
        (Found, "2020-03-16", {"sector": "道路交通", "road": "G30", "post": "K1745+300",
                               "latitude_microdegrees": 36_060_000, "longitude_microdegrees": 103_830_000}),
        _graded("2020-03-16"), _assigned("2020-03-17", ROADS, "2020-03-31"), _fixed("2020-03-27", ROADS),
        _verified("2020-03-30", ROADS, TRAFFIC), (Closed, "2020-03-30"),
    ),
    example(
        "塌方|Rockfall", "销号后再次发现|closed, then found again", "交隐〔2020〕2号", TRAFFIC,
        (Found, "2020-07-14", {"sector": "道路交通", "road": "S101", "post": "K12"}), _graded("2020-07-14", "重大"),
        (Supervised, "2020-07-15", {"supervisor": CITY}), _assigned("2020-07-15", OTHER_ROADS, "2020-08-31"),
        _fixed("2020-08-20", OTHER_ROADS), _verified("2020-08-25", OTHER_ROADS, TRAFFIC), (Closed, "2020-08-26"),
        (FoundAgain, "2020-10-12"), _assigned("2020-10-13", OTHER_ROADS, "2020-11-30"),
    ),
    example(
        "坑槽|Pothole", "无路长；整改后无人复查|no chief; put right and not verified", "交隐〔2020〕3号", TRAFFIC,
        (Found, "2020-08-03", {"sector": "道路交通", "road": "S101", "post": "K40"}),
        _assigned("2020-08-04", OTHER_ROADS, "2020-08-10"), _fixed("2020-08-07", OTHER_ROADS),
    ),
    example(
        "标线|Worn markings", "两个路长；自改自验|two chiefs; verified by who put it right", "交隐〔2020〕4号", TRAFFIC,
        (Found, "2020-09-01", {"sector": "道路交通", "road": "G30", "post": "K1752"}), _fixed("2020-09-05", ROADS),
        _verified("2020-09-08", OTHER_ROADS, ROADS), (Closed, "2020-09-09"),
    ),
    example(
        "煤气|Gas pipe", "期限在次年|due in the next year", "七安隐〔2020〕1号", QILIHE,
        (Found, "2020-10-20", {"sector": "燃气", "grid": "620103001001"}), _graded("2020-10-20", "重大"),
        (Supervised, "2020-10-21", {"supervisor": CITY}), _assigned("2020-10-21", "七里河区住建局", "2021-01-15"),
    ),
    example(
        "冰面|Ice on the bridge", "未经复查即销号|closed without verification", "七安隐〔2020〕2号", QILIHE,
        (Found, "2020-12-14", {"sector": "市政设施", "grid": "620103001002"}),
        _assigned("2020-12-14", "西湖街道办事处", "2020-12-20"), _fixed("2020-12-18", "西湖街道办事处"), (Closed, "2020-12-21"),
    ),
    example(
        "灭火器|Extinguishers", "同单位两个岗位分别整改、复查|two posts of one body", "七安隐〔2020〕3号", QILIHE,
        (Found, "2020-12-28", {"sector": "消防", "grid": "620103002005"}), _graded("2020-12-28"),
        _assigned("2020-12-29", QILIHE, "2020-12-31"), _fixed("2021-01-03", QILIHE, "岗3"),
        _verified("2021-01-04", QILIHE, QILIHE, fixed_post="岗3", verified_post="岗7"),
    ),
    _chief("东段路长|Chief of the east", "在任|in post", 1, "2020-01-02", "G30", "K1740 K1755"),
    _chief("西段路长|Chief of the west", "与前一路段重叠|overlaps the one before", 2, "2020-05-01", "G30", "K1750 K1760"),
    _chief("前任路长|The former chief", "卸任|left", 3, "2020-01-02", "S101", "K0 K20", "2020-09-30"),
    _chief("继任路长|The next chief", "同日接任|took over that day", 4, "2020-09-30", "S101", "K0 K20"),
)  # fmt: skip
"""Every example of the line."""

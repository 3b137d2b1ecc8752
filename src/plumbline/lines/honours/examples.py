"""Made-up commendations. Units and persons are numbers; nobody is named."""

from typing import Any

from plumbline.lines.honours.records import GroundCorrected, Grounded, PersonsCommended, UnitsCommended
from plumbline.records.made_up import example

MINISTRY = "公安部"
PROVINCE = "甘肃省公安厅"
CITY = "兰州市公安局"
CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"

Happened = tuple[Any, ...]


def _units(on: str, level: str, title: str, units: int, manner: str = "通报表彰") -> Happened:
    return UnitsCommended, on, {"level": level, "title": title, "units": units, "manner": manner}


def _persons(on: str, level: str, title: str, persons: int, manner: str = "通报表彰") -> Happened:
    return PersonsCommended, on, {"level": level, "title": title, "persons": persons, "manner": manner}


def _ground(on: str, figure: str, since: str, until: str, claimed: int | None = None) -> Happened:
    return Grounded, on, {"figure": figure, "since": since, "until": until, "claimed": claimed}


def _corrected(on: str, figure: str, since: str, until: str, corrected: int | None = None) -> Happened:
    return GroundCorrected, on, {"figure": figure, "since": since, "until": until, "corrected": corrected}


YEAR_2019 = ("2019-01-01", "2019-12-31")
HALF_2020 = ("2020-01-01", "2020-06-30")

EXAMPLES = (
    example(
        "年终表彰|Year's end", "单位和民警一并表彰|units and officers in one document", "兰公表〔2020〕1号", CITY,
        _units("2020-12-28", "市", "优秀公安基层单位", 15), _persons("2020-12-28", "市", "优秀人民警察", 30),
        _ground("2020-12-28", "investigations.caught", "2018-01-01", "2020-12-31", 1580),
    ),
    example(
        "春季送奖|Awards in spring", "送奖到岗|awards brought to the post", "兰公表〔2020〕2号", CITY,
        _units("2020-03-10", "市", "集体嘉奖", 20, "送奖到岗"), _persons("2020-03-10", "市", "个人嘉奖", 100, "送奖到岗"),
    ),
    example(
        "夏季送奖|Awards in summer", "分两日送到|brought on two days", "兰公表〔2020〕3号", CITY,
        _units("2020-08-10", "市", "集体嘉奖", 14, "送奖到岗"), _persons("2020-08-10", "市", "个人嘉奖", 90, "送奖到岗"),
        _persons("2020-08-12", "市", "个人嘉奖", 57, "送奖到岗"),
    ),
    example(
        "全国先进|National honour", "全国表彰一个集体|one unit, by the ministry", "公表〔2020〕1号", MINISTRY,
        _units("2020-09-08", "全国", "先进集体", 1),
    ),
    example(
        "省厅表彰|Provincial honour", "依据的数后来更正|the number was corrected later", "甘公表〔2020〕4号", PROVINCE,
        _persons("2020-07-01", "省", "先进工作者", 6), _ground("2020-07-01", "investigations.cleared", *HALF_2020, 700),
        _corrected("2020-10-12", "investigations.cleared", *HALF_2020, 640),
    ),
    example(
        "县区表彰|District honour", "次年更正上年数|corrected in the next year", "城公表〔2019〕2号", CHENGGUAN,
        _units("2019-12-30", "县", "优秀公安基层单位", 3), _ground("2019-12-30", "custody.detained", *YEAR_2019, 400),
        _corrected("2020-02-03", "custody.detained", *YEAR_2019, 380),
    ),
    example(
        "青年民警|Young officers", "依据没有更正|its ground stands", "七公表〔2020〕1号", QILIHE,
        _persons("2020-05-04", "县", "优秀人民警察", 4), _ground("2020-05-04", "assets.controlled", *YEAR_2019),
    ),
    example(
        "上年年终|The year's end before", "上年表彰|honours of the year before", "兰公表〔2019〕5号", CITY,
        _units("2019-12-20", "市", "优秀公安基层单位", 11), _persons("2019-12-20", "市", "优秀人民警察", 25),
    ),
    example(
        "最美民警|Finest officers", "没有写明依据|names no ground", "兰政表〔2020〕1号", CITY,
        _persons("2020-01-10", "市", "最美基层民警", 10),
    ),
    example(
        "集体立功|Units cited", "省厅记功|cited by the province", "甘公表〔2020〕7号", PROVINCE,
        _units("2020-11-05", "省", "集体立功", 2),
    ),
    example(
        "全国先进工作者|National model worker", "一人|one person", "公表〔2020〕2号", MINISTRY,
        _persons("2020-11-24", "全国", "先进工作者", 1),
    ),
    example(
        "个人立功|Persons cited", "同一依据更正两次|one ground corrected twice", "兰公表〔2020〕6号", CITY,
        _persons("2020-06-30", "市", "个人立功", 8), _ground("2020-06-30", "trials.concluded", *YEAR_2019, 2000),
        _corrected("2020-11-02", "trials.concluded", *YEAR_2019, 1990),
        _corrected("2021-01-18", "trials.concluded", *YEAR_2019, 1985),
    ),
    example(
        "季度嘉奖|Quarterly citation", "次年才更正|corrected only in the next year", "七公表〔2020〕2号", QILIHE,
        _persons("2020-10-09", "县", "个人嘉奖", 5), _ground("2020-10-09", "investigations.cleared", *HALF_2020, 120),
        _corrected("2021-03-01", "investigations.cleared", *HALF_2020),
    ),
)  # fmt: skip
"""Every example of the line."""

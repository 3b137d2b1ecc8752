"""Made-up requests. No enterprise is named; what is asked for is a number with a class."""

from typing import Any

from plumbline.lines.requests.records import (
    Answered,
    Asked,
    Assigned,
    LiaisonAppointed,
    LiaisonWithdrawn,
    MeasureIssued,
    Rated,
    Resolved,
)
from plumbline.records.made_up import Example, example

CITY = "兰州市公安局"
CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"

Happened = tuple[Any, ...]


def _request(name: str, shows: str, number: str, body: str, *happened: Happened) -> Example:
    return example(name, shows, f"企诉{number}", body, *happened)


def _asked(on: str, about: str, channel: str = "护航警官") -> Happened:
    return Asked, on, {"about": about, "channel": channel}


def _assigned(on: str, body: str) -> Happened:
    return Assigned, on, {"to_body": body}


def _resolved(on: str, outcome: str = "解决") -> Happened:
    return Resolved, on, {"outcome": outcome}


def _rated(on: str, grade: str) -> Happened:
    return Rated, on, {"grade": grade}


EXAMPLES = (
    _request(
        "夜市摊位|Night market pitch", "两日答复，办成，满意|answered in two days, done, satisfied", "〔2020〕1号", CHENGGUAN,
        _asked("2020-05-06", "夜间经济"), _assigned("2020-05-07", "城关分局治安管理大队"), (Answered, "2020-05-08"),
        _resolved("2020-05-20"), _rated("2020-05-22", "满意"),
    ),
    _request(
        "仓库门口|Warehouse gate", "当日交办，作了解释|assigned the same day, explained", "〔2020〕2号", CHENGGUAN,
        _asked("2020-06-01", "交通秩序", "热线"), _assigned("2020-06-01", "城关分局交警大队"), (Answered, "2020-06-04"),
        _resolved("2020-06-10", "解释说明"), _rated("2020-06-12", "基本满意"),
    ),
    _request(
        "隔年诉求|From the year before", "上年答复，次年办结|answered in one year, done in the next", "〔2019〕9号", CHENGGUAN,
        _asked("2019-12-20", "治安秩序", "窗口"), (Answered, "2019-12-30"), _resolved("2020-01-08"),
        _rated("2020-01-10", "满意"),
    ),
    _request(
        "冷链车通行|Cold-chain lorries", "当日答复，没有评价|answered the same day, never rated", "〔2020〕1号", QILIHE,
        _asked("2020-02-10", "交通秩序"), (Answered, "2020-02-10"), _resolved("2020-02-11"),
    ),
    _request(
        "用工证件|Workers' papers", "两次交办，转其他部门|assigned twice, passed on", "〔2020〕2号", QILIHE,
        _asked("2020-03-02", "证照办理", "窗口"), _assigned("2020-03-03", "七里河分局人口管理大队"),
        _assigned("2020-03-10", "七里河分局出入境管理大队"), (Answered, "2020-03-12"),
        _resolved("2020-03-20", "转其他部门"), _rated("2020-03-25", "不满意"),
    ),
    _request(
        "两次答复|Answered twice", "只计首次答复|only the first answer counts", "〔2020〕3号", QILIHE,
        _asked("2020-07-01", "涉企案件", "热线"), (Answered, "2020-07-06"), (Answered, "2020-08-03"),
        _resolved("2020-08-10"), _rated("2020-08-11", "满意"),
    ),
    _request(
        "岁末诉求|Year's end", "年末未办结|pending when the year ends", "〔2020〕5号", CHENGGUAN,
        _asked("2020-12-28", "夜间经济"), _assigned("2020-12-29", "城关分局治安管理大队"), (Answered, "2021-01-04"),
        _resolved("2021-01-15"),
    ),
    _request(
        "不予支持|Not supported", "答复当日办结|answered and closed on one day", "〔2020〕6号", CHENGGUAN,
        _asked("2020-09-01", "其他", "其他"), (Answered, "2020-09-04"), _resolved("2020-09-04", "不予支持"),
        _rated("2020-09-30", "不满意"),
    ),
    _request(
        "搬迁路线|Removal route", "一直没有答复|never answered", "〔2020〕4号", QILIHE, _asked("2020-11-02", "交通秩序"),
    ),
    example(
        "市局护航警官|The city's liaison officers", "先二十名，后增至二十六名|twenty, then twenty-six", "护航〔2020〕1号", CITY,
        (LiaisonAppointed, "2020-04-20", {"officers": 20}), (LiaisonAppointed, "2020-09-01", {"officers": 26}),
    ),
    example(
        "七里河护航警官|Qilihe's liaison officers", "年内撤销|withdrawn within the year", "护航〔2020〕2号", QILIHE,
        (LiaisonAppointed, "2020-05-11", {"officers": 6}), (LiaisonWithdrawn, "2020-11-30"),
    ),
    example(
        "夜间经济措施|Night economy measures", "一份文件八项|eight in one document", "兰公通〔2020〕15号", CITY,
        (MeasureIssued, "2020-06-18", {"about": "夜间经济", "measures": 8}),
    ),
    example(
        "营商环境措施|Business climate measures", "先十项，后补两项|ten, then two more", "兰公通〔2020〕3号", CITY,
        (MeasureIssued, "2020-03-16", {"about": "营商环境", "measures": 10}),
        (MeasureIssued, "2020-08-17", {"about": "营商环境", "measures": 2}),
    ),
    example(
        "地摊经济措施|Street stall measures", "不计入夜间经济|not counted as night economy", "城公通〔2020〕20号", CHENGGUAN,
        (MeasureIssued, "2020-06-22", {"about": "地摊经济", "measures": 4}),
    ),
)  # fmt: skip
"""Every example of the line."""

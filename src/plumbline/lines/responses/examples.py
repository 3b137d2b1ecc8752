"""Made-up calls to 110. Every one is invented; of callers there is nothing to invent, as nothing is kept."""

from typing import Any

from plumbline.lines.responses.records import Arrived, Called, Closed, Dispatched
from plumbline.records.made_up import Example, example

CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"
YANTAN, JIUQUAN = "雁滩派出所", "酒泉路派出所"
XIZHAN, DUNHUANG = "西站派出所", "敦煌路派出所"

Happened = tuple[Any, ...]


def _call(name: str, shows: str, number: str, moment: str, what: str, *happened: Happened) -> Example:
    """A call: its body by its number (城1, 七2), when it came, what it was (纠纷 学校 G03), what followed."""
    body = CHENGGUAN if number[0] == "城" else QILIHE
    on, at = moment.split()
    nature, place, *cell = what.split()
    said = {"at": at, "nature": nature, "place": place, "cell": cell[0] if cell else None}
    return example(name, shows, f"警情（{number[0]}）〔{on[:4]}〕{number[1:]}号", body, (Called, on, said), *happened)


def _sent(moment: str, station: str) -> Happened:
    return Dispatched, *_when(moment, station=station)


def _there(moment: str, station: str) -> Happened:
    return Arrived, *_when(moment, station=station)


def _closed(moment: str, result: str = "现场处置") -> Happened:
    return Closed, *_when(moment, result=result)


def _when(moment: str, **says: str) -> tuple[str, dict[str, str | None]]:
    """Return a day and what a record says, with the time of day where it is known."""
    on, _, at = moment.partition(" ")
    return on, {"at": at or None, **says}


EXAMPLES = (
    _call(
        "除夕案|New Year's Eve", "跨年跨日，用时八分钟|over midnight and the year's end: eight minutes",
        "城1", "2019-12-31 23:58:00", "治安 商业场所 G01", _sent("2019-12-31 23:59:00", YANTAN),
        _there("2020-01-01 00:06:00", YANTAN), _closed("2020-01-01 01:00:00"),
    ),
    _call(
        "门锁案|Door lock", "用时十二分钟|twelve minutes", "城1", "2020-01-05 08:10:00", "求助 居民小区 G02",
        _sent("2020-01-05 08:11:00", YANTAN), _there("2020-01-05 08:22:40", YANTAN), _closed("2020-01-05 08:50:00"),
    ),
    _call(
        "路口案|Crossroads", "两个单位到达，以先到为准|two units arrive: the first counts",
        "城2", "2020-02-03 08:30:00", "交通 道路 G01", _sent("2020-02-03 08:31:00", YANTAN),
        _sent("2020-02-03 08:31:00", JIUQUAN), _there("2020-02-03 08:40:00", YANTAN), _there("2020-02-03 08:36:00", JIUQUAN),
        _closed("2020-02-03 09:20:00"),
    ),
    _call(
        "菜市案|Market", "恰好十分钟|ten minutes to the minute", "七1", "2020-03-12 10:00:00", "纠纷 商业场所 Q01",
        _sent("2020-03-12 10:02:00", XIZHAN), _there("2020-03-12 10:10:00", XIZHAN), _closed("2020-03-12 11:00:00"),
    ),
    _call(
        "夜店案|Night bar", "跨日，用时二十一分钟|over midnight: twenty-one minutes",
        "七2", "2020-04-18 23:55:00", "治安 商业场所 Q01", _sent("2020-04-18 23:57:00", DUNHUANG),
        _there("2020-04-19 00:16:00", DUNHUANG), _closed("2020-04-19 01:30:00", "受案"),
    ),
    _call(
        "误报案|False alarm", "未派警即办结|closed with nobody sent", "城3", "2020-05-01 14:00:00", "其他 公共场所 G03",
        _closed("2020-05-01 14:05:00", "未见警情"),
    ),
    _call(
        "断电案|Power cut", "到达时刻未录|the time of arrival was not entered",
        "七3", "2020-05-20 20:00:00", "求助 居民小区 Q02", _sent("2020-05-20 20:02:00", XIZHAN),
        _there("2020-05-20", XIZHAN), _closed("2020-05-20 21:00:00", "移交其他部门"),
    ),
    _call(
        "河边案|Riverside", "用时四分钟|four minutes", "城4", "2020-06-14 16:40:00", "求助 公共场所 G02",
        _sent("2020-06-14 16:41:00", YANTAN), _there("2020-06-14 16:44:10", YANTAN), _closed("2020-06-14 17:30:00"),
    ),
    _call(
        "山路案|Mountain road", "不在网格内，用时三十七分钟|in no grid cell: thirty-seven minutes",
        "七4", "2020-07-09 03:15:00", "交通 道路", _sent("2020-07-09 03:18:00", DUNHUANG),
        _there("2020-07-09 03:52:00", DUNHUANG), _closed("2020-07-09 05:00:00"),
    ),
    _call(
        "校门案|School gate", "用时四分钟|four minutes", "城5", "2020-09-01 07:45:00", "纠纷 学校 G03",
        _sent("2020-09-01 07:46:00", JIUQUAN), _there("2020-09-01 07:49:00", JIUQUAN), _closed("2020-09-01 08:30:00"),
    ),
    _call(
        "失窃案|Theft", "到达后受案|taken up as a case", "城6", "2020-10-11 08:05:00", "刑事 居民小区 G02",
        _sent("2020-10-11 08:06:00", YANTAN), _there("2020-10-11 08:14:00", YANTAN), _closed("2020-10-11 10:00:00", "受案"),
    ),
    _call(
        "错时案|Wrong clock", "到达时刻早于接警，不计用时|arrived before it was called: no time is counted",
        "七5", "2020-11-02 12:00:00", "治安 乡村 Q03", _sent("2020-11-02 12:01:00", DUNHUANG),
        _there("2020-11-02 11:50:00", DUNHUANG), _closed("2020-11-02 13:00:00"),
    ),
    _call(
        "半途案|Called off", "派警后途中撤回|sent, and called back on the way", "七6", "2020-12-12 09:00:00", "求助 医院 Q02",
        _sent("2020-12-12 09:01:00", XIZHAN), _closed("2020-12-12 09:10:00", "未见警情"),
    ),
    _call(
        "未结案|Still open", "年末接警，次年零点到达，尚未办结|called at the year's end, arrived at midnight, still open",
        "城7", "2020-12-31 23:50:00", "刑事 道路 G01", _sent("2020-12-31 23:51:00", YANTAN),
        _there("2021-01-01 00:00:00", YANTAN),
    ),
)  # fmt: skip
"""Every example of the line."""

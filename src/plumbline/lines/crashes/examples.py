"""Made-up crashes. Every one is invented; persons are numbers behind tokens, or headcounts. 100 fen are a yuan."""

from typing import Any

from plumbline.lines.crashes.records import Crashed, Died, Injured, LossAssessed, VehicleInvolved
from plumbline.records.made_up import Example, example, token

CHENGGUAN = "兰州市公安局交警支队城关大队"
QILIHE = "兰州市公安局交警支队七里河大队"
YUAN = 100

Happened = tuple[Any, ...]


def _crash(name: str, shows: str, number: str, on: str, says: dict[str, Any], *happened: Happened) -> Example:
    """A crash: its body by its number (城1, 七2), what its own record says (an amount in yuan), what followed."""
    body = CHENGGUAN if number[0] == "城" else QILIHE
    said = {"procedure": "一般", **says}
    if "yuan" in said:
        said["property_loss_fen"] = said.pop("yuan") * YUAN
    case = f"兰公交（{number[0]}）〔{on[:4]}〕{number[1:]}号"
    return example(name, shows, case, body, (Crashed, on, said), *happened)


def _vehicles(on: str, *types: str) -> tuple[Happened, ...]:
    return tuple((VehicleInvolved, on, {"ordinal": n, "vehicle": kind}) for n, kind in enumerate(types, 1))


def _hurt(on: str, severity: str, **who: Any) -> Happened:
    return Injured, on, {"severity": severity, **who}


def _died(on: str, **who: Any) -> Happened:
    return Died, on, who


def _assessed(on: str, yuan: int) -> Happened:
    return LossAssessed, on, {"property_loss_fen": yuan * YUAN}


def _one(number: int) -> dict[str, str]:
    return {"person": token(number)}


EXAMPLES = (
    _crash(
        "晨雾案|Morning fog", "年前的事故，年后死亡，仍计上年|a crash of one year, a death in the next",
        "城1", "2019-12-28", {"road": "G109", "post": "K1690+200", "yuan": 8_000, "at": "07:20:00"},
        *_vehicles("2019-12-28", "小型客车", "货车"), _hurt("2019-12-28", "重伤", **_one(1)), _died("2020-01-03", **_one(1)),
        _assessed("2020-01-10", 12_500),
    ),
    _crash(
        "桥头案|Bridgehead", "两人轻伤，按人数登记|two slightly injured, as a headcount",
        "七1", "2020-01-15", {"road": "S101", "post": "K5", "yuan": 3_000},
        *_vehicles("2020-01-15", "小型客车", "电动自行车"), _hurt("2020-01-15", "轻伤", persons=2),
    ),
    _crash(
        "夜行案|Night ride", "第七日死亡，计入官方死亡人数|died on the seventh day: counted",
        "城1", "2020-02-20", {"road": "G109", "post": "K1688+050"},
        *_vehicles("2020-02-20", "摩托车"), _hurt("2020-02-20", "重伤", **_one(2)), _died("2020-02-27", **_one(2)),
        _assessed("2020-03-02", 1_800),
    ),
    _crash(
        "隔日案|Day eight", "第八日死亡，官方仍计受伤|died on the eighth day: still among the injured",
        "城2", "2020-03-10", {"yuan": 2_200},
        *_vehicles("2020-03-10", "小型客车"), _hurt("2020-03-10", "重伤", **_one(3)), _died("2020-03-18", **_one(3)),
    ),
    _crash(
        "剐蹭案|Scrape", "简易程序，只有财产损失|the simplified procedure, only property lost",
        "城3", "2020-04-02", {"procedure": "简易", "yuan": 900}, *_vehicles("2020-04-02", "小型客车", "小型客车"),
    ),
    _crash(
        "倒车案|Reversing", "简易程序|the simplified procedure",
        "七2", "2020-04-02", {"procedure": "简易", "yuan": 450}, *_vehicles("2020-04-02", "三轮车"),
    ),
    _crash(
        "岔口案|Fork", "两次核定损失，以最后一次为准|a loss assessed twice: the last counts",
        "七3", "2020-05-06", {"road": "G212", "post": "K12+400", "yuan": 30_000},
        *_vehicles("2020-05-06", "大中型客车", "小型客车"), _hurt("2020-05-06", "轻伤", persons=5),
        _hurt("2020-05-06", "重伤", persons=1), _assessed("2020-05-20", 26_000), _assessed("2020-06-04", 28_000),
    ),
    _crash(
        "急弯案|Sharp bend", "当场死亡三人，另有二人轻伤|three died there, two more slightly injured",
        "七4", "2020-06-30", {"road": "G212", "post": "K31", "yuan": 150_000},
        *_vehicles("2020-06-30", "货车"), _died("2020-06-30", persons=3), _hurt("2020-06-30", "轻伤", persons=2),
    ),
    _crash(
        "雨天案|Rainy day", "伤情由轻改重，仍计一人|slightly, then seriously injured: one person",
        "城4", "2020-07-19", {"latitude_microdegrees": 36_061_000, "longitude_microdegrees": 103_834_000, "yuan": 6_400},
        *_vehicles("2020-07-19", "小型客车"), _hurt("2020-07-19", "轻伤", **_one(4)), _hurt("2020-07-21", "重伤", **_one(4)),
    ),
    _crash(
        "一月之后案|A month later", "第三十日死亡|died on the thirtieth day",
        "城5", "2020-08-01", {"yuan": 1_000},
        *_vehicles("2020-08-01", "自行车"), _hurt("2020-08-01", "重伤", **_one(5)), _died("2020-08-31", **_one(5)),
    ),
    _crash(
        "三十一日案|Day thirty-one", "第三十一日死亡，两个口径都不计|died on the thirty-first day: counted by neither",
        "七5", "2020-09-01", {}, *_vehicles("2020-09-01", "拖拉机"), _hurt("2020-09-01", "重伤", **_one(6)),
        _died("2020-10-02", **_one(6)),
    ),
    _crash(
        "日期不详案|Day not told", "登记簿不分程序，只记三十日内死亡|a register without procedures or days of death",
        "城6", "2020-10-10", {"procedure": "不分"},
        *_vehicles("2020-10-10", "其他"), _died("2020-10-10", persons=1, only_within="三十日内"),
        _hurt("2020-10-10", "轻伤", persons=1),
    ),
    _crash(
        "岁末案|Year's end", "年末事故，次年死亡，仍计当年|a crash on the last day, a death in the new year",
        "城7", "2020-12-31", {"yuan": 20_000, "at": "23:50:00"},
        *_vehicles("2020-12-31", "小型客车"), _died("2021-01-05", **_one(7)),
    ),
    _crash(
        "元旦案|New Year's Day", "下一年的事故|a crash of the next year",
        "城1", "2021-01-01", {"procedure": "简易", "yuan": 300}, *_vehicles("2021-01-01", "小型客车"),
    ),
)  # fmt: skip
"""Every example of the line."""

"""Made-up investigations. Every one is invented; the same nicknames go through all lines of work."""

from typing import Any

from plumbline.lines.investigations.records import Caught, Cleared, Disbanded, Dropped, Filed, Transferred
from plumbline.records.made_up import example, token

CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"
GANG, EVIL, BULLY = "涉黑", "涉恶", "涉霸"

Happened = tuple[Any, ...]


def _filed(on: str, offence: str, scope: str = "") -> Happened:
    return Filed, on, {"offence": offence, "scope": scope}


def _cleared(on: str, incidents: int = 1, scope: str = "") -> Happened:
    return Cleared, on, {"incidents": incidents, "scope": scope}


def _caught(on: str, persons: int, scope: str = "") -> Happened:
    return Caught, on, {"persons": persons, "scope": scope}


def _sent(on: str, persons: int, scope: str = "") -> Happened:
    return Transferred, on, {"persons": persons, "scope": scope}


EXAMPLES = (
    example(
        "旧账案|Old debt", "上年移送|transferred the year before",
        "兰公（城）刑立字〔2019〕8号", CHENGGUAN,
        _filed("2019-06-10", "寻衅滋事罪", EVIL), _caught("2019-06-17", 3, EVIL), _cleared("2019-06-20", 1, EVIL),
        _sent("2019-09-02", 3, EVIL),
    ),
    example(
        "灯会案|Lantern fair", "从立案到移送的平常一案，按人记录|an ordinary case, recorded person by person",
        "兰公（城）刑立字〔2019〕11号", CHENGGUAN,
        _filed("2019-11-04", "盗窃罪"),
        (Caught, "2019-11-05", {"person": token(1)}), _cleared("2019-11-06"), (Caught, "2019-11-06", {"person": token(2)}),
        *((Transferred, "2020-01-06", {"person": token(n)}) for n in (1, 2)),
    ),
    example(
        "渡口案|Ferry", "打掉黑社会性质组织，一案破十二起|a mafia-type organisation; twelve incidents in one case",
        "兰公（城）刑立字〔2019〕12号", CHENGGUAN,
        _filed("2019-08-05", "参加黑社会性质组织罪", GANG),
        (Disbanded, "2019-09-10", {"group_class": "黑社会性质组织", "scope": GANG}),
        *((Caught, "2019-09-10", {"person": token(n), "scope": GANG}) for n in range(3, 8)),
        _cleared("2019-10-15", 12, GANG),
        *((Transferred, "2020-01-13", {"person": token(n), "scope": GANG}) for n in range(3, 8)),
    ),
    example(
        "西瓜案|Watermelon", "抓获六人，释放一人，移送五人|six caught, one let go, five transferred",
        "兰公（城）刑立字〔2020〕3号", CHENGGUAN,
        _filed("2020-01-08", "寻衅滋事罪", EVIL),
        (Disbanded, "2020-02-20", {"group_class": "恶势力团伙", "scope": EVIL}),
        _caught("2020-02-20", 6, EVIL), _cleared("2020-03-18", 7, EVIL), _sent("2020-04-13", 5, EVIL),
    ),
    example(
        "水车案之一|Waterwheel, first file", "后来并案审理|joined at trial",
        "兰公（七）刑立字〔2020〕4号", QILIHE,
        _filed("2020-01-15", "敲诈勒索罪", EVIL), _caught("2020-01-20", 1, EVIL), _cleared("2020-02-03", 2, EVIL),
        _sent("2020-03-09", 1, EVIL),
    ),
    example(
        "水车案之二|Waterwheel, second file", "打掉恶势力犯罪集团|an evil-force criminal group",
        "兰公（七）刑立字〔2020〕5号", QILIHE,
        _filed("2020-01-20", "敲诈勒索罪", EVIL),
        (Disbanded, "2020-02-25", {"group_class": "恶势力犯罪集团", "scope": EVIL}),
        _caught("2020-02-25", 3, EVIL), _cleared("2020-02-28", 3, EVIL), _sent("2020-03-11", 3, EVIL),
    ),
    example(
        "白塔案|White pagoda", "平常一案|an ordinary case",
        "兰公（城）刑立字〔2019〕16号", CHENGGUAN,
        _filed("2019-12-02", "诈骗罪"), _caught("2019-12-10", 1), _cleared("2019-12-11"), _sent("2020-02-03", 1),
    ),
    example(
        "牛肉面案|Beef noodles", "次日破案|cleared the day after",
        "兰公（城）刑立字〔2020〕7号", CHENGGUAN,
        _filed("2020-02-10", "故意伤害罪"), _caught("2020-02-11", 1), _cleared("2020-02-11"), _sent("2020-03-16", 1),
    ),
    example(
        "月末案|Month's end", "事事都在月末|everything at the end of a month",
        "兰公（七）刑立字〔2019〕1号", QILIHE,
        _filed("2019-12-31", "危险驾驶罪"), _caught("2019-12-31", 1), _cleared("2019-12-31"), _sent("2020-01-31", 1),
    ),
    example(
        "超一日案|A day over", "移送后在法院超期一日|over its limit by a day later on, in court",
        "兰公（七）刑立字〔2020〕9号", QILIHE,
        _filed("2020-06-20", "危险驾驶罪"), _caught("2020-06-20", 1), _cleared("2020-06-20"), _sent("2020-07-03", 1),
    ),
    example(
        "村口案|Village gate", "打掉村霸|a village bully",
        "兰公（七）刑立字〔2020〕10号", QILIHE,
        _filed("2020-04-20", "强迫交易罪", BULLY),
        (Disbanded, "2020-05-18", {"group_class": "村霸", "scope": BULLY}),
        _caught("2020-05-18", 6, BULLY), _cleared("2020-06-30", 4, BULLY), _sent("2020-08-10", 6, BULLY),
    ),
    example(
        "雪夜案|Snowy night", "移送三人|three persons transferred",
        "兰公（城）刑立字〔2020〕11号", CHENGGUAN,
        _filed("2020-09-21", "敲诈勒索罪", EVIL), _caught("2020-09-25", 3, EVIL), _cleared("2020-10-20", 2, EVIL),
        _sent("2020-11-23", 3, EVIL),
    ),
    example(
        "远行案|Far away", "后来改变管辖|moved elsewhere later",
        "兰公（城）刑立字〔2020〕12号", CHENGGUAN,
        _filed("2020-07-13", "组织黑社会性质组织罪", GANG), _caught("2020-07-20", 4, GANG), _sent("2020-10-12", 4, GANG),
    ),
    example(
        "回炉案|Second helping", "撤诉后再次移送|transferred again after the prosecution was withdrawn",
        "兰公（七）刑立字〔2020〕2号", QILIHE,
        _filed("2020-01-02", "合同诈骗罪"), _caught("2020-01-03", 1), _cleared("2020-01-06"), _sent("2020-02-17", 1),
        _sent("2020-07-06", 1),
    ),
    example(
        "石榴案|Pomegranate", "年末移送|transferred late in the year",
        "兰公（七）刑立字〔2020〕20号", QILIHE,
        _filed("2020-10-09", "聚众斗殴罪", EVIL), _caught("2020-10-10", 2, EVIL), _cleared("2020-10-12", 1, EVIL),
        _sent("2020-12-07", 2, EVIL),
    ),
    example(
        "风筝案|Kite", "移送后不起诉|transferred, then not prosecuted",
        "兰公（城）刑立字〔2020〕8号", CHENGGUAN,
        _filed("2020-04-01", "职务侵占罪"), _caught("2020-04-07", 1), _sent("2020-06-01", 1),
    ),
    example(
        "跨年案|New Year's Eve", "移送二人|two persons transferred",
        "兰公（城）刑立字〔2020〕13号", CHENGGUAN,
        _filed("2020-09-07", "组织黑社会性质组织罪", GANG), _caught("2020-09-10", 2, GANG), _sent("2020-12-02", 2, GANG),
    ),
    example(
        "羊群案|Lost sheep", "羊自己回来了，撤销案件|the sheep came home; dropped",
        "兰公（七）刑立字〔2020〕14号", QILIHE,
        _filed("2020-05-06", "盗窃罪"), (Dropped, "2020-06-03"),
    ),
    example(
        "夜市案|Night market", "年末在侦|still under investigation at the year's end",
        "兰公（城）刑立字〔2020〕15号", CHENGGUAN,
        _filed("2020-11-16", "盗窃罪"), _caught("2020-11-20", 1),
    ),
)  # fmt: skip
"""Every example of the line."""

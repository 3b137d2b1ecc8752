"""Made-up reviews for prosecution. Every one is invented; the same nicknames go through all lines of work."""

from typing import Any

from plumbline.lines.prosecutions.records import Concluded, Decided, Excluded, Extended, Received, Resubmitted, Returned
from plumbline.records.made_up import Example, example, token

CHENGGUAN = "城关区人民检察院"
QILIHE = "七里河区人民检察院"
GANG, EVIL = "涉黑", "涉恶"

Happened = tuple[Any, ...]


def _received(on: str, offence: str, persons: int, scope: str = "", **own: Any) -> Happened:
    return Received, on, {"offence": offence, "persons": persons, "scope": scope, **own}


def _decided(on: str, outcome: str, persons: int, scope: str = "") -> tuple[Happened, Happened]:
    """One decision on everybody in the case, which concludes it."""
    return (
        (Decided, on, {"outcome": outcome, "persons": persons, "scope": scope}),
        (Concluded, on, {"persons": persons, "scope": scope}),
    )


LANTERN = example(
    "灯会案|Lantern fair",
    "按人记录的平常一案|an ordinary case, recorded person by person",
    "城检受〔2020〕1号",
    CHENGGUAN,
    *((Received, "2020-01-06", {"offence": "盗窃罪", "person": token(n)}) for n in (1, 2)),
    *((Decided, "2020-01-20", {"outcome": "起诉", "person": token(n)}) for n in (1, 2)),
    *((Concluded, "2020-01-20", {"person": token(n)}) for n in (1, 2)),
)
FERRY = example(
    "渡口案|Ferry",
    "退回补充侦查两次，两次重新移送|returned twice and sent again twice",
    "城检受〔2020〕2号",
    CHENGGUAN,
    *(
        (Received, "2020-01-13", {"offence": "参加黑社会性质组织罪", "person": token(n), "scope": GANG})
        for n in range(3, 8)
    ),
    (Extended, "2020-02-12"),
    (Returned, "2020-02-27", {"round": 1}),
    (Resubmitted, "2020-03-26", {"round": 1}),
    (Extended, "2020-04-24"),
    (Returned, "2020-05-08", {"round": 2}),
    (Resubmitted, "2020-05-29", {"round": 2}),
    *((Decided, "2020-06-12", {"outcome": "起诉", "person": token(n), "scope": GANG}) for n in range(3, 8)),
    *((Concluded, "2020-06-12", {"person": token(n), "scope": GANG}) for n in range(3, 8)),
)
SNOWY_NIGHT = example(
    "雪夜案|Snowy night",
    "一案三人，起诉二人，不起诉一人|three persons in a case: two prosecuted, one not",
    "城检受〔2020〕11号",
    CHENGGUAN,
    _received("2020-11-23", "敲诈勒索罪", 3, EVIL),
    (Decided, "2020-12-18", {"outcome": "起诉", "persons": 2, "scope": EVIL}),
    (Decided, "2020-12-18", {"outcome": "酌定不起诉", "persons": 1, "scope": EVIL}),
    (Concluded, "2020-12-18", {"persons": 3, "scope": EVIL}),
)
POMEGRANATE = example(
    "石榴案|Pomegranate",
    "鉴定后退回补充侦查，年末仍在办|examined, returned, still pending at the year's end",
    "七检受〔2020〕20号",
    QILIHE,
    _received("2020-12-07", "聚众斗殴罪", 2, EVIL),
    (Excluded, "2020-12-14", {"reason": "精神病鉴定", "until": "2020-12-24"}),
    (Returned, "2020-12-28", {"round": 1}),
)
SECOND_HELPING = example(
    "回炉案|Second helping",
    "撤诉后同一案号再次受理|received again under one number after the prosecution was withdrawn",
    "七检受〔2020〕3号",
    QILIHE,
    _received("2020-02-17", "合同诈骗罪", 1),
    *_decided("2020-03-13", "起诉", 1),
    _received("2020-07-06", "合同诈骗罪", 1),
    *_decided("2020-07-31", "起诉", 1),
)


def _plain(name: str, shows: str, case: str, body: str, received: Happened, on: str, outcome: str) -> Example:
    """A case received once and decided once."""
    own = received[2]
    return example(name, shows, case, body, received, *_decided(on, outcome, own["persons"], own["scope"]))


EXAMPLES = (
    _plain(
        "旧账案|Old debt", "上年受理，上年起诉|received and prosecuted the year before",
        "城检受〔2019〕80号", CHENGGUAN, _received("2019-09-02", "寻衅滋事罪", 3, EVIL), "2019-09-30", "起诉",
    ),
    LANTERN,
    FERRY,
    _plain(
        "西瓜案|Watermelon", "一案起诉，法院分两案审理|prosecuted as one, tried as two",
        "城检受〔2020〕3号", CHENGGUAN, _received("2020-04-13", "寻衅滋事罪", 5, EVIL), "2020-05-08", "起诉",
    ),
    _plain(
        "水车案之一|Waterwheel, first file", "两案起诉，法院并案审理|prosecuted as two, tried as one",
        "七检受〔2020〕4号", QILIHE, _received("2020-03-09", "敲诈勒索罪", 1, EVIL), "2020-04-03", "起诉",
    ),
    _plain(
        "水车案之二|Waterwheel, second file", "并案的另一半|the other half of the joined case",
        "七检受〔2020〕5号", QILIHE, _received("2020-03-11", "敲诈勒索罪", 3, EVIL), "2020-04-03", "起诉",
    ),
    _plain(
        "白塔案|White pagoda", "平常一案|an ordinary case",
        "城检受〔2020〕6号", CHENGGUAN, _received("2020-02-03", "诈骗罪", 1), "2020-02-28", "起诉",
    ),
    _plain(
        "牛肉面案|Beef noodles", "可能判处一年以上的速裁，十五日|fast track, fifteen days as over a year is possible",
        "城检受〔2020〕7号", CHENGGUAN, _received("2020-03-16", "故意伤害罪", 1, procedure="速裁", over_one_year=True),
        "2020-03-31", "起诉",
    ),
    _plain(
        "月末案|Month's end", "一月三十一日受理，二月最后一天届满|received on 31 January, due on the last day of February",
        "七检受〔2020〕1号", QILIHE, _received("2020-01-31", "危险驾驶罪", 1), "2020-02-28", "起诉",
    ),
    _plain(
        "超一日案|A day over", "速裁十日，第十日决定|fast track, decided on the tenth day",
        "七检受〔2020〕9号", QILIHE, _received("2020-07-03", "危险驾驶罪", 1, procedure="速裁"), "2020-07-13", "起诉",
    ),
    _plain(
        "村口案|Village gate", "检察院未标涉霸|not tagged by the procuratorate",
        "七检受〔2020〕10号", QILIHE, _received("2020-08-10", "强迫交易罪", 6), "2020-09-10", "起诉",
    ),
    SNOWY_NIGHT,
    _plain(
        "远行案|Far away", "改变管辖，移送他院|moved to a procuratorate elsewhere",
        "城检受〔2020〕12号", CHENGGUAN, _received("2020-10-12", "组织黑社会性质组织罪", 4, GANG), "2020-10-26", "移送他院",
    ),
    SECOND_HELPING,
    POMEGRANATE,
    _plain(
        "风筝案|Kite", "证据不足，不起诉|not prosecuted for want of evidence",
        "城检受〔2020〕8号", CHENGGUAN, _received("2020-06-01", "职务侵占罪", 1), "2020-06-30", "存疑不起诉",
    ),
    _plain(
        "跨年案|New Year's Eve", "年末起诉，次年法院才收案|prosecuted on the last day of a year, docketed in the next",
        "城检受〔2020〕13号", CHENGGUAN, _received("2020-12-02", "组织黑社会性质组织罪", 2, GANG), "2020-12-31", "起诉",
    ),
)  # fmt: skip
"""Every example of the line."""

"""Made-up property held in made-up cases. Amounts are in fen: 100 fen are a yuan."""

from typing import Any

from plumbline.lines.assets.records import Controlled, Released, Renewed, Valued
from plumbline.records.made_up import Example, example

CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"
YUAN = 100
GANG, EVIL, BULLY = "涉黑", "涉恶", "涉霸"

Happened = tuple[Any, ...]


def _item(name: str, shows: str, case: str, body: str, item: str, *happened: Happened) -> Example:
    """One thing held in a case: its number goes into every record."""
    told = ((kind, on, {"item": item, **dict(*own)}) for kind, on, *own in happened)
    return example(name, shows, case, body, *told)


def _controlled(on: str, measure: str, nature: str, yuan: int, scope: str = "") -> Happened:
    return Controlled, on, {"measure": measure, "nature": nature, "amount_fen": yuan * YUAN, "scope": scope}


def _released(on: str, yuan: int, scope: str = "") -> Happened:
    return Released, on, {"amount_fen": yuan * YUAN, "scope": scope}


FERRY = "兰公（城）刑立字〔2019〕12号"
MELON = "兰公（城）刑立字〔2020〕3号"
WHEEL = "兰公（七）刑立字〔2020〕5号"

EXAMPLES = (
    _item(
        "灯会案赃款|Lantern fair, takings", "扣押后全部返还|seized, then given back whole",
        "兰公（城）刑立字〔2019〕11号", CHENGGUAN, "1",
        _controlled("2019-11-06", "扣押", "资金", 8_000), _released("2020-03-12", 8_000),
    ),
    _item(
        "渡口案存款|Ferry, deposits", "冻结满六个月续行冻结|frozen, renewed when six months were up",
        FERRY, CHENGGUAN, "1",
        _controlled("2019-09-11", "冻结", "资金", 3_000_000, GANG), (Renewed, "2020-03-09", {"until": "2020-09-09"}),
        (Renewed, "2020-09-08", {"until": "2021-03-09"}),
    ),
    _item(
        "渡口案客船|Ferry, the boat", "查封后估价下降|sealed, then worth less",
        FERRY, CHENGGUAN, "2",
        _controlled("2019-09-12", "查封", "物品", 900_000, GANG), (Valued, "2020-05-20", {"amount_fen": 700_000 * YUAN}),
    ),
    _item(
        "渡口案房产|Ferry, the house", "查封|sealed", FERRY, CHENGGUAN, "3",
        _controlled("2019-09-16", "查封", "不动产", 2_400_000, GANG),
    ),
    _item(
        "西瓜案货款|Watermelon, takings", "分两次解除|released in two parts", MELON, CHENGGUAN, "1",
        _controlled("2020-02-21", "冻结", "资金", 500_000, EVIL), _released("2020-04-20", 120_000, EVIL),
        _released("2020-07-06", 80_000, EVIL),
    ),
    _item(
        "西瓜案货车|Watermelon, the lorry", "扣押后返还|seized and given back", MELON, CHENGGUAN, "2",
        _controlled("2020-02-21", "扣押", "车辆", 60_000, EVIL), _released("2020-07-06", 60_000, EVIL),
    ),
    _item(
        "水车案现金|Waterwheel, cash", "扣押|seized", WHEEL, QILIHE, "1",
        _controlled("2020-02-25", "扣押", "资金", 250_000, EVIL),
    ),
    _item(
        "水车案股权|Waterwheel, shares",
        "冻结后估价上升，再部分解除|frozen, worth more, then released in part", WHEEL, QILIHE, "2",
        _controlled("2020-02-26", "冻结", "股权", 1_000_000, EVIL), (Valued, "2020-06-30", {"amount_fen": 1_200_000 * YUAN}),
        _released("2020-09-15", 200_000, EVIL),
    ),
    _item(
        "村口案存款|Village gate, deposits",
        "解除后又冻结|released, then frozen again", "兰公（七）刑立字〔2020〕10号", QILIHE, "1",
        _controlled("2020-05-19", "冻结", "资金", 90_000, BULLY), _released("2020-06-01", 90_000, BULLY),
        _controlled("2020-07-01", "冻结", "资金", 70_000, BULLY),
    ),
    _item(
        "雪夜案首饰|Snowy night, jewellery", "扣押|seized", "兰公（城）刑立字〔2020〕11号", CHENGGUAN, "1",
        _controlled("2020-09-26", "扣押", "物品", 40_000, EVIL),
    ),
    _item(
        "远行案证券|Far away, securities", "冻结证券|securities frozen", "兰公（城）刑立字〔2020〕12号", CHENGGUAN, "1",
        _controlled("2020-07-21", "冻结", "证券", 350_000, GANG),
    ),
    _item(
        "夜市案手机|Night market, telephones",
        "次年才扣押|seized in the next year", "兰公（城）刑立字〔2020〕15号", CHENGGUAN, "1",
        _controlled("2021-01-04", "扣押", "物品", 12_000),
    ),
)  # fmt: skip
"""Every example of the line."""

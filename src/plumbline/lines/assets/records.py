"""What the bodies write down of property held in a case. The case is the file; ``item`` one thing held in it."""

from typing import Annotated, Literal

from plumbline.records import Amount, Day, Record, Reference, Scope, label

Measure = Literal["查封", "扣押", "冻结"]
Nature = Literal["资金", "证券", "不动产", "车辆", "物品", "股权"]


class _Item(Record):
    """财物 Item."""

    keyed_by = ("body", "case", "item")

    item: Annotated[Reference, label("财物编号", "item")]


class Controlled(_Item):
    """查封扣押冻结 Assets controlled."""

    roles = ("begins",)

    measure: Annotated[Measure, label("措施", "measure")]
    nature: Annotated[Nature, label("财物种类", "nature")]
    for_a_year: Annotated[
        bool, label("重大复杂，市级以上批准冻结一年", "frozen for a year, by leave of a city's police")
    ] = False
    amount_fen: Annotated[Amount, label("金额（分）", "amount in fen")]
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Renewed(_Item):
    """续行控制 Control renewed."""

    follows = ("Controlled",)

    until: Annotated[Day, label("续至", "until")]


class Valued(_Item):
    """重新估价 Valued again."""

    follows = ("Controlled",)

    amount_fen: Annotated[Amount, label("金额（分）", "amount in fen")]


class Released(_Item):
    """解除控制 Assets released."""

    follows = ("Controlled",)

    amount_fen: Annotated[Amount, label("金额（分）", "amount in fen")]
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""

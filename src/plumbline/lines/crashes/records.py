"""What the traffic police write down of a crash: where, with which vehicles, how it ended for persons, what it cost.

A crash is a case. Who the persons were is never kept: they are tokens of the one crash, or headcounts.
"""

from typing import Annotated, Literal

from plumbline.records import Amount, Count, Latitude, Longitude, Persons, Post, Record, Reference, label

Procedure = Literal["一般", "简易", "不分"]
Vehicle = Literal[
    "小型客车", "大中型客车", "货车", "摩托车", "电动自行车", "自行车", "三轮车", "拖拉机", "其他"
]  # fmt: skip
Severity = Literal["轻伤", "重伤"]
Within = Literal["三十日内"]


class Crashed(Record):
    """发生事故 Crash."""

    roles = ("begins",)

    procedure: Annotated[Procedure, label("处理程序", "procedure")]
    road: Annotated[Reference | None, label("道路编号", "road number")] = None
    post: Annotated[Post | None, label("公里桩", "kilometre post")] = None
    latitude_microdegrees: Annotated[Latitude | None, label("纬度（百万分之一度）", "latitude in microdegrees")] = None
    longitude_microdegrees: Annotated[Longitude | None, label("经度（百万分之一度）", "longitude in microdegrees")] = (
        None
    )
    property_loss_fen: Annotated[Amount | None, label("直接财产损失（分）", "direct property loss in fen")] = None


class VehicleInvolved(Record):
    """涉事车辆 Vehicle involved."""

    follows = ("Crashed",)

    ordinal: Annotated[Count, label("车辆序号", "number of the vehicle in the crash")]
    vehicle: Annotated[Vehicle, label("车辆类型", "type of vehicle")]


class Injured(Persons):
    """人员受伤 Persons injured."""

    follows = ("Crashed",)

    severity: Annotated[Severity, label("伤情", "severity")]


class Died(Persons):
    """人员死亡 Persons who died."""

    follows = ("Crashed",)

    only_within: Annotated[Within | None, label("只知死于几日之内", "day of death known only to be within")] = None


class LossAssessed(Record):
    """损失核定 Loss assessed."""

    follows = ("Crashed",)

    property_loss_fen: Annotated[Amount, label("直接财产损失（分）", "direct property loss in fen")]

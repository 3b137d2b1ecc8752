"""What a command centre writes down of a call to 110: its moments, its kind, the class of place and the grid cell.

A call is a case. No words of the call and nothing of the caller are kept.
"""

from typing import Annotated, Literal

from plumbline.records import Body, Record, Reference, label

Nature = Literal["刑事", "治安", "交通", "求助", "纠纷", "其他"]
Place = Literal["道路", "居民小区", "商业场所", "学校", "医院", "公共场所", "乡村", "其他"]
Result = Literal["现场处置", "受案", "移交其他部门", "未见警情"]


class Called(Record):
    """接警 Call taken."""

    roles = ("begins",)

    nature: Annotated[Nature, label("警情类别", "kind of call")]
    place: Annotated[Place, label("地点类别", "class of place")]
    cell: Annotated[Reference | None, label("网格编码", "grid cell")] = None


class Dispatched(Record):
    """派警 Sent out."""

    follows = ("Called",)

    station: Annotated[Body, label("出警单位", "station")]


class Arrived(Record):
    """到达现场 Arrived."""

    follows = ("Called", "Dispatched")

    station: Annotated[Body, label("出警单位", "station")]


class Closed(Record):
    """警情办结 Call closed."""

    follows = ("Called",)
    roles = ("ends",)

    result: Annotated[Result, label("处置结果", "result")]

"""What is written down of a hazard: the case is its number in the register, the body who keeps that register.

A road's chief (路长) is held by a post, known by its number; the case is then the number of the appointment.
"""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from plumbline.records import (
    Body,
    Category,
    Day,
    Latitude,
    Longitude,
    Post,
    Record,
    Reference,
    against_rules,
    label,
    ordered,
)
from plumbline.records.verification import Mended, Verification

Grade = Literal["一般", "重大"]
Road = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,5}$")]
"""A road's number: G30, S101."""

UNPLACED = (
    "应有网格编码，或道路编号加里程桩号、经纬度之一",
    "needs a grid cell, or a road with a post or with both coordinates",
)


class Found(Record):
    """发现隐患 Hazard found."""

    roles = ("begins",)

    sector: Annotated[Category, label("隐患类别", "sector")]
    grid: Annotated[Reference | None, label("网格编码", "grid cell")] = None
    road: Annotated[Road | None, label("道路编号", "road")] = None
    post: Annotated[Post | None, label("里程桩号", "kilometre post")] = None
    latitude_microdegrees: Annotated[Latitude | None, label("纬度（百万分之一度）", "latitude in microdegrees")] = None
    longitude_microdegrees: Annotated[Longitude | None, label("经度（百万分之一度）", "longitude in microdegrees")] = (
        None
    )

    @model_validator(mode="after")
    def _placed(self) -> Self:
        point = [self.latitude_microdegrees is not None, self.longitude_microdegrees is not None]
        on_road = self.road is not None and (self.post is not None or all(point))
        stray = (self.road is None and self.post is not None) or (self.road is not None and not on_road)
        if any(point) != all(point) or stray or not (self.grid or on_road):
            raise against_rules("placed", *UNPLACED)
        return self


class Graded(Record):
    """评估定级 Hazard graded."""

    follows = ("Found",)

    grade: Annotated[Grade, label("等级", "grade")]


class Supervised(Record):
    """挂牌督办 Put under supervision."""

    follows = ("Found", "Graded")

    supervisor: Annotated[Body, label("督办单位", "supervising body")]


class Assigned(Record):
    """交办整改 Assigned."""

    follows = ("Found",)

    to_body: Annotated[Body, label("责任单位", "body answerable")]
    due: Annotated[Day, label("整改期限", "due")]

    _due_later = ordered("on", "due")


class Rectified(Mended):
    """整改完成 Put right."""

    follows = ("Found", "Assigned")


class Verified(Verification):
    """复查验收 Verified."""

    follows = ("Found", "Rectified")


class Closed(Record):
    """销号 Closed."""

    follows = ("Found", "Verified")
    roles = ("ends",)


class FoundAgain(Record):
    """再次发现 Found again."""

    follows = ("Found", "Rectified")


class ChiefAppointed(Record):
    """确定路长 Road chief appointed."""

    road: Annotated[Road, label("道路编号", "road")]
    from_post: Annotated[Post, label("起点桩号", "from post")]
    to_post: Annotated[Post, label("止点桩号", "to post")]
    duty: Annotated[Reference, label("路长岗位编号", "post of the chief")]

    @model_validator(mode="after")
    def _onward(self) -> Self:
        if _metres(self.from_post) >= _metres(self.to_post):
            raise against_rules("onward", "止点桩号应大于起点桩号", "the segment ends before it begins")
        return self


class ChiefEnded(Record):
    """路长卸任 Road chief ended."""

    follows = ("ChiefAppointed",)


def _metres(post: str) -> int:
    km, _, metres = post.removeprefix("K").partition("+")
    return int(km) * 1000 + int(metres or 0)

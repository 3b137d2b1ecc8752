"""What the police write down of duty: posts, shifts worked, teams kept ready. Headcounts only.

The case is a post or a team, by its number. A shift worked is one record: its day is the day it begins.
"""

from typing import Annotated, Literal

from plumbline.records import Body, Count, Record, label

Duty = Literal["疫情防控", "重大活动安保", "巡逻", "卡口", "应急处突", "其他"]


class PostSet(Record):
    """设岗 Post set up."""

    roles = ("begins",)

    duty: Annotated[Duty, label("勤务种类", "kind of duty")]


class ShiftWorked(Record):
    """班次到岗 Shift worked."""

    follows = ("PostSet",)

    duty: Annotated[Duty, label("勤务种类", "kind of duty")]
    unit: Annotated[Body | None, label("上勤单位", "unit on duty")] = None
    length_minutes: Annotated[Count, label("时长（分钟）", "length in minutes")]
    police_required: Annotated[Count, label("应到警力", "police required")]
    police: Annotated[Count, label("实到警力", "police present")]
    volunteers_required: Annotated[Count, label("应到群防群治力量", "volunteers required")] = 0
    volunteers: Annotated[Count, label("实到群防群治力量", "volunteers present")] = 0


class PostLifted(Record):
    """撤岗 Post lifted."""

    follows = ("PostSet",)


class TeamFormed(Record):
    """组建应急队伍 Emergency team formed."""

    persons: Annotated[Count, label("人数", "persons")]


class TeamStrengthened(Record):
    """充实应急队伍 Emergency team strengthened."""

    follows = ("TeamFormed",)

    persons: Annotated[Count, label("增加人数", "persons added")]


class TeamReduced(Record):
    """缩减应急队伍 Emergency team reduced."""

    follows = ("TeamFormed",)

    persons: Annotated[Count, label("减少人数", "persons taken away")]

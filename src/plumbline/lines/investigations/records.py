"""What the police write down of a criminal case."""

from typing import Annotated, Literal

from plumbline.records import Category, Count, Persons, Record, Scope, label

GroupClass = Literal["黑社会性质组织", "恶势力犯罪集团", "恶势力团伙", "村霸"]


class Filed(Record):
    """立案 Case filed."""

    roles = ("begins",)

    offence: Annotated[Category, label("罪名", "offence")]
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Cleared(Record):
    """破案 Case cleared."""

    follows = ("Filed",)

    incidents: Annotated[Count, label("起数", "incidents")] = 1
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Dropped(Record):
    """撤销案件 Case dropped."""

    follows = ("Filed",)


class Disbanded(Record):
    """打掉组织 Group broken up."""

    group_class: Annotated[GroupClass, label("组织类别", "class of group")]
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Caught(Persons):
    """抓获 Persons caught."""

    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Transferred(Persons):
    """移送起诉 Transferred for prosecution."""

    follows = ("Filed",)
    roles = ("counts", "ends")

    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""

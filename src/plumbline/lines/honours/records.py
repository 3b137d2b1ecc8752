"""What a body writes down of a commendation. The case is the document that commends; persons are headcounts, never named."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from plumbline.records import Count, Day, Record, label, ordered

Level = Literal["全国", "省", "市", "县"]
Manner = Literal["通报表彰", "送奖到岗"]
UnitTitle = Literal["优秀公安基层单位", "先进集体", "集体立功", "集体嘉奖", "其他"]
PersonTitle = Literal["优秀人民警察", "先进工作者", "最美基层民警", "个人立功", "个人嘉奖", "其他"]
FigureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,40}\.[a-z][a-z0-9_]{1,40}$")]


class UnitsCommended(Record):
    """表彰集体 Units commended."""

    level: Annotated[Level, label("级别", "level")]
    title: Annotated[UnitTitle, label("荣誉称号", "title")]
    manner: Annotated[Manner, label("表彰方式", "manner")] = "通报表彰"
    units: Annotated[Count, label("集体数", "units")]


class PersonsCommended(Record):
    """表彰个人 Persons commended."""

    level: Annotated[Level, label("级别", "level")]
    title: Annotated[PersonTitle, label("荣誉称号", "title")]
    manner: Annotated[Manner, label("表彰方式", "manner")] = "通报表彰"
    persons: Annotated[Count, label("人数", "persons")]


class _OnFigure(Record):
    """依据 Ground."""

    figure: Annotated[FigureId, label("所依据的指标", "figure it rests on")]
    since: Annotated[Day, label("期间起", "period from")]
    until: Annotated[Day, label("期间止", "period to")]

    _onward = ordered("since", "until")


class Grounded(_OnFigure):
    """表彰依据 Ground of an honour."""

    claimed: Annotated[Count | None, label("当时所称数", "number claimed then")] = None


class GroundCorrected(_OnFigure):
    """依据指标更正 Ground corrected."""

    follows = ("Grounded",)

    corrected: Annotated[Count | None, label("更正后的数", "number as corrected")] = None

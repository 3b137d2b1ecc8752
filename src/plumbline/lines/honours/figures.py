"""What the figures on honours count: 集体 units, 个人 persons, commended (通报表彰) or brought their awards (送奖到岗)."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.standing import happened
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

GIVERS = ("政法机关", "公安机关", "公安", "政法系统")
WHO = ("受表彰的是谁；受两次表彰的计两次", "who they are; whoever is commended twice counts twice")
NAMED = ("其他荣誉称号", "other titles")
GROUND = ("body", "case", "figure", "since", "until")


@figure(
    unit="个",
    zh="表彰集体",
    en="units commended",
    also=("表彰奖励集体", "表彰各类集体"),
    body=GIVERS,
    amount="units",
    leaves_out=WHO,
)
def units(honours: "Tables", period: Span) -> "Table":
    """期内各级表彰的集体数，不论称号和方式。

    Units commended in the period at any level, under any title and in any manner.
    """
    return happened(honours, "UnitsCommended", period)


@figure(
    unit="人",
    zh="表彰个人",
    en="persons commended",
    also=("表彰奖励个人", "表彰各类个人"),
    body=GIVERS,
    amount="persons",
    leaves_out=WHO,
)
def persons(honours: "Tables", period: Span) -> "Table":
    """期内各级表彰的个人数，不论称号和方式。

    Persons commended in the period at any level, under any title and in any manner.
    """
    return happened(honours, "PersonsCommended", period)


@figure(
    unit="个",
    zh="表彰优秀公安基层单位",
    en="outstanding grass-roots police units commended",
    also=("表彰全市优秀公安基层单位", "优秀公安基层单位", "评选优秀公安基层单位"),
    body=GIVERS,
    amount="units",
    leaves_out=NAMED,
)
def stations(honours: "Tables", period: Span) -> "Table":
    """期内以优秀公安基层单位称号表彰的集体数。

    Units commended in the period as outstanding grass-roots police units.
    """
    rows = happened(honours, "UnitsCommended", period)
    return rows.filter(rows.title == "优秀公安基层单位")


@figure(
    unit="人",
    zh="表彰优秀人民警察",
    en="outstanding police officers commended",
    also=("表彰全市优秀人民警察", "优秀人民警察", "评选优秀人民警察"),
    body=GIVERS,
    amount="persons",
    leaves_out=NAMED,
)
def officers(honours: "Tables", period: Span) -> "Table":
    """期内以优秀人民警察称号表彰的人数。

    Persons commended in the period as outstanding police officers.
    """
    rows = happened(honours, "PersonsCommended", period)
    return rows.filter(rows.title == "优秀人民警察")


@figure(
    unit="个",
    zh="送奖到岗集体",
    en="units brought their awards",
    also=("集体送奖到岗", "为集体送奖到岗"),
    body=GIVERS,
    amount="units",
    leaves_out=("只作通报表彰的", "those commended by notice alone"),
)
def units_visited(honours: "Tables", period: Span) -> "Table":
    """期内把奖送到工作岗位的集体数。

    Units whose awards were brought to where they work in the period.
    """
    rows = happened(honours, "UnitsCommended", period)
    return rows.filter(rows.manner == "送奖到岗")


@figure(
    unit="人",
    zh="送奖到岗个人",
    en="persons brought their awards",
    also=("个人送奖到岗", "为个人送奖到岗"),
    body=GIVERS,
    amount="persons",
    leaves_out=("只作通报表彰的", "those commended by notice alone"),
)
def persons_visited(honours: "Tables", period: Span) -> "Table":
    """期内把奖送到工作岗位的个人数。

    Persons whose awards were brought to where they work in the period.
    """
    rows = happened(honours, "PersonsCommended", period)
    return rows.filter(rows.manner == "送奖到岗")


@figure(
    unit="件",
    zh="有指标依据的表彰",
    en="commendations resting on a figure",
    also=("以指标为依据的表彰",),
    body=GIVERS,
    stock=True,
    leaves_out=("没有写明依据指标的表彰", "commendations that name no figure"),
)
def grounded(honours: "Tables", period: Span) -> "Table":
    """期末已作出、写明所依据指标的表彰文件，一件一计。

    Documents of commendation, by the period's end, that name a figure they rest on, each once.
    """
    rows = honours.flow("Grounded")
    return _documents(rows.filter(rows.on <= period.last))


@figure(
    unit="件",
    zh="依据指标已更正的表彰",
    en="commendations resting on a figure since corrected",
    also=("所依据指标后来更正的表彰",),
    body=GIVERS,
    stock=True,
    leaves_out=(
        "更正没有登记的；指标更正不等于撤销表彰",
        "corrections not recorded; a correction takes no honour back",
    ),
)
def on_corrected(honours: "Tables", period: Span) -> "Table":
    """期末所依据的指标（同一指标、同一期间）已登记更正的表彰文件，一件一计；逐件列出见所依据记录。

    Documents of commendation whose ground, the same figure for the same period, was corrected by the period's end, each once.
    """
    rows, later = honours.flow("Grounded"), honours.flow("GroundCorrected")
    rows = rows.filter(rows.on <= period.last)
    return _documents(rows.semi_join(later.filter(later.on <= period.last), GROUND))


def _documents(rows: "Table") -> "Table":
    """Return one row a document, at the last of its grounds."""
    return rows.group_by("body", "case").agg(position=rows.position.max(), on=rows.on.max())

"""What is written down of a case inside the ranks. Persons are headcounts or tokens; ``body`` is who handles the case."""

from typing import Annotated, Literal

from plumbline.records import Persons, Scope, label

Ranks = Literal["公安", "检察", "法院", "司法行政", "其他"]
Misconduct = Literal["充当保护伞", "办关系案人情案金钱案", "其他违纪违法"]


class _OfRanks(Persons):
    """队伍案件 Case in the ranks."""

    ranks: Annotated[Ranks, label("所在队伍", "ranks")]
    misconduct: Annotated[Misconduct, label("违纪违法情形", "misconduct")]


class Filed(_OfRanks):
    """立案 Case filed in the ranks."""

    roles = ("begins", "counts")


class Disciplined(_OfRanks):
    """处分 Disciplined."""

    follows = ("Filed",)


class SentForProsecution(_OfRanks):
    """移送司法 Sent for prosecution."""

    follows = ("Filed",)

    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Dropped(Persons):
    """撤销案件 Case in the ranks dropped."""

    follows = ("Filed",)

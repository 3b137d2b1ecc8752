"""The record itself: what every kind has, and what the kinds that count persons have."""

from datetime import date, time
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from plumbline.records.fields import Body, CaseNumber, Count, Token, against_rules, label, label_of

Role = Literal["begins", "counts", "ends", "court"]
"""What a kind is to its case: no case is without it; by it the case's persons are counted; by it the case ends; its case
number is a court's."""


class Record(BaseModel):
    """One thing that happened to one case. The class name of a kind is its code, its docstring's first line its title.

    A docstring begins ``中文题名 English title.`` Units are in the names of fields. ``follows`` names the kinds of the
    same line that must not have happened later in the same case: a case is not concluded before it is docketed.
    ``keyed_by`` names the fields that say which records belong to one case; it is the same for all kinds of a line.
    ``roles`` is what the kind is to its case, by which reconciling knows it; no two kinds of a line share one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    follows: ClassVar[tuple[str, ...]] = ()
    keyed_by: ClassVar[tuple[str, ...]] = ("body", "case")
    roles: ClassVar[tuple[Role, ...]] = ()

    case: Annotated[CaseNumber, label("案号", "case")]
    body: Annotated[Body, label("单位", "body")]
    on: Annotated[date, label("日期", "date")]
    at: Annotated[time | None, label("时刻", "time")] = None


class Persons(Record):
    """A record that says how many persons: one person by token, or a headcount. A case may have many such records."""

    person: Annotated[Token | None, label("人员标识", "person")] = None
    persons: Annotated[Count | None, label("人数", "persons")] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.person is None) == (self.persons is None):
            raise PydanticCustomError("persons", "needs a person's token or a headcount, and not both")
        return self


def ordered(first: str, last: str) -> Any:
    """Return the rule, for a kind's class body, that of two days of its records ``last`` is not before ``first``."""

    def rule(self: Record) -> Record:
        if getattr(self, last) < getattr(self, first):
            late, early = (label_of(type(self).model_fields[name]) for name in (last, first))
            raise against_rules("ordered", f"“{late.zh}”早于“{early.zh}”", f"“{late.en}” is before “{early.en}”")
        return self

    return model_validator(mode="after")(rule)

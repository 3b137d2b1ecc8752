"""A plan read from TOML: every key known, every value of its kind, nothing passed over in silence."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from plumbline.errors import PlanError, Words
from plumbline.periods import Span, span
from plumbline.records import SCOPES
from plumbline.reports.heads import checked
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import Head, Plan, Said, Section, Setting

T = TypeVar("T")
_KINDS = {
    str: Words("一段文字", "a text"), dict: Words("一张表", "a table"), list: Words("一个列表", "a list"),
    date: Words("一个日期（2021-01-31）", "a date (2021-01-31)"),
}  # fmt: skip
DEEPEST = 4
"""Levels of headings an official document has: 一、（一）1.（1）."""


def plan_of(text: str, name: str) -> Plan:
    """Return the plan that a TOML ``text`` describes; ``name`` is how errors call the file. Raises PlanError."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = Words(f"不是 TOML（{error}）", f"is not TOML ({error})")
        raise PlanError(name, what, Words("请改正该处", "Correct that place")) from error
    table = _Table(name, values)
    setting = Setting(table.period(), table.scope(""))
    plan = Plan(
        name, checked(_head(table), name), setting, table.texts("names"), table.said(), _sections(table, setting, 1)
    )
    table.close()
    return plan


def _head(table: "_Table") -> Head:
    printed_on = table.take("printed_on", date, None)
    return Head(
        title=table.words("title"), body=table.words("body"), dated=table.take("date", date),
        mark=table.words("mark", must=False), number=table.words("number", must=False),
        to=table.words("to", must=False), copies=table.words("copies", must=False),
        printed=table.words("printed", must=False), printed_on=printed_on,
    )  # fmt: skip


def _sections(table: "_Table", above: Setting, level: int) -> tuple[Section, ...]:
    return tuple(_section(inner, above, level) for inner in table.tables("section"))


def _section(table: "_Table", above: Setting, level: int) -> Section:
    if level > DEEPEST:
        what = Words(f"标题超过{DEEPEST}级", f"is deeper than {DEEPEST} levels of headings")
        raise PlanError(table.where, what, Words("请并入上一级", "Join it to the section above"))
    setting = Setting(table.period(above.period), table.scope(above.scope))
    heading = Said(table.where, Words(table.take("zh", str), table.take("en", str, "")))
    section = Section(heading, setting, table.said(), _sections(table, setting, level + 1))
    table.close()
    return section


class _Table:
    """A table of the plan: hands out each value as what it should be, and in the end names what nobody asked for."""

    def __init__(self, where: str, values: Mapping[str, Any]) -> None:
        self.where, self._left, self._known = where, dict(values), set[str]()

    def take(self, key: str, kind: type[T], *default: Any) -> T:
        self._known.add(key)
        value = self._left.pop(key, *default) if default else self._left.pop(key, None)
        if value is None and not default:
            what = Words(f"缺“{key}”", f"“{key}” is missing")
            raise PlanError(self.where, what, Words(f"请写上{_KINDS[kind].zh}", f"Write {_KINDS[kind].en}"))
        if value is not None and not isinstance(value, kind):
            what = Words(f"“{key}”应是{_KINDS[kind].zh}", f"“{key}” should be {_KINDS[kind].en}")
            raise PlanError(self.where, what, Words("请改正", "Correct it"))
        return value  # type: ignore[return-value]

    def words(self, key: str, *, must: bool = True) -> Words:
        if isinstance(self._left.get(key), str):
            return Words(self.take(key, str), "")
        inner = _Table(f"{self.where}, {key}", self.take(key, dict, *([] if must else [{}])))
        found = Words(inner.take("zh", str, *([] if must else [""])), inner.take("en", str, ""))
        inner.close()
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(text) for text in self.take(key, list, []))

    def tables(self, key: str) -> "Iterator[_Table]":
        for number, values in enumerate(self.take(key, list, []), 1):
            where = f"{self.where}, {key} {number}"
            if not isinstance(values, dict):
                what = Words(f"应是{_KINDS[dict].zh}", f"should be {_KINDS[dict].en}")
                raise PlanError(where, what, Words(f"请写成 [[{key}]]", f"Write it under [[{key}]]"))
            yield _Table(where, values)

    def said(self) -> tuple[Said, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[Said]:
        for table in self.tables("text"):
            yield Said(table.where, Words(table.take("zh", str).strip(), table.take("en", str, "").strip()))
            table.close()

    def period(self, default: Span | None = None) -> Span:
        if default and "period" not in self._left:
            self._known.add("period")
            return default
        return period_of(self.take("period", str), f"{self.where}, period")

    def scope(self, default: str) -> str:
        return scope_of(self.take("scope", str, default), f"{self.where}, scope")

    def close(self) -> None:
        for key in self._left:
            what = Words(f"不认得“{key}”", f"“{key}” is not known here")
            raise PlanError(self.where, what, did_you_mean(key, sorted(self._known)))


def period_of(words: str, where: str) -> Span:
    """Return the days that ``words`` name (2020, 2018/2020-11); raises PlanError for words that name none."""
    try:
        return span(words)
    except ValueError:
        what = Words(f"“{words}”不是期间", f"“{words}” is no period")
        todo = Words("请写作 2020、2020-06 或 2018-01/2020-12", "Write 2020, 2020-06 or 2018-01/2020-12")
        raise PlanError(where, what, todo) from None


def scope_of(name: str, where: str) -> str:
    """Return ``name`` if it is a scope's, or empty; raises PlanError, naming the nearest scope, for others."""
    if name and name not in SCOPES:
        what = Words(f"没有“{name}”这一口径", f"there is no scope “{name}”")
        raise PlanError(where, what, did_you_mean(name, SCOPES))
    return name

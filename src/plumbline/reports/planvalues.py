"""Values of a plan's TOML: every key known, every value of its kind, nothing passed over in silence."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeVar

from plumbline.errors import PlanError, Words
from plumbline.periods import Span, span
from plumbline.records import SCOPES
from plumbline.reports.nearest import did_you_mean

T = TypeVar("T")
LARGEST = 10**15
"""The largest number a plan may have: no figure comes near it."""
_KINDS = {
    str: Words("一段文字", "a text"), dict: Words("一张表", "a table"), list: Words("一个列表", "a list"),
    date: Words("一个日期（2021-01-31）", "a date (2021-01-31)"), int: Words("一个整数", "a whole number"),
    bool: Words("true 或 false", "true or false"),
}  # fmt: skip


class Table:
    """A table of the plan: hands out each value as what it should be, and in the end names what nobody asked for."""

    def __init__(self, where: str, values: Mapping[str, Any]) -> None:
        """Keep the values; ``where`` is how errors call their place."""
        self.where, self._left, self._known = where, dict(values), set[str]()

    def take(self, key: str, kind: type[T], *default: Any) -> T:
        """Return the value of ``key``, which must be of ``kind``; the default, if any, where there is none."""
        value = self.any(key) if not default else self.any(key, *default)
        fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool | datetime))
        if value is None and not default:
            what = Words(f"缺“{key}”", f"“{key}” is missing")
            raise PlanError(self.where, what, Words(f"请写上{_KINDS[kind].zh}", f"Write {_KINDS[kind].en}"))
        if value is not None and not fits:
            what = Words(f"“{key}”应是{_KINDS[kind].zh}", f"“{key}” should be {_KINDS[kind].en}")
            raise PlanError(self.where, what, Words("请改正", "Correct it"))
        if isinstance(value, int):
            self._require_bounded(key, value)
        found: T = value
        return found

    def any(self, key: str, default: Any = None) -> Any:
        """Return the value of ``key`` whatever it is."""
        self._known.add(key)
        return self._left.pop(key, default)

    def words(self, key: str, *, must: bool = True) -> Words:
        """Return words in both languages, or a text in Chinese alone; empty words where there need be none."""
        if not must and key not in self._left:
            self._known.add(key)
            return Words("", "")
        if isinstance(self._left.get(key), str):
            return Words(self.text(key), "")
        inner = Table(f"{self.where}, {key}", self.take(key, dict))
        found = inner.said()
        inner.close()
        return found

    def said(self) -> Words:
        """Return the words under ``zh``, which there must be, and those under ``en``."""
        return Words(self.text("zh"), self.take("en", str, "").strip())

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        found = self.take(key, str).strip()
        if not found:
            what = Words(f"“{key}”是空的", f"“{key}” is empty")
            raise PlanError(self.where, what, Words(f"请写上{_KINDS[str].zh}", f"Write {_KINDS[str].en}"))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        found = self.take(key, list, [])
        for number, text in enumerate(found, 1):
            if not isinstance(text, str) or not text.strip():
                what = Words(f"应是{_KINDS[str].zh}", f"should be {_KINDS[str].en}")
                raise PlanError(f"{self.where}, {key} {number}", what, Words("请改正", "Correct it"))
        return tuple(found)

    def number(self, key: str) -> Fraction:
        """Return a number that is not negative, exactly as it is written."""
        value = self.any(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            what = Words(f"“{key}”应是一个数", f"“{key}” should be a number")
            raise PlanError(self.where, what, Words("请改正", "Correct it"))
        self._require_bounded(key, value)
        return Fraction(str(value))

    def _require_bounded(self, key: str, value: float) -> None:
        if not 0 <= value <= LARGEST:
            what = Words(f"“{key}”应在0与{LARGEST:,}之间", f"“{key}” should be between 0 and {LARGEST:,}")
            raise PlanError(self.where, what, Words("请改正", "Correct it"))

    def tables(self, key: str) -> "Iterator[Table]":
        """Yield each table of a list of tables."""
        for number, values in enumerate(self.take(key, list, []), 1):
            where = f"{self.where}, {key} {number}"
            if not isinstance(values, dict):
                what = Words(f"应是{_KINDS[dict].zh}", f"should be {_KINDS[dict].en}")
                raise PlanError(where, what, Words(f"请写成 [[{key}]]", f"Write it under [[{key}]]"))
            yield Table(where, values)

    def period(self, default: Span | None = None) -> Span:
        """Return the days that ``period`` names, or those of the table above."""
        if default and "period" not in self._left:
            self._known.add("period")
            return default
        return period_of(self.take("period", str), f"{self.where}, period")

    def scope(self, default: str) -> str:
        """Return the scope that ``scope`` names, or that of the table above."""
        return scope_of(self.take("scope", str, default), f"{self.where}, scope")

    def close(self) -> None:
        """Raise PlanError for a key that nobody asked for."""
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

"""A league table: numbers of several bodies for one indicator and period, and the place each has among them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.periods import Span


class Row(NamedTuple):
    """A body's number; ``higher`` says that a higher one is better."""

    indicator: str
    body: str
    period: Span
    number: Decimal
    higher: bool


class Standing(NamedTuple):
    """A body's place: one more than the bodies that are better; ``tied`` others share it, ``of`` bodies are listed."""

    row: Row
    place: int
    tied: int
    of: int


class League:
    """What was loaded, asked by indicator, body and period."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take rows in; raises ValueError where a body has two numbers, or an indicator two ways of being better."""
        self._rows: dict[tuple[str, Span], dict[str, Row]] = {}
        for row in rows:
            listed = self._rows.setdefault((row.indicator, row.period), {})
            if listed.setdefault(row.body, row) is not row:
                raise ValueError(f"{row.indicator} {row.body} {row.period}")
            if any(other.higher != row.higher for other in listed.values()):
                raise ValueError(f"{row.indicator} {row.period}")

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators, in the order they came."""
        return tuple(dict.fromkeys(indicator for indicator, _ in self._rows))

    @property
    def periods(self) -> tuple[Span, ...]:
        """The periods, in the order they came."""
        return tuple(dict.fromkeys(period for _, period in self._rows))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies of all indicators and periods, in the order they came."""
        return tuple(dict.fromkeys(body for listed in self._rows.values() for body in listed))

    def standing(self, indicator: str, body: str, period: Span) -> Standing | Words:
        """Return where a body stands, or why that cannot be told: numbers lack, or nobody else is listed."""
        listed = self._rows.get((indicator, period), {})
        if missing := [b for b in self._of(period) if b not in listed]:
            names, n = "、".join(missing[:3]), len(missing)
            zh = f"排名表中“{indicator}”（{period}）缺{names}{f'等{n}个单位' if n > 3 else ''}的数"
            return Words(zh, f"the league table lacks {n} of the bodies for “{indicator}” ({period}): {names}")
        if body not in listed:
            return Words(f"排名表（{period}）中没有{body}", f"the league table has no {body} for {period}")
        if len(listed) == 1:
            return Words(
                f"排名表中“{indicator}”只有{body}", f"the league table has nobody but {body} for “{indicator}”"
            )
        return _placed(listed[body], list(listed.values()))

    def _of(self, period: Span) -> list[str]:
        """Return the bodies that any indicator lists for a period."""
        return list(dict.fromkeys(b for (_, when), listed in self._rows.items() if when == period for b in listed))


def _placed(row: Row, listed: list[Row]) -> Standing:
    better = sum(o.number > row.number if row.higher else o.number < row.number for o in listed)
    tied = sum(o.number == row.number for o in listed) - 1
    return Standing(row, better + 1, tied, len(listed))

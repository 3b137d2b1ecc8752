"""The state of one report being composed: its chance, year, city, and pools of words drawn without replacement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from genre.arithmetic import ROUNDINGS, growth, percent, quotient
from genre.bodies import CITIES, DISTRICTS, Body, Deed, Estate, Family, Flow, Trend
from genre.figures import Figure, Turn

Drawn = TypeVar("Drawn")
Ranged = Flow | Family | Deed | Trend | Estate

RISES = (("上升", "下降"), ("增长", "下降"), ("增加", "减少"), ("上升", "降低"))


class ExhaustedError(LookupError):
    """A pool of words has nothing left that the report has not used."""


class Scene:
    """One report's choices; all chance comes from the Random handed in."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.year = rng.randint(2018, 2025)
        self.city = rng.choice(CITIES) + "市"
        self.places = rng.choice((1, 1, 1, 2))
        self.rounding = rng.choice(ROUNDINGS)
        self.keys = 0
        self.named = False
        self.used: set[object] = set()

    @property
    def days(self) -> int:
        """The days of the report's year."""
        return 366 if self.year % 4 == 0 else 365

    def pick(self, *options: Drawn) -> Drawn:
        """One of the options."""
        return self.rng.choice(options)

    def maybe(self, chance: float) -> bool:
        """True with this chance."""
        return self.rng.random() < chance

    def draw(self, pool: Sequence[Drawn]) -> Drawn:
        """A word of the pool the report has not used yet."""
        fresh = [word for word in pool if word not in self.used]
        if not fresh:
            raise ExhaustedError
        word = self.rng.choice(fresh)
        self.used.add(word)
        return word

    def draw_some(self, pool: Sequence[Drawn], size: int) -> list[Drawn]:
        """So many different unused words of the pool."""
        return [self.draw(pool) for _ in range(size)]

    def districts(self, size: int) -> list[str]:
        """So many different districts."""
        return self.rng.sample(DISTRICTS, size)

    def opener(self, body: Body) -> str:
        """Period and body as a sentence opens, mostly left out after a section's first sentence."""
        period = self.pick("全年，", f"{self.year}年，", "一年来，", "") if not self.named or self.maybe(0.25) else ""
        who = self.pick(*body.who) if not self.named or self.maybe(0.45) else ""
        self.named = True
        return period + who

    def turn(self, up: bool) -> Turn:
        """A direction word."""
        return Turn(self.pick(*RISES), up)

    # Whole numbers

    def between(self, low: int, high: int) -> int:
        """A whole number, its logarithm about even, so that small ones are common."""
        spread: float = (high / low) ** self.rng.random()
        return round(low * spread)

    def pieces(self, low: int, high: int, size: int) -> list[int]:
        """Positive whole numbers with their total in reach of low..high, at times all round hundreds."""
        total = self.between(low, high)
        grain = 100 if total >= 10_000 and self.maybe(0.6) else 1
        weights = [self.rng.uniform(0.15, 1) for _ in range(size)]
        shares = [max(1, round(total / grain * weight / sum(weights))) for weight in weights]
        return [share * grain for share in shares]

    def mostly(self, low: int, high: int, keep: tuple[float, float] = (0.72, 0.985)) -> tuple[int, int]:
        """(done, left): a total in low..high of which the greater part is done and at least one left."""
        total = self.between(low, high)
        grain = 100 if total >= 10_000 and self.maybe(0.6) else 1
        done = round(total / grain * self.rng.uniform(*keep)) * grain
        return done, max(grain, total // grain * grain - done)

    def moved(self, low: int, high: int, up: bool) -> tuple[int, int]:
        """(old, new) of one count, apart by 4 to 45 per cent and by two at least."""
        old = self.between(max(low, 20), high)
        by = max(2, round(old * self.rng.uniform(0.04, 0.45)))
        return old, old + by if up else old - by

    # Figures

    def figure(self, value: Decimal | int, measure: str, **traits: str) -> Figure:
        """A figure with the next key."""
        self.keys += 1
        number = Decimal(value)
        return replace(Figure(self.keys, number, number, measure), **traits)  # type: ignore[arg-type]

    def count(self, value: int, measure: str, **traits: str) -> Figure:
        """A count, at times written with 万 or in Chinese numerals."""
        way = "plain"
        if value >= 10_000 and value % 100 == 0 and self.maybe(0.75):
            way = "wan"
        elif self.maybe(0.04 if 1 < value <= 40 else 0.1 if value < 10_000 and value % 100 == 0 else 0):
            way = "han"
        return self.figure(value, measure, **{"way": way, **traits})

    def counts(self, values: Sequence[int], measure: str, **traits: str) -> list[Figure]:
        """Counts in one measure."""
        return [self.count(value, measure, **traits) for value in values]

    def exactly(self, value: Decimal, measure: str, **traits: str) -> Figure:
        """A decimal shown with its own decimals, an idle 0 mostly dropped."""
        if value == value.to_integral_value() and self.maybe(0.8):
            value = value.to_integral_value()
        places = max(0, -int(value.as_tuple().exponent))
        return replace(self.figure(value, measure, **traits), places=places)

    def percentage(self, value: Decimal, **traits: str) -> Figure:
        """A percentage, in Chinese words now and then."""
        shown = self.exactly(value, "%", **traits)
        return replace(shown, way="han") if self.maybe(0.03) else shown

    def share(self, part: Figure, whole: Figure) -> Figure:
        """The share of one figure in another, in per cent."""
        return self.percentage(percent(part.low, whole.low, self.places, self.rounding), rate="share")

    def growth(self, new: Figure, old: Figure, rate: str = "yoy") -> Figure:
        """The change from old to new in per cent of old."""
        value = growth(new.low, old.low, self.places, self.rounding)
        return self.percentage(value, rate=rate, direction="up" if new.low > old.low else "down")

    def mean(self, total: Figure, size: Decimal | int, measure: str, rate: str, places: int = 0) -> Figure:
        """A mean such as per day: total over size."""
        return self.exactly(quotient(total.low, Decimal(size), places, self.rounding), measure, rate=rate)

    def loose_percent(self, low: float, high: float, **traits: str) -> Figure:
        """A percentage bound to no other figure."""
        value = Decimal(round(self.rng.uniform(low, high) * 10**self.places)).scaleb(-self.places)
        return self.percentage(value, **traits)

    def money(self, wan: int, **traits: str) -> Figure:
        """An amount given in 万元, written with 万 or 亿."""
        if wan >= 10_000:
            wan = wan // 100 * 100
        way = "yi" if wan >= 10_000 and self.maybe(0.8) else "mixed" if wan >= 10_000 else "wan"
        return self.figure(wan * 10_000, "元", **{"way": way, **traits})

    def vague(self, value: int, measure: str, **traits: str) -> Figure:
        """A rounded figure with a vague word that is true of the value."""
        kind = self.pick("over", "over", "near", "about")
        digits = len(str(value)) - (1 if value < 1000 or self.maybe(0.4) else 2)
        stem = value // 10**digits * 10**digits
        stem += 10**digits if kind == "near" else 0
        worded = stem in (100, 1000) or (stem < 100 and self.maybe(0.3))
        way = "wan" if stem >= 10_000 else "han" if worded else "plain"
        return self.figure(stem, measure, **{"way": way, "approx": kind, **self.vagueness(kind, stem, way), **traits})

    def vagueness(self, kind: str, stem: int, way: str) -> dict[str, str]:
        """The vague words around a stem; 万 may stand after 余 only where the digits allow it."""
        if kind == "near":
            return {"before": self.pick("近", "将近", "近")}
        if kind == "about":
            return self.pick({"before": "约"}, {"tail": "左右"})
        if way == "wan" and stem % 100_000 == 0 and self.maybe(0.6):
            return {"way": "wan_inside", "after": self.pick("余", "多")}
        return self.pick({"after": "余"}, {"after": "余"}, {"after": "多"}, {"before": "逾"}, {"before": "超"})

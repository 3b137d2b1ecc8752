"""Planting arithmetic errors into a sound draft, one figure or direction word altered each time.

Every error is far outside rounding, and breaks no other arithmetic of the report than the one meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from genre.figures import Figure, Link, Part, Piece, Turn
from genre.writing import spell, step

Figures = Mapping[int, Figure]

KINDS = ("broken_sum", "part_exceeds", "differs", "restated", "points", "impossible")


@dataclass(frozen=True)
class Scheme:
    """One planted error by keys: the figures involved, the altered one, what it read when sound."""

    kind: str
    keys: tuple[int, ...]
    altered: int
    sound: str


@dataclass
class Ground:
    """The pieces of a report, in place; touched holds the indices that bear an error already."""

    pieces: list[Piece]
    touched: set[int] = field(default_factory=set)

    @property
    def figures(self) -> dict[int, Figure]:
        """All figures of the report by key."""
        return {key: figure for piece in self.pieces for key, figure in piece.figures.items()}

    @property
    def links(self) -> list[Link]:
        """All links of the report."""
        return [link for piece in self.pieces for link in piece.links]

    def add(self, other: Ground) -> None:
        """Take over another field's pieces, all of them touched."""
        self.touched |= {len(self.pieces) + index for index in range(len(other.pieces))}
        self.pieces += other.pieces

    def homes(self, link: Link) -> set[int]:
        """The indices of the pieces that hold a figure of the link."""
        return {index for index, piece in enumerate(self.pieces) if piece.figures.keys() & set(link.keys)}


def signed(figure: Figure) -> Decimal:
    """The value with a minus when the direction is down."""
    return -figure.low if figure.direction == "down" else figure.low


def sum_holds(link: Link, figures: Figures) -> bool:
    """The total equals the sum of the parts."""
    assert link.total is not None
    return figures[link.total].low == sum(figures[key].low for key in link.parts)


def part_holds(link: Link, figures: Figures) -> bool:
    """No part is more than the total, a vague total being at least its digits."""
    assert link.total is not None
    return all(figures[key].low <= figures[link.total].low for key in link.parts)


def near(shown: Figure, exact: Decimal) -> bool:
    """The figure shown fits the exact value: within half its last digit, or as its vague word says."""
    if shown.approx == "near":
        return shown.low * Decimal("0.9") <= exact <= shown.low
    return abs(abs(shown.low) - exact) <= step(shown) / 2


def ratio_holds(link: Link, figures: Figures) -> bool:
    """The quotient fits numerator over denominator, a hundredfold for per cent."""
    assert link.total is not None
    shown, top, bottom = figures[link.total], figures[link.parts[0]], figures[link.parts[1]]
    return near(shown, top.low / bottom.low * (100 if shown.unit == "%" else 1))


def change_holds(link: Link, figures: Figures) -> bool:
    """The new value is the old one moved by delta; 下降n倍 never holds."""
    assert link.total is not None
    new, old, delta = figures[link.total], figures[link.parts[0]], figures[link.parts[1]]
    base = new.low - signed(old) if old.direction != "none" else old.low
    move = (new.low - base) * (-1 if delta.direction == "down" else 1)
    if (delta.unit == "倍" and delta.direction == "down") or move < 0:
        return False
    scale = {"%": 100 / base, "倍": 1 / base}.get(delta.unit, Decimal(1))
    return near(delta, move * scale)


def same_holds(link: Link, figures: Figures) -> bool:
    """Both values are equal, or the first lies just above the second's round digits."""
    first, second = (figures[key] for key in link.parts)
    if second.approx == "over":
        return second.low <= first.low < second.low * Decimal("1.1")
    return first.low == second.low


def pointed_holds(link: Link, figures: Figures) -> bool:
    """A rate's change is given in points."""
    return figures[link.parts[1]].unit == "个百分点"


TESTS: dict[str, Callable[[Link, Figures], bool]] = {
    "sum": sum_holds,
    "part_le": part_holds,
    "ratio": ratio_holds,
    "change": change_holds,
    "same": same_holds,
    "pointed": pointed_holds,
}


def holds(link: Link, figures: Figures) -> bool:
    """Whether the link's arithmetic is true of the figures; stacks and lists claim none."""
    return TESTS[link.kind](link, figures) if link.kind in TESTS else True


# Altered values


def slips(rng: Random, figure: Figure) -> Iterator[Decimal]:
    """Values a slip of the pen makes of the figure: digits swapped or one digit wrong, as many digits shown."""
    digits = list(str(int(figure.low / step(figure))))
    for _ in range(24):
        wrong, at, other = digits.copy(), rng.randrange(len(digits)), rng.randrange(len(digits))
        if rng.random() < 0.5:
            wrong[at], wrong[other] = wrong[other], wrong[at]
        else:
            wrong[at] = rng.choice("123456789")
        if wrong[0] != "0":
            yield Decimal(int("".join(wrong))) * step(figure)


def far(figure: Figure, value: Decimal, share: str, least: int) -> bool:
    """The value is off by this share of the figure and by so many steps of its last digit."""
    return abs(value - figure.low) >= max(figure.low * Decimal(share), least * step(figure))


def altered(figure: Figure, value: Decimal) -> Figure:
    """The figure with another value, written in digits."""
    return replace(figure, low=value, high=value)


def wrong_counts(rng: Random, figure: Figure, share: str) -> Iterator[Figure]:
    """The figure with slipped values well off the true one."""
    return (altered(figure, value) for value in slips(rng, figure) if far(figure, value, share, 2))


def wrong_rates(rng: Random, figure: Figure, most: Decimal) -> Iterator[Figure]:
    """A percentage or multiple with slipped values, off by more than a point (or 0.3 of a multiple) and a tenth."""
    gap = Decimal("1.2") if figure.unit == "%" else Decimal("0.3")
    sizes = (round(gap * Decimal(rng.uniform(1.1, 7)) / step(figure)) * step(figure) for _ in range(6))
    moves = (figure.low + rng.choice((-1, 1)) * size for size in sizes)
    for value in (*list(slips(rng, figure))[:6], *moves):
        if 0 < value < most and abs(value - figure.low) >= max(gap, 3 * step(figure), figure.low / 12):
            yield altered(figure, value)


# One error of each kind: candidates of (figures replaced, scheme)

Candidate = tuple[Figure, Scheme]


def scheme(kind: str, link: Link, old: Figure) -> Scheme:
    """The scheme of an error in one link."""
    return Scheme(kind, link.keys, old.key, spell(old))


def digits_shown(figure: Figure) -> bool:
    """Written in digits with an exact value, so that a slip of the pen can befall it."""
    return figure.way in ("plain", "wan", "yi") and figure.approx == "exact" and figure.low == figure.high


def broken_sums(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """A total or part that no longer adds up, off by a hundredth of the total and twice what rounding could do."""
    if link.kind != "sum" or link.total is None:
        return
    least = max(figures[link.total].low / 100, sum(step(figures[key]) for key in link.keys))
    for key in rng.sample(link.keys, len(link.keys)):
        old = figures[key]
        for new in wrong_counts(rng, old, "0.02") if digits_shown(old) else ():
            if abs(new.low - old.low) >= least:
                yield new, scheme("broken_sum", link, old)


def exceeding_parts(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """A part larger than its total by 8 to 90 per cent, and beyond what a vague total may mean."""
    if link.kind != "part_le" or link.total is None:
        return
    total, vague = figures[link.total].low, figures[link.total].approx != "exact"
    for key in rng.sample(link.parts, len(link.parts)):
        value = Decimal(round(total * Decimal(rng.uniform(1.3 if vague else 1.08, 1.9)))) + 2
        pair = Link("part_le", link.total, (key,))
        if figures[key].unit != "元":
            yield replace(figures[key], low=value, high=value, way="plain"), scheme("part_exceeds", pair, figures[key])


def turned(figure: Figure) -> Figure:
    """The figure with the other direction."""
    return replace(figure, direction="up" if figure.direction == "down" else "down")


def differing(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """A percentage or multiple that does not fit its two numbers, or whose direction is the wrong one."""
    key = {"ratio": link.total, "change": link.parts[-1]}.get(link.kind)
    if key is None or not digits_shown(figures[key]) or figures[key].unit not in ("%", "倍"):
        return
    old = figures[key]
    if link.kind == "change" and old.unit == "%" and rng.random() < 0.25:
        word = "下降" if old.direction == "down" else "上升"
        yield turned(old), Scheme("differs", link.keys, old.key, word + spell(old))
    most = Decimal(100) if link.kind == "ratio" and old.unit == "%" else Decimal(900)
    for new in wrong_rates(rng, old, most):
        yield new, scheme("differs", link, old)


def restated(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """One of two statements of the same thing, off by 3 per cent at least."""
    if link.kind != "same" or any(not digits_shown(figures[key]) for key in link.parts):
        return
    for key in rng.sample(link.parts, 2):
        for new in wrong_counts(rng, figures[key], "0.03"):
            if new.unit != "%" or new.low < 100:
                yield new, scheme("restated", link, figures[key])


def in_per_cent(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """A rate's change in % where points are meant, the growth of the rate being clearly another."""
    if link.kind not in ("change", "pointed") or figures[link.parts[-1]].unit != "个百分点":
        return
    points, rate = figures[link.parts[-1]], figures[link.keys[0]]
    base = rate.low - signed(points)
    if abs(points.low / base * 100 - points.low) >= max(Decimal("0.2"), 3 * step(points)):
        yield replace(points, measure="%"), scheme("points", link, points)


def impossible(rng: Random, link: Link, figures: Figures) -> Iterator[Candidate]:
    """A fall by so many times."""
    if link.kind not in ("change", "list_align", "fall"):
        return
    for key in link.parts[-1:]:
        old = figures[key]
        if old.unit == "%" and old.direction == "down" and old.rate in ("yoy", "change") and digits_shown(old):
            times = Decimal(rng.randint(11, 42)).scaleb(-1)
            whole = times == times.to_integral_value()
            new = replace(altered(old, times), measure="倍", rate="multiple", places=0 if whole else 1)
            keys = link.keys if link.kind == "change" else (key,)
            yield new, Scheme("impossible", keys, key, spell(old))


PLANTERS: dict[str, Callable[[Random, Link, Figures], Iterator[Candidate]]] = {
    "broken_sum": broken_sums,
    "part_exceeds": exceeding_parts,
    "differs": differing,
    "restated": restated,
    "points": in_per_cent,
    "impossible": impossible,
}


# Putting an error in place


def with_figure(piece: Piece, new: Figure) -> Piece:
    """The piece with a figure replaced, and the direction word before it turned to match."""
    parts: list[Part] = list(piece.parts)
    for index, part in enumerate(parts):
        if isinstance(part, Figure) and part.key == new.key:
            parts[index] = new
            before = parts[index - 1] if index else ""
            if isinstance(before, Turn) and new.direction != "none":
                parts[index - 1] = replace(before, up=new.direction == "up")
    return replace(piece, parts=tuple(parts))


def turnable(piece: Piece, old: Figure, new: Figure) -> bool:
    """The change of direction can be written: none is needed, or a direction word stands right before the figure."""
    if old.direction == new.direction:
        return True
    at = piece.parts.index(old)
    return at > 0 and isinstance(piece.parts[at - 1], Turn)


def fits(ground: Ground, old: Figure, new: Figure, wanted: Scheme) -> bool:
    """The replaced figure breaks links among the scheme's own figures only, and can be written."""
    after = {**ground.figures, new.key: new}
    broken = [link for link in ground.links if not holds(link, after) and old.key in link.keys]
    meant = [link for link in broken if set(wanted.keys) <= set(link.keys)]
    home = next(piece for piece in ground.pieces if old.key in piece.figures)
    lone = wanted.kind == "impossible" and len(wanted.keys) == 1
    return (bool(meant) or lone) and len(broken) == len(meant) <= 1 and turnable(home, old, new)


def falls(ground: Ground) -> Iterable[Link]:
    """Falls in per cent that no link binds, as links of their own."""
    bound = {key for link in ground.links for key in link.keys}
    return (Link("fall", None, (key,)) for key in ground.figures if key not in bound)


def candidates(rng: Random, ground: Ground, kind: str) -> Iterator[Candidate]:
    """Candidates of a kind over all untouched links, in chance order."""
    links = [*ground.links, *(falls(ground) if kind == "impossible" else ())]
    figures = ground.figures
    for link in rng.sample(links, len(links)):
        if not ground.homes(link) & ground.touched:
            yield from PLANTERS[kind](rng, link, figures)


def plant(rng: Random, ground: Ground, kind: str) -> Scheme | None:
    """Plant one error of the kind in place; None when no sentence of the report can bear it."""
    figures = ground.figures
    for new, wanted in candidates(rng, ground, kind):
        if fits(ground, figures[new.key], new, wanted):
            ground.pieces = [with_figure(p, new) if new.key in p.figures else p for p in ground.pieces]
            ground.touched |= ground.homes(Link("", None, wanted.keys))
            return wanted
    return None

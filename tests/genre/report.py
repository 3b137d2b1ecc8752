"""Composing a report: sections of sentences, errors planted on demand, text laid out with its truth."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from genre import sentences
from genre.bodies import BODIES, Body
from genre.figures import Figure, Piece
from genre.planting import KINDS, Ground, Scheme, holds, plant
from genre.registry import FORMS, Form, write
from genre.scene import ExhaustedError, Scene
from genre.style import Sheet, chosen_style

__all__ = ["Composed", "Planted", "Truth", "compose", "sentences"]

CHINESE = "一二三四五六七八九十"
Span = tuple[int, int]
Relation = tuple[str, int | None, tuple[int, ...], bool]

OPENINGS = (
    "{year}年，在市委和上级政法部门领导下，全市政法机关以平安{city}建设为主线，防风险、保稳定、护民生、促发展，各项工作取得新成效。",
    "过去的一年，全市政法战线深入落实平安建设部署，统筹发展和安全，社会治安持续向好，群众获得感不断增强。现将{year}年工作情况报告如下。",
    "{year}年以来，全市政法各单位围绕中心、服务大局，聚力攻坚克难，较好完成了年度目标任务。",
)
CLOSINGS = (
    "同时也要看到，工作中仍有短板：风险隐患交织叠加，案多人少矛盾突出，数据共享不够顺畅，需在今后着力解决。",
    "对照新形势新要求，政法工作还存在不少差距，基础性、源头性问题有待破解。",
)
TITLES = ("{city}{year}年政法工作情况报告", "{city}{year}年度平安建设工作总结", "关于{city}{year}年政法公安工作的报告")


@dataclass(frozen=True)
class Truth:
    """A claimed number, text[start:end] == text.

    value is in plain units (元, 件, 12.8 for 12.8%), a pair for a range; unit, approx, rate and direction are in the
    words of the labelling guide; plan marks a target for the future.
    """

    start: int
    end: int
    text: str
    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    approx: str
    rate: str
    direction: str
    plan: bool = False


@dataclass(frozen=True)
class Planted:
    """One planted error: kind, spans of all figures involved in text order, the altered one, its sound reading."""

    kind: str
    spans: tuple[Span, ...]
    altered: Span
    sound: str


@dataclass(frozen=True)
class Composed:
    """A report with its truth.

    truths in text order; apart: spans of numbers that claim nothing; relations: (type, start of the total or None,
    starts of the parts, holds); repeats: (start, start, holds) of things stated twice; forms: names of the
    sentence forms in text order. In "ratio" the total is the quotient, the parts numerator and denominator (in per
    cent a hundredfold); in "change" the total is the new value, the parts the old one and the change; an old one with a
    direction of its own is the difference instead of the old value.
    """

    text: str
    truths: tuple[Truth, ...]
    apart: tuple[Span, ...]
    relations: tuple[Relation, ...]
    planted: tuple[Planted, ...]
    repeats: tuple[tuple[int, int, bool], ...]
    forms: tuple[str, ...]
    year: int


@dataclass
class Section:
    """One part of a report: its body (None for the opening and the end), heading and sentences."""

    body: Body | None
    heading: str
    pieces: list[Piece] = field(default_factory=list)


def in_chance_order(rng: Random) -> list[Form]:
    """All forms shuffled, those of few bodies somewhat likelier to come early."""
    return sorted(FORMS.values(), key=lambda form: rng.random() ** (1 + (len(BODIES) - len(form.bodies)) / 12))


class Desk:
    """A report under way: its sections, the forms not yet used, the sentences kept for the end."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.unused = in_chance_order(scene.rng)
        bodies = scene.rng.sample(BODIES, scene.rng.randint(4, 6))
        self.sections = [Section(body, scene.pick(*body.heading)) for body in bodies]
        self.end = Section(None, scene.pick("总体成效与下步打算", "存在问题和努力方向"))

    @property
    def size(self) -> int:
        """The number of sentences so far."""
        return sum(len(section.pieces) for section in (*self.sections, self.end))

    def grow(self, section: Section) -> bool:
        """Add a sentence of an unused form to a section; False when none can be written any more."""
        assert section.body is not None
        for form in [form for form in self.unused if section.body in form.bodies]:
            self.unused.remove(form)
            with suppress(ExhaustedError):
                here, *later = write(form, self.scene, section.body)
                section.pieces.append(here)
                self.end.pieces += later
                return True
        return False

    def fill(self, size: int) -> None:
        """Sentences for all sections in turn, each section's after one another."""
        share, rest = divmod(size, len(self.sections))
        for number, section in enumerate(self.sections):
            self.scene.named = False
            while len(section.pieces) < share + (number < rest) and self.grow(section):
                pass

    def plant(self, kinds: list[str]) -> list[Scheme]:
        """Errors of these kinds, adding a sentence where none can bear one."""
        ground = Ground([piece for section in self.sections for piece in section.pieces] + self.end.pieces)
        rng = self.scene.rng
        schemes = [plant(rng, ground, kind) or self.extend(ground, kind) for kind in kinds]
        self.take_back(ground)
        return schemes

    def extend(self, ground: Ground, kind: str) -> Scheme:
        """Add a sentence that can bear an error of the kind, in any form, and plant the error in it."""
        pairs = [(section, form) for section in self.sections for form in FORMS.values() if section.body in form.bodies]
        for section, form in self.scene.rng.sample(pairs * 3, 3 * len(pairs)):
            used = set(self.scene.used)
            if (tried := self.trial(section, form, kind)) is not None:
                ground.add(tried[0])
                return tried[1]
            self.scene.used = used
        raise ValueError(f"no sentence is left that could bear an error: {kind}")

    def trial(self, section: Section, form: Form, kind: str) -> tuple[Ground, Scheme] | None:
        """A sentence of the form with an error of the kind, added to its section; None when that cannot be."""
        assert section.body is not None
        try:
            fresh = Ground(write(form, self.scene, section.body))
        except ExhaustedError:
            return None
        if (scheme := plant(self.scene.rng, fresh, kind)) is None:
            return None
        section.pieces.append(fresh.pieces[0])
        self.end.pieces += fresh.pieces[1:]
        return fresh, scheme

    def take_back(self, ground: Ground) -> None:
        """Put the pieces planted in back into their sections."""
        altered = {key: piece for piece in ground.pieces for key in piece.figures}
        for section in (*self.sections, self.end):
            section.pieces = [altered[next(iter(p.figures))] if p.figures else p for p in section.pieces]


class Layout:
    """Writing the sections of a desk on a sheet."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        self.desk = desk
        self.sheet = sheet
        self.scene = desk.scene

    def line(self, text: str) -> None:
        """One line of plain text with the year and the city filled in."""
        self.sheet.literal(text.format(year=self.scene.year, next=self.scene.year + 1, city=self.scene.city))
        self.sheet.write("\n")

    def write(self) -> None:
        """The whole report."""
        rng, indent = self.scene.rng, self.sheet.style.indent
        self.line(rng.choice(TITLES))
        self.line(f"（{{next}}年{rng.randint(1, 2)}月{rng.randint(3, 27)}日）")
        self.line(indent + rng.choice(OPENINGS))
        for number, section in enumerate((*self.desk.sections, self.desk.end)):
            self.line(f"{CHINESE[number]}、{section.heading}")
            self.paragraphs(section.pieces)
        self.line(indent + rng.choice(CLOSINGS))

    def paragraphs(self, pieces: list[Piece]) -> None:
        """Sentences in paragraphs of two to five."""
        while pieces:
            size = self.scene.rng.randint(2, 5)
            self.paragraph(pieces[:size])
            pieces = pieces[size:]

    def paragraph(self, pieces: list[Piece]) -> None:
        """One paragraph; a full stop inside it becomes a semicolon now and then."""
        self.sheet.write(self.sheet.style.indent)
        for piece in pieces:
            *parts, last = piece.parts
            joined = piece is not pieces[-1] and self.scene.maybe(0.12)
            for part in (*parts, last.replace("。", "；") if joined and isinstance(last, str) else last):
                self.sheet.part(part)
        self.sheet.write("\n")


def truth(figure: Figure, span: Span, text: str) -> Truth:
    """The truth of one figure placed at a span of the text."""
    words = (figure.unit, figure.approx, figure.rate, figure.direction)
    return Truth(*span, text[slice(*span)], figure.value, *words, plan=figure.plan)


def planted(scheme: Scheme, spans: dict[int, Span]) -> Planted:
    """A scheme with its keys turned into spans."""
    return Planted(scheme.kind, tuple(sorted(spans[key] for key in scheme.keys)), spans[scheme.altered], scheme.sound)


KEPT = ("sum", "part_le", "ratio", "change", "stack", "list_align")


def relations(ground: Ground, spans: dict[int, Span]) -> tuple[Relation, ...]:
    """The links of a placed draft as relations between starts."""
    found: list[Relation] = []
    for link in ground.links:
        total, parts = None if link.total is None else spans[link.total][0], tuple(spans[key][0] for key in link.parts)
        if link.kind in KEPT:
            found.append((link.kind, total, parts, holds(link, ground.figures)))
    return tuple(found)


def repeats(ground: Ground, spans: dict[int, Span]) -> tuple[tuple[int, int, bool], ...]:
    """The things stated twice, as pairs of starts."""
    pairs = [(link.parts, holds(link, ground.figures)) for link in ground.links if link.kind == "same"]
    return tuple((spans[first][0], spans[second][0], true) for (first, second), true in pairs)


def composed(desk: Desk, sheet: Sheet, schemes: list[Scheme]) -> Composed:
    """The text on the sheet with everything that is known about it."""
    ground = Ground([piece for section in (*desk.sections, desk.end) for piece in section.pieces])
    spans, text = sheet.figures, sheet.text
    truths = sorted(
        (truth(fig, spans[key], text) for key, fig in ground.figures.items()), key=lambda claim: claim.start
    )
    errors = sorted((planted(scheme, spans) for scheme in schemes), key=lambda error: error.spans)
    known = (tuple(truths), tuple(sheet.apart), relations(ground, spans), tuple(errors), repeats(ground, spans))
    return Composed(text, *known, forms=tuple(piece.form for piece in ground.pieces), year=desk.scene.year)


def wanted_kinds(rng: Random, errors: int) -> list[str]:
    """So many kinds, each once before any comes again."""
    kinds: list[str] = []
    while len(kinds) < errors:
        kinds += rng.sample(KINDS, len(KINDS))
    return kinds[:errors]


def compose(seed: int, errors: int = 0) -> Composed:
    """The report of a seed, with so many errors planted; the same seed and number give the same report."""
    rng = Random(seed)
    desk = Desk(Scene(rng))
    desk.fill(rng.randint(20, max(20, 25 - errors)))
    schemes = desk.plant(wanted_kinds(rng, errors))
    rng.shuffle(desk.end.pieces)
    sheet = Sheet(chosen_style(rng), rng)
    Layout(desk, sheet).write()
    return composed(desk, sheet, schemes)

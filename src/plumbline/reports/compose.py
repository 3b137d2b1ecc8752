"""From a plan to the report: every slot read and printed, every other number refused."""

from collections.abc import Iterator, Sequence
from itertools import count

from plumbline.errors import PlanError, Words
from plumbline.figures.change import Change, why_not
from plumbline.figures.shapes import Reading
from plumbline.records import SCOPES
from plumbline.reports import dates
from plumbline.reports.asking import Catalogue, Question, Read, earlier, question
from plumbline.reports.changes import Judge, require_agreement, sentence
from plumbline.reports.charted import charted, readings_of
from plumbline.reports.composed import Composed, Level, Number, Paragraph, Run
from plumbline.reports.literals import refuse_numbers
from plumbline.reports.plan import Plan, Said, Section, Setting, Sketch
from plumbline.reports.printing import Asked, printed
from plumbline.reports.slots import PERIOD, Slot, pieces

_CHINESE = "一二三四五六七八九十"


def compose(plan: Plan, catalogue: Catalogue, read: Read, language: str = "zh", judge: Judge | None = None) -> Composed:
    """Return the report that ``plan`` describes, in ``language`` ("zh" or "en"), each number read through ``read``.

    ``judge`` judges the changes of figures that chance moves, of which a report may say no more than can be told.
    Raises PlanError for a number that is no reading, a figure, scope, period or form that is not known, a sentence that
    lacks its words in ``language`` or says of a change what it was not; and whatever ``read`` and ``judge`` raise.
    """
    paragraphs = tuple(_Writer(plan, catalogue, read, language, judge).paragraphs())
    readings = [reading for p in paragraphs for run in p.runs if isinstance(run, Number) for reading in run.readings]
    readings += [reading for p in paragraphs if p.chart for reading in p.chart.readings]
    if not readings:
        what = Words("没有一个读数", "has no reading in it")
        raise PlanError(plan.name, what, Words("请写入至少一个 {指标}", "Write at least one {line.figure}"))
    if len({(reading.size, reading.root) for reading in readings}) > 1:
        raise ValueError("readings of one report must be as of one checkpoint")
    return Composed(plan.head, language, paragraphs, readings[0].size, readings[0].root)


def slots_of(plan: Plan) -> int:
    """Return how many readings ``plan`` asks for in one language, a change counted once: for a progress bar."""
    said = [*plan.paragraphs, *(s for section in plan.sections for s in _all(section))]
    charts = sum(readings_of(sketch) for section in plan.sections for sketch in _sketches(section))
    return charts + sum(
        isinstance(piece, Slot) and piece.figure != PERIOD for s in said for piece in pieces(s.words.zh, s.where)
    )


def _sketches(section: Section) -> Iterator[Sketch]:
    yield from section.charts
    for inner in section.sections:
        yield from _sketches(inner)


def _all(section: Section) -> Iterator[Said]:
    yield from (section.heading, *section.paragraphs, *(sketch.caption for sketch in section.charts))
    for inner in section.sections:
        yield from _all(inner)


class _Writer:
    def __init__(self, plan: Plan, catalogue: Catalogue, read: Read, language: str, judge: Judge | None) -> None:
        self._plan, self._catalogue, self._read, self._language = plan, catalogue, read, language
        self._judge = judge
        self._numbers, self._known = count(1), dict[Question, Reading]()

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from (self._paragraph(said, self._plan.setting) for said in self._plan.paragraphs)
        yield from self._sections(self._plan.sections, ())

    def _sections(self, sections: Sequence[Section], above: tuple[int, ...]) -> Iterator[Paragraph]:
        for number, section in enumerate(sections, 1):
            place = (*above, number)
            heading = self._paragraph(section.heading, section.setting)
            yield Paragraph(_level(place), (_ordinal(place, self._language), *heading.runs, *self._aim(section)))
            yield from (self._paragraph(said, section.setting) for said in section.paragraphs)
            yield from (self._chart(sketch) for sketch in section.charts)
            yield from self._sections(section.sections, place)

    def _chart(self, sketch: Sketch) -> Paragraph:
        caption = self._paragraph(sketch.caption, sketch.setting)
        return caption._replace(chart=charted(sketch, self._catalogue, self._reading))

    def _aim(self, section: Section) -> Iterator[Run]:
        """Print a focus area's aim after its heading: 聚焦……　提升……."""
        if section.aim.zh:
            said = Said(f"{section.heading.where}, aim", section.aim)
            yield "　" if self._language == "zh" else ": "
            yield from self._paragraph(said, section.setting).runs

    def _paragraph(self, said: Said, setting: Setting) -> Paragraph:
        words, where = said.words.in_(self._language), f"{said.where} ({self._language})"
        if not words:
            what = Words("没有文字", "has no words")
            raise PlanError(where, what, Words("请写上，或换一种语言", "Write them, or choose the other language"))
        return Paragraph(0, tuple(self._agreeing(words, setting, where)))

    def _agreeing(self, words: str, setting: Setting, where: str) -> Iterator[Run]:
        said = ""
        for piece in pieces(words, where):
            said = sentence(said, piece) if isinstance(piece, str) else said
            runs = tuple(self._runs(piece, setting, where))
            require_agreement(said, runs, where)
            yield from runs

    def _runs(self, piece: str | Slot, setting: Setting, where: str) -> Iterator[Run]:
        if isinstance(piece, str):
            refuse_numbers(piece, self._plan.names, where)
            yield piece
        elif piece.figure == PERIOD:
            yield dates.period(setting.period).in_(self._language)
        else:
            yield from self._number(piece, setting, f"{where}, {{{piece.written}}}")

    def _number(self, slot: Slot, setting: Setting, where: str) -> Iterator[Run]:
        asked = question(slot, setting, self._catalogue, where)
        before = earlier(asked, slot, where)
        reading, base = self._reading(asked), self._reading(before) if before else None
        change = self._judged(reading, base) if base else None
        shown = printed(Asked(reading, base, slot.options, self._language, where, change))
        number = Number(next(self._numbers), shown, reading, base, where)
        yield from self._named(asked, number) if slot.named else (number,)

    def _named(self, asked: Question, number: Number) -> tuple[Run, Run]:
        if self._language == "zh":
            return asked.figure.phrase(asked.scope).zh, number
        scope = SCOPES[asked.scope].en if asked.scope else ""
        return number, f" {asked.figure.phrase(scope).en}"

    def _judged(self, reading: Reading, base: Reading) -> Change | None:
        """Judge the change of a figure that chance moves; None for others."""
        if not reading.figure.chance or why_not(reading.figure):
            return None
        if self._judge is None:
            raise ValueError(f"{reading.figure.id}: a change of what chance moves needs a judge")
        return self._judge(reading, base)

    def _reading(self, asked: Question) -> Reading:
        if asked not in self._known:
            self._known[asked] = self._read(asked)
        return self._known[asked]


def _level(place: tuple[int, ...]) -> Level:
    levels: tuple[Level, ...] = (1, 2, 3, 4)
    return levels[len(place) - 1]


def _ordinal(place: tuple[int, ...], language: str) -> str:
    """Return what stands before a heading: 一、（一）1.（1） in Chinese, 1. 1.1 1.1.1 in English."""
    if language != "zh":
        return f"{'.'.join(map(str, place))}{'.' if len(place) == 1 else ''} "
    number = place[-1]
    return (f"{_spoken(number)}、", f"（{_spoken(number)}）", f"{number}.", f"（{number}）")[len(place) - 1]


def _spoken(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens - 1]}十"
    return before + (_CHINESE[ones - 1] if ones else "")

"""A limit as it is declared: its articles, its length, who may extend it by how much, in words and in code."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from plumbline.errors import Words
from plumbline.law.editions import CPL, Cited, Tag
from plumbline.law.levels import Approver
from plumbline.law.units import Days, Hours, Length, MonthRule, Months, WorkingDays

Sort = Literal["custody", "case", "measure", "duty"]
"""What running over means: a person held too long (超期羁押), a case taking too long, a measure lasting too long, a duty
done late."""
SORTS = {
    "custody": Words("超期羁押", "over-long custody"),
    "case": Words("超办案期限", "case over its limit"),
    "measure": Words("措施超期", "measure over its term"),
    "duty": Words("逾期履行", "duty late"),
}


@dataclass(frozen=True, slots=True)
class Extension:
    """More time, if one of ``approvers`` grants it (anyone, where the article names none); a grant by others is void.

    Each grant gives ``n`` times ``length``, ``n`` from 1 to ``most`` as recorded; ``times`` is how often it may be
    granted (None: again and again). ``after`` names the extension that must have been granted before.
    """

    name: str
    en: str
    length: Length
    approvers: tuple[Approver, ...] = ()
    article: Cited | None = None
    file_before: Days | None = None
    times: int | None = 1
    most: int = 1
    after: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time that an article gives from one event to another.

    ``at_most`` is the outermost end where the article has one beside ``length``; with ``at_most_when`` only for clocks
    marked ``longer``. ``holidays``: whether a day off may move the end (of a clock against someone in custody it never
    does). ``by_the_clock``: whether days of detention are also read as full 24 hours. ``month_rules``: which rules on
    months bind who counts. ``warn``: days before the end from which it falls due. ``clocks`` takes the tables of its
    lines and a day. ``days_by``: the articles on the day a period begins on and on a last day that is a day off.
    """

    line: str
    name: str
    rule: str
    zh: str
    en: str
    starts: Words
    stops: Words
    articles: tuple[Cited, ...]
    length: Length
    sort: Sort
    clocks: Callable[..., Any] = field(repr=False, compare=False)
    at_most: Length | None = None
    at_most_when: Words | None = None
    extensions: tuple[Extension, ...] = ()
    holidays: bool = True
    by_the_clock: bool = False
    month_rules: tuple[MonthRule, ...] = ("court", "police")
    warn: int = 7
    tag: Tag = "V"
    counting: Words | None = None
    days_by: tuple[Cited, Cited] = (CPL("105(2)"), CPL("105(4)"))

    @property
    def id(self) -> str:
        """``line.name``."""
        return f"{self.line}.{self.name}"

    @property
    def title(self) -> Words:
        """The limit's name in both languages."""
        return Words(self.zh, self.en)

    @property
    def governing(self) -> Cited:
        """The article that gives the length: its edition says from which day to which the limit holds."""
        return self.articles[0]

    @property
    def in_hours(self) -> bool:
        """Whether the end is a moment, not a day."""
        return isinstance(self.length, Hours)

    def outermost(self, longer: bool) -> Length:
        """Return the length whose end no clock may pass without an extension."""
        if self.at_most is None or (self.at_most_when is not None and not longer):
            return self.length
        return self.at_most


def limit(
    *, rule: str, zh: str, en: str, starts: tuple[str, str], stops: tuple[str, str], article: Cited,
    also: tuple[Cited, ...] = (), at_most_when: tuple[str, str] | None = None, counting: tuple[str, str] | None = None,
    named: str = "", **terms: Any,
) -> Callable[[Callable[..., Any]], Limit]:  # fmt: skip
    """Declare a limit: the decorated function takes the tables of the lines its parameters name and a day.

    It returns the clocks as they stand at the end of that day. ``named`` is
    its name (default: the function's), ``terms`` are the further fields of Limit. Raises
    ValueError where a word lacks, an extension is of another measure than the limit, or days would come before months.
    """

    def declared(clocks: Callable[..., Any]) -> Limit:
        line = clocks.__module__.split(".")[2] if clocks.__module__.startswith("plumbline.lines.") else ""
        when, how = at_most_when and Words(*at_most_when), counting and Words(*counting)
        made = Limit(
            line, named or clocks.__name__, rule, zh, en, Words(*starts), Words(*stops), (article, *also), clocks=clocks,
            at_most_when=when, counting=how, **terms,
        )  # fmt: skip
        _sound(made)
        return made

    return declared


def _sound(made: Limit) -> None:
    if not all((made.rule, made.zh, made.en, *made.starts, *made.stops, made.governing.articles)):
        raise ValueError(f"{made.name}: a limit needs its rule, its names, its events and its article")
    if any(x.after and y.after for x in made.extensions for y in made.extensions if y.name == x.after):
        raise ValueError(f"{made.name}: an extension may need one before it, which needs none itself")
    lengths = [made.length, *(x.length for x in made.extensions)]
    if made.extensions and any(isinstance(each, Hours | WorkingDays) for each in lengths):
        raise ValueError(f"{made.name}: hours and working days have no extensions")
    kinds = [isinstance(each, Months) and not each.half for each in lengths]
    if kinds != sorted(kinds, reverse=True):
        raise ValueError(f"{made.name}: months are counted before days")

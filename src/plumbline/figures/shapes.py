"""The shapes of figures: a figure as it is declared, a reading as it comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from plumbline.errors import Words
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

Rows = Callable[..., "Table"]
Counting = Literal["cases", "persons", "amount"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Which cases count. ``rows`` takes the tables of its line (its first parameter's name) and a Span; it returns rows.

    ``zh`` and ``en`` are the phrase a report prints and a claim is matched by, with ``{scope}`` where a scope's name
    goes; ``also`` lists other Chinese wordings. ``unit`` counts cases (or, with ``amount``, what that column sums: its
    name says the unit). ``persons`` tells that the same rows also count persons (人). ``among`` makes it a share: the
    figure whose rows contain these; ``per`` a ratio to a figure that need not (it may pass 100 %). ``stock``
    marks a figure that stands at the end of a period, not over it; ``over`` one whose rows are a stock's and that still
    speaks of the whole period (受理（含旧存）, a rate of it). ``body`` are words by which reports name the bodies
    that it speaks of (审判机关, 法院). ``daily`` makes it a mean over the days of the period (日均). ``chance`` says that it
    counts events which chance brings (accidents), so that a report may say they fell only where more than chance shows it;
    ``group`` is what reports call it together with others (四项指标).
    """

    line: str
    name: str
    zh: str
    en: str
    unit: str
    leaves_out: Words
    rows: Rows
    definition: Words
    also: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    amount: str = ""
    persons: bool = False
    stock: bool = False
    among: "Figure | None" = None
    per: "Figure | None" = None
    over: bool = False
    daily: bool = False
    chance: bool = False
    group: str = ""

    @property
    def stands(self) -> bool:
        """Whether it says how things stand at the end of a period, not what it was over the period."""
        return self.stock and not self.over

    @property
    def id(self) -> str:
        """``line.name``."""
        return f"{self.line}.{self.name}"

    @property
    def countings(self) -> tuple[Counting, ...]:
        """What its rows can be counted as; the first is what it counts unless told. What is told in 人 counts persons only."""
        own: tuple[Counting, ...] = ("amount",) if self.amount else ("cases",)
        if self.persons and not self.amount and self.unit == "人":
            return ("persons",)
        return (*own, "persons") if self.persons else own

    @property
    def base(self) -> "Figure | None":
        """The figure it is divided by: ``among``, whose rows contain its own, or ``per``, whose rows need not."""
        return self.among or self.per

    def phrase(self, scope: str = "") -> Words:
        """The figure's words for a scope: ``受理涉黑涉恶案件``."""
        return Words(self.zh.replace("{scope}", scope), self.en.replace("{scope}", scope).strip())


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure's value for a period and a scope, as of a checkpoint, in whole numbers: ``numerator / denominator``.

    ``size`` is the ledger's size it was read at, ``root`` that checkpoint's root ("" where none was sealed). ``tokens``
    and ``headcount`` say how persons were counted: by token, by headcounts summed. ``erased`` counts records of the
    kinds read that were erased by order.
    """

    figure: Figure
    counting: Counting
    unit: str
    period: Span
    scope: str
    body: str
    numerator: int
    denominator: int
    size: int
    root: str = ""
    tokens: int = 0
    headcount: int = 0
    erased: int = 0

    @property
    def value(self) -> Fraction:
        """The exact value in ``unit``: for money in 元, fen over 100; for a share in %, a hundredfold."""
        scale = {"%": Fraction(100), "元": Fraction(1, 100)}.get(self.unit, Fraction(1))
        return Fraction(self.numerator, self.denominator or 1) * scale


def unit_of(figure: Figure, counting: Counting) -> str:
    """Return the unit of a reading: the figure's own; 人 for persons, except in a share."""
    return "人" if counting == "persons" and figure.unit != "%" else figure.unit


def figure(
    *,
    zh: str,
    en: str,
    unit: str,
    leaves_out: tuple[str, str],
    also: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    amount: str = "",
    persons: bool = False,
    stock: bool = False,
    among: Figure | None = None,
    per: Figure | None = None,
    over: bool = False,
    daily: bool = False,
    chance: bool = False,
    group: str = "",
) -> Callable[[Callable[..., Any]], Figure]:
    """Declare a figure: the decorated function returns the rows that count; its docstring says in zh and en which.

    The docstring's first line is the Chinese definition, its last the English. Raises ValueError where words lack.
    """

    def declared(rows: Callable[..., Any]) -> Figure:
        said = [line.strip() for line in (rows.__doc__ or "").splitlines() if line.strip()]
        if len(said) < 2 or not all(leaves_out) or not zh or not en:
            raise ValueError(f"{rows.__name__}: a figure needs its definition and what it leaves out, in zh and en")
        line = rows.__module__.split(".")[-2]
        out, meaning = Words(*leaves_out), Words(said[0], said[-1])
        words = (line, rows.__name__, zh, en, unit, out, rows, meaning, also, body)
        return Figure(*words, amount, persons, stock, among, per, over, daily, chance, group)

    return declared

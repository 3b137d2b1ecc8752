"""Why a claim has no single answer, or which of two was taken, in one sentence of each language."""

from collections.abc import Iterable

from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.shapes import Figure
from plumbline.periods import Span

TARGET = Words("这是目标，记录只说已经发生的事。", "This is a target; records tell only what has happened.")
AVERAGE = Words(
    "没有按日、按月、按人平均或按倍数计的指标。", "No figure counts averages by day, month or head, or multiples."
)
OTHER_BASE = Words(
    "这是变化数，所比的基数不是上年同期或没有写明。",
    "This is a change, and its base is not the same time of the year before, or is not named.",
)
RESPECTIVELY = Words(
    "几个变化数用“分别”并列，哪个对哪个没有写明。",
    "Several changes are listed (分别), and which belongs to which is not said.",
)
BARE = Words(
    "句中没有写明所计的是哪类案件，无法确定与哪个口径对照。",
    "The words do not say which class of cases is counted, so there is no telling which scope to hold it against.",
)
ANY_CLASS = Words(
    "没有写明是刑事案件；账内只有刑事案件，不能代表各类案件。",
    "The words do not say that criminal cases are meant; this book has no others, and cannot stand for cases of all kinds.",
)
NOT_A_YEAR = Words("期间长于一年，无法与上年同期相比。", "The period is longer than a year: no year before compares.")
NO_BASE = Words("基数为零，比率没有意义。", "The base is nought, so there is no rate.")
POINTS_OR_PERCENT = Words(
    "比率的变化写作百分比，可指百分点，也可指相对变化。",
    "A rate's change is given in %; that may mean percentage points or a change relative to the rate.",
)
CAMPAIGN = Words("扫黑除恶", "the campaign against organised crime")


def not_kept(why: Words) -> Words:
    """Say that no record is kept of a matter: ``why`` is what the record would hold."""
    zh = f"本账不作此类记录：不记{why.zh}。"
    return Words(zh, f"No record is kept of this: the book does not hold {why.en}.")


def no_figure(claim: Claim) -> Words:
    """Say that nothing counts this."""
    words = claim.counted or claim.text
    return Words(f"没有计“{words}”的指标。", f"No figure counts “{words}”.")


def nearest(claim: Claim, figure: Figure) -> Words:
    """Say that nothing counts this, and what comes nearest."""
    zh = f"没有计“{claim.counted}”的指标；最近的是“{title(figure)}”，用语不同，不作对照。"
    en = f"No figure counts “{claim.counted}”; the nearest, “{title(figure)}”, has other words and is not compared."
    return Words(zh, en)


def other_body(claim: Claim, figure: Figure) -> Words:
    """Say that the words are those of a figure, and the body is not."""
    zh = f"“{title(figure)}”是{'、'.join(figure.body[:1])}的指标，文中的主体是“{claim.who}”。"
    return Words(zh, f"“{title(figure)}” is a figure of {figure.body[0]}; the text speaks of “{claim.who}”.")


def other_unit(claim: Claim, figure: Figure) -> Words:
    """Say that the figure counts in another unit."""
    units = "、".join([figure.unit, *(["人"] if figure.persons and figure.unit != "人" else [])])
    unit = claim.unit_written or claim.unit or claim.text
    zh = f"“{title(figure)}”按{units}计，文中按“{unit}”计，不能对照。"
    return Words(zh, f"“{title(figure)}” counts in {units}; the text counts in “{unit}”: they cannot be compared.")


def several(claim: Claim, figures: Iterable[Figure]) -> Words:
    """Say that the words fit several figures."""
    listed = "、".join(f"{title(f)}（{f.id}）" for f in figures)
    ids = ", ".join(f"{title(f)} ({f.id})" for f in figures)
    return Words(f"“{claim.counted}”可指几个指标：{listed}。", f"“{claim.counted}” may mean several figures: {ids}.")


def together(claim: Claim, figures: Iterable[Figure]) -> Words:
    """Say that one number is given for two stages."""
    listed = "、".join(f"{title(f)}（{f.id}）" for f in figures)
    zh = f"“{claim.counted}”把几个环节合成一个数：{listed}，账内分别计。"
    return Words(zh, f"“{claim.counted}” gives one number for several stages, which the book counts apart: {listed}.")


def narrowed(words: str) -> Words:
    """Say that the sentence counts within something that is no scope."""
    zh = f"句中“{words}”限定了所计的口径，账内不按此分类。"
    return Words(zh, f"“{words}” narrows what the sentence counts to a class that the book does not tell apart.")


def unknown_scope(scope: str) -> Words:
    """Say that the catalogue has no such scope."""
    return Words(f"账内没有“{scope}”这一口径。", f"The book knows no scope “{scope}”.")


def no_period(words: str) -> Words:
    """Say that no definite period can be made out."""
    if not words:
        return Words("文中没有写明期间。", "The text names no period.")
    return Words(f"“{words}”不是确定的期间。", f"“{words}” is no definite period.")


def not_covered(span: Span, covers: Span | None) -> Words:
    """Say that the book's records do not reach over a period."""
    if covers is None:
        return Words("账内还没有记录。", "The book has no records yet.")
    zh = f"所述期间为{days(span)}，账内记录为{days(covers)}。"
    return Words(zh, f"The claim speaks of {span}; the book's records run {covers}.")


def no_line(figure: Figure) -> Words:
    """Say that the line of a figure has no records."""
    zh = f"账内没有“{title(figure)}”所据的记录（{figure.line}）。"
    return Words(zh, f"The book has none of the records “{title(figure)}” rests on ({figure.line}).")


def beyond(who: str) -> Words:
    """Say that a claim speaks of more than the bodies of the book."""
    return Words(f"“{who}”不限于账内的单位", f"“{who}” reaches beyond the bodies of this book")


def any_of_several(who: str) -> Words:
    """Say that a body's name fits several."""
    return Words(f"“{who}”可指多个单位", f"“{who}” may be any of several bodies")


def no_records_of(who: str) -> Words:
    """Say that the book holds no registers of a body."""
    return Words(f"账内没有“{who}”的记录", f"the book has no records of “{who}”")


def title(figure: Figure, scope: str = "") -> str:
    """Return a figure's Chinese phrase."""
    return figure.phrase(scope).zh


def days(span: Span) -> str:
    """Return a period as Chinese text writes it."""
    return f"{span.first}至{span.last}"

"""Why a claim has no single answer, or which of two was taken, in one sentence of each language."""

from collections.abc import Iterable
from datetime import date

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
    "句中没有写明所计的是哪类案件，无法确定与哪个范围对照。",
    "The words do not say which class of cases is counted, so there is no telling which scope to hold it against.",
)
ANY_CLASS = Words(
    "没有写明是刑事案件；账内只有刑事案件，不能代表各类案件。",
    "The words do not say that criminal cases are meant; this book has no others, and cannot stand for cases of all kinds.",
)
TO_PUBLICATION = Words(
    "文中未写截止日，算到落款或发布之日", "no cut-off is stated: reckoned to the day the report bears"
)
NOT_A_YEAR = Words("期间长于一年，无法与上年同期相比。", "The period is longer than a year: no year before compares.")
NO_BASE = Words("基数为零，比率没有意义。", "The base is nought, so there is no rate.")
POINTS_OR_PERCENT = Words(
    "比率的变化写作百分比，可指百分点，也可指相对变化。",
    "A rate's change is given in %; that may mean percentage points or a change relative to the rate.",
)
CAMPAIGN = Words("扫黑除恶", "the campaign against organised crime")
WITH_OLD = Words("“受理”也可含旧存", "受理 may include cases carried over")


def loosely(figure: Figure) -> Words:
    """Say that words for property are used loosely."""
    zh, en = "“资金、资产、财物”常混用", "words for property are used loosely"
    return Words(f"{zh}，也可指“{title(figure)}”", f"{en}: “{title(figure)}” may be meant")


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
    zh = f"句中“{words}”限定了所计的范围，账内不按此分类。"
    return Words(zh, f"“{words}” narrows what the sentence counts to a class that the book does not tell apart.")


def unknown_scope(scope: str) -> Words:
    """Say that the catalogue has no such scope."""
    return Words(f"账内没有“{scope}”这一范围。", f"The book knows no scope “{scope}”.")


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


def carried(scope: str) -> Words:
    """Say that a scope was carried over from earlier in the sentence."""
    return Words(f"范围“{scope}”承前文", f"the scope {scope} is carried over from earlier words")


def of_campaign(scope: str) -> Words:
    """Say that a scope was taken from the campaign the text speaks of."""
    return Words(
        f"所在文字讲扫黑除恶，范围作{scope}解",
        f"the text speaks of the campaign against organised crime: scope {scope}",
    )


def to_year_end(year: int) -> Words:
    """Say that the year's end was taken for the cut-off."""
    return Words(f"文中未写截止日，算到{year}年底", f"no cut-off is stated: reckoned to the end of {year}")


def from_new_year(year: int) -> Words:
    """Say that the year's beginning was taken."""
    return Words(f"自{year}年初算起", f"reckoned from the beginning of {year}")


def since_start(first: date, campaign: bool, end: Words | None) -> Words:
    """Say that a total was reckoned from the campaign's or the book's beginning; ``end`` says what was taken for its end."""
    zh = f"累计数，自{'专项斗争开始' if campaign else '账内最早记录'}（{first}）算起"
    en = f"a running total, from the beginning of the {'campaign' if campaign else 'book'} ({first})"
    return Words(f"{zh}；{end.zh}", f"{en}; {end.en}") if end else Words(zh, en)


def last_year(year: int) -> Words:
    """Say which year 去年 was taken for."""
    return Words(f"“去年”作{year}年解", f"last year is taken to be {year}")


def of_year(year: int) -> Words:
    """Say that the report's year was taken."""
    return Words(f"未写年份，按全文所述的{year}年", f"no year is written here: that of the report, {year}")


def title(figure: Figure, scope: str = "") -> str:
    """Return a figure's Chinese phrase."""
    return figure.phrase(scope).zh


def days(span: Span) -> str:
    """Return a period as Chinese text writes it."""
    return f"{span.first}至{span.last}"

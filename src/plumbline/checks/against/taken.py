"""Which of several ways to take a claim's words was taken, and why."""

from datetime import date

from plumbline.checks.against.saying import title
from plumbline.errors import Words
from plumbline.figures.shapes import Figure

TO_PUBLICATION = Words(
    "文中未写截止日，算到落款或发布之日", "no cut-off is stated: reckoned to the day the report bears"
)
WITH_OLD = Words("“受理”也可含旧存", "受理 may include cases carried over")


def loosely(figure: Figure) -> Words:
    """Say that words for property are used loosely."""
    zh, en = "“资金、资产、财物”常混用", "words for property are used loosely"
    return Words(f"{zh}，也可指“{title(figure)}”", f"{en}: “{title(figure)}” may be meant")


def otherwise(figure: Figure) -> Words:
    """Say that a figure whose words are less near may be meant."""
    return Words(f"也可指“{title(figure)}”", f"“{title(figure)}” may be meant")


def carried(scope: str) -> Words:
    """Say that a scope was carried over from earlier in the sentence."""
    return Words(f"口径“{scope}”承前文", f"the scope {scope} is carried over from earlier words")


def of_campaign(scope: str) -> Words:
    """Say that a scope was taken from the campaign the text speaks of."""
    return Words(
        f"所在文字讲扫黑除恶，口径作{scope}解",
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

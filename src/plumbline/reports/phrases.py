"""The parts of a reading in words: what it counts, when, of which scope, how, exactly how much, as of what."""

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.records import SCOPES, TAGS
from plumbline.reports import dates
from plumbline.reports.rounding import grouped, rounded


def phrase(reading: Reading) -> Words:
    """Return the figure's words with its scope in them: 受理涉黑涉恶案件."""
    return Words(reading.figure.phrase(reading.scope).zh, reading.figure.phrase(scope_in_english(reading.scope)).en)


def within(reading: Reading) -> Words:
    """Return the figure's words, with the body where the reading is of one alone."""
    words = phrase(reading)
    return Words(f"{reading.body}{words.zh}", f"{words.en}{f', {reading.body}' if reading.body else ''}")


def when(reading: Reading) -> Words:
    """Return the period in a few words, the end of it for what stands then."""
    if reading.figure.stands:
        last = dates.day(reading.period.last)
        return Words(f"{last.zh}终了时", f"at the end of {last.en}")
    return dates.period(reading.period)


def period(reading: Reading) -> Words:
    """Return the period in words and in days."""
    words = when(reading)
    return (
        words if reading.figure.stands else Words(f"{words.zh}（{reading.period}）", f"{words.en} ({reading.period})")
    )


def scope(reading: Reading) -> Words:
    """Return the scope and which tags it stands for."""
    if not reading.scope:
        return Words("全部案件", "all cases")
    tags = tagged(reading.scope)
    return Words(f"{reading.scope}（{tags.zh}）", f"{scope_in_english(reading.scope)} ({tags.en})")


def tagged(scope: str) -> Words:
    """Return which tags a scope stands for."""
    tags = "、".join(tag for tag in TAGS if tag in SCOPES[scope].tags)
    return Words(f"带{tags}任一标签", f"tagged with any of {tags}")


def counted(reading: Reading) -> Words:
    """Return how a reading was counted: by cases, by persons and these how, by sums."""
    if reading.counting == "persons":
        return _persons(reading.tokens, reading.headcount)
    if reading.counting == "cases":
        return Words(f"按{reading.unit if reading.unit != '%' else '案件'}计", "one by one")
    en = "amounts" if reading.unit == "元" else "numbers in records"
    return Words("各记录之数相加", f"{en} added up")


def _persons(tokens: int, headcount: int) -> Words:
    if not headcount:
        return Words("按人计，逐人登记", "by persons, entered one by one")
    if not tokens:
        return Words("按人计，按人数登记", "by persons, from headcounts")
    zh = f"按人计，逐人登记{tokens}人，按人数登记{headcount}人"
    return Words(zh, f"by persons, {tokens:,} entered one by one, {headcount:,} from headcounts")


def exactly(reading: Reading) -> Words:
    """Return the exact value: ``1256件``, ``93÷103``, ``2926012345.67元``."""
    if reading.unit == "%":
        return Words(f"{reading.numerator}÷{reading.denominator}", f"{reading.numerator:,} of {reading.denominator:,}")
    if reading.unit == "元":
        yuan = rounded(reading.value, 2)[1]
        return Words(f"{yuan}元", f"{grouped(yuan)} yuan")
    if reading.figure.daily:
        days = reading.denominator
        return Words(f"{reading.numerator}{reading.unit}÷{days}天", f"{reading.numerator:,} in {days} days")
    if reading.denominator != 1:
        return Words(f"{reading.numerator}÷{reading.denominator}", f"{reading.numerator:,} / {reading.denominator:,}")
    return Words(f"{reading.numerator}{reading.unit}", f"{reading.numerator:,}")


def as_of(size: int, root: str) -> Words:
    """Return the checkpoint a report was read at, in words."""
    if root:
        return Words(f"总账前{size}条，根{root}", f"ledger size {size}, root {root}")
    return Words(f"总账前{size}条，尚未封账", f"ledger size {size}, not sealed")


def erased(reading: Reading) -> Words:
    """Return how many records of the kinds read, of any period, were erased by order."""
    return Words(
        f"所读各类记录中，不论期间，有{reading.erased}条依令删除",
        f"of the kinds of record read, {reading.erased} erased by order, whatever their period",
    )


def scope_in_english(scope: str) -> str:
    """Return the English name of a scope; "" for none."""
    return SCOPES[scope].en if scope else ""

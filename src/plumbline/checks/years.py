"""Checks across reports of one body: a growth stated this year, held against the figure that last year's report gave."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plumbline.checks.findings import Finding
from plumbline.checks.numbers import amount, shown, squeezed
from plumbline.claims import Claim, Reading
from plumbline.errors import Words
from plumbline.numerals import rounds_to
from plumbline.periods import Period, read_period, year_published

NOT_BY_LEVELS: tuple[tuple[re.Pattern[str], Words], ...] = (
    (
        re.compile(r"生产总值|增加值|GDP|国民收入"),
        Words(
            "该指标的增速按可比价格计算，不能由两年现价数推得，无法判断。",
            "This measure grows at constant prices, which two levels at current prices do not give: it cannot be told.",
        ),
    ),
    (
        re.compile(r"规模以上|规上|限额以上|限上"),
        Words(
            "“规模以上”等范围内的单位逐年变动，两年数的范围不同，无法判断。",
            "Which units are above the size limit changes every year, so the two levels differ in scope: it cannot be told.",
        ),
    ),
)
"""Measures whose published growth does not follow from two published levels, and why."""

NOT_YEAR_ON_YEAR = re.compile(r"[。；;\n]|年均|累计|预算|计划|实际|可比|口径|剔除|扣除|因素|月份|季度|由|从|平均|目标")
"""What stands between a level and a growth that is of another sentence, another base or another reckoning."""

LEADING = re.compile(r"^(?:共|累计|全年|总计|合计|预计|实现|完成)+")
NEAR = 0.7
"""Share of characters (F1) from which two measures' words are near enough to say that the words changed."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a series: the name it is shown by and what was read in it; ``published`` is its year where known."""

    name: str
    reading: Reading
    published: int | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A measure's level in one year, where it was read, and the growth stated beside it."""

    report: str
    year: Period
    claim: Claim
    growth: Claim | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What has to be the same for two levels to be of one measure: its words, its unit, its rate."""
        return LEADING.sub("", self.claim.counted), self.claim.unit, self.claim.rate


def check_series(reports: Sequence[Report]) -> list[tuple[Finding, ...]]:
    """Return, for each report in the order given, its findings against the reports before it.

    Reports are of one body, in order of years. A growth is compared only where the level it belongs to and the same
    measure's level one year earlier were both stated; anything less certain is said to be untold, or nothing is said.
    """
    levels = [_levels(r) for r in reports]
    found: list[tuple[Finding, ...]] = []
    for i in range(len(reports)):
        earlier = [level for previous in levels[:i] for level in previous]
        found.append(tuple(f for level in levels[i] if (f := _compared(level, earlier))))
    return found


def _levels(report: Report) -> list[Level]:
    """Return the levels a report states once and for one year, each with the growth beside it."""
    published = report.published or year_published(report.reading.text)
    numbers = [c for c in report.reading.claims if c.kind == "quantity" and not c.plan]
    found = [
        level for c, after in _pairs(numbers, report.reading.text) if (level := _level(report, c, after, published))
    ]
    times = Counter((level.key, level.year) for level in found)
    return [level for level in found if times[level.key, level.year] == 1]


def _pairs(numbers: list[Claim], text: str) -> Iterator[tuple[Claim, Claim | None]]:
    for c, after in zip(numbers, [*numbers[1:], None], strict=False):
        beside = after is not None and after.rate == "yoy" and after.unit == "%" and after.counted == c.counted
        near = after is not None and not NOT_YEAR_ON_YEAR.search(text, c.end, after.start)
        yield c, after if beside and near else None


def _level(report: Report, c: Claim, growth: Claim | None, published: int | None) -> Level | None:
    if (
        c.unit in ("%", "‰", "个百分点", "倍", "")
        or c.direction != "none"
        or not isinstance(c.value, Decimal)
        or c.value <= 0
    ):
        return None
    year = read_period(c.period, published)
    return Level(report.name, year, c, growth) if year and len(c.counted) > 1 else None


def _compared(level: Level, earlier: list[Level]) -> Finding | None:
    if level.growth is None or level.growth.direction == "none":
        return None
    before = [e for e in earlier if e.year.year == level.year.year - 1]
    same = [e for e in before if e.key == level.key]
    if same:
        return _held(level, same[-1])
    return _changed(level, before)


def _held(level: Level, base: Level) -> Finding:
    """Hold a stated growth against the level of the year before."""
    if (level.year.first_month, level.year.last_month) != (base.year.first_month, base.year.last_month):
        return _untold(
            "other_period",
            level,
            base,
            Words("统计期间不同", "the periods differ"),
            level.claim.period,
            base.claim.period,
        )
    if level.claim.who != base.claim.who and level.claim.who and base.claim.who:
        return _untold(
            "other_measure", level, base, Words("主体不同", "the bodies differ"), level.claim.who, base.claim.who
        )
    return _judged(level, base)


def _judged(level: Level, base: Level) -> Finding:
    growth = level.growth
    assert growth is not None
    expected, low, high = _growth(level.claim, base.claim)
    line = f"{amount(level.claim)} ÷ {amount(base.claim)} − 1 = {shown(expected, 2)}%"
    working = (_line(base), Words(line, line))
    if _fits(growth, low, high):
        kind = "rounds" if growth.approx == level.claim.approx == base.claim.approx == "exact" else "within"
        return _finding(kind, level, base, _agreed(base, growth, expected), working)
    for measure, why in NOT_BY_LEVELS:
        if measure.search(level.claim.counted):
            return _finding("ambiguous", level, base, why, working)
    return _finding("differs", level, base, _unlike(base, growth, expected), working)


def _growth(now: Claim, before: Claim) -> tuple[Decimal, Decimal, Decimal]:
    """Return the growth in % from one level to the next, and its least and greatest value at printed precision."""
    (a_low, a_high), (b_low, b_high) = _range(now), _range(before)
    assert isinstance(now.value, Decimal)
    assert isinstance(before.value, Decimal)
    return (now.value / before.value - 1) * 100, (a_low / b_high - 1) * 100, (a_high / b_low - 1) * 100


def _range(c: Claim) -> tuple[Decimal, Decimal]:
    assert isinstance(c.value, Decimal)
    half = Decimal(0) if c.step == 1 else c.step / 2
    low = c.lower if c.lower is not None else c.value
    high = c.upper if c.upper is not None else c.value * Decimal("1.1")
    return max(low - half, c.step / 2), high + half


def _fits(growth: Claim, low: Decimal, high: Decimal) -> bool:
    """Say whether the words of a growth allow some value between ``low`` and ``high`` (in %, a fall below 0)."""
    least, most = growth.lower, growth.upper
    if growth.direction == "down":
        least, most = (None if most is None else -most), (None if least is None else -least)
    above = least is not None and high + growth.step < least
    below = most is not None and low - growth.step > most
    return not above and not below


def _line(base: Level) -> Words:
    zh = f"{base.report}：{base.claim.counted} {amount(base.claim)}（{base.year.year}年）"
    return Words(zh, f"{base.report}: {base.claim.counted} {amount(base.claim)} ({base.year.year})")


def _agreed(base: Level, growth: Claim, expected: Decimal) -> Words:
    figure, at = base.year.year, shown(expected, 1)
    if isinstance(growth.value, Decimal) and rounds_to(abs(expected), growth.value, growth.step):
        zh = f"与{base.report}所载{figure}年数相比为{at}%，相符。"
        return Words(zh, f"Against the {figure} figure in {base.report} it is {at}%, as stated.")
    zh = f"与{base.report}所载{figure}年数相比约为{at}%；所示位数不排除文中的{squeezed(growth.text)}。"
    en = (
        f"Against the {figure} figure in {base.report} it is about {at}%; "
        f"the digits shown do not rule out {squeezed(growth.text)}."
    )
    return Words(zh, en)


def _unlike(base: Level, growth: Claim, expected: Decimal) -> Words:
    zh = (
        f"与{base.report}所载{base.year.year}年数{amount(base.claim)}相比应为{shown(expected, 1)}%，"
        f"文中称{_moved(growth).zh}；若基数后经调整，应予说明。"
    )
    en = (
        f"Against {amount(base.claim)} for {base.year.year} in {base.report} it would be {shown(expected, 1)}%, but "
        f"{_moved(growth).en} is stated; if the base was revised later, the report should say so."
    )
    return Words(zh, en)


def _moved(growth: Claim) -> Words:
    down = growth.direction == "down"
    return Words(
        ("下降" if down else "增长") + squeezed(growth.text),
        ("a fall of " if down else "a rise of ") + squeezed(growth.text),
    )


def _finding(kind: str, level: Level, base: Level, sentence: Words, working: tuple[Words, ...]) -> Finding:
    assert level.growth is not None
    related = ((level.claim.start, level.claim.end),)
    return Finding(kind, level.growth.start, level.growth.end, sentence, working, related, base.report)


def _untold(kind: str, level: Level, base: Level, why: Words, now: str, before: str) -> Finding:
    zh = f"无法与{base.report}比较：{why.zh}（彼处“{before}”，此处“{now}”）。"
    en = f"Cannot be compared with {base.report}: {why.en} (there “{before}”, here “{now}”)."
    return _finding(kind, level, base, Words(zh, en), (_line(base),))


def _changed(level: Level, before: list[Level]) -> Finding | None:
    """Say which words changed, where one measure of the year before is clearly the nearest."""
    words, unit, rate = level.key
    other_unit = [e for e in before if e.key[0] == words and e.key[1] != unit and e.key[2] == rate]
    if other_unit:
        base = other_unit[-1]
        return _untold("other_unit", level, base, Words("单位不同", "the units differ"), unit, base.claim.unit)
    near = sorted(
        ((_alike(words, e.key[0]), e.key[0], e) for e in before if e.key[1:] == (unit, rate)), key=lambda x: -x[0]
    )
    if not near or near[0][0] < NEAR or (len(near) > 1 and near[1][0] > near[0][0] - 0.1):
        return None
    base = near[0][2]
    return _untold(
        "other_measure", level, base, Words("指标用语已变", "the measure's words changed"), words, base.key[0]
    )


def _alike(a: str, b: str) -> float:
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b))

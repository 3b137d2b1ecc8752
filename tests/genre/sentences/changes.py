"""Sentences on change: growth, fall, differences, multiples and percentage points."""

from __future__ import annotations

from decimal import Decimal

from genre.bodies import BODIES, TRAFFIC, Body, Deed
from genre.figures import Draft, Figure, aligned, change, draft, pointed, ratio, row, sum_of
from genre.registry import form
from genre.scene import Scene


def size_of_change(scene: Scene, new: int, old: int, measure: str) -> Figure:
    """The difference of two counts as a figure with its direction."""
    return scene.count(abs(new - old), measure, rate="yoy", direction="up" if new > old else "down")


@form(
    BODIES,
    "{when}{noun}由{last}年的{a}{went}{b}，{turn}{c}。",
    "{noun}从上年的{a}{went}{b}，{turn}幅度为{c}。",
    "{noun}已由上年{a}{went}{year}年的{b}，{turn}{c}。",
)
def from_to(scene: Scene, body: Body) -> Draft:
    """From A to B, a change of C per cent."""
    trend, up = scene.draw(body.trends), scene.maybe(0.4)
    old, new = scene.moved(trend.low, trend.high, up)
    a, b = scene.counts((old, new), trend.measure)
    went = scene.pick("升至", "增至", "上升到") if up else scene.pick("降至", "减至", "回落到")
    return draft(
        change(b, a, c := scene.growth(b, a, "change")), noun=trend.noun, went=went, turn=scene.turn(up), a=a, b=b, c=c
    )


@form(
    BODIES,
    "{noun}{last}年为{a}，{year}年为{b}，同比{turn}{c}。",
    "{when}{noun}{b}，上年同期为{a}，同比{turn}{c}。",
    "{when}{noun}{b}（上年{a}），同比{turn}{c}。",
    "与上年的{a}相比，{year}年{noun}为{b}，{turn}{c}。",
)
def last_and_this(scene: Scene, body: Body) -> Draft:
    """Last year's and this year's count and the growth between them."""
    trend, up = scene.draw(body.trends), scene.maybe(0.5)
    old, new = scene.moved(trend.low, trend.high, up)
    a, b = scene.counts((old, new), trend.measure)
    return draft(change(b, a, c := scene.growth(b, a)), noun=trend.noun, turn=scene.turn(up), a=a, b=b, c=c)


@form(
    BODIES,
    "{when}{noun}{b}，比上年{less}{d}，{turn}{c}。",
    "{when}{noun}{b}，较上年{less}{d}，同比{turn}{c}。",
)
def difference_and_growth(scene: Scene, body: Body) -> Draft:
    """This year's count, the difference from last year's, and the growth that both imply."""
    trend, up = scene.draw(body.trends), scene.maybe(0.4)
    old, new = scene.moved(trend.low, trend.high, up)
    b, c = scene.count(new, trend.measure), scene.growth(scene.figure(new, ""), scene.figure(old, ""))
    d = size_of_change(scene, new, old, trend.measure)
    less = "增加" if up else "减少"
    return draft(change(b, d, c), noun=trend.noun, less=less, turn=scene.turn(up), b=b, d=d, c=c)


@form(
    BODIES,
    "{noun}由上年{a}{went}{b}，净{less}{d}。",
    "{when}{noun}{b}，上年为{a}，同比{less}{d}。",
)
def difference_only(scene: Scene, body: Body) -> Draft:
    """Two counts and their difference."""
    trend, up = scene.draw(body.trends), scene.maybe(0.4)
    old, new = scene.moved(trend.low, trend.high, up)
    a, b = scene.counts((old, new), trend.measure)
    d = size_of_change(scene, new, old, trend.measure)
    words = {"noun": trend.noun, "went": "增至" if up else "减至", "less": "增加" if up else "减少"}
    return draft(change(b, a, d), **words, a=a, b=b, d=d)


@form(
    BODIES,
    "{op}{text}{b}，是上年{a}的{k}。",
    "{op}{text}{b}，相当于{last}年{a}的{k}。",
)
def multiple_of(scene: Scene, body: Body) -> Draft:
    """This year's count as a multiple of last year's."""
    deed, old, new = many_times(scene, body, 1.2, 3.6)
    a, b = scene.counts((old, new), deed.measure)
    k = scene.mean(b, a.low, "倍", "multiple", 1)
    return draft(ratio(k, b, a), text=deed.text, a=a, b=b, k=k)


def many_times(scene: Scene, body: Body, low: float, high: float) -> tuple[Deed, int, int]:
    """(deed, old, new): a count that has grown to low..high times its old value."""
    deed = scene.draw(body.deeds)
    old = scene.between(max(20, deed.low), deed.high)
    return deed, old, round(old * scene.rng.uniform(low, high))


@form(
    BODIES,
    "{text}由{last}年的{a}增加到{b}，增长{k}。",
    "{op}{text}{b}，而上年仅为{a}，增长{k}。",
)
def grown_by_times(scene: Scene, body: Body) -> Draft:
    """Growth by so many times, net of the base."""
    deed, old, new = many_times(scene, body, 2.2, 4.4)
    a, b = scene.counts((old, new), deed.measure)
    grown = scene.figure(new - old, "")
    k = scene.mean(grown, a.low, "倍", "multiple", 1)
    return draft(change(b, a, k := with_direction(k, "up")), text=deed.text, a=a, b=b, k=k)


def with_direction(figure: Figure, direction: str) -> Figure:
    """The figure with a direction."""
    return Figure(**{**figure.__dict__, "direction": direction})


@form(
    BODIES,
    "{op}{text}由上年的{a}增至{b}，{k}。",
    "{text}{last}年为{a}，{year}年达到{b}，{k}。",
)
def doubled(scene: Scene, body: Body) -> Draft:
    """A count that has doubled, in the words 翻一番."""
    deed = scene.draw(body.deeds)
    old = scene.between(max(20, deed.low), deed.high)
    a, b = scene.counts((old, 2 * old), deed.measure)
    k = scene.figure(2, "倍", way="word", word=scene.pick("翻一番", "翻了一番"), rate="multiple", direction="up")
    return draft(ratio(k, b, a), text=deed.text, a=a, b=b, k=k)


def two_rates(scene: Scene, low: int, high: int, up: bool) -> tuple[Figure, Figure, Figure]:
    """(old rate, new rate, the difference in points)."""
    new = scene.loose_percent(low, high, rate="share", way="plain")
    by = Decimal(round(scene.rng.uniform(1.2, 8.9 if up else 3.4) * 10**scene.places)).scaleb(-scene.places)
    old = scene.exactly(new.low - by if up else new.low + by, "%", rate="share")
    size = scene.exactly(abs(new.low - old.low), "个百分点", rate="change", direction="up" if up else "down")
    return old, new, size


@form(
    BODIES,
    "{when}{noun}由{a}{went}{b}，{turn}{c}。",
    "{noun}从{last}年的{a}{went}{year}年的{b}，{turn}{c}。",
    "{noun}为{b}，上年为{a}，同比{turn}{c}。",
)
def rate_from_to(scene: Scene, body: Body) -> Draft:
    """A rate from A to B and the change in points."""
    rate, up = scene.draw(body.rates), scene.maybe(0.75)
    a, b, c = two_rates(scene, rate.low, rate.high, up)
    went = scene.pick("提升至", "提高到", "升至") if up else scene.pick("降至", "回落至")
    return draft(change(b, a, c), noun=rate.noun, went=went, turn=scene.turn(up), a=a, b=b, c=c)


@form(
    BODIES,
    "{when}{noun}达{b}，同比{turn}{c}。",
    "{noun}为{b}，较上年{turn}{c}。",
    "{noun}稳定在{b}，比上年{turn}{c}。",
)
def rate_and_points(scene: Scene, body: Body) -> Draft:
    """A rate and its change in points, the earlier rate unsaid."""
    rate, up = scene.draw(body.rates), scene.maybe(0.8)
    _, b, c = two_rates(scene, rate.low, rate.high, up)
    c = Figure(**{**c.__dict__, "rate": "yoy"})
    return draft(pointed(b, c), noun=rate.noun, turn=scene.turn(up), b=b, c=c)


@form(
    (TRAFFIC,),
    "道路交通事故起数、受伤人数和直接财产损失同比分别{turn}{numbers}。",
    "{op}实现事故起数、伤人数、财损数三项指标同比分别{turn}{numbers}。",
)
def indicators_fall(scene: Scene, body: Body) -> Draft:
    """Three indicators and three growths, no counts."""
    scene.draw(("指标",))
    items = [scene.loose_percent(2, 29, rate="yoy", direction="down") for _ in range(3)]
    return draft(aligned(items), turn=scene.turn(False), numbers=row(items, scene.pick("、", "和")))


@form(
    BODIES,
    "{when}{noun}{b}，同比{turn}{c}。",
    "{noun}全年{b}，比上年{turn}{c}。",
    "{when}{noun}同比{turn}{c}，总量为{b}。",
)
def growth_alone(scene: Scene, body: Body) -> Draft:
    """A count and its growth, last year's count unsaid."""
    trend, up = scene.draw(body.trends), scene.maybe(0.4)
    old, new = scene.moved(trend.low, trend.high, up)
    c = scene.growth(scene.figure(new, ""), scene.figure(old, ""))
    return draft(noun=trend.noun, turn=scene.turn(up), b=scene.count(new, trend.measure), c=c)


@form(
    BODIES,
    "{noun}和{other}分别为{a}、{b}，同比分别{turn}{c}、{d}。",
    "{when}{noun}{a}、{other}{b}，分别同比{turn}{c}和{d}。",
)
def two_growths(scene: Scene, body: Body) -> Draft:
    """Two counts with two growths in a 分别 list."""
    one, two = scene.draw_some(body.trends, 2)
    way = "up" if (up := scene.maybe(0.4)) else "down"
    a, b = (scene.count(scene.between(trend.low, trend.high), trend.measure) for trend in (one, two))
    c, d = (scene.loose_percent(3, 39, rate="yoy", direction=way) for _ in range(2))
    return draft(aligned((c, d)), noun=one.noun, other=two.noun, turn=scene.turn(up), a=a, b=b, c=c, d=d)


@form(
    BODIES,
    "近三年{noun}依次为{a}、{b}、{c}，{year}年比{before}年累计{turn}{d}。",
    "{before}年至{year}年，{noun}分别为{a}、{b}、{c}，三年间{turn}{d}。",
)
def three_years(scene: Scene, body: Body) -> Draft:
    """Three years' counts and the change over them."""
    trend, up = scene.draw(body.trends), scene.maybe(0.3)
    first, last = scene.moved(trend.low, trend.high, up)
    a, b, c = items = scene.counts((first, (first + last) // 2, last), trend.measure)
    d = scene.growth(c, a, "change")
    words = {"noun": trend.noun, "before": f"{scene.year - 2}"}
    return draft(change(c, a, d), aligned(items), **words, turn=scene.turn(up), a=a, b=b, c=c, d=d)


@form(
    BODIES,
    "{noun}上半年{a}，下半年{b}，环比{turn}{c}，全年合计{n}。",
    "{noun}前六个月为{a}，后六个月为{b}，后者较前者{turn}{c}，全年总数{n}。",
)
def half_on_half(scene: Scene, body: Body) -> Draft:
    """Two halves, the change between them and their sum."""
    trend, up = scene.draw(body.trends), scene.maybe(0.4)
    old, new = scene.moved(max(20, trend.low // 2), trend.high // 2, up)
    a, b, n = scene.counts((old, new, old + new), trend.measure)
    c = scene.growth(b, a, "change")
    return draft(sum_of(n, a, b), change(b, a, c), noun=trend.noun, turn=scene.turn(up), a=a, b=b, c=c, n=n)


@form(
    BODIES,
    "{when}{noun}{turn}{c}。",
    "{noun}同比{turn}{c}，为近五年最好水平。",
)
def tenths(scene: Scene, body: Body) -> Draft:
    """A vague fall in tenths, no counts."""
    trend, tenths = scene.draw(body.trends), scene.between(1, 4)
    words = {"way": "word", "word": "一两三四五"[tenths - 1] + "成", "direction": "down", "rate": "yoy"}
    approx, before = scene.pick(("near", "近"), ("over", "超"), ("about", "约"))
    c = scene.figure(10 * tenths, "%", approx=approx, before=before, **words)
    return draft(noun=trend.noun, turn=scene.turn(False), c=c)


@form(
    BODIES,
    "{op}{text}{b}，同比{turn}{c}；{fund}{m}，同比{turn}{d}。",
    "{op}{text}{b}、{fund}{m}，同比分别{turn}{c}、{d}。",
)
def count_and_money_growth(scene: Scene, body: Body) -> Draft:
    """A count and an amount with their growths, bases unsaid."""
    deed, fund = scene.draw(body.deeds), scene.draw(body.funds)
    b = scene.count(scene.between(deed.low, deed.high), deed.measure)
    m = scene.money(scene.between(fund.low, fund.high))
    c, d = (scene.loose_percent(3, 59, rate="yoy", direction="up") for _ in range(2))
    return draft(text=deed.text, fund=fund.text, turn=scene.turn(True), b=b, m=m, c=c, d=d)


@form(
    BODIES,
    "{fund}由上年的{a}{went}{b}，{turn}{c}。",
    "{op}{fund}{b}，上年同期{a}，同比{turn}{c}。",
)
def money_from_to(scene: Scene, body: Body) -> Draft:
    """Two amounts, 万 and 亿 mixed, and the growth between them as printed."""
    fund, up = scene.draw(body.funds), scene.maybe(0.7)
    old, new = (wan // 100 * 100 if wan >= 10_000 else wan for wan in scene.moved(fund.low, fund.high, up))
    a, b = scene.money(old), scene.money(new)
    words = {"fund": fund.text, "went": "增至" if up else "降至"}
    return draft(change(b, a, c := scene.growth(b, a)), **words, turn=scene.turn(up), a=a, b=b, c=c)

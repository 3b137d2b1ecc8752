"""Lists: 分别 lists that line up, plain rows, vague words, ranges, Chinese numerals, plans."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from genre.bodies import BODIES, POLICE, TRAFFIC, Body
from genre.figures import Draft, aligned, draft, row
from genre.registry import form
from genre.scene import Scene

WARDED_OFF = {
    "police": ("枪爆恶性案事件", "群体性械斗"),
    "traffic": ("重大道路交通事故", "校车伤亡事故"),
    "emergency": ("重特大火灾", "较大矿山事故"),
    "governance": ("进京滞留事件", "因矛盾激化引发的命案"),
    "justice": ("办案安全责任事故", "重大负面舆情"),
}


@form(
    BODIES,
    "{op}{one}、{two}、{three}分别达到{numbers}。",
    "{one}、{two}和{three}全年分别为{numbers}。",
)
def respectively(scene: Scene, body: Body) -> Draft:
    """Three deeds and three counts in their own measures."""
    deeds = scene.draw_some(body.deeds, 3)
    items = [scene.count(scene.between(deed.low, deed.high), deed.measure) for deed in deeds]
    one, two, three = (deed.text for deed in deeds)
    return draft(aligned(items), one=one, two=two, three=three, numbers=row(items, scene.pick("、", "和")))


@form(
    BODIES,
    "{op}{one}{a}、{two}{b}。",
    "{op}{one}{a}，{two}{b}，基层反响良好。",
    "坚持一手抓规范、一手抓实效，{one}{a}；{two}{b}。",
)
def two_deeds(scene: Scene, body: Body) -> Draft:
    """Two deeds with their counts."""
    one, two = scene.draw_some(body.deeds, 2)
    a, b = (scene.count(scene.between(deed.low, deed.high), deed.measure) for deed in (one, two))
    return draft(one=one.text, two=two.text, a=a, b=b)


@form(
    BODIES,
    "{op}{one}{a}、{two}{b}，覆盖面持续扩大。",
    "{op}{one}{a}，{two}{b}，工作触角不断延伸。",
)
def vague_deeds(scene: Scene, body: Body) -> Draft:
    """Two deeds in vague figures."""
    one, two = scene.draw_some(body.deeds, 2)
    a, b = (scene.vague(scene.between(max(deed.low, 20), deed.high), deed.measure) for deed in (one, two))
    return draft(one=one.text, two=two.text, a=a, b=b)


@form(
    (POLICE, TRAFFIC),
    "重大活动期间日均投入{one}{a}、{two}{b}，实现万无一失。",
    "节假日高峰时段，日均出动{one}{a}，{two}{b}，秩序井然。",
)
def daily_forces(scene: Scene, body: Body) -> Draft:
    """Two vague daily strengths."""
    one, two = scene.draw((("民辅警", "义务巡防力量"), ("执勤力量", "志愿者")))
    a = scene.vague(scene.between(300, 4800), "人", rate="daily")
    b = scene.vague(scene.between(300, 9800), scene.pick("人", "名"), rate="daily")
    return draft(one=one, two=two, a=a, b=b)


@form(
    BODIES,
    "{op}{fund}{a}。",
    "{op}{fund}{a}，有力维护了群众合法权益。",
    "{op}持续加力，{fund}{a}。",
)
def vague_money(scene: Scene, body: Body) -> Draft:
    """A vague amount of money."""
    fund = scene.draw(body.funds)
    size = scene.between(fund.low, fund.high)
    stem = size // 10 ** (len(str(size)) - 1) * 10 ** (len(str(size)) - 1)
    words = scene.pick({"after": "余"}, {"after": "多"}, {"before": "逾"}, {"before": "超"}, {"before": "突破"})
    way = "yi" if stem >= 10_000 else "wan_inside"
    return draft(fund=fund.text, a=scene.money(stem, approx="over", way=way, **words))


@form(
    BODIES,
    "每个{noun}每月组织{a}走访，形成常态。",
    "{noun}平均每周开展{a}集中研判，及时回应诉求。",
)
def ranged(scene: Scene, body: Body) -> Draft:
    """A range with one of the dashes."""
    estate, low = scene.draw(body.estates), scene.rng.randint(2, 5)
    figure = scene.figure(low, "次", approx="range", joint=scene.pick("至", "—", "-", "~"))
    return draft(noun=estate.noun, a=replace(figure, high=Decimal(low + scene.rng.randint(1, 4))))


@form(
    BODIES,
    "{op}{text}{a}，推动{other}{b}。",
    "{op}部署专项督导{c}，{text}{a}，{other}{b}。",
)
def chinese_numerals(scene: Scene, body: Body) -> Draft:
    """Counts in Chinese numerals."""
    one, two = scene.draw_some([deed for deed in body.deeds if deed.low <= 120], 2)
    a, b = (scene.count(scene.between(d.low, max(d.low + 9, d.high // 3)), d.measure, way="han") for d in (one, two))
    c = scene.count(scene.between(2, 12), "轮次", way="han")
    return draft(text=one.text, other=two.text, a=a, b=b, c=c)


@form(
    BODIES,
    "{next}年，力争{noun}保持在{a}，{text}不少于上年。",
    "下一步，确保{noun}{next}年达到{a}。",
)
def planned(scene: Scene, body: Body) -> Draft:
    """A target for the year to come."""
    rate, deed = scene.draw(body.rates), scene.draw(body.deeds)
    target = scene.figure(rate.high // 5 * 5, "%", rate="share", approx="over", tail="以上")
    return draft(noun=rate.noun, text=deed.text, a=replace(target, plan=True))


@form(
    BODIES,
    "{op}连续{d}实现{name}零发生。",
    "{city}已连续{d}未发生{name}。",
)
def unbroken(scene: Scene, body: Body) -> Draft:
    """A run of years."""
    name = scene.draw(WARDED_OFF.get(body.name, WARDED_OFF["justice"]))
    return draft(name=name, d=scene.figure(scene.rng.randint(2, 9), "年"))


@form(
    BODIES,
    "{op}{text}平均用时{a}，较上年缩短{b}。",
    "{text}的平均周期由{c}压缩至{a}。",
)
def durations(scene: Scene, body: Body) -> Draft:
    """Mean days and a shortening."""
    flow = scene.draw(body.flows)
    now, less = scene.rng.randint(8, 40), scene.rng.randint(2, 9)
    a, c = scene.figure(now, "天"), scene.figure(now + less, "天")
    b = scene.figure(less, "天", rate="yoy", direction="down")
    return draft(text=f"{flow.noun}{flow.close}", a=a, b=b, c=c)


@form(
    BODIES,
    "{op}选树先进集体{a}、先进个人{b}，{c}集体获上级通报表扬。",
    "全系统有{a}集体、{b}个人受到市级以上表彰。",
)
def honours(scene: Scene, body: Body) -> Draft:
    """Honoured units and persons."""
    scene.draw((("表彰", body.name),))
    a, c = scene.count(scene.between(12, 40), "个"), scene.count(scene.between(2, 9), "个")
    return draft(a=a, b=scene.count(scene.between(24, 160), "名"), c=c)


@form(
    BODIES,
    "{op}在{one}、{two}、{three}分别{text}{numbers}。",
    "{text}情况为：{one}{a}，{two}{b}，{three}{c}。",
)
def by_district(scene: Scene, body: Body) -> Draft:
    """Three districts with their counts, no total."""
    deed = scene.draw(body.deeds)
    items = scene.counts(scene.pieces(max(deed.low, 40), deed.high, 3), deed.measure)
    (one, two, three), (a, b, c) = scene.districts(3), items
    places = {"one": one, "two": two, "three": three}
    return draft(aligned(items), text=deed.text, **places, a=a, b=b, c=c, numbers=row(items))

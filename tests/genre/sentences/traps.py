"""Sentences whose numbers look bound by arithmetic or at odds, and are not: they provoke false alarms."""

from __future__ import annotations

from genre.bodies import BODIES, COURTS, GOVERNANCE, POLICE, PROCURATORATE, TRAFFIC, Body
from genre.figures import Draft, draft
from genre.registry import form
from genre.scene import Scene

TWO_SYSTEMS = {
    "procuratorate": ("公安机关移送人员", "检察机关登记人员", "人"),
    "governance": ("街道上报积案", "信访系统登记积案", "件"),
    "traffic": ("保险公司接报车辆", "交警登记车辆", "辆"),
}


@form(
    BODIES,
    "{op}{one}{a}、{two}{b}、{three}{c}。",
    "{op}{one}{a}，{two}{b}，{three}{c}。",
    "{op}{three}{c}、{one}{a}、{two}{b}。",
)
def chance_sum(scene: Scene, body: Body) -> Draft:
    """Three unlike counts, the third by chance the sum of the others."""
    one, two, three = sorted(scene.draw_some(body.deeds, 3), key=lambda deed: deed.high)
    x, y = (scene.between(max(6, deed.low // 2), deed.high // 3) for deed in (one, two))
    a, b, c = scene.figure(x, one.measure), scene.figure(y, two.measure), scene.figure(x + y, three.measure)
    return draft(one=one.text, two=two.text, three=three.text, a=a, b=b, c=c)


@form(
    BODIES,
    "{op}{one}{a}，{two}{b}，{noun}为{p}。",
    "{op}{noun}保持在{p}，{one}{a}，{two}{b}。",
)
def chance_share(scene: Scene, body: Body) -> Draft:
    """Two counts of unlike things beside a rate of a third."""
    one, two = scene.draw_some(body.deeds, 2)
    rate = scene.draw(body.rates)
    a, b = (scene.count(scene.between(deed.low, deed.high), deed.measure) for deed in (one, two))
    p = scene.loose_percent(rate.low, rate.high, rate="share")
    return draft(one=one.text, two=two.text, noun=rate.noun, a=a, b=b, p=p)


@form(
    (COURTS, PROCURATORATE),
    "{op}对{noun}嫌疑人批准逮捕{a}，同期法院对{b}作出生效判决。",
    "{noun}案中，移送起诉{a}，追加起诉后交付审判{b}。",
)
def nearly_equal(scene: Scene, body: Body) -> Draft:
    """Two near-equal counts of different stages."""
    noun = scene.draw(("组织偷越边境", "污染环境", "虚开发票", "聚众斗殴"))
    first = scene.between(30, 420)
    a, b = scene.count(first, "人"), scene.count(first + scene.rng.randint(1, 3), "人")
    return draft(noun=noun, a=a, b=b)


@form(
    (COURTS,),
    "{op}审结{noun}一审{a}、二审{b}、再审{c}。",
    "{noun}方面，一审审结{a}，二审审结{b}，审查再审申请{c}。",
)
def instances(scene: Scene, body: Body) -> Draft:
    """First and second instance and retrial: one count word, three scopes."""
    noun = scene.draw(("建设工程合同案件", "股权转让案件", "医疗损害案件", "海商案件"))
    a, b, c = scene.counts((scene.between(300, 1900), scene.between(60, 290), scene.between(4, 40)), "件")
    return draft(noun=noun, a=a, b=b, c=c)


@form(
    (POLICE,),
    "{op}{noun}立案{a}，破获历年积案{b}。",
    "{noun}新立{a}，同时攻克陈年旧案{b}，群众拍手称快。",
)
def filed_and_old(scene: Scene, body: Body) -> Draft:
    """New cases filed and old cases solved: no part of each other."""
    noun = scene.draw(("命案", "拐卖儿童案", "系列盗墓案"))
    a, b = scene.counts((scene.between(12, 60), scene.between(12, 90)), "起")
    return draft(noun=noun, a=a, b=b)


@form(
    BODIES,
    "全市{text}{a}，{district}同口径为{b}。",
    "{district}{text}{b}，在各区县中靠前；全市为{a}。",
    "{text}{a}（全市口径），{district}为{b}。",
)
def city_and_district(scene: Scene, body: Body) -> Draft:
    """The same words for the city and for one district."""
    deed = scene.draw(body.deeds)
    whole = scene.between(max(60, deed.low), deed.high)
    a, b = scene.counts((whole, max(4, round(whole * scene.rng.uniform(0.12, 0.4)))), deed.measure)
    return draft(text=deed.text, district=scene.districts(1)[0], a=a, b=b)


@form(
    (POLICE, COURTS, GOVERNANCE, TRAFFIC),
    "三年专项行动以来累计{text}{a}，其中含往年数；{year}年当年{text}{b}。",
    "{year}年{text}{b}；自{before}年行动启动以来，累计{text}{a}。",
)
def since_start(scene: Scene, body: Body) -> Draft:
    """A running total beside the year's figure."""
    deed = scene.draw(body.deeds)
    year = scene.between(max(20, deed.low), deed.high)
    a, b = scene.counts((round(year * scene.rng.uniform(1.6, 3.4)), year), deed.measure)
    return draft(text=deed.text, before=f"{scene.year - 2}", a=a, b=b)


@form(
    BODIES,
    "一季度{text}{a}，前三季度达到{b}。",
    "1至3月{text}{a}，1至9月{text}{b}。",
)
def growing_periods(scene: Scene, body: Body) -> Draft:
    """One thing over a quarter and over three quarters."""
    deed = scene.draw(body.deeds)
    first = scene.between(max(12, deed.low // 4), deed.high // 4)
    a, b = scene.counts((first, round(first * scene.rng.uniform(2.2, 3.9))), deed.measure)
    return draft(text=deed.text, a=a, b=b)


@form(
    (GOVERNANCE, TRAFFIC, PROCURATORATE),
    "{when}{one}{a}，同一批对象中{two}{b}。",
    "同期，{one}{a}，{two}{b}，两个系统统计口径不同。",
)
def two_systems(scene: Scene, body: Body) -> Draft:
    """Two bodies' figures that need not agree."""
    one, two, measure = scene.draw((TWO_SYSTEMS[body.name],))
    first = scene.between(120, 1900)
    a, b = scene.counts((first, round(first * scene.rng.uniform(0.6, 0.95))), measure)
    return draft(one=one, two=two, a=a, b=b)


@form(
    BODIES,
    "{op}{act}{noun}{n}，其中{one}{a}；另有{b}移交外地处理。",
    "{op}{act}{noun}{n}，此外还协助兄弟城市{act}{b}。",
)
def besides(scene: Scene, body: Body) -> Draft:
    """A total and a count outside it, which may look like a part."""
    family = scene.draw(body.families)
    first, *others = scene.pieces(family.low, family.high, len(family.kinds))
    n, a = scene.counts((first + sum(others), first), family.measure)
    b = scene.count(scene.between(2, 60), family.measure)
    return draft(act=family.act, noun=family.noun, one=family.kinds[0], n=n, a=a, b=b)


@form(
    BODIES,
    "{when}{noun}{a}，为近年来次高；{other}{b}，与往年基本持平。",
    "{noun}{a}，{other}{b}，前者有所起伏、后者趋于平稳。",
)
def two_trends(scene: Scene, body: Body) -> Draft:
    """Two things counted, no comparison in numbers."""
    one, two = scene.draw_some(body.trends, 2)
    a, b = (scene.count(scene.between(trend.low, trend.high), trend.measure) for trend in (one, two))
    return draft(noun=one.noun, other=two.noun, a=a, b=b)

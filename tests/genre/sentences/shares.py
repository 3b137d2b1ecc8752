"""Sentences with a percentage, a fraction or a mean and both numbers it is made of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from genre.bodies import BODIES, COURTS, EMERGENCY, GOVERNANCE, JUSTICE, POLICE, TRAFFIC, Body
from genre.figures import Draft, aligned, draft, listing, ratio, row, sum_of, within
from genre.registry import form
from genre.scene import Scene

HAZARDS = {
    "emergency": ("电气线路隐患", "消防通道隐患", "有限空间隐患"),
    "traffic": ("桥隧护栏隐患", "货车装载隐患", "标志标线隐患"),
}
OPERATIONS = {
    "police": ("夏季治安整治", "岁末平安守护"),
    "traffic": ("春运安保", "暑期道路守护"),
    "emergency": ("汛期值守", "森林防火值守"),
}
CALLS = {
    "police": ("接听群众来电", "推送预警短信"),
    "governance": ("流转热线工单", "流转网格工单"),
    "traffic": ("处理挪车求助", "推送路况提示"),
}


@form(
    BODIES,
    "{op}{take}{noun}{n}，{close}{m}，{rate}{p}。",
    "{op}共{take}{noun}{n}，已{close}{m}，{rate}达{p}。",
    "{op}{noun}{take}{n}、{close}{m}，{rate}为{p}。",
    "{op}{close}{noun}{m}，占{take}总数{n}的{p}。",
)
def closing_rate(scene: Scene, body: Body) -> Draft:
    """Taken in, closed and the closing rate."""
    flow = scene.draw(body.flows)
    done, rest = scene.mostly(flow.low, flow.high)
    n, m = scene.counts((done + rest, done), flow.measure)
    words = {"noun": flow.noun, "take": flow.take, "close": flow.close, "rate": flow.rate}
    return draft(within(n, m), ratio(p := scene.share(m, n), m, n), **words, n=n, m=m, p=p)


@form(
    BODIES,
    "{op}{take}{noun}{n}，{close}{m}，{rate}{p}，{left}{k}。",
    "{op}{take}{noun}{n}，{close}{m}、{left}{k}，{rate}为{p}。",
)
def closed_left_and_rate(scene: Scene, body: Body) -> Draft:
    """Taken in = closed + left, with the rate."""
    flow = scene.draw(body.flows)
    done, rest = scene.mostly(flow.low, flow.high)
    n, m, k = scene.counts((done + rest, done, rest), flow.measure)
    words = {"noun": flow.noun, "take": flow.take, "close": flow.close, "left": flow.left, "rate": flow.rate}
    return draft(sum_of(n, m, k), ratio(p := scene.share(m, n), m, n), **words, n=n, m=m, k=k, p=p)


@form(
    (POLICE,),
    "{op}{noun}立案{n}，破案{m}，破案率{p}。",
    "{noun}方面，立案{n}、破获{m}，破案率达到{p}。",
)
def solving_rate(scene: Scene, body: Body) -> Draft:
    """Cases filed, solved and the rate."""
    noun = scene.draw(("故意伤害案件", "盗窃农资案件", "敲诈勒索案件", "抢劫案件"))
    filed = scene.between(60, 900)
    n, m = scene.counts((filed, round(filed * scene.rng.uniform(0.55, 0.97))), "起")
    return draft(ratio(p := scene.share(m, n), m, n), noun=noun, n=n, m=m, p=p)


@form(
    (JUSTICE, GOVERNANCE, COURTS),
    "{op}诉前调解{noun}{n}，调成{m}，成功率{p}。",
    "{op}引导{n}{noun}进入调解程序，达成协议{m}，调解成功率为{p}。",
)
def mediation_rate(scene: Scene, body: Body) -> Draft:
    """Disputes mediated, settled and the rate."""
    noun = scene.draw(("供暖纠纷", "装修纠纷", "医疗纠纷", "旅游消费纠纷", "停车纠纷"))
    tried = scene.between(90, 1900)
    n, m = scene.counts((tried, round(tried * scene.rng.uniform(0.6, 0.96))), "件")
    return draft(ratio(p := scene.share(m, n), m, n), noun=noun, n=n, m=m, p=p)


@form(
    BODIES,
    "{op}{act}{noun}{n}，其中{one}{a}，占{p}。",
    "{op}共{act}{noun}{n}；{one}{a}，占总数的{p}。",
    "{op}{act}的{n}{noun}中，{one}有{a}，占比{p}。",
)
def share_of_total(scene: Scene, body: Body) -> Draft:
    """One kind and its share."""
    family = scene.draw(body.families)
    first, *others = scene.pieces(family.low, family.high, len(family.kinds))
    n, a = scene.counts((first + sum(others), first), family.measure)
    words = {"act": family.act, "noun": family.noun, "one": family.kinds[0]}
    return draft(within(n, a), ratio(p := scene.share(a, n), a, n), **words, n=n, a=a, p=p)


@form(
    BODIES,
    "{op}{act}{noun}{n}，其中{one}{a}、占{p}，{two}{b}、占{q}。",
    "{op}{act}{noun}{n}，{one}、{two}分别为{a}、{b}，分别占{p}、{q}。",
)
def two_shares(scene: Scene, body: Body) -> Draft:
    """Two kinds and their shares."""
    family = scene.draw(body.families)
    first, second, *others = scene.pieces(family.low, family.high, len(family.kinds))
    n, a, b = scene.counts((first + second + sum(others), first, second), family.measure)
    p, q = scene.share(a, n), scene.share(b, n)
    words = {"act": family.act, "noun": family.noun, "one": family.kinds[0], "two": family.kinds[1]}
    return draft(within(n, a, b), ratio(p, a, n), ratio(q, b, n), **words, n=n, a=a, b=b, p=p, q=q)


@form(
    BODIES,
    "{op}{act}{noun}{n}，{items}，占比分别为{shares}。",
    "{op}{act}{noun}共{n}，即{items}，各占{shares}。",
)
def all_shares(scene: Scene, body: Body) -> Draft:
    """All kinds with all shares, which may miss 100 by their rounding."""
    family = scene.draw(body.families)
    items = scene.counts(scene.pieces(family.low, family.high, len(family.kinds)), family.measure)
    n = scene.count(int(sum(item.low for item in items)), family.measure)
    shares = [scene.share(item, n) for item in items]
    links = (ratio(share, item, n) for share, item in zip(shares, items, strict=True))
    words = {"act": family.act, "noun": family.noun}
    return draft(sum_of(n, *items), *links, **words, n=n, items=listing(family.kinds, items), shares=row(shares))


@form(
    (GOVERNANCE, JUSTICE),
    "全市{n}{noun}中，{p}（{m}）在村社层面得到解决。",
    "{op}登记{noun}{n}，有{m}即{p}止于萌芽。",
)
def share_in_brackets(scene: Scene, body: Body) -> Draft:
    """A share with the count in brackets."""
    noun = scene.draw(("邻里口角", "宅基地争议", "婚恋矛盾", "债务争执"))
    whole = scene.between(160, 3900)
    n, m = scene.counts((whole, round(whole * scene.rng.uniform(0.62, 0.93))), "件")
    return draft(ratio(p := scene.share(m, n), m, n), noun=noun, n=n, m=m, p=p)


@form(
    (EMERGENCY, TRAFFIC),
    "{op}排查{noun}{n}，整改{m}，整改率{p}，剩余{k}落实了管控措施。",
    "{op}共发现{noun}{n}，完成整改{m}，尚有{k}在限期整改，整改率为{p}。",
)
def rectified(scene: Scene, body: Body) -> Draft:
    """Hazards found = put right + left, with the rate."""
    noun = scene.draw(HAZARDS[body.name])
    done, rest = scene.mostly(90, 3900)
    n, m, k = scene.counts((done + rest, done, rest), scene.pick("处", "项"))
    return draft(sum_of(n, m, k), ratio(p := scene.share(m, n), m, n), noun=noun, n=n, m=m, k=k, p=p)


@form(
    BODIES,
    "全市{n}{noun}中，已有{m}{done}，占{p}。",
    "{op}推动{m}{noun}{done}，占总数{n}的{p}。",
    "目前{n}{noun}里有{m}{done}，完成比例{p}。",
)
def estate_share(scene: Scene, body: Body) -> Draft:
    """How many of the standing units have reached a state."""
    estate = scene.draw(body.estates)
    whole = scene.between(estate.low, estate.high)
    n, m = scene.counts((whole, round(whole * scene.rng.uniform(0.3, 0.9))), estate.measure)
    words = {"noun": estate.noun, "done": estate.done}
    return draft(within(n, m), ratio(p := scene.share(m, n), m, n), **words, n=n, m=m, p=p)


@form(
    BODIES,
    "在全市{n}{noun}中，{p}（共{m}）{done}。",
    "{n}{noun}有{m}{done}，占总量{p}。",
)
def near_share(scene: Scene, body: Body) -> Draft:
    """A share told in tenths with 近, true of both counts."""
    estate, tenths = scene.draw(body.estates), scene.between(3, 9)
    whole = scene.between(max(60, estate.low), max(120, estate.high))
    part = round(whole * (tenths - scene.rng.uniform(0.05, 0.1) * tenths * 0.8) / 10)
    n, m = scene.counts((whole, part), estate.measure)
    word = "一二三四五六七八九"[tenths - 1] + "成"
    p = scene.figure(10 * tenths, "%", way="word", word=word, before="近", approx="near", rate="share")
    return draft(within(n, m), ratio(p, m, n), noun=estate.noun, done=estate.done, n=n, m=m, p=p)


@form(
    BODIES,
    "全市{n}{noun}中，{m}{done}，占{p}。",
    "{n}{noun}里已有{m}{done}，正好是{p}。",
)
def fraction(scene: Scene, body: Body) -> Draft:
    """A share as a fraction, exactly true."""
    estate = scene.draw(body.estates)
    top, bottom, word = scene.pick((1, 3, "三分之一"), (2, 3, "三分之二"), (3, 4, "四分之三"), (3, 5, "五分之三"))
    each = max(4, scene.between(estate.low, estate.high) // bottom)
    n, m = scene.counts((each * bottom, each * top), estate.measure)
    value = Decimal(round(top / bottom * 10_000)).scaleb(-4)
    p = replace(scene.figure(value, "", way="word", word=word, rate="share"), places=4)
    return draft(within(n, m), ratio(p, m, n), noun=estate.noun, done=estate.done, n=n, m=m, p=p)


@form(
    (POLICE, TRAFFIC, EMERGENCY),
    "在为期{d}的{name}中，累计投入{text}{n}，日均{k}。",
    "{name}历时{d}，共投入{text}{n}，平均每天{k}。",
)
def daily_mean(scene: Scene, body: Body) -> Draft:
    """A total over so many days and its daily mean."""
    name = scene.draw(OPERATIONS[body.name])
    text, measure = scene.pick(("警力", "人次"), ("值守力量", "人次"), ("巡逻车辆", "台次"))
    days, mean = scene.pick(30, 45, 60, 90, 100, 120), scene.between(60, 960)
    d = scene.figure(days, "天")
    n = scene.count(days * mean + scene.rng.randint(-days // 3, days // 3), measure)
    k = scene.mean(n, days, measure, "daily")
    return draft(ratio(k, n, d), name=name, text=text, d=d, n=n, k=k)


@form(
    (POLICE, GOVERNANCE, TRAFFIC),
    "{op}{text}{n}，日均{k}。",
    "全年{text}{n}，平均每天{k}。",
)
def daily_over_year(scene: Scene, body: Body) -> Draft:
    """A year's total and its daily mean, the days unsaid."""
    text = scene.draw(CALLS[body.name])
    n = scene.count(scene.between(9000, 190_000), "条次")
    return draft(text=text, n=n, k=scene.mean(n, scene.days, "条次", "daily"))


@form(
    (COURTS,),
    "全市{n}员额法官共结案{m}，人均结案{k}。",
    "{op}{n}一线办案法官办结各类案件{m}，人均{k}。",
)
def per_judge(scene: Scene, body: Body) -> Draft:
    """Judges, cases closed and cases a judge."""
    scene.draw(("人均结案",))
    judges = scene.between(190, 420)
    n, m = scene.count(judges, "名", way="plain"), scene.count(judges * scene.between(290, 420) + 37, "件")
    k = scene.mean(m, judges, "件", "per_capita", scene.pick(0, 1))
    return draft(ratio(k, m, n), n=n, m=m, k=k)


@form(
    BODIES,
    "{noun}和{other}分别达到{a}、{b}。",
    "{op}{noun}{a}，{other}{b}，均好于预期。",
)
def two_loose_rates(scene: Scene, body: Body) -> Draft:
    """Two rates of two things, which no arithmetic binds."""
    one, two = scene.draw_some(body.rates, 2)
    a, b = (scene.loose_percent(rate.low, rate.high, rate="share") for rate in (one, two))
    return draft(aligned((a, b)), noun=one.noun, other=two.noun, a=a, b=b)

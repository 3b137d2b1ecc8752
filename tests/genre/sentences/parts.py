"""Sentences with a part of a whole that is not told whole, and with one thing in several units."""

from __future__ import annotations

from genre.bodies import BODIES, COURTS, EMERGENCY, GOVERNANCE, JUSTICE, POLICE, PROCURATORATE, Body
from genre.figures import Draft, draft, stack, within
from genre.registry import form
from genre.scene import Scene


@form(
    BODIES,
    "{op}共{act}{noun}{n}，其中{one}{a}、{two}{b}。",
    "{op}{act}{noun}{n}，其中：{one}{a}，{two}{b}。",
    "{op}{act}各类{noun}{n}，仅{one}、{two}就分别有{a}、{b}。",
)
def among_them(scene: Scene, body: Body) -> Draft:
    """Some kinds of a total, the others unsaid."""
    family = scene.draw(body.families)
    first, second, *others = scene.pieces(family.low, family.high, len(family.kinds))
    n, a, b = scene.counts((first + second + sum(others), first, second), family.measure)
    one, two = family.kinds[:2]
    return draft(within(n, a, b), act=family.act, noun=family.noun, one=one, two=two, n=n, a=a, b=b)


@form(
    (POLICE, PROCURATORATE),
    "{op}查获{noun}{n}，其中采取强制措施{a}（含累犯{b}）。",
    "{op}共查获{noun}{n}，移送起诉{a}，移送人员中有未成年人{b}。",
)
def nested(scene: Scene, body: Body) -> Draft:
    """A part of a part of a total."""
    noun = scene.draw(("涉案人员", "跨境赌博人员", "制假售假人员", "非法捕捞人员"))
    whole = scene.between(120, 1900)
    part = round(whole * scene.rng.uniform(0.45, 0.85))
    n, a, b = scene.counts((whole, part, max(2, part // scene.pick(9, 14, 22))), scene.pick("人", "名"))
    return draft(within(n, a), within(a, b), noun=noun, n=n, a=a, b=b)


@form(
    (PROCURATORATE, COURTS),
    "{op}{verb}{noun}{n}（其中女性{a}）。",
    "{op}{verb}{noun}{n}，内有外省籍人员{a}。",
    "{op}依法{verb}{noun}{n}，包括主犯{a}在内。",
)
def in_brackets(scene: Scene, body: Body) -> Draft:
    """A part in brackets."""
    verb = "批准逮捕" if body is PROCURATORATE else "判处"
    noun = scene.draw(("拐卖妇女犯罪分子", "生产假药犯罪分子", "拒不支付劳动报酬犯罪分子", "非法采矿犯罪分子"))
    whole = scene.between(30, 620)
    n, a = scene.counts((whole, max(2, round(whole * scene.rng.uniform(0.06, 0.3)))), "人")
    return draft(within(n, a), verb=verb, noun=noun, n=n, a=a)


@form(
    (PROCURATORATE, COURTS, POLICE),
    "{op}{verb}{noun}{n}{p}。",
    "{op}共{verb}{noun}{n}、涉案人员{p}。",
    "在{noun}领域，{op}{verb}{n}{p}。",
)
def cases_and_persons(scene: Scene, body: Body) -> Draft:
    """Cases and persons stacked."""
    verb = {"procuratorate": "起诉", "courts": "宣判"}.get(body.name, "侦办")
    noun = scene.draw(("妨害兴奋剂管理犯罪", "食品安全犯罪", "非法经营烟草犯罪", "破坏电力设备犯罪", "文物犯罪"))
    cases = scene.between(12, 160)
    n = scene.count(cases, scene.pick("件", "起", "案"))
    p = scene.count(round(cases * scene.rng.uniform(1.1, 3.4)), "人")
    return draft(stack(n, p), verb=verb, noun=noun, n=n, p=p)


@form(
    (PROCURATORATE, COURTS),
    "{op}受理{noun}{n}{p}，办结{m}{q}。",
    "{op}{noun}收案{n}{p}，已办结{m}{q}，进度符合预期。",
)
def two_stacks(scene: Scene, body: Body) -> Draft:
    """Taken in and closed, both in cases and in persons."""
    noun = scene.draw(("涉税犯罪案件", "侵犯商标犯罪案件", "安全事故犯罪案件", "帮信犯罪案件", "职务犯罪案件"))
    cases = scene.between(40, 420)
    closed, per = round(cases * scene.rng.uniform(0.75, 0.97)), scene.rng.uniform(1.2, 2.6)
    n, m = scene.counts((cases, closed), "件")
    p, q = scene.counts((round(cases * per), round(closed * per)), "人")
    return draft(stack(n, p), stack(m, q), within(n, m), within(p, q), noun=noun, n=n, m=m, p=p, q=q)


@form(
    (POLICE,),
    "{op}捣毁{noun}窝点{a}，破案{b}，抓获{c}，扣押涉案财物折合{d}。",
    "在{noun}专项打击中，端掉窝点{a}、破案{b}、归案{c}，涉案流水{d}。",
)
def campaign_results(scene: Scene, body: Body) -> Draft:
    """Dens, cases, persons and money: four figures that no arithmetic binds."""
    noun = scene.draw(("跑分洗钱", "网络水军", "地下钱庄", "制售假酒", "盗采河砂"))
    a = scene.count(scene.between(6, 60), "个")
    b, c = scene.count(scene.between(60, 900), "起"), scene.count(scene.between(90, 1300), "名")
    return draft(noun=noun, a=a, b=b, c=c, d=scene.money(scene.between(900, 160_000)))


@form(
    (EMERGENCY, POLICE),
    "汛期分{a}转移沿河群众{b}，未发生人员伤亡。",
    "{op}先后分{a}派出队员{b}赴灾区支援。",
)
def batches(scene: Scene, body: Body) -> Draft:
    """Batches and persons stacked."""
    scene.draw(("分批转移",))
    size = scene.between(3, 16)
    a = scene.count(size, "批次", way="plain")
    b = scene.count(size * scene.between(12, 160), scene.pick("人", "名"))
    return draft(stack(a, b), a=a, b=b)


@form(
    (JUSTICE, GOVERNANCE, EMERGENCY),
    "{op}{text}{v}，其中登记建档{a}。",
    "{op}共{text}{v}，签订帮扶协议的有{a}。",
)
def part_of_vague(scene: Scene, body: Body) -> Draft:
    """An exact part of a vague total."""
    text = scene.draw(("排查重点人员", "走访帮扶对象", "关爱留守儿童"))
    stem = scene.between(12, 90) * 100
    v = scene.figure(stem, "人", approx="over", after="余")
    a = scene.count(round(stem * scene.rng.uniform(0.5, 0.9)), "人")
    return draft(within(v, a), text=text, v=v, a=a)

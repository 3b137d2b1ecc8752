"""Sentences whose total is the sum of its parts, and that say so."""

from __future__ import annotations

from genre.bodies import BODIES, COURTS, EMERGENCY, GOVERNANCE, POLICE, PROCURATORATE, TRAFFIC, Body
from genre.figures import Draft, aligned, draft, listing, row, stack, sum_of, within
from genre.registry import form
from genre.scene import Scene


@form(
    BODIES,
    "{op}共{take}{noun}{n}，{close}{m}，{left}{k}。",
    "{op}{take}{noun}{n}，其中{close}{m}、{left}{k}。",
    "{op}{noun}{take}总量为{n}，已{close}{m}，{left}{k}。",
    "{op}累计{take}{noun}{n}；{close}{m}；{left}{k}。",
)
def intake_closed_left(scene: Scene, body: Body) -> Draft:
    """Taken in = closed + left."""
    flow = scene.draw(body.flows)
    done, rest = scene.mostly(flow.low, flow.high)
    n, m, k = scene.counts((done + rest, done, rest), flow.measure)
    return draft(
        sum_of(n, m, k), within(n, m), noun=flow.noun, take=flow.take, close=flow.close, left=flow.left, n=n, m=m, k=k
    )


@form(
    BODIES,
    "{op}{take}{noun}{n}，截至年底{close}{m}，其余{k}{left}。",
    "{take}的{n}{noun}中，{m}已{close}，剩余{k}{left}。",
    "{op}{take}{noun}{n}，除{k}{left}外，{m}均已{close}。",
)
def the_rest_pending(scene: Scene, body: Body) -> Draft:
    """So many closed, the rest pending."""
    flow = scene.draw(body.flows)
    done, rest = scene.mostly(flow.low, flow.high)
    n, m, k = scene.counts((done + rest, done, rest), flow.measure)
    return draft(sum_of(n, m, k), noun=flow.noun, take=flow.take, close=flow.close, left=flow.left, n=n, m=m, k=k)


@form(
    (COURTS, PROCURATORATE, GOVERNANCE),
    "{op}旧存{noun}{a}，新收{b}，合计{n}；办结{m}，未结{k}。",
    "{op}办理{noun}{n}（含上年结转{a}、当年新收{b}），办结{m}，未结{k}。",
    "{noun}方面，上年结转{a}，当年新收{b}，共{n}，全年办结{m}，转入下年{k}。",
)
def carried_over(scene: Scene, body: Body) -> Draft:
    """Carried over + new = closed + left."""
    flow = scene.draw(body.flows)
    done, rest = scene.mostly(flow.low, flow.high)
    old = max(1, round((done + rest) * scene.rng.uniform(0.02, 0.15)))
    values = (done + rest, old, done + rest - old, done, rest)
    n, a, b, m, k = scene.counts(values, flow.measure)
    return draft(sum_of(n, a, b), sum_of(n, m, k), noun=flow.noun, n=n, a=a, b=b, m=m, k=k)


@form(
    (COURTS,),
    "{op}受理{noun}{n}{p}，审结{a}{q}，已开庭待宣判{b}，未开庭{c}。",
    "{op}共收{noun}{n}{p}，其中审结{a}{q}，开庭后尚未宣判{b}，尚未开庭{c}。",
)
def hearing_states(scene: Scene, body: Body) -> Draft:
    """Cases taken in = closed + heard + unheard, with persons stacked on the first two."""
    noun = scene.draw(("危害税收征管案件", "非法集资刑事案件", "走私犯罪案件", "侵犯公民个人信息案件"))
    closed, heard, unheard = scene.between(40, 180), scene.between(3, 20), scene.between(2, 12)
    per = scene.rng.uniform(3.2, 9.5)
    measure = scene.pick("案", "件", "件")
    n, a, b, c = scene.counts((closed + heard + unheard, closed, heard, unheard), measure)
    p = scene.count(round((closed + heard + unheard) * per), "人")
    q = scene.count(round(closed * per), "人")
    return draft(sum_of(n, a, b, c), stack(n, p), stack(a, q), within(p, q), noun=noun, n=n, p=p, a=a, q=q, b=b, c=c)


@form(
    (PROCURATORATE,),
    "{op}审结{noun}{n}，分别作出起诉决定{a}、不起诉决定{b}、移送其他院管辖{c}。",
    "{op}对{noun}{n}作出处理，即提起公诉{a}、决定不起诉{b}、改变管辖{c}。",
    "审结的{noun}{n}中，起诉、不起诉、移送他院的分别为{a}、{b}、{c}。",
)
def disposed(scene: Scene, body: Body) -> Draft:
    """Persons disposed of = charged + not charged + sent elsewhere."""
    noun = scene.draw(("经济犯罪嫌疑人", "毒品犯罪嫌疑人", "环境资源犯罪嫌疑人", "职务犯罪嫌疑人"))
    base = scene.between(60, 900)
    a, b, c = scene.counts((base, max(3, base // scene.pick(5, 7, 9)), scene.between(2, 14)), "人")
    n = scene.count(int(a.low + b.low + c.low), "人")
    return draft(sum_of(n, a, b, c), noun=noun, n=n, a=a, b=b, c=c)


@form(
    (COURTS, POLICE, GOVERNANCE, EMERGENCY),
    "年末召开的{meeting}应到{n}，实到{a}，请假{b}，符合规定人数。",
    "{year}年12月，{meeting}如期举行，应到会{n}，到会{a}，缺席{b}。",
)
def attendance(scene: Scene, body: Body) -> Draft:
    """Those due = present + absent."""
    meeting = scene.draw(("平安建设工作会议", "执法监督员座谈会", "述职评议会", "行风监督员会议"))
    present, absent = scene.between(60, 480), scene.between(2, 24)
    n, a, b = scene.counts((present + absent, present, absent), "人")
    return draft(sum_of(n, a, b), meeting=meeting, n=n, a=a, b=b)


@form(
    BODIES,
    "{op}{act}{noun}{n}，由{items}构成。",
    "{op}{act}{noun}共{n}，分别为{items}。",
    "{op}共{act}{noun}{n}，按类别划分，{items}。",
)
def made_up_of(scene: Scene, body: Body) -> Draft:
    """A total first, then all its kinds."""
    family = scene.draw(body.families)
    values = scene.pieces(family.low, family.high, len(family.kinds))
    n = scene.count(sum(values), family.measure)
    items = scene.counts(values, family.measure)
    return draft(sum_of(n, *items), act=family.act, noun=family.noun, n=n, items=listing(family.kinds, items))


@form(
    BODIES,
    "{op}{act}{items}，以上各类{noun}合计{n}。",
    "分类看，{items}，{op}{act}{noun}总计{n}。",
    "{op}{act}{names}分别为{numbers}，{noun}合计{n}。",
)
def kinds_then_total(scene: Scene, body: Body) -> Draft:
    """All kinds first, then the total."""
    family = scene.draw(body.families)
    values = scene.pieces(family.low, family.high, len(family.kinds))
    items = scene.counts(values, family.measure)
    n = scene.count(sum(values), family.measure)
    words = {"act": family.act, "noun": family.noun, "names": "、".join(family.kinds)}
    return draft(sum_of(n, *items), **words, n=n, items=listing(family.kinds, items), numbers=row(items, "和"))


@form(
    BODIES,
    "{op}{act}{noun}{n}，其中{one}{a}、{two}{b}，两项合计{s}。",
    "{op}{act}{noun}{n}，{one}和{two}分别为{a}、{b}，两者相加共{s}，居于前列。",
)
def two_together(scene: Scene, body: Body) -> Draft:
    """Two of several kinds and their sum, within a total."""
    family = scene.draw(body.families)
    first, second, *others = scene.pieces(family.low, family.high, len(family.kinds))
    n, a, b = scene.counts((first + second + sum(others), first, second), family.measure)
    s = scene.count(first + second, family.measure)
    words = {"act": family.act, "noun": family.noun, "one": family.kinds[0], "two": family.kinds[1]}
    return draft(sum_of(s, a, b), within(n, a, b, s), **words, n=n, a=a, b=b, s=s)


@form(
    (POLICE, PROCURATORATE, COURTS),
    "{op}{text}{n}，包括{first}{a}、{second}{b}两部分。",
    "{op}{text}共{n}，由{first}{a}和{second}{b}组成。",
)
def money_parts(scene: Scene, body: Body) -> Draft:
    """An amount of two amounts, 亿 and 万 mixed."""
    fund = scene.draw([fund for fund in body.funds if fund.high >= 10_000])
    big = scene.between(fund.low, fund.high) // 100 * 100 + 100
    a, b = scene.money(big), scene.money(big // scene.pick(3, 6, 11) // 100 * 100 + 100)
    n = scene.money(int((a.low + b.low) / 10_000))
    first, second = scene.pick(("现金存款", "房产车辆折价"), ("到案款", "异地执行款"), ("银行账户资金", "理财产品"))
    return draft(sum_of(n, a, b), text=fund.text, first=first, second=second, n=n, a=a, b=b)


@form(
    BODIES,
    "分季度看，{text}依次为{numbers}，全年合计{n}。",
    "四个季度{text}分别为{numbers}，全年累计{n}。",
)
def quarters(scene: Scene, body: Body) -> Draft:
    """Four quarters and the year."""
    deed = scene.draw(body.deeds)
    items = scene.counts(scene.pieces(max(deed.low, 40), deed.high, 4), deed.measure)
    n = scene.count(int(sum(item.low for item in items)), deed.measure)
    return draft(sum_of(n, *items), aligned(items), text=deed.text, numbers=row(items), n=n)


@form(
    BODIES,
    "{names}分别{text}{numbers}，三地共计{n}。",
    "{op}{text}较多的{names}分别为{numbers}，三地合计{n}。",
)
def three_districts(scene: Scene, body: Body) -> Draft:
    """Three districts and their sum."""
    deed = scene.draw(body.deeds)
    items = scene.counts(scene.pieces(max(deed.low, 40), deed.high, 3), deed.measure)
    n = scene.count(int(sum(item.low for item in items)), deed.measure)
    names = "、".join(scene.districts(3))
    return draft(sum_of(n, *items), aligned(items), names=names, text=deed.text, numbers=row(items, "和"), n=n)


@form(
    (TRAFFIC,),
    "{op}共接报{noun}{x}，造成死亡{a}、受伤{b}，伤亡合计{n}。",
    "{noun}全年发生{x}，死亡{a}、受伤{b}，死伤共{n}。",
)
def road_harm(scene: Scene, body: Body) -> Draft:
    """Accidents; dead + hurt = casualties."""
    noun = scene.draw(("摩托车肇事事故", "农用车伤人事故", "国省道伤人事故", "行人横穿事故"))
    dead, hurt = scene.between(4, 40), scene.between(30, 320)
    x = scene.count(hurt + scene.between(4, 60), "起")
    a, b, n = scene.counts((dead, hurt, dead + hurt), "人")
    return draft(sum_of(n, a, b), noun=noun, x=x, a=a, b=b, n=n)


@form(
    BODIES,
    "上半年{text}{a}，下半年{b}，全年共{n}。",
    "{text}上半年为{a}、下半年为{b}，两个半年合计{n}。",
)
def half_years(scene: Scene, body: Body) -> Draft:
    """Two halves and the year."""
    deed = scene.draw(body.deeds)
    a, b = scene.counts(scene.pieces(max(deed.low, 20), deed.high, 2), deed.measure)
    n = scene.count(int(a.low + b.low), deed.measure)
    return draft(sum_of(n, a, b), text=deed.text, a=a, b=b, n=n)

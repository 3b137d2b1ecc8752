"""Things stated twice: once in their section, once near the report's end."""

from __future__ import annotations

from genre.bodies import BODIES, Body
from genre.figures import Draft, draft, same
from genre.registry import form
from genre.scene import Scene


@form(
    BODIES,
    "{year}年，{who}共{text}{a}。||{year}年，{who}{text}{b}，成效有目共睹。",
    "全年{who}{text}{a}，受到群众好评。||回头看，全年{who}{text}{b}，相关经验在全省交流。",
    "全年，{who}累计{text}{a}，完成既定任务。||一组数字印证实效：全年{who}累计{text}{b}。",
)
def deed_twice(scene: Scene, body: Body) -> Draft:
    """One deed's count, repeated as it is."""
    deed = scene.draw(body.deeds)
    value = scene.between(max(deed.low, 40), deed.high)
    a, b = scene.count(value, deed.measure), scene.count(value, deed.measure)
    return draft(same(a, b), text=deed.text, a=a, b=b)


@form(
    BODIES,
    "{year}年，{who}共{take}{noun}{a}。||综合全年情况，{year}年{who}共{take}{noun}{b}。",
    "全年{who}{take}{noun}{a}，总体平稳。||数据显示，全年{who}{take}{noun}{b}。",
)
def intake_twice(scene: Scene, body: Body) -> Draft:
    """The intake of one kind of work, repeated."""
    flow = scene.draw(body.flows)
    value = scene.between(flow.low, flow.high)
    if value >= 10_000:
        value = value // 100 * 100
    a, b = scene.count(value, flow.measure), scene.figure(value, flow.measure)
    return draft(same(a, b), take=flow.take, noun=flow.noun, a=a, b=b)


@form(
    BODIES,
    "全年，{who}{text}{a}。||全年{who}{text}{b}，工作力度明显加大。",
    "{year}年，{who}持续{text}{a}。||{year}年，{who}持续{text}{b}，有效夯实了基础。",
)
def vague_echo(scene: Scene, body: Body) -> Draft:
    """An exact count, repeated with 余 as fits it."""
    deed = scene.draw([deed for deed in body.deeds if deed.high >= 600])
    stem = scene.between(12, 98)
    scale = 100 if deed.high >= 5000 else 10
    value = stem * scale + scene.rng.randint(2, scale - 1)
    a = scene.figure(value, deed.measure)
    b = scene.figure(stem * scale, deed.measure, approx="over", after="余")
    return draft(same(a, b), text=deed.text, a=a, b=b)


@form(
    BODIES,
    "{year}年，{who}{noun}为{a}。||数字背后是民心，{year}年{who}{noun}为{b}。",
    "全年{who}{noun}{a}。||对照年初目标，全年{who}{noun}{b}，超出预定水平。",
)
def rate_twice(scene: Scene, body: Body) -> Draft:
    """A rate, repeated."""
    rate = scene.draw(body.rates)
    a = scene.loose_percent(rate.low, rate.high, rate="share")
    b = scene.exactly(a.low, "%", rate="share")
    return draft(same(a, b), noun=rate.noun, a=a, b=b)


@form(
    BODIES,
    "全年{who}{fund}{a}。||回望全年，{who}{fund}{b}，真金白银惠及群众。",
    "{year}年，{who}{fund}{a}。||总的看，{year}年{who}{fund}{b}。",
)
def money_twice(scene: Scene, body: Body) -> Draft:
    """An amount, repeated in another way of writing."""
    fund = scene.draw(body.funds)
    size = scene.between(fund.low, fund.high)
    return draft(same(a := scene.money(size), b := scene.money(size)), fund=fund.text, a=a, b=b)

"""Sentences whose numbers claim nothing: articles, dates, campaigns, telephones, cases, slogans, places, thresholds."""

from __future__ import annotations

from genre.bodies import BODIES, COURTS, JUSTICE, NUMBERED_PLACES, POLICE, PROCURATORATE, Body
from genre.figures import Aside, Draft, draft
from genre.registry import form
from genre.scene import Scene

CAMPAIGNS = ("百日攻坚", "一村一警", "千名干警进万家", "双随机一公开", "三零创建", "1+6+N", "九防九查", "五进五送")
SLOGANS = ("两个维护", "四个意识", "三个规定", "十个严禁", "五个过硬", "六稳六保", "八项规定精神", "“十四五”规划")
LAWS = {
    "courts": ("刑法", "民事诉讼法"),
    "procuratorate": ("刑事诉讼法", "未成年人保护法"),
    "police": ("治安管理处罚法", "反电信网络诈骗法"),
    "traffic": ("道路交通安全法", "校车安全管理条例"),
    "justice": ("行政复议法", "社区矫正法"),
    "emergency": ("安全生产法", "消防法"),
    "governance": ("信访工作条例", "反有组织犯罪法"),
}
LINES = {
    "courts": ("12368诉讼服务热线",),
    "procuratorate": ("12309检察服务热线",),
    "police": ("110报警电话", "96110反诈专线"),
    "traffic": ("122交通事故报警台",),
    "justice": ("12348公共法律服务热线",),
    "emergency": ("12350安全举报电话", "119火警电话"),
    "governance": ("12345政务服务热线", "12355青少年服务台"),
}


@form(
    BODIES,
    "严格适用{law}{article}，统一裁量尺度。",
    "围绕{law}{article}的理解与执行，组织专题研讨。",
)
def law_article(scene: Scene, body: Body) -> Draft:
    """A law and its article."""
    law = scene.draw(LAWS[body.name])
    article = scene.pick("第二百六十六条", "第一百三十三条之一", "第42条第2款", "第十九条", "第五十六条第三款")
    return draft(law=law, article=Aside(article))


@form(
    BODIES,
    "畅通{line}，实行24小时值守。",
    "群众拨打{line}即可反映问题，做到件件有回音、事事有着落。",
)
def hotline(scene: Scene, body: Body) -> Draft:
    """A telephone number."""
    return draft(line=scene.draw(LINES[body.name]))


@form(
    BODIES,
    "深入开展“{name}”行动，掀起一轮又一轮攻势。",
    "以“{name}”为抓手，推动各项任务落细落地。",
)
def campaign(scene: Scene, body: Body) -> Draft:
    """A campaign with a number in its name."""
    return draft(name=scene.draw((f"净网{scene.year}", *CAMPAIGNS)))


@form(
    BODIES,
    "{month}月{day}日，召开{name}，对重点任务再动员再部署。",
    "{year}年{month}月{day}日下午，{name}在{city}召开。",
)
def meeting(scene: Scene, body: Body) -> Draft:
    """A dated meeting with an ordinal."""
    names = ("第二次全体会议", "第三次推进会", "十届五次全会", "市委政法委第7次专题会", "第一次联席会议")
    month, day = scene.rng.randint(1, 12), scene.rng.randint(1, 28)
    return draft(name=scene.draw(names), month=f"{month}", day=f"{day}")


@form(
    (POLICE, PROCURATORATE, COURTS),
    "成功侦办“{day}”专案，斩断跨省黑灰产业链。",
    "“{day}”特大案件告破，首犯落网，社会反响强烈。",
)
def named_case(scene: Scene, body: Body) -> Draft:
    """A case called by its date."""
    scene.draw(("专案",))
    day = f"{scene.rng.randint(1, 12)}{scene.pick('·', '.')}{scene.rng.randint(2, 28)}"
    return draft(day=Aside(day))


@form(
    BODIES,
    "认真贯彻{city}政发〔{last}〕{number}号文件要求，细化责任清单。",
    "对照市政办〔{last}〕{number}号通知，逐条抓好整改。",
)
def document_number(scene: Scene, body: Body) -> Draft:
    """The number of a document."""
    scene.draw(("文号",))
    return draft(number=f"{scene.rng.randint(3, 90)}")


@form(
    (COURTS,),
    "（{year}）{prefix}民初{number}号案件入选年度优秀裁判文书。",
    "发布（{last}）{prefix}刑终{number}号等示范判例，规则引领作用进一步显现。",
)
def case_number(scene: Scene, body: Body) -> Draft:
    """A court's case number."""
    scene.draw(("案号",))
    return draft(prefix=f"云{scene.rng.randint(10, 40):02d}", number=f"{scene.rng.randint(12, 4800)}")


@form(
    BODIES,
    "{place}探索形成的做法在面上推开，基层基础进一步夯实。",
    "总结推广{place}经验，推动服务零距离、问题早发现。",
)
def numbered_place(scene: Scene, body: Body) -> Draft:
    """A place with a numeral in its name."""
    return draft(place=scene.draw(NUMBERED_PLACES))


@form(
    (COURTS, POLICE, PROCURATORATE),
    "{op}办理标的额{limit}的重大案件{a}，无一超期。",
    "{op}对涉案金额{limit}的案件逐件会商，全年共{a}。",
)
def threshold(scene: Scene, body: Body) -> Draft:
    """A threshold in a name, before a count that is a claim."""
    scene.draw(("门槛",))
    limit = scene.pick("500万元以上", "1000万元以上", "5万元以上", "三千万元以上", "1亿元以上")
    return draft(limit=Aside(limit), a=scene.count(scene.between(12, 190), "件"))


@form(
    BODIES,
    "坚持{slogan}，推动队伍建设再上新台阶。",
    "牢记{slogan}，一体推进政治建设与业务建设。",
    "始终把{slogan}贯穿全过程，干警精气神进一步提振。",
)
def slogan(scene: Scene, body: Body) -> Draft:
    """A numbered slogan."""
    return draft(slogan=scene.draw(SLOGANS))


@form(
    (POLICE, JUSTICE),
    "{time}，值班人员接到求助后迅速到场，走失老人转危为安。",
    "{month}月{day}日{time}许，巡逻民警在{place}附近处置突发状况，未造成后果。",
)
def clock_time(scene: Scene, body: Body) -> Draft:
    """A clock time and an indefinite one."""
    scene.draw(("时刻",))
    time = scene.pick("凌晨2时40分", "12时30分", "23:15", "晚8点50分")
    words = {"month": f"{scene.rng.randint(1, 12)}", "day": f"{scene.rng.randint(1, 28)}"}
    return draft(time=Aside(time), place=scene.pick(*NUMBERED_PLACES), **words)


@form(
    BODIES,
    "{noun}居全省第{rank}位，较好完成年度目标。",
    "在全省综合评议中{noun}排名第{rank}，位次稳中有进。",
)
def ranked(scene: Scene, body: Body) -> Draft:
    """A rank."""
    return draft(noun=scene.draw(body.rates).noun, rank=scene.pick("一", "二", "3", "4", "5"))

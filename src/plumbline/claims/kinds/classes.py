"""Numbers that bound a class, size up something named, or set a time: 5万元以上大案, 700万吨露天矿, 三年行动, 7日内."""

import re

from plumbline.claims.kinds.spots import Spot
from plumbline.claims.shapes import Kind

MONEY = frozenset("元 美元 欧元 港元 日元 英镑".split())
DURATION = frozenset("年 个月 天 小时 分钟 日 个工作日 工作日 周 学时".split())
BOUNDING = MONEY | frozenset("年 小时 岁 周岁 个月 天".split())
HEADS = frozenset("人 座 层 级 名".split())
LIMITS = ("以上", "以下", "以内", "之上")
GOES_ON = frozenset("并且而和及与或")
OWNERS = re.compile(
    r"(?:的[^，。；、\n0-9]{0,8}?|[非民规工重大优]?[公营上业大质]?)"
    r"(?:企业|项目|部分|产业|集群|园区|县|镇|村|单位|机构|案件|大案|纳税人|商户|主体|平台|公司|行业|产品|品牌|商场|门店|基地"
    r"|订单|贷款|家庭)"
)
TITLE = re.compile(r"(?:具体|硬|惠企|政策)?(?:措施|规定|意见|举措|禁令|办法|政策|干货)")


def threshold(s: Spot) -> Kind | None:
    """Name a number that bounds a class (5万元以上大案, 超5亿元的项目) or counts the articles of a rule (28条规定)."""
    if s.m.unit == "条" and s.follows(TITLE):
        return "name"
    if s.text[s.m.end - 2 : s.m.end] in LIMITS:
        return "name" if not s.ended and s.next not in GOES_ON and _bounds_class(s) else None
    return "name" if s.m.word and s.m.approx in ("over", "under") and s.m.unit in MONEY and s.follows(OWNERS) else None


def _bounds_class(s: Spot) -> bool:
    small = s.m.unit in HEADS and s.at_most(20) and s.before_word
    return s.next == "的" or s.m.unit in BOUNDING or small


OPENS_SIZE = re.compile(r"(?:年产|日处理|年处理|日产|装机|总装机|时速)$")
SPEED_LIMIT = re.compile(r"(?:限速|最高时速)$")
SIZES = frozenset(
    "吨 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 吉瓦时 千伏安 伏 平方米 平方公里 立方米 MW GW kW 台套 羽 吨标准煤".split()
)
FACILITY = re.compile(
    r"[^，。；、,;:：()的\n]{0,9}?(?:项目|工程|煤矿|露天矿|电站|生产线|风电|光伏|热电|机组|提质|棚改|装置|园区|水厂|污水处理"
    r"|变电站|输变电|化肥|储能|专用车|基地|炼化|乙烯|线路|水库|粮仓|冷库|船闸|码头|泊位|船舶|轮船|酒店|医院|病床|[一二三四五]期)"
)
DISTRICT = re.compile(r"[^，。；、\n]{0,8}区")
GRADE = re.compile("级(?!别|联)")


def capacity(s: Spot) -> Kind | None:
    """Name a number that is the size of something in its name: 700万吨露天矿, 年产3000辆专用车项目, 220千伏, 30万吨级航道."""
    if s.m.unit == "千伏" or (s.before_word and s.after(OPENS_SIZE, 4)) or s.after(SPEED_LIMIT, 4):
        return "name"
    if s.m.unit not in SIZES or s.ended:
        return None
    facility = s.m.approx == "exact" and (s.follows(FACILITY) or (s.m.unit == "平方公里" and s.follows(DISTRICT)))
    return "name" if facility or s.follows(GRADE) else None


PLAN = re.compile(
    r"的?(?:(?!累计|完成|实施|开展|推进|启动|投入|时间|来|内)[\u4e00-\u9fff]){0,8}?(?:行动|计划|规划|目标)(?![外中])"
    r"|的?(?:期|制|禁渔|攻坚|目标|蓝图|免签|过境|过渡|任期|有效期|工程|大计|奋斗目标|无理由|三级跳|义务教育|一贯制|一[届次任度评换轮])"
)
LIMIT = re.compile("之?内|一遇|(?:或|至|到|、)[^，。；、]{1,4}年一遇|有期徒刑以[上下]|以内(?=[\u4e00-\u9fff])")
CIRCLE = re.compile(r"[^，。；、\n0-9]{0,8}圈|(?:最大)?(?:降[雨水]|雨强)")
MUST_NOT = re.compile("不得$")
SCHOOLING = re.compile("学前$")
ROUND_THE_CLOCK = re.compile("(?:每天|全天|日夜|昼夜|实行|坚持)$")


def duration(s: Spot) -> Kind | None:
    """Name a time that titles a plan or sets a limit (三年行动, 7日内); tell a period from a length of time (连续五年)."""
    if s.m.unit not in DURATION:
        return None
    if s.follows(LIMIT) or s.prev == "每" or s.after(SCHOOLING, 2) or (s.m.word and s.after(MUST_NOT, 2)):
        return "name"
    if s.after(LASTS):
        return None
    if s.follows(PLAN):
        return "name"
    if s.m.unit in ("小时", "分钟") and (s.follows(CIRCLE) or (s.digits == "24" and s.after(ROUND_THE_CLOCK, 2))):
        return "name"
    return "period" if s.m.unit == "年" and s.m.approx == "exact" and s.at_most(30) and _sums_up(s) else None


LASTS = re.compile(
    r"(?:连续|时隔|历时|为期|经过|长达|提前|延长|缩短|徒刑|判处|用时?|超过?|满|跨度|达到?|晚|早|再|共|剥夺政治权利|拘役|管制|缓刑)$"
)
SUMS_UP = re.compile("累计|总共|共(?![同享建治])|年均|增长|增加|翻|净增|新增|减少|下降|的?(?:发展|奋斗)?历程")


def _sums_up(s: Spot) -> bool:
    """五年累计投入, 这是…的五年。"""
    return s.follows(SUMS_UP) or (s.ended and s.prev in ("的", "个"))

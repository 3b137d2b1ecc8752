"""Which numbers are claims: a count of something done, an amount, a rate; and which only look like it."""

import re
from decimal import Decimal

from plumbline.claims.lexicon import ABSTRACT_NOUNS, IDIOMS
from plumbline.claims.mentions import Mention, unit_at
from plumbline.claims.shapes import Kind

HAN = re.compile(r"[\u4e00-\u9fff]")
PERSONS = frozenset("名 位 起 件 人 例 案 宗 户 人次".split())
NAMING = frozenset("级 代 路 线 版 号 字 大 口 面 层 道 段 站 类 种 款 片 国 行 厂 园 眼 族 网 点 节 页 集 票 岁 周年 周岁 世纪 校 院 店 城 局 县 市 省 区 乡 镇 村 街道 社区 企 度 词 单 笔 首 本 手 股 轮 列 步 剂 队 组 对 门 席 顷 斤 两 分钟 日 月 天 周 期 场 届 块 把 根 盘 成".split())
CAPACITY = frozenset("吨 千瓦 兆瓦 吉瓦 千伏 千伏安 伏 平方米 立方米 亿立方米 立方 MW GW kW 亩 张 辆 台套 台 头 只 羽 人 床 公里 米 吨标准煤 度".split())
FACILITY = re.compile(r"(?:[^，。；、,;:：()的\n]{0,9}?)(?:项目|工程|煤矿|电站|生产线|风电|光伏|热电|机组|提质|棚改|装置|园区|水厂|污水处理|变电站|输变电|化肥|储能|专用车|基地|炼化|乙烯|线路|水库|粮仓|冷库|船闸|码头|泊位|船舶|轮船|酒店|医院|病床)")
OPENS_NAME = re.compile(r"(?:年产|日处理|年处理|日产|装机|总装机|时速)$")
PLAN_TITLE = re.compile(r"(?:的)?(?:行动|计划|规划|期|制|禁渔|攻坚|目标|蓝图|免签|过境|过渡|任期|有效期|工程|大计)")
INCIDENT = re.compile(r"[^，。；\n]{0,10}(?:案|事故|事件|纠纷|火灾|警情|险情)")
ZERO = re.compile(r"(?:上访|发生|事故|死亡|发案|伤亡|投诉|差错|感染|增长|违纪|违法|缺席|失误|复发|返贫|信访|火灾|积压|超期|立案|瞒报)")
ABSTRACT = re.compile("|".join(ABSTRACT_NOUNS))
ENDS = frozenset("，。；、,;:：()！？!?\n”“ …")
RULE = re.compile(r"(?:具体|硬|惠企|政策)?(?:措施|规定|意见|举措|禁令|办法|政策|干货)")
DURATION = frozenset("年 个月 天 小时 分钟 日 个工作日 工作日".split())
SINGLE = frozenset("一二两三四五六七八九十")
LOOSE = frozenset("百千万亿")


def kind_of(text: str, m: Mention) -> Kind:
    """Say what the number ``m`` of the plain ``text`` is: a quantity, or which kind of number that is none."""
    if m.form == "fused":
        return "fused"
    if m.unit in ("%", "‰", "个百分点", "倍") or m.form == "fraction":
        return _ratio_kind(text, m)
    if _threshold(text, m) or _capacity(text, m):
        return "name"
    if not m.unit:
        return _bare_kind(text, m)
    if m.unit == "级" and isinstance(m.value, tuple):
        return "ordinal"
    digits = text[m.digits : m.unit_start]
    if digits[0] in "0123456789":
        return _arabic_kind(text, m, digits)
    return _chinese_kind(text, m, digits)


def _ratio_kind(text: str, m: Mention) -> Kind:
    if m.form == "percent" and text[m.digits : m.unit_start] in ("百分之百",) and text[m.end : m.end + 1] == "地":
        return "name"
    return "quantity"


def _threshold(text: str, m: Mention) -> bool:
    """Say whether the number bounds a class (5万元以上大案) rather than counts something."""
    after = text[m.end : m.end + 4]
    if m.unit in DURATION and (after[:1] == "内" or after[:2] in ("之内", "一遇", "有期") or (text[m.end - 2 : m.end] == "以内" and HAN.match(after))):
        return True
    if m.unit == "条" and RULE.match(after):
        return True
    if text[m.end - 2 : m.end] in ("以上", "以下", "以内"):
        if isinstance(m.value, Decimal) and m.value <= 20 and m.unit in ("人", "座", "层", "级", "名", "个", "件", "起", "次") and HAN.match(after):
            return True
        return bool(after) and after[0] not in ENDS and m.unit in ("元", "年", "小时", "岁", "个月", "天")
    return m.approx == "over" and m.begin_word and m.unit == "元" and bool(re.match("的?(?:项目|企业|工业企业|集群|产业|园区|大项目)", after))


def _capacity(text: str, m: Mention) -> bool:
    """Say whether the number is a size inside a facility's name (700万吨露天煤矿)."""
    if OPENS_NAME.search(text, max(0, m.start - 4), m.start):
        return bool(HAN.match(text, m.end)) and text[m.end] not in "，"
    if m.unit_written not in CAPACITY or m.approx != "exact":
        return False
    return m.unit not in ("人", "台", "辆", "张", "亩", "公里", "米", "头", "只", "度", "床") and bool(FACILITY.match(text, m.end)) and text[m.end : m.end + 1] not in ENDS


def _bare_kind(text: str, m: Mention) -> Kind:
    after = text[m.end : m.end + 1]
    digits = text[m.digits : m.end]
    if digits[0] == "零":
        return "quantity" if digits == "零" and ZERO.match(text, m.end) else "name"
    if digits[0] not in "0123456789":
        return "name"
    if digits[-1] in "万亿" and (len(digits) > 1):
        return "quantity"
    if after in ":∶" and after and text[m.end + 1 : m.end + 2].isdigit() or text[m.start - 1 : m.start] in (":", "∶") and text[m.start - 2 : m.start - 1].isdigit():
        m.form = "proportion"
        return "quantity"
    if isinstance(m.value, Decimal) and 1900 <= m.value <= 2100 and "," not in digits and len(digits) == 4:
        return "name"
    before = text[m.start - 1 : m.start]
    return "quantity" if (after in ENDS or not after) and after not in ("”", ":", ")") and before and (HAN.match(before) or before in ":：") else "name"


def _arabic_kind(text: str, m: Mention, digits: str) -> Kind:
    if m.unit in ("日", "月", "号"):
        return "date"
    if m.unit in ("级", "代", "路", "线", "版", "岁", "周年", "字", "口", "度", "节", "届", "族"):
        return "quantity" if m.unit in ("口",) and m.value and m.value > 20 else "name" # type: ignore[operator]
    if m.unit in ("年", "天", "小时", "个月", "分钟") and PLAN_TITLE.match(text, m.end):
        return "name"
    if m.unit in ("个", "项", "大") and ABSTRACT.match(text, m.end) and m.value and not isinstance(m.value, tuple) and m.value <= 12:
        return "name"
    whole = digits.replace(",", "")
    if whole.isdecimal() and "," not in digits and len(whole) >= (11 if m.unit in ("元",) else 8):
        return "fused"
    return "quantity"


def _chinese_kind(text: str, m: Mention, digits: str) -> Kind:
    if digits in SINGLE:
        return _small_kind(text, m, digits)
    if digits in LOOSE and m.approx == "exact":
        return "name"
    if m.unit in NAMING and m.unit not in ("年", "天") and m.approx == "exact" and m.unit not in ("笔", "场", "期", "分钟", "本", "户"):
        return "name"
    if m.unit in ("年", "天", "周") and PLAN_TITLE.match(text, m.end):
        return "name"
    if all(c in LOOSE for c in digits) and m.approx == "exact" and HAN.match(text, m.end):
        return "name"
    return "quantity"


def _small_kind(text: str, m: Mention, digits: str) -> Kind:
    if digits == "一":
        return _one_kind(text, m)
    if m.unit in NAMING and m.approx == "exact":
        return "name"
    if m.unit in ("年", "天", "周", "个月") and PLAN_TITLE.match(text, m.end):
        return "name"
    if m.unit in ("个", "项", "条") and ABSTRACT.match(text, m.end):
        return "name"
    if m.unit == "项" and text[m.end : m.end + 1] not in ENDS and m.end < len(text):
        return "name"
    return "quantity"


def _one_kind(text: str, m: Mention) -> Kind:
    before = text[m.start - 1 : m.start]
    if m.approx == "over" and m.unit in ("年", "个月", "天", "小时"):
        return "quantity"
    if before in tuple("这那同每另某哪任唯第逐统有在") or m.unit not in PERSONS or text[m.end : m.end + 1] == "一":
        return "name"
    if m.unit == "起":
        return "quantity" if INCIDENT.match(text, m.end) and text[m.end : m.end + 1] not in ENDS else "name"
    return "name" if m.unit in ("件", "人次", "人", "户") and (text[m.end : m.end + 1] in "事大人均次" or before not in ENDS and m.unit in ("户",)) else "quantity"


IDIOM_SET = frozenset(IDIOMS)

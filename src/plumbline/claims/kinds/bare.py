"""Numbers without a measure word: 受理案件113, 551万农村人口, 3.6:48:48.4, 零上访, 3000多群众; and names (500强, 附件1)."""

import re

from plumbline.claims.kinds.spots import HAN, Spot
from plumbline.claims.numbers.single import LARGE
from plumbline.claims.shapes import Kind
from plumbline.numerals import POWERS

NIL = re.compile(
    "(?:上访|发生|事故|死亡|发案|伤亡|投诉|差错|感染|增长|违纪|违法|缺席|失误|复发|返贫|信访|火灾|积压|超期|立案|瞒报|警情|命案|案件|重复|脱管"
    "|漏管|再犯|重新犯罪|越级|进京|非访|错案|败诉|责任|污染|辍学|新增|炒作|聚集|失联|溺亡|中毒|受伤|遗漏|逾期|退回)"
)
IS_NIL = re.compile("(?:为|是|达到?|降至|降为|保持|实现)$")
NIL_COUNT = re.compile(r"[\u4e00-\u9fff:]$")
FROM = ("从", "由")
MOVES_TO = re.compile("(?:缩小|收窄|提升|提高|增加|上升|扩大|下降|降低|减少|回落|调整|增|升|降|减)[至到为]")
LABEL = re.compile(
    r"(?:附件|附表|附录|表|图|专栏|专题|案例|例|注|编号|代码|型号|序号|房间|门牌|卷|页|前|居|第|列|位|其|之)$"
)
COUNTED = re.compile(
    r"(?:案件|案|受理|审结|办结|结案|执结|收案|立案|起诉|逮捕|批捕|抓获|破获|化解|调解|移送|纠纷|人数|件数|次数|户数|数|总量|总额|人员?)"
    r"(?:为|是|达|共|:|约)?$"
)
PEOPLE = re.compile(
    "群众|民警|干警|警力|居民|村民|学生|职工|员工|游客|旅客|官兵|消防员|消防救援|志愿者|党员|干部|警察|网格员|检察官|法官|律师|教师|农民|人民|师生|老人|儿童"
    "|未成年人|企业|家庭|农户|用户|市民|司乘|驾驶人|村干部|农村|城镇|贫困|移民|参保|婴幼儿|常住|人口"
)
PHONE = re.compile(r"1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}|(?:19|20)[0-9]{6}|400-?[0-9-]{7,8}")
LONGEST_COUNT, LONGEST_SUM = 7, 10
"""Digits in a count, and in a sum of money, that anyone prints without commas or 万; more is two numbers run together."""


def bare(s: Spot) -> Kind:
    """Say what a number without a unit is."""
    if s.m.form == "proportion":
        return "quantity"
    if s.digits in ("零", "〇", "0"):
        return _nil(s)
    if isinstance(s.m.value, tuple):
        return "name"
    return _arabic(s) if s.arabic else _chinese(s)


def _nil(s: Spot) -> Kind:
    """零上访 and 死亡人数为零 are counts, 零售 and 附件0 are not."""
    counted = s.follows(NIL) or (s.ended and s.after(IS_NIL if s.digits != "0" else NIL_COUNT, 3))
    return "quantity" if counted else "name"


def _chinese(s: Spot) -> Kind:
    """百余民警, 产值突破百亿, 三千万农村人口: a power, and either vague or large."""
    digits = s.digits.rstrip("余多来")
    vague = s.m.approx != "exact" and (s.ended or s.follows(PEOPLE))
    large = len(digits) > 1 and digits[-1:] in LARGE and digits[0] not in POWERS
    return "quantity" if large or (vague and digits[-1:] in POWERS) else "name"


def _arabic(s: Spot) -> Kind:
    digits = s.digits.rstrip("余多来+")
    if digits[-1:] in LARGE and len(digits) > 1:
        return "quantity"
    if too_long(digits):
        return _long(s, digits)
    if s.after(COUNTED) and (s.ended or not _year(s, digits)):
        return "quantity"
    if _year(s, digits) or s.after(LABEL, 2):
        return "name"
    return "quantity" if _stands_alone(s) or _of_people(s) or (s.prev in FROM and s.follows(MOVES_TO)) else "name"


def _year(s: Spot, digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdecimal()


def _stands_alone(s: Spot) -> bool:
    """受理案件113，: a word before it and the end of the phrase after it."""
    return s.ended and s.next not in ("”", ":", ")") and (bool(HAN.match(s.prev)) or s.prev == ":")


def _of_people(s: Spot) -> bool:
    """近3000村民, 200余警力, 500民警."""
    vague = s.m.approx != "exact" and not s.at_most(9) and s.before_word
    return vague or s.follows(PEOPLE)


def too_long(digits: str, unit: str = "") -> bool:
    """Say whether a run of digits is longer than any count is printed; a sum in 元 may be longer."""
    return digits.isdecimal() and len(digits) > (LONGEST_SUM if unit in ("元", "美元") else LONGEST_COUNT)


def _long(s: Spot, digits: str) -> Kind:
    return "fused" if HAN.match(s.prev) and not PHONE.fullmatch(digits) else "name"

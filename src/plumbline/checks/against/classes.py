"""Classes of case that no scope is: named once, they narrow the numbers after them (办理套路贷案件14件，抓获187人)."""

import re

from plumbline.checks.against.words import NOISE

KNOWN = re.compile("涉[黑恶霸伞]|黑恶|环境资源")
"""Words for classes of case that the catalogue has."""
EVERY = re.compile("各类|各种|全部|所有")
"""Words by which a number says that it counts every class."""
CRIMINAL = re.compile("刑事案")
NAMED = re.compile(
    "^(?P<class>.*?)(?:类|刑事)?(?:(?<![涉立])案(?!值|涉|情|由|卷)|(?:犯罪)?(?P<person>嫌疑人)|犯罪(?!集团|团伙|线索|分子|记录))"
)
KINDS = re.compile("^(?P<class>.*?)(?P<thing>纠纷|隐患|事故|诉求|警情|集体)$")
"""Things other than cases that are of many kinds."""
NO_KIND = re.compile(
    "排查|受理|接报|调解|调处|化解|发现|整改|销号|复查|验收|合格|督办|挂牌|逾期|未|尚|已|待|再次|办结|答复|解决|交办|转办|处置|发生|在办|正在|办理"
    "|成功|不成|到位|完成|矛盾|安全|道路交通|交通|企业|涉企|表彰|奖励|通报|评选|送奖到岗|先进|为|各类|各种|全部|有效|110|共|的|了|和"
)
"""Words by which such a thing is of no kind of its own."""
PERIPHERAL = re.compile(
    "抓获|抓捕|刑事拘留|刑拘|拘留|执行逮捕|逮捕|重新移送|移送(?:审查)?起诉|审查起诉|审查逮捕|提起公诉|不起诉|起诉|公诉|批准逮捕|不批捕|批捕|提请|决定|作出|立案侦查|立案|侦查|侦破|侦办"
    "|查办|查处|破获|破案|受理|办理|办结|审结|审理|新收|收案|结案|结转|旧存|未结|在办|在侦|移送|退回|补充|撤销|撤回|中止|延长|审限|管辖|改变|指定"
    "|分案|并案|处理|上诉|抗诉|发回|重审|公安机关|检察机关|未|已|开庭|宣判|正在|尚|含|上年|共|依法|涉嫌|违法|严重|突出|打击|惩治|的|了|和|及|与"
)
"""Acts and words of every class."""


def of_class(counted: str) -> str | None:
    """Return the class of case that words name and no scope is; "" for a known one or every class, None for no class."""
    words = NOISE.sub("", counted)
    if KNOWN.search(words) or EVERY.search(words) or CRIMINAL.search(words):
        return ""
    found = NAMED.match(words)
    if not found:
        return None
    left = PERIPHERAL.sub("", found["class"])
    return left if len(left) > 1 else None if found["person"] else ""


def of_kind(counted: str) -> tuple[str, str]:
    """Return the thing that words name and the kind of it (纠纷, 婚姻家庭), both "" where they name none or no kind."""
    found = KINDS.match(NOISE.sub("", counted))
    kind = NO_KIND.sub("", found["class"]) if found else ""
    return (found["thing"], f"{kind}{found['thing']}") if found and len(kind) > 1 else ("", "")

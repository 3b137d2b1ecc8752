"""How near the words of a claim are to the words of a figure. No value is looked at."""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

NOISE = re.compile(r"[\s“”\"'‘’、，,·（）()《》〈〉【】]")
LEAD = re.compile(
    r"^(?:扫黑除恶(?:专项)?(?:斗争)?(?:开展)?(?:以来|中|期间)?|全市|我市|全县|全区|全州|各级|两级|共计|总共|共|累计|合计|总计|全年|先后|依法|经审查|成功(?!调)|从严|从快|一举|仍|尚|已|又|对|建有|现有|设有|圆满|(?:主题|议题)(?=召开))+"
)
TAIL = re.compile(r"(?:人数|(?<!案)件数|案数|起数|数量|总数|总量|数|总额|金额|总值|价值|的|等|共|累计|合计|共计)+$")
SAME: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("侦破|破案(?=刑事案件)"), "破获"),
    (re.compile("刑事审判(?=结|收)"), "刑事案件"),
    (re.compile("(?:决定|作出)不起诉(?:决定)?"), "不起诉"),
    (re.compile("审查起诉阶段"), "审查起诉"),
    (re.compile("退回公安机关"), "退回"),
    (re.compile("提起公诉"), "起诉"),
    (re.compile("批准逮捕"), "批捕"),
    (re.compile("(?:缉捕|抓捕)(?=.{0,8}(?:嫌疑人|人员))"), "抓获"),
    (re.compile("(?:查封|扣押|冻结){3}"), "查扣冻结"),
    (re.compile("移送起诉"), "移送审查起诉"),
    (re.compile("正?在办理"), "在办"),
    (re.compile("尚未开庭"), "未开庭"),
    (re.compile("尚未审结|未审结"), "未结"),
    (re.compile("(?:摸排|排查)(?:发现|出)?"), "排查"),
    (re.compile("涉企(?=诉求)"), "企业"),
    (re.compile("河湖(?=四乱)"), ""),
    (re.compile("表彰奖励"), "表彰"),
)
"""Wordings of one and the same act."""
EXTRA = re.compile("(?:犯罪|涉嫌|嫌疑人|被告人|人员|刑事|依法|的|类|等|共|各|了|数|已|完成|实行|实施|予以)*")
"""What a claim may say beyond the figure's words and still speak of the same."""
OF_EVERY_KIND = re.compile("警情|纠纷|诉求|隐患|事故")
"""Things of which those of crime (刑事警情) are a part alone."""
OLD = "含旧存"
"""What 受理 may include without saying so."""
MISSING = re.compile(f"(?:犯罪|刑事|涉案|的|等|已|{OLD}(?:审查起诉)?)*")
"""What a claim may leave out of the figure's words."""
OBJECT = re.compile("(?:犯罪|刑事)?(?:案件|嫌疑人|被告人|人员)")
"""What is counted; a claim that leaves it out leans on words before it."""
PROPERTY = re.compile("资金|资产|财产|财物|款物|钱款")
LOOSE = 0.8
"""What a loose fit's score is worth of a strict one's."""
GONE = ("\0", "\1")
"""Stand where a piece was taken away: one for each side, so that they are never taken for common."""


class Fit(NamedTuple):
    """How a claim's words meet a figure's: ``score`` 0 to 1; whether they mean the same; whether the object is left out.

    ``extra`` is what the claim says beyond the figure's words where it says all of these, "" where it does not. ``loose``
    says that they mean the same only as loosely as reports speak of property: 资金 for things of every nature.
    """

    score: float
    same: bool = False
    bare: bool = False
    extra: str = ""
    loose: bool = False


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Return words without blanks, quotes, adverbs before and counters after, each act in one wording."""
    words = NOISE.sub("", words)
    for pattern, one in SAME:
        words = pattern.sub(one, words)
    return TAIL.sub("", LEAD.sub("", words))


def fit(claim: str, phrase: str) -> Fit:
    """Compare two plain wordings, strictly, then as loosely as reports speak of property."""
    strict = _fit(claim, phrase)
    if strict.same or not (PROPERTY.search(claim) and PROPERTY.search(phrase)):
        return strict
    loose = _fit(PROPERTY.sub("财物", claim), PROPERTY.sub("财物", phrase))
    return loose._replace(score=loose.score * LOOSE, loose=True) if loose.same else strict


@lru_cache(maxsize=20_000)
def _fit(claim: str, phrase: str) -> Fit:
    """Compare two plain wordings, whatever the order of their parts."""
    if _bigrams(claim).isdisjoint(_bigrams(phrase)):
        return Fit(0.0)
    both = len(claim) + len(phrase)
    extra, missing = apart(claim, phrase)
    bare = bool(OBJECT.fullmatch(missing))
    has_all = bare or bool(MISSING.fullmatch(missing))
    same = has_all and bool(EXTRA.fullmatch(extra)) and not ("刑事" in extra and OF_EVERY_KIND.search(phrase))
    return Fit((both - len(extra) - len(missing)) / both, same, bare, extra if has_all and not same else "")


@lru_cache(maxsize=20_000)
def _bigrams(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def apart(ours: str, theirs: str) -> tuple[str, str]:
    """Take away the longest pieces of two characters or more that both have; return what is left of each."""
    while True:
        a, b, n = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
        if n < 2:
            return ours.replace(GONE[0], ""), theirs.replace(GONE[1], "")
        ours = ours[:a] + GONE[0] + ours[a + n :]
        theirs = theirs[:b] + GONE[1] + theirs[b + n :]

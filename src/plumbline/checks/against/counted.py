"""What a claim counts, where the words around it change what was carried over to it."""

import re
from dataclasses import replace

from plumbline.checks.against.book import Book
from plumbline.checks.against.classes import of_class
from plumbline.checks.against.kept import clause
from plumbline.checks.against.words import NOISE, OLD, apart, fit, plain
from plumbline.claims import Claim

NUMBERS = re.compile(r"[0-9０-９.,余多]+[\u4e00-\u9fff]")
HERE = re.compile("^(?:其中)?(?P<place>[我本]市)")
NEUTRAL = re.compile(
    "日均|平均每[天日]|每[天日](?:平均)?|其中|其余|同时|另外?|还|均|则|造成|圆满|顺利|完成|共计?|累计|合计|先后|依法|全年|年内|已|尚|仍|有|为|达到?|至|数?达|了|同比|分别"
    "|(?:比|较|与)(?:去年|上年|前年)(?:同期)?(?:相比)?|上升|增长|增加|提高|提升|下降|减少|降低|上涨|回落|的|[^\u4e00-\u9fff]"
)
"""Words before a number that narrow nothing."""
CLOSED = re.compile(r"(?<=\|)[^|、]*、\s*$")
"""What belongs to the number before: 死亡 in 5人死亡、15人受伤."""
EXAMPLES = re.compile("[、和与及][^、，。；0-9]{1,20}等$")
"""Some of what is counted, by name: 政法工作会议、公安工作会议等 in 召开政法工作会议、公安工作会议等11个会议."""
BETWEEN = re.compile(r"(?<=[0-9０-９])[^0-9０-９，]*$")
"""What stands after the last number, and belongs to it where the next has its noun behind it: 集体 in 34个集体247名个人."""
NAMED = 6
"""Signs from which on a class of cases is one of its own, whatever examples are listed: not 刑事案件."""
LONGEST = 12
THEMES = re.compile("围绕[^，。；0-9]{2,40}等(?:主题|议题)(?=召开)")
"""What meetings were about, by example."""
MEASURE = re.compile("(?:死亡|受伤)(?:人数)?$|直接(?:财产|经济)损失$")
ACCIDENT = re.compile("[^，。；、0-9０-９]*事故")
ABOUT = re.compile("^(?:年|全年|全市|我市|全区|全县|共|累计|发生|接报|其中)+")
CARRIED = re.compile("(?:[^，]*事故)?(?:起数|件数)?(?:(?:死亡|受伤)(?:人数)?)?")
"""What may stand before a measure without narrowing it: the accident, and measures named before."""
LIMIT = re.compile("[0-9０-９]+(?:分钟|小时|天|日)(?:以?内)?(?=[^0-9０-９]{2,}率$)")
"""A time that is part of a rate's name: 10分钟内到达率."""
AS_RECEIVED = re.compile(r"受理[（(](?:含|包括)(?:上年|去年)?旧存[）)][^0-9]*$")
INCLUDED = re.compile(r"\s*[（(，,]?\s*(?:其中)?(?:含|包括|包含)?(?:上年|去年)?旧存")


def own(claim: Claim, text: str, book: Book) -> Claim:
    """Return a claim without an act carried over from the number before: 提起公诉, where 不批准逮捕 was carried behind it."""
    own = NUMBERS.sub("", clause(text, claim.start)).removeprefix(claim.who)
    rest = claim.counted.removeprefix(own)
    if len(own) < 2 or rest in (claim.counted, "") or _follows(rest, claim, text):
        return claim
    return replace(claim, counted=own) if _acts(rest, book) or _is_whole(own, rest, book) else claim


def _follows(words: str, claim: Claim, text: str) -> bool:
    return "".join(text[claim.end :][: 2 * LONGEST].split()).startswith(words)


def _acts(words: str, book: Book) -> bool:
    return any(fit(plain(words), plain(p)).same for f in book.figures if "{scope}" not in f.zh for p in (f.zh, *f.also))


def _is_whole(own: str, rest: str, book: Book) -> bool:
    """Say whether a number's own words name a figure with its object (作出批示), and those carried over another's."""
    every = [(f, plain(p)) for f in book.figures for p in (f.zh, *f.also)]
    if of_class(rest) is not None or not any(p.endswith(plain(rest)) for _, p in every):
        return False
    return any(p == plain(own) and f.zh.endswith(own[-2:]) for f, p in every)


def within(claim: Claim, text: str) -> Claim:
    """Return a claim of a rate with the time that is part of its name: 10分钟内到达率."""
    before = clause(text, claim.start)
    found = LIMIT.search(before) if claim.unit == "%" else None
    own = before[found.start() :] if found else ""
    return replace(claim, counted=own) if own and own.endswith(claim.counted) else claim


def here(claim: Claim, text: str) -> Claim:
    """Return a claim whose clause speaks of 我市 as one of it, not of what was carried over (全省4120人，我市530人)."""
    found = HERE.match(clause(text, claim.start))
    return replace(claim, who=found["place"]) if found and not HERE.match(claim.who) else claim


def of_accident(claim: Claim, before: str) -> Claim:
    """Return a claim of dead, injured or loss with the accident that the sentence named last; another's is not taken."""
    measure, named = MEASURE.search(claim.counted), ACCIDENT.findall(before)
    if not measure or not named or not CARRIED.fullmatch(claim.counted[: measure.start()]):
        return claim
    return replace(claim, counted=ABOUT.sub("", named[-1]) + measure.group())


def unaccounted(claim: Claim, text: str) -> str:
    """Return what stands before a number in its clause and is part of neither who, when nor what is counted, "" for nothing.

    Words that only lead in, tally or say that something rose are not it.
    """
    before = clause(text, claim.start)
    if (named := EXAMPLES.search(before)) and claim.counted[-2:] in before[: named.end()]:
        return ""
    if _honoured(claim, before) or _of_class(claim, before):
        return ""
    if "".join(text[claim.end :][:LONGEST].split()).startswith(claim.counted[-2:]):
        before = BETWEEN.sub("", before)
    words = NOISE.sub("", CLOSED.sub("", NUMBERS.sub("|", THEMES.sub("", before))))
    last = next((part for part in reversed(words.split("|")) if part), "")
    taken = NOISE.sub("", f"{claim.counted}\1{claim.who}\1{claim.period}")
    return NEUTRAL.sub("", apart(last, taken)[0])


def _honoured(claim: Claim, before: str) -> bool:
    """Say whether the words before name some of those commended: 对甲派出所等15个优秀公安基层单位予以表彰."""
    return claim.counted.startswith("表彰") and before.endswith("等")


def _of_class(claim: Claim, before: str) -> bool:
    """Say whether the words before list examples of the class that is counted: 充当保护伞等执法司法腐败案件."""
    _, listed, noun = NUMBERS.sub("", NOISE.sub("", before)).rpartition("等")
    return bool(listed) and len(noun) >= NAMED and claim.counted.endswith(noun)


def with_old(claim: Claim, text: str) -> Claim:
    """Return a claim with what follows it taken in: 受理3320件（含旧存214件）; and without that where it was carried over."""
    if "受理" not in claim.counted and AS_RECEIVED.search(clause(text, claim.start)):
        return replace(claim, counted=f"受理{claim.counted}{OLD}")
    if INCLUDED.match(text, claim.end) and "受理" in claim.counted:
        return replace(claim, counted=claim.counted + OLD)
    if "受理" not in claim.counted and OLD in claim.counted:
        return replace(claim, counted=claim.counted.replace(OLD, ""))
    return claim

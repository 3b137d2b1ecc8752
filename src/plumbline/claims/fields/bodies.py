"""Who: the body that a clause opens with, and how far it governs."""

import re
from dataclasses import dataclass

from plumbline.claims.fields.drafts import Draft, clauses
from plumbline.claims.fields.phrases import verb_head
from plumbline.claims.fields.words import DOING, FULL_BODIES, LOOSE_BODIES, NAMED_BODIES, NOT_DOING
from plumbline.claims.plain import Plain

PREPOSED = re.compile(
    r"^(?:在|经|受|对|向|为|与|和|从|按|据|当|以|将|把|被|记者|这是|通过|围绕|依托|根据|按照|配合|会同|联合|加强|推动|推进|支持|服务"
    r"|指导|全面|深入|创新|建立|完善|构建|健全|严格|落实|强化|开展|组织|召开|举办|成立|及时|制定|出台|不断|监督|提出|我[省市区县院局州国](?!(?:两级)?(?:法院|人民|检察|公安|审判|政法)))"
)
NO_SUBJECT = re.compile(
    r"^(?:的|工作|建设|改革|队伍|干警|大楼|人员|负责人|提供|体系|职能|业务|和|、|与|以来|领导下|介绍|报告|联合发布|通报|落|子|墙)"
)
BODIES = re.compile("|".join(sorted([*NAMED_BODIES, *LOOSE_BODIES, *FULL_BODIES], key=len, reverse=True)))
NAMED = frozenset(NAMED_BODIES)
ACTS = re.compile(
    r"^(?:共|累计|已|全年|先后|还|新|年|应|向|接|旅客|[0-9]|[一-龥]{0,4}(?:"
    + "|".join(sorted(DOING, key=len, reverse=True))
    + "))"
)
PLACES = re.compile(
    r"^(?P<place>全(?:国|省|市|区|县|州|院|镇|局|系统)|该(?:国|省|市|区|县|州|院|镇|局|厂|校|公司|单位))(?!性|面|额|程|民|体|球|各|法|检|公|机|政)(?P<acts>共|累计|已|先后|还|新增)?"
)
OF_PLACE = re.compile(r"^(?P<place>[一-龥]{2,7}[省市县区州镇乡村])的$")
DOES = re.compile(
    "|".join(sorted((v for v in DOING if len(v) > 1 and v not in NOT_DOING), key=len, reverse=True))
    + "|[从在于被把将对向经据由让使是帮了他她我们这那]|犯罪"
)
HOTLINE = re.compile(r"^(?:110|119|120|122|12345|12348|12368)")
TARGET = re.compile(r"目标(?:是|为)?$")
LEADS = re.compile(r"^(?:其中|同时|此外|另外|同期|期间|[、”“]|截至|(?<=年)内)+")
LEADING_PERIOD = re.compile(
    r"^(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:月?[至到-][0-9]{1,2})?月份?)?|[0-9]{1,2}[至到-][0-9]{1,2}月份?"
    r"|今年以来|去年以来|一年来|五年来|今年|去年|全年|目前|至目前|截至目前|年末|上半年|下半年|近年来)+"
)
ASSEMBLY = re.compile(r"(?:全国|[^，。；：、\n的]{1,3}[省市区县])人大常委会")
SPEECH = re.compile(r"工作报告中|在报告中|报告工作|作报告")
SPEAKS_FOR = ("常委会", "法院", "检察院", "检察机关")


@dataclass(slots=True)
class Body:
    """A body named at ``start`` of the plain text; ``governs`` says that clauses after its own are its too."""

    name: str
    start: int
    governs: bool


def attribute(p: Plain, drafts: list[Draft]) -> None:
    """Set ``who`` of each draft: the body its sentence last named as a subject."""
    sentence, scanned = -1, 0
    body: Body | None = None
    for d in drafts:
        if d.sentence != sentence:
            body = body if p.text.startswith("其中", d.sentence) else None
            sentence = scanned = d.sentence
        body = _named(p.text, d, scanned, body)
        scanned = max(scanned, d.clause)
        found = body or _speaker(p.text, d) or _of_place(d)
        if found:
            _set(p.text, d, found)


def _named(text: str, d: Draft, scanned: int, body: Body | None) -> Body | None:
    """Return the body in force at ``d``, having read the clauses since ``scanned``."""
    for begin, words in clauses(text, scanned, d.m.start):
        found = subject(words)
        own_clause = begin + len(words) > d.m.start
        if found and (found[1] or own_clause):
            body = Body(found[0], text.find(found[0], begin), True)
        elif body and not body.governs and begin > body.start and not d.ratio:
            body = None
    return body


def subject(words: str) -> tuple[str, bool] | None:
    """Return the body that a clause opens with, and whether it is one that governs what follows; None where none does."""
    words = LEADS.sub("", LEADING_PERIOD.sub("", words))
    if PREPOSED.match(words):
        return None
    for m in reversed(list(BODIES.finditer(words, 0, 34))):
        if _is_subject(words, m):
            return words[: m.end()], m.group() in NAMED
    place = PLACES.match(words)
    if place:
        rest = words[place.end() :]
        return place["place"], bool(place["acts"] or verb_head(rest) or TARGET.search(rest))
    return None


def _is_subject(words: str, m: re.Match[str]) -> bool:
    name, rest = words[: m.end()], words[m.end() :]
    if not rest or NO_SUBJECT.match(rest) or DOES.search(words[: m.start()].removeprefix("我")):
        return False
    if any(c in "0123456789" for c in HOTLINE.sub("", name)):
        return False
    return m.group() in NAMED or ((m.start() > 0 or m.group() in FULL_BODIES) and bool(ACTS.match(rest)))


def _speaker(text: str, d: Draft) -> Body | None:
    """In the news of a speech, a sentence without a subject goes on about the body last named in the paragraph."""
    line = max(text.rfind("\n", 0, d.m.start) + 1, d.m.start - 3000)
    if not SPEECH.search(text, line, d.m.start):
        return None
    for begin, words in reversed(clauses(text, max(line, d.sentence - 1500), d.sentence)):
        found = subject(words) if len(words) < 60 else None
        if found and found[0].endswith(SPEAKS_FOR):
            return Body(found[0], text.find(found[0], begin), False)
    at = text.rfind("常委会", line, d.m.start)
    return Body("常委会", at, False) if at >= 0 else None


def _of_place(d: Draft) -> Body | None:
    """浙江遂昌县的7位农民工."""
    m = OF_PLACE.match(d.left)
    return Body(m["place"], d.clause, False) if m else None


def _set(text: str, d: Draft, body: Body) -> None:
    d.who, d.who_span = body.name, (body.start, body.start + len(body.name))
    if body.name == "常委会" and (full := ASSEMBLY.search(text, max(0, d.m.start - 6000), d.m.start)):
        d.who, d.who_span = full.group(), full.span()
    d.who_how = "stated" if body.start >= d.clause else "inherited"

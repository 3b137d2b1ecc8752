"""What stands around a claim and bears on what it counts: the sentence before it, the scope carried, the campaign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from plumbline.checks.against.bodies import home_of, is_city
from plumbline.checks.against.book import Book
from plumbline.checks.against.classes import EVERY, KNOWN, of_class, of_kind
from plumbline.checks.against.kept import clause
from plumbline.checks.against.scopes import of_cases
from plumbline.claims import Claim, Reading

STOPS = "。！？\n"
ENDED = frozenset(STOPS)
CAMPAIGN = re.compile("扫黑除恶|扫黑|打掉[^，。]{0,4}黑恶|(?<!充当)黑恶势力|黑恶犯罪")
GUIDED = re.compile("[^，。；]*(?:为牵引|为抓手|为契机|为载体)")
DRIVE = re.compile(
    "行动|战役|会战|(?<!坚持)(?<!保持)严打(?!方针|态势|高压|力度)|专案|该案|此案|系列案|攻坚|专项(?!斗争|(?:工作)?会议)"
)
AIMED = re.compile(
    r"(?:打击|严惩|惩治|惩处|惩办|整治|聚焦|围绕|针对|突出)(?P<what>[^，。；]{1,16}?)(?:犯罪|案件|领域|问题)"
)
TOWARDS = re.compile(r"(?:^|[，；])[^，；对]{0,12}(?:针对|对(?!比|照|接|象|方))(?P<what>[^，；]{2,24})(?=，)")
THINGS = re.compile("事项|协议|隐患|纠纷|诉求|事故|警情|接警|处警|措施|会议|批示|队伍|岗位|集体|问题")
"""What is no case, person or property: a class of case named before does not narrow it."""
OF_RANKS = re.compile("^(?:政法)?(?:干警|队伍)违纪$|^执法司法腐败$|^(?:政法)?队伍腐败$")
"""All cases of the bodies' own ranks: what is said next of the ranks is no narrower."""
OURS = re.compile("刑事|审查起诉案件")
"""Words after which cases are criminal ones, for as long as nothing else is named."""
DUTY = re.compile("[^，；]*(?:职能|职责|作用|方针|部署|领导下|大局)")
"""A clause that leads up to numbers and narrows nothing."""
OTHER_LAW = re.compile("民事|商事|民商|行政|执行|执结|公益诉讼")
DIGIT = re.compile("[0-9０-９一二三四五六七八九十百千万]")
WHEN = re.compile(
    "(?:至目前|截至目前|目前|去年以来|今年以来|全年|今年|去年|一年来|专项斗争[^，]{0,6}以来|其中|同时|据统计)+"
)
GENERAL = re.compile("各类|刑事|违法|突出|严重|依法|从严|从重|从快|的|各种|全部|群众反映强烈")


class Context(NamedTuple):
    """``before`` is the sentence up to the claim; ``scope`` the one named earlier in it for the same body.

    ``campaign`` says that the sentence, ``topic`` that the paragraph or its heading speaks of the campaign against
    organised crime; ``narrowed`` quotes words that narrow what is counted without being a scope, "" where none do;
    ``led`` says that a clause which counts nothing leads up to the claim (推进未检工作，起诉12人). ``home`` is the body whose
    report it is, where its title says so. ``criminal`` says that the sentence so far is about criminal cases alone,
    ``city`` that the book is a city's.
    """

    before: str = ""
    scope: str = ""
    campaign: bool = False
    topic: bool = False
    narrowed: str = ""
    led: bool = False
    home: str = ""
    criminal: bool = False
    city: bool = True


@dataclass
class _Said:
    """What a sentence has said so far: the scope of each body, a class of case that is no scope, a kind of a thing."""

    scopes: dict[str, str] = field(default_factory=dict)
    special: str = ""
    kind: tuple[str, str] = ("", "")

    def stop(self, between: str) -> None:
        """Forget at a full stop; at a semicolon the class of case alone."""
        if "；" in between or not ENDED.isdisjoint(between):
            self.special, self.kind = "", ("", "")
        if not ENDED.isdisjoint(between):
            self.scopes.clear()

    def narrows(self, claim: Claim) -> str:
        """Return the class of case named before, "" where a claim names its own, or what is no case, person or property."""
        thing, kind = self.kind
        named = THINGS.search(claim.counted)
        if thing and of_kind(claim.counted) == ("", "") and (thing in claim.counted or not named):
            return kind
        own = of_class(claim.counted) is not None or named
        return "" if own or OF_RANKS.search(self.special) else self.special

    def hear(self, claim: Claim, part: str, book: Book) -> None:
        own = of_class(claim.counted)
        if own is not None and "其中" not in part:
            self.special = own
        if of_kind(claim.counted)[0] and "其中" not in part:
            self.kind = of_kind(claim.counted)
        if found := of_cases(claim.counted, book.scopes):
            self.scopes[claim.who] = found


def contexts(reading: Reading, book: Book) -> Iterator[tuple[Claim, Context]]:
    """Yield each quantity of a text with its context, in text order."""
    names = {name for names in book.bodies.values() for name in names}
    home, city = home_of(reading.text, names), is_city(names) or not names
    at, said = 0, _Said()
    for claim in (c for c in reading.claims if c.kind == "quantity"):
        said.stop(reading.text[at : claim.start])
        yield claim, _context(reading.text, claim, said, book)._replace(home=home, city=city)
        said.hear(claim, clause(reading.text, claim.start), book)
        at = claim.end


def _context(text: str, claim: Claim, said: _Said, book: Book) -> Context:
    before = "".join(text[_start(text, claim.start, STOPS) : claim.start].split())
    line = _start(text, claim.start, "\n")
    heading = text[_start(text, max(line - 1, 0), "\n") : line] if line else ""
    above = heading if len(heading) < 60 else ""
    topic = bool(CAMPAIGN.search(above + text[line : claim.start]))
    criminal = bool(OURS.search(before)) and not OTHER_LAW.search(before)
    if EVERY.search(clause(text, claim.start)):
        return Context(before, "", False, topic, narrowed(before, claim.counted), led(before), criminal=criminal)
    scope = said.scopes.get(claim.who) or of_cases(before, book.scopes)
    narrow = narrowed(before, claim.counted) or said.narrows(claim)
    return Context(before, scope, bool(CAMPAIGN.search(before)), topic, narrow, led(before), criminal=criminal)


def narrowed(before: str, counted: str = "") -> str:
    """Return the words of a sentence that say its numbers are those of one drive or one class of crime.

    What the number itself is said to count (整治四乱问题22个) narrows nothing.
    """
    before = GUIDED.sub("", before)
    if drive := DRIVE.search(before):
        return before[max(0, drive.start() - 8) : drive.end()]
    for m in AIMED.finditer(before):
        own = m["what"] in counted or KNOWN.search(m["what"]) or CAMPAIGN.search(m.group())
        if GENERAL.sub("", m["what"]) and not own:
            return m.group()
    found = (m["what"] for m in TOWARDS.finditer(before))
    return next((what for what in found if not KNOWN.search(what) and GENERAL.sub("", what)), "")


def led(before: str) -> bool:
    """Say whether a clause before the last one counts nothing and names more than a period."""
    return any(
        c and not DIGIT.search(c) and not (WHEN.fullmatch(c) or DUTY.fullmatch(c))
        for c in re.split("[，；]", before)[:-1]
    )


def _start(text: str, at: int, stops: str) -> int:
    return max(text.rfind(stop, 0, at) for stop in stops) + 1

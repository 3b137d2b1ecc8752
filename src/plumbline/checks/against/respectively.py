"""Changes listed with 分别: 受理113件1022人，同比分别下降5%、8%. Each is of the number in its place, where there are as many."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plumbline.claims import Claim

COMMA = re.compile("[，,]")
ENDS = re.compile("[，,。；：！？\n]")
NUMBER = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?")
JOINS = re.compile("、|以及|和|与|及")
STOPS = re.compile("[。；！？\n]")
LIST = re.compile(
    r"\s*[，,]?\s*(?:与|和)?(?:同比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|上年相比)[，,]?分别"
)


def levels(text: str, claims: Sequence[Claim]) -> dict[int, Claim]:
    """Return, by the offset of each change in a 分别 list, the number it is the change of."""
    begun = (i for i in range(1, len(claims)) if claims[i].rate == "yoy" and LIST.match(text, claims[i - 1].end))
    return {change.start: level for i in begun for change, level in _pairs(text, claims, i)}


def in_place(claim: Claim, text: str) -> bool:
    """Say whether a clause names as many things before 分别 as numbers after it, and the claim's in its place."""
    first = max((m.end() for m in ENDS.finditer(text, 0, claim.start)), default=0)
    end = ENDS.search(text, claim.end)
    before, _, after = "".join(text[first : end.start() if end else len(text)].split()).partition("分别")
    names, at = JOINS.split(before), len(NUMBER.findall(text, first, claim.start))
    if NUMBER.search(before) or not len(names) == len(NUMBER.findall(after)) > at:
        return False
    return "".join(claim.counted.split()) in names[at]


def _pairs(text: str, claims: Sequence[Claim], i: int) -> Iterator[tuple[Claim, Claim]]:
    """Pair the changes from ``i`` on with the numbers of the clause before, or of the sentence, where there are as many."""
    first = claims[i]
    before = list(takewhile(lambda c: _level(text, c, first), reversed(claims[:i])))
    changes = list(takewhile(lambda c: _change(text, c, first), claims[i:]))
    beside = list(takewhile(lambda c: not COMMA.search(text, c.end, claims[i - 1].end), before))
    before = beside if len(beside) == len(changes) else before
    if len(before) == len(changes) > 1:
        yield from zip(changes, reversed(before), strict=True)


def _level(text: str, c: Claim, first: Claim) -> bool:
    return c.direction == "none" and c.unit != "%" and not STOPS.search(text, c.end, first.start)


def _change(text: str, c: Claim, first: Claim) -> bool:
    return c.rate == "yoy" and not STOPS.search(text, first.end, c.start)

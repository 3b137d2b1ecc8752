"""The whole that a share names in words (占刑事案件的), found among the counts told before."""

import re
from itertools import pairwise

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.lines import Line, is_count

LAST_YEAR = re.compile(r"上年|去年|同期|前一年|上一年")
OLDER = re.compile(rf"{LAST_YEAR.pattern}|旧存|结转|新收[^，；]{{0,4}}$")
SCOPE = re.compile(r"全[国省市区县州院]")
PADDING = re.compile(r"总数|总量|总额|^总|全部|同期|全年|数$|的$")
MOST = 0.8
"""Share of the characters of a name that have to be in the words of what it names."""
TELLING = 4
"""Characters of a name that can be told from others a paragraph away."""


def named(line: Line, k: int, words: str) -> Draft | None:
    """Return the nearest earlier count, of the unit of claim ``k``, that the words of a whole name."""
    part = line.claims[k]
    pool = line.drafts(list(line.back(k, part.m.unit)))
    pool += [d for d in reversed(line.before.paragraph) if d.m.unit == part.m.unit and is_count(d)]
    parts = _with_shares([*line.before.paragraph, *line.claims])
    told = [d for d in pool if d.m.start not in parts and names(words, d)]
    exact = [d for d in told if d.counted.endswith(_core(words))]
    if exact or len({d.m.value for d in told}) == 1:
        return (exact or told)[0]
    return None if told else _far(line, part, words)


def _with_shares(claims: list[Draft]) -> set[int]:
    """Return where the counts begin that have a share of their own right after them, so that they are parts."""
    shares = (a for a, b in pairwise(claims) if b.rate == "share" and b.sentence == a.sentence and "占" in b.lead)
    return {d.m.start for d in shares}


def names(words: str, d: Draft) -> bool:
    """Say whether the words of a whole name what ``d`` counts, of the same scope: most of their characters are in it."""
    told = d.who + d.lead + d.counted
    if any(scope not in told for scope in SCOPE.findall(words)):
        return False
    core = _core(words)
    own = d.lead + d.counted
    return len(core) > 1 and sum(c in own for c in core) >= MOST * len(core)


def _core(words: str) -> str:
    return PADDING.sub("", SCOPE.sub("", words))


def _far(line: Line, part: Draft, words: str) -> Draft | None:
    """Return the one count of an earlier paragraph that the words name to the letter, with the verb of the part."""
    core = _core(words)
    pool = [d for d in line.before.earlier if d.m.unit == part.m.unit and is_count(d) and not OLDER.search(d.lead)]
    pool = [d for d in pool if d.counted.endswith(core) and (d.verb == part.verb or d.counted == core)]
    return pool[0] if len(core) >= TELLING and len(pool) == 1 else None

"""Phrases taken apart: the verb at the head, the words that only lead in or link."""

import re

from plumbline.claims.fields.words import DOING, HEADS, LINKS


def _by_first(words: list[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        table[word[0]] = (*table.get(word[0], ()), word)
    return table


VERBS = _by_first(DOING)
ADVERBS = re.compile(
    r"^(?:依法|经审查|共|累计|新|已|集中|全面|及时|协助|会同|联合|配合|指导|督促|推动|组织|全年|先后|成功|圆满|决定)+"
)
VERB_JOINS = frozenset("、和及了")


def verb_at(words: str, at: int) -> str:
    """Return the longest verb of doing that stands at ``at``, or an empty string."""
    return next((v for v in VERBS.get(words[at : at + 1], ()) if words.startswith(v, at)), "")


def verb_head(words: str) -> str:
    """Return the leading verb or verbs of a phrase (审议通过 of 审议通过任免案), with their adverbs."""
    at = first = 0
    if not verb_at(words, 0) and (adverbs := ADVERBS.match(words)):
        at = first = adverbs.end()
    while verb := verb_at(words, at):
        at += len(verb)
        if words[at : at + 1] in VERB_JOINS and verb_at(words, at + 1):
            at += 1
    return words[:at] if at > first else ""


def stripped(words: str, *prefixes: str) -> str:
    """Drop from a phrase what only leads in or links: 共, 其中, 达到, and the given prefixes (who, period)."""
    before = None
    while words != before:
        before = words
        for prefix in prefixes:
            words = words.removeprefix(prefix)
        words = HEADS.sub("", words, count=1)
    words = LINKS.sub("", words)
    return words[:-1] if words[-1:] in ("与", "和", "及", "、") else words

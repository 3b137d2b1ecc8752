"""What a claim counts, where the words around it change what was carried over to it."""

import re
from dataclasses import replace

from plumbline.checks.against.book import Book
from plumbline.checks.against.kept import clause
from plumbline.checks.against.words import NOISE, OLD, apart, fit, plain
from plumbline.claims import Claim

NUMBERS = re.compile(r"[0-9０-９.,余多]+[\u4e00-\u9fff]")
HERE = re.compile("^(?:其中)?(?P<place>[我本]市)")
NEUTRAL = re.compile(
    "其中|其余|同时|另外?|还|均|则|共计?|累计|合计|先后|依法|全年|年内|已|尚|仍|有|为|达到?|至|数?达|了|同比|分别"
    "|(?:比|较|与)(?:去年|上年|前年)(?:同期)?(?:相比)?|上升|增长|增加|提高|提升|下降|减少|降低|上涨|回落|的|[^\u4e00-\u9fff]"
)
"""Words before a number that narrow nothing."""
AS_RECEIVED = re.compile(r"受理[（(](?:含|包括)(?:上年|去年)?旧存[）)][^0-9]*$")
INCLUDED = re.compile(r"\s*[（(，,]?\s*(?:其中)?(?:含|包括|包含)?(?:上年|去年)?旧存")


def own(claim: Claim, text: str, book: Book) -> Claim:
    """Return a claim without an act carried over from the number before: 提起公诉, where 不批准逮捕 was carried behind it."""
    own = NUMBERS.sub("", clause(text, claim.start))
    rest = claim.counted.removeprefix(own)
    if len(own) < 2 or rest in (claim.counted, ""):
        return claim
    acts = any(fit(plain(rest), plain(p)).same for f in book.figures if "{scope}" not in f.zh for p in (f.zh, *f.also))
    return replace(claim, counted=own) if acts else claim


def here(claim: Claim, text: str) -> Claim:
    """Return a claim whose clause speaks of 我市 as one of it, not of what was carried over (全省4120人，我市530人)."""
    found = HERE.match(clause(text, claim.start))
    return replace(claim, who=found["place"]) if found and not HERE.match(claim.who) else claim


def unaccounted(claim: Claim, text: str) -> str:
    """Return what stands before a number in its clause and is part of neither who, when nor what is counted, "" for nothing.

    Words that only lead in, tally or say that something rose are not it.
    """
    words = NOISE.sub("", NUMBERS.sub("|", clause(text, claim.start)))
    last = next((part for part in reversed(words.split("|")) if part), "")
    taken = NOISE.sub("", f"{claim.counted}\1{claim.who}\1{claim.period}")
    return NEUTRAL.sub("", apart(last, taken)[0])


def with_old(claim: Claim, text: str) -> Claim:
    """Return a claim with what follows it taken in: 受理3320件（含旧存214件）; and without that where it was carried over."""
    if "受理" not in claim.counted and AS_RECEIVED.search(clause(text, claim.start)):
        return replace(claim, counted=f"受理{claim.counted}{OLD}")
    if INCLUDED.match(text, claim.end) and "受理" in claim.counted:
        return replace(claim, counted=claim.counted + OLD)
    if "受理" not in claim.counted and OLD in claim.counted:
        return replace(claim, counted=claim.counted.replace(OLD, ""))
    return claim

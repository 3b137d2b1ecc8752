"""What a claim counts, where the words around it change what was carried over to it."""

import re
from dataclasses import replace

from plumbline.checks.against.book import Book
from plumbline.checks.against.kept import clause
from plumbline.checks.against.words import OLD, fit, plain
from plumbline.claims import Claim

NUMBERS = re.compile(r"[0-9０-９.,余多]+[\u4e00-\u9fff]")
INCLUDED = re.compile(r"\s*[（(，,]?\s*(?:其中)?(?:含|包括|包含)?(?:上年|去年)?旧存")


def own(claim: Claim, text: str, book: Book) -> Claim:
    """Return a claim without an act carried over from the number before: 提起公诉, where 不批准逮捕 was carried behind it."""
    own = NUMBERS.sub("", clause(text, claim.start))
    rest = claim.counted.removeprefix(own)
    if len(own) < 2 or rest in (claim.counted, ""):
        return claim
    acts = any(fit(plain(rest), plain(p)).same for f in book.figures if "{scope}" not in f.zh for p in (f.zh, *f.also))
    return replace(claim, counted=own) if acts else claim


def with_old(claim: Claim, text: str) -> Claim:
    """Return a claim with what follows it taken in: 受理3320件（含旧存214件）; and without that where it was carried over."""
    if INCLUDED.match(text, claim.end) and "受理" in claim.counted:
        return replace(claim, counted=claim.counted + OLD)
    if "受理" not in claim.counted and OLD in claim.counted:
        return replace(claim, counted=claim.counted.replace(OLD, ""))
    return claim

"""Every figure beside a claim: how near its words come, and whether it speaks of the claim's body."""

import re
from dataclasses import dataclass

from plumbline.checks.against.bodies import BEFORE_ALL, Whose, whose
from plumbline.checks.against.book import Book
from plumbline.checks.against.context import Context
from plumbline.checks.against.scopes import Named, named
from plumbline.checks.against.units import is_rate
from plumbline.checks.against.words import Fit, fit, plain
from plumbline.claims import Claim
from plumbline.figures.shapes import Figure

DAILY = re.compile("日均|平均每[天日]|每[天日](?:平均)?")
CLAUSE_END = re.compile("[，。；：！？\n]")
AIM = re.compile("(?:参与|投入到|投身|用于)[^，。；、0-9]{2,16}$")
"""What those were for who were there on a day: 群防群治力量9600余人参与疫情防控."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure beside a claim: how its nearest phrase meets the words, the scope the claim names, whose work it is."""

    figure: Figure
    fit: Fit
    scope: Named
    phrase: str
    whose: Whose


def candidates(claim: Claim, context: Context, book: Book) -> list[Candidate]:
    """Return every figure that could be meant, by nearness of words: rates for a rate, others for a number.

    A mean a day (日均) is meant by what is said to be one and by nothing else.
    """
    found = named(claim.counted, book.scopes)
    rate = is_rate(claim)
    every = [_candidate(f, claim, found, context, book) for f in book.figures if (f.unit == "%") is rate]
    daily = claim.rate == "daily" and any(c.figure.daily and c.fit.same for c in every)
    return [c for c in every if c.figure.daily is daily]


def aim(claim: Claim, text: str) -> str:
    """Return what a clause says at its end that those were for whom it counts by day, "" for nothing."""
    end = CLAUSE_END.search(text, claim.end)
    found = AIM.search("".join(text[claim.end : end.start() if end else len(text)].split()))
    return found.group() if found else ""


def _candidate(figure: Figure, claim: Claim, found: Named, context: Context, book: Book) -> Candidate:
    who, counted = claim.who, claim.counted
    led = max((b for b in figure.body if counted.startswith(b)), key=len, default="")
    if led and BEFORE_ALL.match(who):
        who, counted = who + led, counted.removeprefix(led)
        found = named(counted, book.scopes)
    theirs = whose(who, figure, book.bodies.get(figure.line, ()), context.home, city=context.city)
    return Candidate(figure, *_nearest(figure, counted, found), theirs)


def _nearest(figure: Figure, counted: str, found: Named) -> tuple[Fit, Named, str]:
    """Return how the nearest of a figure's phrases fits; one with a slot for the scope takes the words without it."""
    whole = Named("", counted)
    ways = []
    counted = AIM.sub("", DAILY.sub("", counted)) if figure.daily else counted
    for phrase in (DAILY.sub("", p) if figure.daily else p for p in (figure.zh, *figure.also)):
        if "{scope}" in figure.zh:
            ways.append((fit(plain(found.rest), plain(phrase.replace("{scope}", ""))), found, phrase))
        if "{scope}" not in phrase:
            ways.append((fit(plain(counted), plain(phrase)), whole, phrase))
    return max(ways, key=lambda way: (way[0].same, way[0].score, not way[0].bare, way[1] is found))

"""The scope a matched claim may speak of: named, carried over, of the campaign, or all; and when that cannot be told."""

import re
from dataclasses import dataclass

from plumbline.checks.against import saying, taken
from plumbline.checks.against.book import Book, Choice
from plumbline.checks.against.classes import of_class
from plumbline.checks.against.context import Context
from plumbline.checks.against.scopes import CRIME, TAGS, Named
from plumbline.checks.against.words import Fit
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.shapes import Figure

ORGANISED = frozenset(("涉黑", "涉恶"))
"""The tags of the campaign against organised crime (扫黑除恶)."""

ORGANISED_WORDS = re.compile("黑|恶势力|村霸")
OBJECT = re.compile("案|犯罪|嫌疑人|被告人|人员|资金|财|资产|率|比$")
"""What is counted; a claim without such a word leans on what stands before it."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A claim that no single figure answers: the kind of finding, the sentence that says why, the figures concerned."""

    kind: str
    why: Words
    figures: tuple[Figure, ...] = ()


def scopes_of(
    claim: Claim, figure: Figure, found: Named, fit: Fit, context: Context, book: Book
) -> tuple[Choice, ...] | Miss:
    """Return the scopes a claim may speak of, the likeliest first, or why that cannot be told."""
    if "{scope}" not in figure.zh:
        return _whole(claim, figure, context)
    if not found.known:
        return Miss("no_record", saying.unknown_scope(found.scope), (figure,))
    if found.scope and not (TAGS.search(found.scope) or context.criminal or CRIME.search(claim.counted + figure.zh)):
        return Miss("ambiguous", saying.ANY_CLASS, (figure,))
    if found.scope:
        return (Choice(found.scope),)
    return _unnamed(claim, figure, fit, context, book)


def _whole(claim: Claim, figure: Figure, context: Context) -> tuple[Choice, ...] | Miss:
    """A figure that no scope narrows answers only words that no scope narrows."""
    if (context.campaign or context.scope) and not ORGANISED_WORDS.search(figure.zh):
        return Miss("ambiguous", saying.narrowed(context.scope or saying.CAMPAIGN.zh), (figure,))
    if not CRIME.search(claim.counted) and of_any_class(figure):
        return Miss("ambiguous", saying.ANY_CLASS, (figure,))
    return (Choice(""),)


def of_any_class(figure: Figure) -> bool:
    """Say whether a figure's words speak of cases and do not say of which: courts and police have others than criminal ones."""
    return "案" in figure.zh and not CRIME.search(figure.zh) and not of_class(figure.zh)


def _unnamed(claim: Claim, figure: Figure, fit: Fit, context: Context, book: Book) -> tuple[Choice, ...] | Miss:
    bare = context.led and (fit.bare or not OBJECT.search(claim.counted))
    crime = (context.criminal or bool(CRIME.search(claim.counted + figure.zh))) and not bare
    everything = (Choice(""),) if crime else ()
    organised = next((name for name, tags in book.scopes.items() if tags == ORGANISED), "")
    if context.scope:
        carried = (Choice(context.scope, taken.carried(context.scope)),)
        return (*everything, *carried) if "刑事" in claim.counted else (*carried, *everything)
    if context.campaign and organised:
        return (Choice(organised, taken.of_campaign(organised)), *everything)
    if bare:
        return Miss("ambiguous", saying.BARE, (figure,))
    if not crime:
        return Miss("ambiguous", saying.ANY_CLASS, (figure,))
    return (*everything, Choice(organised, taken.of_campaign(organised))) if context.topic and organised else everything

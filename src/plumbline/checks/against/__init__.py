"""A report against a book: each claim held against the reading of the figure that its words name."""

from plumbline.checks.against.book import Book
from plumbline.checks.against.league import League
from plumbline.checks.against.matching import Match, match
from plumbline.checks.against.standings import standings
from plumbline.checks.against.whole import against, matches

__all__ = ["Book", "League", "Match", "against", "match", "matches", "standings"]

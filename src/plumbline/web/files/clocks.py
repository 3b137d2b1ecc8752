"""The time limits of one case on a day, with their working."""

from datetime import date

from plumbline.errors import NotFound
from plumbline.law import SORTS, STATES, Deadline, working
from plumbline.web.book import Book
from plumbline.web.book.showing import of_case
from plumbline.web.console import shelf
from plumbline.web.reading.deadlines import GRAVE, Asked, explained

LOOKS = {"missed": "bad", "disputed": "warn", "due": "warn", "kept": "good"}


def clocks(book: Book, size: int, line: str, body: str, number: str, day: date) -> list[dict[str, object]]:
    """Return the limits of a line that began in a case's own entries; none where none did."""
    own = {one.entry["position"] for one in of_case(book, number, body)}
    try:
        with shelf.reading(size) as open_:
            found = explained(open_, Asked(day, line), number, lambda done, of: None)
    except NotFound:
        return []
    return [_one(d) for d in found if d.clock.position in own]


def _one(d: Deadline) -> dict[str, object]:
    title, *steps = working(d)
    return {
        "rule": d.limit.rule, "title": title, "sort": SORTS[d.limit.sort] if d.state in GRAVE else None, "state": STATES[d.state],
        "look": LOOKS.get(d.state, ""), "steps": steps, "due": str(d.ends.due.date()) if d.ends else "?",
        "articles": [article.words for article in d.limit.articles],
    }  # fmt: skip

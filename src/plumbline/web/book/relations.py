"""What entries say of one another, asked of the database: all of these queries find nothing in a sound book."""

from collections.abc import Iterator
from typing import Any

from plumbline.errors import Words
from plumbline.web.book.records import LINE, Withdrawn
from plumbline.web.book.sessions import asked

_RULES = (
    (
        "SELECT min(position) AS at FROM book_entry WHERE entered_by = approved_by OR entered_by = '' OR approved_by = ''",
        Words("录入与审批是同一人", "one person entered and approved it"),
    ),
    (
        "SELECT min(e.position) AS at FROM book_entry e LEFT JOIN book_entry w ON w.position = e.supersedes "
        'WHERE e.supersedes IS NOT NULL AND (w.position IS NULL OR w.position >= e.position OR w."case" <> e."case" '
        f"OR w.line = '{LINE}' OR (w.line <> e.line AND (e.line <> '{LINE}' OR e.kind <> '{Withdrawn.__name__}')))",
        Words("取代了不该取代的记录", "it supersedes what it may not"),
    ),
    (
        "SELECT min(at) AS at FROM (SELECT max(position) AS at FROM book_entry WHERE supersedes IS NOT NULL "
        "GROUP BY supersedes HAVING count(*) > 1) twice",
        Words("同一条被取代两次", "it supersedes what was superseded before"),
    ),
    (
        "SELECT min(e.position) AS at FROM book_entry e LEFT JOIN book_entry w ON w.position = e.erases "
        f"WHERE e.erases IS NOT NULL AND (w.position IS NULL OR w.position >= e.position OR w.line = '{LINE}')",
        Words("删除了不该删除的记录", "it erases what it may not"),
    ),
    (
        "SELECT min(c.position) AS at FROM book_content c LEFT JOIN book_entry e ON e.position = c.position "
        "WHERE e.position IS NULL",
        Words("内容没有对应的条目", "there is content without an entry"),
    ),
    (
        "SELECT min(position) AS at FROM book_entry WHERE position < 0",
        Words("位置小于 0", "its position is below 0"),
    ),
)


def wrong_relations(cursor: Any) -> Iterator[tuple[int, Words]]:
    """Yield for each rule the first position where it is broken."""
    for query, what in _RULES:
        at = asked(cursor, query).item()
        if at is not None:
            yield int(at), what

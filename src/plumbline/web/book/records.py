"""What is written down of the book itself. These records are of no line of work, and no figure counts them."""

from typing import Annotated

from plumbline.records import Count, Record, Text, label

LINE = "book"


class Withdrawn(Record):
    """撤回 Record withdrawn.

    Supersedes a record that should not be there at all; nothing takes its place.
    """

    reason: Annotated[Text, label("事由", "reason")]


class Erased(Record):
    """依令删除 Erased by order.

    The case is the order's number, the body who ordered it, ``on`` its day. Of the entry at ``position`` there remains
    that it was there, its place in the tree, and what the order does not reach: case, body, day.
    """

    position: Annotated[Count, label("位置", "position")]

"""What the commands of ``plumbline book`` share: their options, the book opened, one line said."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.language import printable
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.web.book.opening import Book

POSITION = click.argument("position", type=click.IntRange(min=0), metavar="POSITION")
ENTERED = click.option("--entered-by", required=True, metavar="WHO", help="录入人。 Who enters it.")
APPROVED = click.option(
    "--approved-by", required=True, metavar="WHO", help="审批人，须为另一人。 Who approves it: another person."
)


def opened(folder: Path, create: bool = False) -> "Book":
    """Open a book, or make one; Django and the databases are only imported here."""
    from plumbline.web.book.opening import open_book

    return open_book(folder, create=create)


def say(words: Words, lang: str) -> None:
    """Print one line."""
    sys.stdout.write(printable(words.in_(lang)) + "\n")

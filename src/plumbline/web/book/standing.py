"""How a book stands, in a few words."""

from collections.abc import Iterator

from plumbline.errors import NoMirror, Words
from plumbline.figures.mirror import HEAD
from plumbline.figures.mirror import opened as mirror_in
from plumbline.ledger import opened
from plumbline.ledger.checkpoints import verifier
from plumbline.web.book.checkpoints import seals
from plumbline.web.book.sessions import asked, reading, size
from plumbline.web.book.shape import Book


def standing(book: Book) -> Iterator[tuple[Words, str]]:
    """Yield what there is to know of a book: each by its name, with its value."""
    with reading(book) as cursor:
        kept, end = seals(book, cursor), size(cursor)
        erased = asked(cursor, "SELECT count(*) AS erased FROM book_entry WHERE erases IS NOT NULL").item()
    key = book.keys.signing.public_key()
    yield Words("账簿", "book"), str(book.folder)
    yield Words("数据库", "database"), {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[book.vendor]
    yield Words("条目", "entries"), str(end)
    yield Words("依令删除", "erased by order"), str(erased)
    yield (
        Words("最近封账", "last checkpoint"),
        f"{kept[-1].size} · {opened(kept[-1].note, key).sealed}" if kept else "–",
    )
    yield Words("镜像", "mirror"), _mirrored(book)
    yield Words("验签公钥", "verifier key"), verifier(book.origin, key)


def _mirrored(book: Book) -> str:
    """Return how far the mirror goes, "?" where it is damaged, "–" where there is none."""
    try:
        return str(mirror_in(book.mirror).size)
    except NoMirror:
        return "?" if (book.mirror / HEAD).exists() else "–"

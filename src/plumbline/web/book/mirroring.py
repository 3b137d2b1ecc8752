"""From the book to its mirror: what came since the last time, by kind, and what was erased."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import polars as pl

from plumbline.errors import BookError, NoMirror, Words
from plumbline.figures.mirror import HEAD, Erased, Mirror, opened, schema
from plumbline.lines import lines
from plumbline.web.book import canonicals
from plumbline.web.book.checkpoints import seals
from plumbline.web.book.dialects import MOMENT
from plumbline.web.book.loading import Progress
from plumbline.web.book.lost import require_legible
from plumbline.web.book.records import LINE
from plumbline.web.book.sessions import asked, chunks, entries, reading, size
from plumbline.web.book.shape import Book

if TYPE_CHECKING:
    import pyarrow as pa

    from plumbline.records import Kind


def mirror(
    book: Book, progress: Progress | None = None, *, anew: bool = False, told: Callable[[Words], object] | None = None
) -> Mirror:
    """Bring the mirror up to the book as it is now; one at a time, in time proportional to what is new.

    Where it is asked for ``anew``, or what is there is no mirror of this book (``fault``), it is made from the start;
    ``told`` is called with such a fault before.
    """
    from plumbline.figures.mirroring import extend, forget

    with _alone(book), reading(book) as cursor:
        end = size(cursor)
        wrong = None if anew else _fault(book, end)
        if wrong and told:
            told(wrong)
        if anew or wrong:
            forget(book.mirror)
        start = _mirrored(book)
        return extend(
            book.mirror,
            _batches(book, cursor, start, end, progress),
            size=end,
            origin=book.origin,
            roots={s.size: s.root.hex() for s in seals(book, cursor)},
            erased=_erased(cursor),
            superseded=_superseded(cursor, start),
        )


def fault(book: Book) -> Words | None:
    """Return why what lies in the mirror's folder is no mirror of this book; None where it is one, or there is none."""
    with reading(book) as cursor:
        return _fault(book, size(cursor))


def _fault(book: Book, end: int) -> Words | None:
    from plumbline.figures.segments import checked

    if not (book.mirror / HEAD).exists():
        return None
    try:
        held = checked(book.mirror)
    except NoMirror as error:
        return error.what
    if held.origin != book.origin:
        return Words("镜像属于另一本账簿", "the mirror is of another book")
    beyond = Words(f"镜像超出账簿的 {end} 条", f"the mirror is beyond the book's {end} entries")
    return beyond if held.size > end else None


@contextmanager
def _alone(book: Book) -> Iterator[None]:
    with (book.folder / ".mirroring").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _mirrored(book: Book) -> int:
    return opened(book.mirror).size if (book.mirror / HEAD).exists() else 0


def _batches(
    book: Book, cursor: Any, start: int, end: int, progress: Progress | None
) -> Iterator[tuple["Kind", "pa.Table"]]:
    kinds = {(line.name, name): kind for line in lines() for name, kind in line.kinds.items()}
    for low, high in chunks(start, end):
        read = entries(book, cursor, low, high)
        require_legible(book, cursor, read)
        rows = read.filter((pl.col("line") != LINE) & pl.col("payload").is_not_null())
        for (line, name), part in rows.group_by("line", "kind", maintain_order=True):
            yield _kind(book, kinds, str(line), str(name)), _table(kinds[str(line), str(name)], part)
        if progress:
            progress(high - start, end - start)


def _kind(book: Book, kinds: dict[tuple[str, str], "Kind"], line: str, name: str) -> "Kind":
    if (line, name) not in kinds:
        what = Words(f"不认识的记录种类 {line}.{name}", f"unknown kind of record {line}.{name}")
        todo = Words("请使用登记这些记录的那个版本", "Use the version of Plumbline that these were entered with")
        raise BookError(str(book.folder), what, todo)
    return kinds[line, name]


def _table(kind: "Kind", rows: pl.DataFrame) -> "pa.Table":
    """Return entries of one kind in the columns of the mirror."""
    own = canonicals.own(kind, rows.select(canonicals.fields()).to_series())
    envelope = rows.select(
        "position", "case", "body", pl.col("on").str.to_date("%Y-%m-%d"), "at",
        pl.concat_str("on", pl.lit("T"), "at").str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us").alias("moment"),
        pl.col("recorded_at").str.to_datetime(MOMENT, time_unit="us", time_zone="UTC"),
        "entered_by", "approved_by", "supersedes",
    )  # fmt: skip
    wide = pl.concat([envelope, own], how="horizontal") if kind.own else envelope
    return wide.to_arrow(compat_level=pl.CompatLevel.oldest()).select(schema(kind).names).cast(schema(kind))


def _erased(cursor: Any) -> list[Erased]:
    statement = "SELECT x.position, x.line, x.kind FROM book_entry e JOIN book_entry x ON x.position = e.erases"
    return [Erased(*row) for row in asked(cursor, f"{statement} WHERE e.erases IS NOT NULL").iter_rows()]


def _superseded(cursor: Any, start: int) -> list[tuple[int, int]]:
    """Return what new entries supersede that the mirror has no record of: withdrawals, and those erased since."""
    statement = (
        "SELECT e.position, e.supersedes FROM book_entry e LEFT JOIN book_content c ON c.position = e.position "
        f"WHERE e.supersedes IS NOT NULL AND e.position >= {start} AND (e.line = '{LINE}' OR c.position IS NULL)"
    )
    return [(int(p), int(s)) for p, s in asked(cursor, statement).iter_rows()]

"""Verifying: everything in the book is made again from its content, and held against what the book says.

Differences are found in this order: the triggers and the file itself, then entry by entry, with each checkpoint at its
size, then what entries say of one another, then checkpoints that were printed to files. Nothing is assumed to be in
order but the signing key.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from plumbline.errors import Words
from plumbline.ledger import Frontier, leaf
from plumbline.ledger.leaves import SALT_BYTES
from plumbline.web.book import canonicals, sealed, triggers
from plumbline.web.book.checkpoints import Seal, seals
from plumbline.web.book.loading import Progress
from plumbline.web.book.posting import fingerprinted
from plumbline.web.book.records import LINE, Erased
from plumbline.web.book.relations import wrong_relations
from plumbline.web.book.sessions import asked, chunks, entries, reading, size
from plumbline.web.book.shape import Book


class Difference(NamedTuple):
    """Something that is not as it was written: the position, or None where it is not about one entry, and what."""

    position: int | None
    what: Words


def differences(book: Book, progress: Progress | None = None) -> Iterator[Difference]:
    """Yield what differs; nothing where all is well. Of each stretch of entries only the first difference is given.

    Raises Damaged where the database file can no longer be read.
    """
    with reading(book) as cursor:
        for name in _defences(book, cursor):
            what = Words(
                f"防改触发器或数据库文件有异：{name}", f"the guards or the database file are not as made: {name}"
            )
            yield Difference(None, what)
        kept, end = seals(book, cursor), size(cursor)
        yield from _entries(book, cursor, kept, end, progress)
        for position, what in wrong_relations(cursor):
            yield Difference(position, what)
    for what in (*sealed.wrong_files(book, kept), *_mirror(book)):
        yield Difference(None, what)


def _mirror(book: Book) -> Iterator[Words]:
    """Yield what of the mirror is not of this book, or not as it was written: every file of it is hashed."""
    from plumbline.figures.mirror import HEAD, opened
    from plumbline.figures.segments import altered
    from plumbline.web.book.mirroring import fault

    if wrong := fault(book):
        yield wrong
    elif (book.mirror / HEAD).exists():
        for s in altered(book.mirror, opened(book.mirror)):
            yield Words(f"镜像的 {s.path} 不是当初写下的", f"{s.path} of the mirror is not as it was written")


def _defences(book: Book, cursor: Any) -> list[str]:
    """Return the triggers that are not in place, and what SQLite finds wrong with its own file."""
    wrong = triggers.missing(cursor, book.vendor)
    said = [] if book.url else asked(cursor, "PRAGMA quick_check(1)").to_series().to_list()
    return wrong + [line for line in said if line != "ok"]


def _entries(book: Book, cursor: Any, kept: list[Seal], end: int, progress: Progress | None) -> Iterator[Difference]:
    erased = asked(cursor, "SELECT erases AS position FROM book_entry WHERE erases IS NOT NULL")["position"].cast(
        pl.Int64
    )
    frontier = Frontier()
    for low, high in chunks(0, end):
        rows = entries(book, cursor, low, high)
        yield from _first(book, rows, low, high, erased)
        leaves = rows["leaf"].to_list()
        for one in [s for s in kept if low < s.size <= high] + [None]:
            until = (one.size if one else high) - low
            frontier = frontier.grown(leaves[frontier.size - low : until])
            for what in sealed.wrong_seal(book, one, frontier) if one else ():
                yield Difference(None, what)
        if progress:
            progress(high, end)
    for one in (s for s in kept if s.size > end or s.size < 1):
        yield Difference(
            None,
            Words(f"封账 {one.size} 超出账簿的 {end} 条", f"checkpoint {one.size} is beyond the book's {end} entries"),
        )


def _first(book: Book, rows: pl.DataFrame, low: int, high: int, erased: pl.Series) -> list[Difference]:
    """Return the first difference of a stretch of entries, if there is one."""
    found = [
        Difference(at, what) for at, what in (_gap(rows, low, high), *_wrong(book, rows, erased)) if at is not None
    ]
    return sorted(found, key=lambda d: d.position or 0)[:1]


def _gap(rows: pl.DataFrame, low: int, high: int) -> tuple[int | None, Words]:
    there = set(rows["position"].to_list()) if len(rows) < high - low else None
    at = None if there is None else next(p for p in range(low, high) if p not in there)
    return at, Words("这一条不见了", "this entry is missing")


def _wrong(book: Book, rows: pl.DataFrame, erased: pl.Series) -> Iterator[tuple[int | None, Words]]:
    """Yield, for each thing that has to hold, the first entry of which it does not."""
    gone = pl.col("position").is_in(erased.implode())
    empty = pl.col("payload").is_null()
    rows = rows.with_columns(canonicals.fields())
    yield (
        _at(rows, gone & (~empty | pl.col("salt").bin.size().gt(0))),
        Words("内容本应已删除", "its content should be erased"),
    )
    yield _at(rows, ~gone & empty), Words("内容不见了或已不可读", "its content is missing or illegible")
    rows = rows.filter(~empty)
    yield (
        _at(rows, pl.Series(_leaves(rows)) != rows["leaf"]),
        Words("内容与叶哈希不符", "its content does not give its leaf"),
    )
    yield _at(rows, pl.col("fields").is_null()), Words("各栏与内容不符", "its columns do not say what its content says")
    rows = rows.filter(pl.col("fields").is_not_null())
    yield _at(rows, ~_erases_as_said()), Words("删除的位置与内容不符", "it erases another entry than its content says")
    yield (
        _at(rows, rows["fingerprint"] != _fingerprints(book, rows)),
        Words("指纹与内容不符", "its fingerprint is of another record"),
    )


def _at(rows: pl.DataFrame, wrong: pl.Expr | pl.Series) -> int | None:
    return rows.filter(wrong)["position"].min()  # type: ignore[return-value]


def _leaves(rows: pl.DataFrame) -> list[bytes]:
    texts = canonicals.encoded(rows["payload"])
    return [
        leaf(salt, text) if len(salt) == SALT_BYTES else b"" for salt, text in zip(rows["salt"], texts, strict=True)
    ]


def _fingerprints(book: Book, rows: pl.DataFrame) -> pl.Series:
    return fingerprinted(book, rows.drop("fingerprint"))["fingerprint"]


def _erases_as_said() -> pl.Expr:
    said = pl.concat_str(pl.lit('{"position":'), pl.col("erases").cast(pl.String), pl.lit("}"))
    is_order = (pl.col("line") == LINE) & (pl.col("kind") == Erased.__name__)
    return pl.when(is_order).then(pl.col("fields").eq_missing(said)).otherwise(pl.col("erases").is_null())

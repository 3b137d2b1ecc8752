"""Whether checkpoints are what was signed, and what the entries give."""

from collections.abc import Iterator

from plumbline.errors import Words
from plumbline.ledger import Checkpoint, Frontier, opened, sign
from plumbline.web.book.checkpoints import Seal
from plumbline.web.book.places import CHECKPOINTS
from plumbline.web.book.shape import Book


def wrong_seal(book: Book, kept: Seal, frontier: Frontier) -> Iterator[Words]:
    """Yield what is wrong with a checkpoint, ``frontier`` being that of the entries it covers, made from their leaves.

    As all checkpoints are held against one row of leaves, each is also shown to begin with those before it.
    """
    signed = _opened(book, kept.note)
    if not signed:
        yield Words(f"封账 {kept.size} 的签名不成立", f"checkpoint {kept.size} was not signed by this book")
    elif (signed.origin, signed.size, signed.root) != (book.origin, kept.size, kept.root):
        yield Words(f"封账 {kept.size} 与所签文本不符", f"checkpoint {kept.size} is not what its note says")
    elif signed.root != frontier.root:
        yield Words(
            f"前 {kept.size} 条得不出封账的根", f"the first {kept.size} entries do not give the checkpoint's root"
        )
    elif kept.frontier != b"".join(frontier.peaks):
        yield Words(f"封账 {kept.size} 的树前沿不符", f"checkpoint {kept.size} goes on from another tree")


def wrong_files(book: Book, kept: list[Seal]) -> Iterator[Words]:
    """Yield what is wrong with the checkpoints written to files: one that the book no longer has shows a cut-off book."""
    notes = {s.note for s in kept}
    for path in sorted((book.folder / CHECKPOINTS).glob("*.txt")):
        note = path.read_text(encoding="utf-8", errors="replace")
        if note in notes:
            continue
        if _opened(book, note):
            yield Words(f"账簿里没有已签发的封账 {path.name}", f"the book no longer has the checkpoint {path.name}")
        else:
            yield Words(f"封账文件 {path.name} 已被改动", f"the checkpoint file {path.name} was changed")


def _opened(book: Book, note: str) -> Checkpoint | None:
    """Return what a note says if this book signed it; signed again it comes out the same, to the last bit of base64."""
    try:
        checkpoint = opened(note, book.keys.signing.public_key())
    except ValueError:
        return None
    return checkpoint if sign(checkpoint, book.keys.signing) == note else None

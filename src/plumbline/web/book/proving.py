"""Proofs against checkpoints: that an entry is in one, that the ledger of one goes on from that of another."""

from typing import Any

from plumbline.errors import Refused, Words
from plumbline.ledger import consistency, inclusion
from plumbline.ledger.checkpoints import verifier
from plumbline.ledger.leaves import HASH_BYTES
from plumbline.ledger.tree import root
from plumbline.web.book.appending import entry
from plumbline.web.book.checkpoints import Seal, seals
from plumbline.web.book.leaves import leaves
from plumbline.web.book.lost import damaged, why_lost
from plumbline.web.book.sessions import chunks, reading
from plumbline.web.book.shape import Book


def proof(book: Book, position: int) -> dict[str, Any]:
    """Return, ready for JSON, the proof that an entry is in the first checkpoint that covers it; bytes are in hexadecimal.

    Raises Refused for a position that no checkpoint covers, Damaged where the entries do not give its root.
    """
    with reading(book) as cursor:
        kept = next((s for s in seals(book, cursor) if 0 <= position < s.size), None)
        if kept is None:
            what = Words(f"没有封账覆盖第 {position} 条", f"no checkpoint covers position {position}")
            todo = Words("请先运行 plumbline book checkpoint", "Run plumbline book checkpoint first")
            raise Refused(str(book.folder), what, todo)
        row = _row(book, cursor, kept)
    leaf = row[position * HASH_BYTES : (position + 1) * HASH_BYTES]
    path = [step.hex() for step in inclusion(row, position)]
    return {"position": position, "leaf": leaf.hex(), "proof": path, "checkpoint": kept.note, "verifier": _key(book)}


def proof_with_content(book: Book, position: int) -> dict[str, Any]:
    """Return the proof with what the leaf was made from: ``salt`` and ``content``, the canonical text.

    Raises Refused as ``proof`` does, and where the content is erased.
    """
    made, was = proof(book, position), entry(book, position)
    if was["payload"] is None:
        raise why_lost(
            book, position, Words("不带 --with-content 仍可证明", "Without --with-content it can still be proved")
        )
    return made | {"salt": was["salt"].hex(), "content": was["payload"]}


def growth(book: Book, earlier: int, later: int) -> dict[str, Any]:
    """Return, ready for JSON, the proof that the checkpoint of size ``later`` goes on from that of size ``earlier``.

    Raises Refused where there are no such checkpoints, Damaged where the entries do not give their roots.
    """
    with reading(book) as cursor:
        kept = {seal.size: seal for seal in seals(book, cursor)}
        if not {earlier, later} <= kept.keys() or earlier > later:
            what = Words(
                f"没有 {earlier} 条和其后 {later} 条的封账", f"no checkpoints of {earlier} and then {later} entries"
            )
            sizes = "、".join(map(str, kept)) or "—", ", ".join(map(str, kept)) or "none"
            raise Refused(
                str(book.folder), what, Words(f"现有封账：{sizes[0]}", f"There are checkpoints of: {sizes[1]}")
            )
        row = _row(book, cursor, kept[later])
    _require_root(book, kept[earlier], row[: earlier * HASH_BYTES])
    path = [step.hex() for step in consistency(row, earlier)]
    said = {"earlier": kept[earlier].note, "checkpoint": kept[later].note, "proof": path}
    return said | {"verifier": _key(book)}


def growth_since(book: Book, earlier: int) -> dict[str, Any]:
    """Return the proof that the last checkpoint goes on from that of size ``earlier``; raises as ``growth`` does."""
    with reading(book) as cursor:
        last = max((seal.size for seal in seals(book, cursor)), default=0)
    return growth(book, earlier, last)


def _row(book: Book, cursor: Any, kept: Seal) -> bytes:
    """Return the leaves that a checkpoint covers; Damaged where they do not give its root."""
    row = b"".join(leaf for low, high in chunks(0, kept.size) for leaf in leaves(cursor, low, high))
    _require_root(book, kept, row)
    return row


def _require_root(book: Book, kept: Seal, row: bytes) -> None:
    if root(row) != kept.root:
        what = Words(
            f"账簿现有的记录得不出封账 {kept.size} 的根",
            f"the entries there do not give the root of checkpoint {kept.size}",
        )
        raise damaged(book, what)


def _key(book: Book) -> str:
    return verifier(book.origin, book.keys.signing.public_key())

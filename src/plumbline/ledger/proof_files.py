"""Proofs as files: what ``plumbline book prove`` prints, checked against its own checkpoint and nothing else (part 4)."""

from collections.abc import Mapping
from typing import Any

from plumbline.errors import Words
from plumbline.ledger.checkpoints import opened, verifying_key
from plumbline.ledger.leaves import HASH_BYTES, leaf
from plumbline.ledger.proofs import includes

LONGEST = 64
"""Most hashes in a proof: enough for any size that positions can count."""


def differs(proof: Mapping[str, Any], verifier: str) -> Words | None:
    """Return what does not hold of a proof, its checkpoint being signed with ``verifier``'s key; None where all holds.

    Raises ValueError for what is no proof at all, or a verifier key that is none.
    """
    position, given, steps, note = _read(proof)
    name, key = verifying_key(verifier)
    try:
        checkpoint = opened(note, key)
    except ValueError as error:
        return Words(f"封账不是这把钥匙签的，或已改动（{error}）", f"the checkpoint does not hold ({error})")
    if checkpoint.origin != name:
        return Words("封账属于另一本账", "the checkpoint is of another book")
    if not includes(given, position, checkpoint.size, steps, checkpoint.root):
        return Words("哈希推不到封账的根", "the hashes do not lead to the checkpoint's root")
    if "content" in proof and leaf(_bytes(proof.get("salt")), _text(proof["content"]).encode()) != given:
        return Words("内容与叶哈希不符", "the content does not give the leaf")
    return None


def _read(proof: Mapping[str, Any]) -> tuple[int, bytes, list[bytes], str]:
    position, steps = proof.get("position"), proof.get("proof")
    if type(position) is not int or not isinstance(steps, list) or len(steps) > LONGEST:
        raise ValueError("it has no position and list of hashes")
    return position, _bytes(proof.get("leaf")), [_bytes(step) for step in steps], _text(proof.get("checkpoint"))


def _bytes(value: Any) -> bytes:
    found = bytes.fromhex(_text(value))
    if len(found) != HASH_BYTES:
        raise ValueError(f"a hash or a salt has {HASH_BYTES} bytes, not {len(found)}")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text is wanted, not {value!r:.40}")
    return value

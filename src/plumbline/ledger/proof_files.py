"""Proofs as files: what ``plumbline book prove`` prints, checked against its own checkpoint and nothing else (part 4)."""

from collections.abc import Callable, Mapping
from typing import Any

from plumbline.errors import Words
from plumbline.ledger.checkpoints import Checkpoint, opened, verifying_key
from plumbline.ledger.leaves import HASH_BYTES, leaf
from plumbline.ledger.proofs import grew, includes

LONGEST = 64
"""Most hashes in a proof: enough for any size that positions can count."""


def differs(proof: Mapping[str, Any], verifier: str) -> Words | None:
    """Return what does not hold of a proof, its checkpoints being signed with ``verifier``'s key; None where all holds.

    A proof with an ``earlier`` checkpoint shows that the ledger grew from it; another, that an entry is in the ledger.
    Raises ValueError for what is no proof at all, or a verifier key that is none.
    """
    holds = _grows(proof) if "earlier" in proof else _contains(proof)
    name, key = verifying_key(verifier)
    notes = [_text(proof[which]) for which in ("earlier", "checkpoint") if which in proof]
    try:
        signed = [opened(note, key) for note in notes]
    except ValueError as error:
        return Words(f"封账不是这把钥匙签的，或已改动（{error}）", f"the checkpoint does not hold ({error})")
    if any(checkpoint.origin != name for checkpoint in signed):
        return Words("封账属于另一本账", "the checkpoint is of another book")
    return holds(*signed)


def _contains(proof: Mapping[str, Any]) -> Callable[[Checkpoint], Words | None]:
    """Return what holds a checkpoint against the proof that an entry is in it."""
    position, given, steps = proof.get("position"), _bytes(proof.get("leaf")), _steps(proof)
    if type(position) is not int:
        raise ValueError("it has no position")

    def wrong(checkpoint: Checkpoint) -> Words | None:
        if not includes(given, position, checkpoint.size, steps, checkpoint.root):
            return Words("哈希推不到封账的根", "the hashes do not lead to the checkpoint's root")
        if "content" in proof and leaf(_bytes(proof.get("salt")), _text(proof["content"]).encode()) != given:
            return Words("内容与叶哈希不符", "the content does not give the leaf")
        return None

    return wrong


def _grows(proof: Mapping[str, Any]) -> Callable[[Checkpoint, Checkpoint], Words | None]:
    """Return what holds two checkpoints against the proof that the later goes on from the earlier."""
    steps = _steps(proof)

    def wrong(earlier: Checkpoint, later: Checkpoint) -> Words | None:
        if grew(earlier.size, earlier.root, later.size, later.root, steps):
            return None
        return Words("后一封账不是由前一封账增长而来", "the later checkpoint does not go on from the earlier one")

    return wrong


def _steps(proof: Mapping[str, Any]) -> list[bytes]:
    steps = proof.get("proof")
    if not isinstance(steps, list) or len(steps) > LONGEST or not isinstance(proof.get("checkpoint"), str):
        raise ValueError("it has no list of hashes and checkpoint")
    return [_bytes(step) for step in steps]


def _bytes(value: Any) -> bytes:
    found = bytes.fromhex(_text(value))
    if len(found) != HASH_BYTES:
        raise ValueError(f"a hash or a salt has {HASH_BYTES} bytes, not {len(found)}")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text is wanted, not {value!r:.40}")
    return value

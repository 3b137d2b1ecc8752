"""Canonical bytes, salted leaves, the tree, proofs and checkpoints, as docs/reference/ledger.md specifies them. Pure."""

from plumbline.ledger.canonical import canonical
from plumbline.ledger.checkpoints import Checkpoint, opened, sign
from plumbline.ledger.leaves import leaf, leaves
from plumbline.ledger.proofs import consistency, grew, includes, inclusion
from plumbline.ledger.tree import EMPTY, Frontier, root

__all__ = [
    "EMPTY",
    "Checkpoint",
    "Frontier",
    "canonical",
    "consistency",
    "grew",
    "includes",
    "inclusion",
    "leaf",
    "leaves",
    "opened",
    "root",
    "sign",
]

"""Canonical bytes, salted leaves, the tree, proofs and checkpoints, as docs/reference/ledger.md specifies them. Pure."""

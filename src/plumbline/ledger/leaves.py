"""Leaves: an entry's salted hash, which proves its content while it is there and tells nothing of it once erased."""

from collections.abc import Iterable
from hashlib import sha256

HASH_BYTES = 32
SALT_BYTES = 32
_LEAF = b"\x00"


def leaf(salt: bytes, content: bytes) -> bytes:
    """Return SHA-256(00 || salt || content), 32 bytes (specification, part 2); ValueError for a salt of another length."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return sha256(_LEAF + salt + content).digest()


def leaves(salts: Iterable[bytes], contents: Iterable[bytes]) -> list[bytes]:
    """Return the leaf of each content with its salt, in order; ValueError where there are not as many of one as of the other."""
    return [leaf(salt, content) for salt, content in zip(salts, contents, strict=True)]

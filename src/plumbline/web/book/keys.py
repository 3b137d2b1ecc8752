"""The book's own keys, in a folder only its owner can read: one signs checkpoints, one makes persons into tokens."""

import os
import stat
from base64 import b32encode
from hashlib import blake2b, sha256
from hmac import digest
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plumbline.errors import BookError, Words

FOLDER = "keys"
SIGNING, TOKEN = "signing", "token"
KEY_BYTES = 32
TOKEN_CHARACTERS = 26


class Keys:
    """The keys of one book, read once. None of them is ever printed."""

    def __init__(self, folder: Path) -> None:
        """Read the keys of the book in ``folder``; BookError where one is missing, or others may read it."""
        self.signing = Ed25519PrivateKey.from_private_bytes(_read(folder / FOLDER / SIGNING))
        self._token = _read(folder / FOLDER / TOKEN)
        self.fingerprint = digest(self._token, b"fingerprint", "sha256")

    def token(self, person: str) -> str:
        """Return the token of whoever ``person`` names: ``p_`` and 26 characters of base 32, the same each time."""
        made = b32encode(digest(self._token, b"person\0" + person.encode(), "sha256")).decode().lower()
        return f"p_{made[:TOKEN_CHARACTERS]}"

    def origin(self) -> str:
        """Return a name for the book's ledger that no other book has: made of its signing key's public half."""
        return f"plumbline/{sha256(self.signing.public_key().public_bytes_raw()).hexdigest()[:16]}"

    def fingerprints(self, records: list[bytes]) -> list[bytes]:
        """Return a keyed hash of 16 bytes for each record: equal for equal records, telling nothing without the key."""
        key = self.fingerprint
        return [blake2b(record, key=key, digest_size=16).digest() for record in records]


def make(folder: Path) -> None:
    """Make the keys that are missing."""
    place = folder / FOLDER
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.chmod(0o700)
    for name in (SIGNING, TOKEN):
        if not (place / name).exists():
            _write(place / name, os.urandom(KEY_BYTES))


def own(folder: Path, name: str) -> bytes:
    """Return a key of the book for one use of its own, made where there is none; BookError where it cannot be read."""
    place = folder / FOLDER
    if place.is_dir() and not (place / name).exists():
        _write(place / name, os.urandom(KEY_BYTES))
    return _read(place / name)


def _write(path: Path, key: bytes) -> None:
    """Write a key whole or not at all, never over another."""
    part = path.with_name(f".{path.name}-{os.getpid()}")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()


def _read(path: Path) -> bytes:
    try:
        key, mode = path.read_bytes(), path.stat().st_mode
    except OSError as error:
        what = Words(f"账簿的密钥读不出（{error.strerror}）", f"this key of the book cannot be read ({error.strerror})")
        todo = Words("请从备份中取回", "Bring it back from a backup")
        if isinstance(error, PermissionError):
            todo = Words("请以账簿所有者的身份运行", "Run this as the book's owner")
        raise BookError(str(path), what, todo) from error
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        what = Words("他人可以读到账簿的密钥", "others may read this key of the book")
        raise BookError(str(path), what, Words("请运行 chmod 600", "Run chmod 600 on it"))
    if len(key) != KEY_BYTES:
        what = Words(f"密钥应为 {KEY_BYTES} 字节", f"a key has {KEY_BYTES} bytes")
        raise BookError(str(path), what, Words("请从备份中取回", "Bring it back from a backup"))
    return key

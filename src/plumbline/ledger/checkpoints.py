"""Checkpoints: a ledger's size and root, signed, in the text forms of C2SP tlog-checkpoint and signed-note (part 5)."""

import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
_NOTE = re.compile(
    r"(?P<text>(?P<origin>[^\s+]+)\n(?P<size>0|[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n(?:sealed (?P<sealed>\S+)\n)?)"
    r"\n— (?P<name>\S+) (?P<signature>[A-Za-z0-9+/]+=*)\n"
)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A ledger's ``size`` and ``root`` (32 bytes) under the name of the log it is (``origin``: no blank, no plus sign).

    ``sealed`` is the moment it was signed, in ISO 8601 UTC, as an extension line; "" leaves the line out.
    """

    origin: str
    size: int
    root: bytes
    sealed: str = ""

    @property
    def text(self) -> str:
        """The lines that are signed: origin, size, root in base64, and when it was sealed."""
        lines = [self.origin, str(self.size), b64encode(self.root).decode()]
        return "\n".join([*lines, *([f"sealed {self.sealed}"] if self.sealed else [])]) + "\n"


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Return the checkpoint as a signed note, the origin being the signer's name."""
    signature = key.sign(checkpoint.text.encode())
    line = b64encode(key_id(checkpoint.origin, key.public_key()) + signature).decode()
    return f"{checkpoint.text}\n— {checkpoint.origin} {line}\n"


def opened(note: str, key: Ed25519PublicKey) -> Checkpoint:
    """Return the checkpoint of a signed note; ValueError where it is no such note or ``key`` did not sign it."""
    m = _NOTE.fullmatch(note)
    if not m or m["name"] != m["origin"]:
        raise ValueError("not a checkpoint signed under its own name")
    checkpoint = Checkpoint(m["origin"], int(m["size"]), b64decode(m["root"]), m["sealed"] or "")
    signed = b64decode(m["signature"], validate=True)
    if checkpoint.text != m["text"] or b64encode(signed).decode() != m["signature"]:
        raise ValueError("a checkpoint that is not written in its one canonical form")
    if signed[:4] != key_id(m["name"], key):
        raise ValueError("signed with another key")
    try:
        key.verify(signed[4:], m["text"].encode())
    except InvalidSignature:
        raise ValueError("the signature does not fit the text") from None
    return checkpoint


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """Return the four bytes that name a key in a note: the head of SHA-256(name || newline || 01 || public key)."""
    return sha256(name.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4]


def verifier(name: str, key: Ed25519PublicKey) -> str:
    """Return a public key in the form that note tools take: ``name+id+base64``."""
    return f"{name}+{key_id(name, key).hex()}+{b64encode(ED25519 + key.public_bytes_raw()).decode()}"


def verifying_key(text: str) -> tuple[str, Ed25519PublicKey]:
    """Return the name and the public key that ``verifier`` wrote; ValueError for anything else."""
    name, _, rest = text.partition("+")
    raw = b64decode(rest.partition("+")[2], validate=True)
    if raw[:1] != ED25519:
        raise ValueError("not a key in the form name+id+base64")
    key = Ed25519PublicKey.from_public_bytes(raw[1:])
    if verifier(name, key) != text:
        raise ValueError("not a key in the form name+id+base64")
    return name, key

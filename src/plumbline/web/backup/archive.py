"""The archive of a backup: a .tar.zst, its last member a list of what it holds with each file's SHA-256."""

import hashlib
import json
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow as pa

from plumbline.errors import Broken, Words

ABOUT = "backup.json"
FORMAT = 1
Part = tuple[str, Path]
"""A file's name in the archive, and where it is."""


def pack(out: Path, parts: Iterable[Part], about: dict[str, Any]) -> None:
    """Write an archive that only its owner may read: it holds the keys."""
    out.touch(mode=0o600)
    sums = {}
    with pa.CompressedOutputStream(str(out), "zstd") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        for name, path in parts:
            sums[name] = _sum(path)
            tar.add(path, name, recursive=False)
        _add_about(tar, {"format": FORMAT, **about, "files": sums})


def _add_about(tar: tarfile.TarFile, said: dict[str, Any]) -> None:
    from io import BytesIO

    text = json.dumps(said, ensure_ascii=False, indent=1).encode()
    member = tarfile.TarInfo(ABOUT)
    member.size, member.mode = len(text), 0o600
    tar.addfile(member, BytesIO(text))


def unpack(path: Path, into: Path) -> dict[str, Any]:
    """Unpack an archive into an empty folder and return what it says of itself; Broken where it is not whole."""
    with _reading(path), pa.CompressedInputStream(str(path), "zstd") as stream:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                _require_plain(path, member)
                tar.extract(member, into, filter="data")
        said = json.loads((into / ABOUT).read_bytes())
        _require_whole(path, into, said)
    (into / ABOUT).unlink()
    return dict(said)


def _require_plain(path: Path, member: tarfile.TarInfo) -> None:
    """Raise Broken for what no backup holds: links, devices, ways out of the folder."""
    name = PurePosixPath(member.name)
    if not member.isreg() or name.is_absolute() or ".." in name.parts:
        raise broken(path)


def _require_whole(path: Path, into: Path, said: dict[str, Any]) -> None:
    there = {p.relative_to(into).as_posix() for p in into.rglob("*") if p.is_file()} - {ABOUT}
    if said["format"] != FORMAT or there != set(said["files"]):
        raise broken(path)
    if any(_sum(into / name) != wanted for name, wanted in said["files"].items()):
        raise broken(path)


_DAMAGE = (
    tarfile.TarError, EOFError, KeyError, TypeError, ValueError, RecursionError, FileNotFoundError, IsADirectoryError,
)  # fmt: skip


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what a damaged archive makes of its reader into Broken."""
    try:
        yield
    except (*_DAMAGE, pa.ArrowException) as error:
        raise broken(path) from error
    except OSError as error:
        if error.errno is None:  # the decompressor's own
            raise broken(path) from error
        raise


def broken(path: Path) -> Broken:
    """Return the error for an archive that is not whole."""
    what = Words("这不是完整的备份", "this is no whole backup")
    return Broken(str(path), what, Words("请换一份备份", "Take another backup"))


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

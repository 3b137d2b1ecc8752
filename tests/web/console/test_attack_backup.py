"""Archives that somebody changed: whatever is in them, nothing is restored and nothing is left behind."""

import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from books import loaded
from plumbline.errors import Broken
from plumbline.web.backup.making import backup
from plumbline.web.backup.restoring import restore
from plumbline.web.book import Book, open_book


@pytest.fixture
def three(tmp_path: Path) -> Book:
    book = open_book(tmp_path / "book", create=True, url="")
    loaded(book, 3)
    return book


def changed(kept: Path, parts: dict[str, bytes | None], **about: Any) -> None:
    """Rewrite an archive with other parts (None: without it) and another description, its sums made to fit."""
    with pa.CompressedInputStream(str(kept), "zstd") as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
        held = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
    said = json.loads(held.pop("backup.json"))
    held = {name: data for name, data in (held | parts).items() if data is not None}
    said |= {"files": {name: hashlib.sha256(data).hexdigest() for name, data in held.items()}} | about
    held["backup.json"] = json.dumps({name: each for name, each in said.items() if each is not None}).encode()
    with pa.CompressedOutputStream(str(kept), "zstd") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        for name, data in held.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(data), 0o600
            tar.addfile(member, io.BytesIO(data))


@pytest.mark.parametrize(
    ("parts", "about"),
    [
        ({}, {"database": None}),
        ({}, {"database": "postgresql", "tables": ["nothing"]}),
        ({"keys/signing": None}, {}),
        ({"keys/signing": b"short"}, {}),
        ({"book.json": None}, {}),
        ({"book.json": b"{}"}, {}),
        ({"book.sqlite3": None}, {}),
        ({"book.sqlite3": b"garbage" * 1000}, {}),
        ({"console.sqlite3": None}, {}),
        ({"../evil": b""}, {}),
        ({"keys": b""}, {}),
    ],
)
def test_an_archive_that_somebody_changed_restores_nothing(
    three: Book, tmp_path: Path, parts: dict[str, bytes | None], about: dict[str, Any]
) -> None:
    kept, there = tmp_path / "kept.tar.zst", tmp_path / "restored"
    backup(three, kept)
    changed(kept, parts, **about)
    with pytest.raises(Broken, match="no whole backup"):
        restore(kept, there, "")
    assert not there.exists()
    assert not (tmp_path / "evil").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "kept.tar.zst"]


def test_a_description_without_end_is_no_backup(three: Book, tmp_path: Path) -> None:
    kept = tmp_path / "kept.tar.zst"
    with pa.CompressedOutputStream(str(kept), "zstd") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        member = tarfile.TarInfo("backup.json")
        member.size = 100_000
        tar.addfile(member, io.BytesIO(b"[" * 100_000))
    with pytest.raises(Broken, match="no whole backup"):
        restore(kept, tmp_path / "restored", "")

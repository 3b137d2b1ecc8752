"""The ledger against published vectors, against a second implementation in JavaScript, and against DuckDB's SQL."""

import json
import random
import shutil
import subprocess
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from plumbline.ledger import (
    EMPTY,
    Checkpoint,
    Frontier,
    canonical,
    consistency,
    grew,
    includes,
    inclusion,
    leaf,
    leaves,
    opened,
    root,
    sign,
)
from plumbline.ledger.checkpoints import key_id, verifier

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
INPUTS = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"@ABC", bytes(range(0x50, 0x58)), bytes(range(0x60, 0x70))]
ROOTS = """6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328""".split()
"""Roots over the first n inputs, as Certificate Transparency's reference tests publish them for RFC 6962."""

contents = st.dictionaries(
    st.text(st.characters(max_codepoint=127), max_size=8),
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    max_size=4,
)


def some_leaves(count: int) -> list[bytes]:
    return [sha256(bytes([i])).digest() for i in range(count)]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_published_for_rfc_6962(size: int) -> None:
    tops = [sha256(b"\x00" + data).digest() for data in INPUTS[:size]]
    assert root(b"".join(tops)).hex() == ROOTS[size - 1]
    assert Frontier().grown(tops).root.hex() == ROOTS[size - 1]


def test_an_empty_ledger_has_the_hash_of_nothing() -> None:
    assert root(b"") == Frontier().root == EMPTY == sha256(b"").digest()


def test_the_leaf_is_salted() -> None:
    assert leaf(b"s" * 32, b"x") == sha256(b"\x00" + b"s" * 32 + b"x").digest()
    with pytest.raises(ValueError, match="32 bytes"):
        leaf(b"short", b"x")
    with pytest.raises(ValueError, match="zip"):
        leaves([b"s" * 32], [])


def test_canonical_bytes_written_by_hand() -> None:
    content = {"on": "2020-03-01", "case": "（2020）甘0102刑初155号", "fields": {"persons": 3, "a": None, "b": True}}
    assert canonical(content).decode() == (
        '{"case":"（2020）甘0102刑初155号","fields":{"a":null,"b":true,"persons":3},"on":"2020-03-01"}'
    )


@pytest.mark.parametrize(
    ("content", "place"), [({"f": {"x": 1.5}}, "f.x"), ({"n": 2**53}, "n"), ({"t": "\ud800"}, "t"), ({"键": 1}, "键")]
)
def test_what_has_no_canonical_form_is_refused_with_its_place(content: dict[str, Any], place: str) -> None:
    with pytest.raises(ValueError, match=place):
        canonical(content)


@given(st.integers(1, 80), st.integers(0, 79))
def test_an_inclusion_proof_proves_its_leaf_at_its_place_only(size: int, position: int) -> None:
    tops, position = some_leaves(size), position % size
    joined = b"".join(tops)
    proof, top = inclusion(joined, position), root(joined)
    assert includes(tops[position], position, size, proof, top)
    assert not includes(sha256(b"other").digest(), position, size, proof, top)
    assert not includes(tops[position], position, size, [*proof, top], top)
    assert not any(includes(tops[position], other, size, proof, top) for other in range(size) if other != position)


@given(st.integers(1, 60), st.integers(0, 59))
def test_a_consistency_proof_holds_for_the_ledger_that_grew_and_no_other(size: int, earlier: int) -> None:
    joined, earlier = b"".join(some_leaves(size)), earlier % size + 1
    old, new, proof = root(joined[: earlier * 32]), root(joined), consistency(joined, earlier)
    assert grew(earlier, old, size, new, proof)
    altered = sha256(b"altered").digest() + joined[32:]
    if earlier < size:
        assert not grew(earlier, root(altered[: earlier * 32]), size, new, proof)
        assert not grew(earlier, old, size, new, proof[:-1])
        assert not grew(earlier, old, size, new, [*proof, new])


def test_positions_and_sizes_beyond_the_ledger_are_refused() -> None:
    joined = b"".join(some_leaves(3))
    for position in (-1, 3):
        with pytest.raises(IndexError):
            inclusion(joined, position)
    for earlier in (0, 4):
        with pytest.raises(IndexError):
            consistency(joined, earlier)


@given(st.lists(st.integers(0, 9), max_size=6))
def test_a_frontier_grown_in_parts_is_the_one_grown_at_once(parts: list[int]) -> None:
    tops = some_leaves(sum(parts))
    frontier, done = Frontier(), 0
    for part in parts:
        frontier = frontier.grown(tops[done : done + part])
        done += part
    assert frontier == Frontier().grown(tops)
    assert frontier.root == root(b"".join(tops))


def test_the_key_id_is_that_of_the_published_note() -> None:
    published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    key = Ed25519PublicKey.from_public_bytes(b64decode(published.split("+", 2)[2])[1:])
    assert key_id("PeterNeumann", key).hex() == "c74f20a3"
    assert verifier("PeterNeumann", key) == published


def test_a_checkpoint_comes_back_from_its_note_and_no_altered_note_does() -> None:
    sealed = Checkpoint("plumbline.example/lanzhou", 7, sha256(b"").digest(), "2021-01-04T09:00:00Z")
    note = sign(sealed, KEY)
    assert opened(note, KEY.public_key()) == sealed
    for i, character in enumerate(note):
        altered = f"{note[:i]}{'7' if character != '7' else '8'}{note[i + 1 :]}"
        with pytest.raises(ValueError, match=r"checkpoint|signed|signature|base64|padding"):
            opened(altered, KEY.public_key())
    with pytest.raises(ValueError, match="another key"):
        opened(note, Ed25519PrivateKey.from_private_bytes(b"o" * 32).public_key())


def test_the_spare_bits_of_a_signature_may_not_be_used() -> None:
    note = sign(Checkpoint("plumbline.example/lanzhou", 7, sha256(b"").digest()), KEY)
    head, last = note[:-3], note[-3]  # 68 bytes end in one letter of base64 with four spare bits, then =
    assert note.endswith("=\n")
    spare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = spare[spare.index(last) ^ 1]
    with pytest.raises(ValueError, match="one canonical form"):
        opened(f"{head}{other}=\n", KEY.public_key())


def asked_of_node(entries: list[dict[str, Any]], note: str = "") -> dict[str, Any]:
    if not shutil.which("node"):
        pytest.skip("node is not installed: apt-get install nodejs")
    question = {"entries": entries, "note": note, "key": KEY.public_key().public_bytes_raw().hex()}
    oracle = Path(__file__).parent.parent / "oracles" / "ledger.js"
    said = subprocess.run(["node", oracle], input=json.dumps(question).encode(), capture_output=True, check=True).stdout
    answer: dict[str, Any] = json.loads(said)
    return answer


def test_javascript_comes_to_the_same() -> None:
    chance = random.Random(7)
    entries = [{"salt": chance.randbytes(32).hex(), "content": content(i)} for i in range(21)]
    tops = [leaf(bytes.fromhex(e["salt"]), canonical(e["content"])) for e in entries]
    joined = b"".join(tops)
    sealed = Checkpoint("plumbline.example/lanzhou", 21, root(joined), "2021-01-04T09:00:00Z")
    said = asked_of_node(entries, sign(sealed, KEY))
    assert said["canonical"] == [canonical(e["content"]).decode() for e in entries]
    assert said["leaves"] == [t.hex() for t in tops]
    assert said["root"] == root(joined).hex()
    assert said["inclusion"] == [[h.hex() for h in inclusion(joined, i)] for i in range(21)]
    assert said["consistency"] == [[h.hex() for h in consistency(joined, i + 1)] for i in range(21)]
    assert said["note"] == {"size": 21, "root": root(joined).hex(), "holds": True}


def content(i: int) -> dict[str, Any]:
    odd = ["甘0102刑初1号", 'a"b\\c/d', "\u2028\x7f\x00\t\n", "𠮷", ""][i % 5]
    return {"kind": "Docketed", "case": odd, "fields": {"persons": i, "b": i % 2 == 0, "a": None}, "on": "2020-01-31"}


@given(contents)
def test_canonical_text_is_plain_json(value: dict[str, Any]) -> None:
    assert json.loads(canonical(value)) == value


LEVELS = """
with recursive row(level, i, h) as (
    select 0, position, leaf from leaves
    union all
    select level + 1, i // 2, case when right_h is null then h else unhex(sha256('\\x01'::blob || h || right_h)) end
    from (select level, i, h, lead(h) over (order by i) as right_h, count(*) over () as many from row)
    where i % 2 = 0 and many > 1
)
select h from row order by level desc limit 1
"""


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 21, 100])
def test_duckdb_comes_to_the_same_leaves_and_root(size: int) -> None:
    salts = [sha256(b"salt%d" % i).digest() for i in range(size)]
    texts = [canonical(content(i)) for i in range(size)]
    db = duckdb.connect()
    db.execute("create table entries (position bigint, salt blob, payload blob)")
    db.executemany("insert into entries values (?, ?, ?)", list(zip(range(size), salts, texts, strict=True)))
    db.execute(
        "create view leaves as select position, unhex(sha256('\\x00'::blob || salt || payload)) as leaf from entries"
    )
    tops = [bytes(row[0]) for row in db.execute("select leaf from leaves order by position").fetchall()]
    top = db.execute(LEVELS).fetchone()
    assert tops == leaves(salts, texts)
    assert top is not None
    assert bytes(top[0]) == root(b"".join(tops))

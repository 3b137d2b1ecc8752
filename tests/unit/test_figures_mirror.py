"""The mirror: what it holds after each refresh, after an erasure, after a writer was broken off."""

import json
import os
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import pyarrow.parquet as pq
import pytest

import mirrors
from plumbline.errors import FigureError, NoMirror, Words
from plumbline.figures.engines.duckdb import DuckDB
from plumbline.figures.mirror import Erased, Mirror, opened, save, schema
from plumbline.figures.mirroring import Batch, extend
from plumbline.figures.opening import open_mirror
from plumbline.figures.segments import altered, checked
from plumbline.figures.tables import TablesOf, tables_of
from plumbline.lines import kinds
from plumbline.lines.trials.records import Docketed, Heard
from plumbline.records import Kind, Record, label

BODY = "城关区人民法院"
DAY = date(2020, 12, 31)


def docketed(case: str, persons: int = 1) -> Docketed:
    return Docketed(case=case, body=BODY, on=date(2020, 5, 6), offence="盗窃罪", persons=persons)


def cases(tables: TablesOf, kind: str = "Docketed") -> list[str]:
    """The cases of the standing records, in order of position."""
    trials = tables("trials")
    found: list[str] = trials.engine.fetch(trials.flow(kind).order_by("position")).column("case").to_pylist()
    return found


def files(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*.parquet")}


def test_a_refresh_writes_what_is_new_and_leaves_the_rest(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed(str(i)) for i in range(10)])
    first = tmp_path / "trials/Docketed/000000000000-000000000009.parquet"
    before = first.stat()
    mirrors.written(tmp_path, [docketed("新"), Heard(case="新", body=BODY, on=DAY)])
    assert (first.stat().st_ino, first.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "trials/Docketed/000000000010-000000000010.parquet" in files(tmp_path)
    assert opened(tmp_path).size == 12
    assert cases(open_mirror(tmp_path, kinds()).tables) == [*map(str, range(10)), "新"]


def test_many_small_refreshes_leave_few_segments(tmp_path: Path) -> None:
    for i in range(33):
        mirrors.written(tmp_path, [docketed(str(i))])
    segments = opened(tmp_path).of("trials", "Docketed")
    assert sum(s.rows for s in segments) == 33
    assert len(segments) <= 6  # each at least twice its successor: 33 < 2**6
    assert all(a.last < b.first for a, b in pairwise(segments))
    assert cases(open_mirror(tmp_path, kinds()).tables) == [str(i) for i in range(33)]


def test_a_mirror_is_read_as_of_any_size(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed("甲"), docketed("乙"), docketed("丙")], supersedes={2: 0})
    assert cases(open_mirror(tmp_path, kinds()).tables) == ["乙", "丙"]
    assert cases(open_mirror(tmp_path, kinds(), 2).tables) == ["甲", "乙"]
    assert cases(open_mirror(tmp_path, kinds(), 0).tables) == []
    with pytest.raises(FigureError, match=r"--as-of 4: the book has 3 entries\. Give a number not above that\."):
        open_mirror(tmp_path, kinds(), 4)


def test_what_an_order_erases_leaves_segments_and_folds(tmp_path: Path) -> None:
    tables = mirrors.tables(tmp_path, [docketed("甲"), docketed("乙"), docketed("丙")])
    tables("trials").stock(DAY)
    assert "folds/3/trials-2020-12-31.parquet" in files(tmp_path)
    mirrors.written(tmp_path, [docketed("丁")], erased=[Erased(1, "trials", "Docketed")])
    everywhere = [pq.ParquetFile(tmp_path / f).read().to_pylist() for f in files(tmp_path)]
    assert not [row for rows in everywhere for row in rows if row.get("case") == "乙"]
    after = open_mirror(tmp_path, kinds(), 3).tables
    assert cases(after) == ["甲", "丙"]
    assert after("trials").erased({"Docketed"}) == [Erased(1, "trials", "Docketed")]
    assert after("trials").erased({"Heard"}) == []
    assert open_mirror(tmp_path, kinds(), 1).tables("trials").erased({"Docketed"}) == []


def test_a_merged_segment_that_is_no_longer_named_is_gone_before_an_erasure(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed("甲")])
    mirrors.written(tmp_path, [docketed("乙")])  # merged with the first, whose file still lies there
    mirrors.written(tmp_path, [], erased=[Erased(0, "trials", "Docketed")])
    everywhere = [row for f in files(tmp_path) for row in pq.ParquetFile(tmp_path / f).read().to_pylist()]
    assert [row["case"] for row in everywhere] == ["乙"]


class BreakingOffError(Exception):
    """Stands for the moment at which a writer dies."""


def test_a_writer_broken_off_changes_nothing_and_is_swept_by_the_next(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed("甲")])
    before = (tmp_path / "mirror.json").read_bytes()

    def breaking() -> list[Batch]:
        yield from mirrors.batches([docketed("乙")], 1)  # type: ignore[misc]
        raise BreakingOffError

    with pytest.raises(BreakingOffError):
        extend(tmp_path, breaking(), size=2, origin="example.test/book", roots={})
    assert (tmp_path / "mirror.json").read_bytes() == before
    assert cases(open_mirror(tmp_path, kinds()).tables) == ["甲"]
    mirrors.written(tmp_path, [docketed("丙")])
    assert cases(open_mirror(tmp_path, kinds()).tables) == ["甲", "丙"]
    assert files(tmp_path) >= {s.path for s in opened(tmp_path).segments}


@pytest.mark.parametrize("first", [0, 2])
def test_positions_that_are_there_already_or_beyond_the_size_are_refused(tmp_path: Path, first: int) -> None:
    mirrors.written(tmp_path, [docketed("甲")])
    with pytest.raises(ValueError, match="positions must rise"):
        extend(tmp_path, mirrors.batches([docketed("乙")], first), size=2, origin="o", roots={})
    assert opened(tmp_path).size == 1


def test_roots_are_kept_by_the_size_they_were_sealed_at(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed("甲")], roots={1: "aa"})
    mirrors.written(tmp_path, [docketed("乙"), docketed("丙")], roots={3: "bb"})
    assert opened(tmp_path).root == "bb"
    assert [open_mirror(tmp_path, kinds(), n).tables("trials").root for n in (1, 2, 3)] == ["aa", "", "bb"]
    assert json.loads((tmp_path / "mirror.json").read_text())["root"] == "bb"


def test_a_mirror_sealed_at_sizes_of_one_and_of_two_digits_is_read_again(tmp_path: Path) -> None:
    mirror = Mirror(10, "o", {9: "aa", 10: "bb"})
    save(tmp_path, mirror)
    assert opened(tmp_path) == mirror


def test_without_a_mirror_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoMirror, match=r"there is no mirror here\. Run plumbline book mirror first"):
        opened(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"size": 1}', "\x00"])
def test_a_damaged_list_of_contents_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "mirror.json").write_text(content)
    with pytest.raises(NoMirror, match=r"mirror\.json: the mirror's list of contents is damaged"):
        opened(tmp_path)


class Older(Record):
    """旧式 Older."""


class Newer(Record):
    """新式 Newer."""

    weight: Annotated[int, label("重量", "weight")] = 7
    colour: Annotated[str | None, label("颜色", "colour")] = None


def _kind(model: type[Record]) -> Kind:
    return Kind("things", "Thing", Words("物", "thing"), model)


def _placed(kind: Kind, position: int) -> Batch:
    record = kind.model(case=str(position), body=BODY, on=DAY)
    return kind, mirrors.rows(kind, [(position, record)], {})


def test_a_field_given_to_a_kind_later_says_its_default_in_older_records(tmp_path: Path) -> None:
    old, new = _kind(Older), _kind(Newer)
    mirror = extend(tmp_path, [_placed(old, 0)], size=1, origin="o", roots={})
    assert _things(tmp_path, mirror, new) == [("0", 7, None)]
    mirror = extend(tmp_path, [_placed(new, 1)], size=2, origin="o", roots={})
    assert _things(tmp_path, mirror, new) == [("0", 7, None), ("1", 7, None)]
    assert {tuple(pq.read_schema(tmp_path / s.path).names) for s in mirror.segments} == {tuple(schema(new).names)}


def test_a_fold_made_before_a_kind_had_a_field_is_made_anew(tmp_path: Path) -> None:
    old, new = _kind(Older), _kind(Newer)
    mirror = extend(tmp_path, [_placed(old, 0)], size=1, origin="o", roots={})
    tables_of(DuckDB(tmp_path), mirror, {"things": {"Thing": old}})("things").stock(DAY)
    later = tables_of(DuckDB(tmp_path), mirror, {"things": {"Thing": new}})("things")
    assert later.engine.fetch(later.stock(DAY)).column("thing_weight").to_pylist() == [7]


def _things(folder: Path, mirror: Mirror, kind: Kind) -> list[tuple[str, int, str | None]]:
    things = tables_of(DuckDB(folder), mirror, {"things": {"Thing": kind}})("things")
    rows = things.engine.fetch(things.flow("Thing").order_by("position")).to_pylist()
    return [(r["case"], r["weight"], r["colour"]) for r in rows]


def _other_kind(folder: Path) -> None:
    docketed_file, heard = sorted(folder.glob("trials/*/*.parquet"))
    heard.write_bytes(docketed_file.read_bytes())


def _edited(name: str, value: object) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        head = folder / "mirror.json"
        head.write_text(json.dumps(json.loads(head.read_text()) | {name: value}))

    return edit


TAMPERINGS = {
    "another kind's": _other_kind,
    "deleted": lambda folder: next(folder.glob("trials/Heard/*")).unlink(),
    "truncated": lambda folder: os.truncate(next(folder.glob("trials/Heard/*")), 99),
    "no segments": _edited("segments", []),
    "beyond": _edited("size", 9),
    "foreign": _edited("origin", "other.test/book"),
    "erased": _edited("erased", [{"position": 0, "line": "trials", "kind": "Docketed"}]),
}


@pytest.mark.parametrize("tampering", TAMPERINGS.values(), ids=list(TAMPERINGS))
def test_a_mirror_that_is_not_as_it_was_written_is_not_opened(
    tmp_path: Path, tampering: Callable[[Path], None]
) -> None:
    mirrors.written(tmp_path, [docketed("甲"), Heard(case="甲", body=BODY, on=DAY)])
    open_mirror(tmp_path, kinds())
    tampering(tmp_path)
    with pytest.raises(NoMirror, match=r"Make it anew: plumbline book mirror --anew"):
        open_mirror(tmp_path, kinds())


def test_rows_changed_in_place_are_told_by_their_hash(tmp_path: Path) -> None:
    mirrors.written(tmp_path, [docketed("甲"), Heard(case="甲", body=BODY, on=DAY)])
    path = next(tmp_path.glob("trials/Heard/*"))
    path.write_bytes(path.read_bytes()[:4] + b"\0" + path.read_bytes()[5:])
    assert [s.kind for s in altered(tmp_path, opened(tmp_path))] == ["Heard"]


def test_a_merged_an_erased_and_a_renewed_segment_stay_as_they_are_said(tmp_path: Path) -> None:
    for case in "甲乙丙":
        mirrors.written(tmp_path, [docketed(case)])
    mirror = mirrors.written(tmp_path, [], erased=[Erased(1, "trials", "Docketed")])
    assert sum(s.rows for s in mirror.segments) == 2
    assert altered(tmp_path, checked(tmp_path)) == []

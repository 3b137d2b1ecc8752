"""Writing the mirror: only what is new, in files that never change, so that breaking off at any moment costs nothing.

One writer at a time, held by a lock. Files are written under another name and moved; ``mirror.json`` comes last. Small
segments of a kind are merged with their neighbours, each record a few times at most, so that a mirror kept up daily
does not become a heap of files. What an order erases is taken out of its segment, and folds that saw it are removed.
"""

import fcntl
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from plumbline.figures.mirror import FOLDS, HEAD, PAIRS, Erased, Mirror, Segment, opened, save
from plumbline.figures.segments import merged, pairs, renewed, without, write_segment

if TYPE_CHECKING:
    from plumbline.records import Kind

Batch = tuple["Kind", pa.Table]
"""Records of one kind in order of position, in the columns of ``mirror.schema``."""


def extend(
    folder: Path,
    batches: Iterable[Batch],
    *,
    size: int,
    origin: str,
    roots: Mapping[int, str],
    erased: Iterable[Erased] = (),
    superseded: Iterable[tuple[int, int]] = (),
) -> Mirror:
    """Bring the mirror in ``folder`` up to the ledger's first ``size`` entries and return what it now holds.

    ``batches`` have the records from the mirror's present size on, in order of position; what they supersede is taken
    from them. ``roots`` are the checkpoints' by size. ``erased`` lists all records erased by order so far, in the mirror
    or never in it; ``superseded`` pairs (position, supersedes) of new entries whose content is already gone.

    Raises:
        ValueError: a batch has a position the mirror has, or one beyond ``size``, or is out of order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        before = _present(folder)
        _sweep(folder, before)
        kinds: dict[tuple[str, str], Kind] = {}
        new = [*_written(folder, batches, range(before.size, size), kinds), *pairs(folder, superseded)]
        gone = tuple(sorted(set(erased)))
        kept = _erase(folder, before, set(gone) - set(before.erased))
        kept = [renewed(folder, segment, kinds.get(segment[:2])) for segment in kept]
        segments = merged(folder, [*kept, *new])
        mirror = Mirror(size, origin, dict(sorted({**before.roots, **roots}.items())), tuple(segments), gone)
        save(folder, mirror)
        return mirror


def forget(folder: Path) -> None:
    """Make the mirror in ``folder`` none, so that the next writer makes it anew and sweeps what it held."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        (folder / HEAD).unlink(missing_ok=True)
        if (folder / FOLDS).exists():
            shutil.rmtree(folder / FOLDS)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _present(folder: Path) -> Mirror:
    return opened(folder) if (folder / HEAD).exists() else Mirror()


def _sweep(folder: Path, mirror: Mirror) -> None:
    """Remove files that the mirror does not name: leftovers of a writer that was broken off, segments since merged."""
    named = {folder / s.path for s in mirror.segments}
    for path in folder.rglob("*.parquet"):
        if path.is_file() and path not in named and FOLDS not in path.relative_to(folder).parts:
            path.unlink()


def _written(
    folder: Path, batches: Iterable[Batch], fresh: range, kinds: dict[tuple[str, str], "Kind"]
) -> Iterator[Segment]:
    """Write each batch and what it supersedes, noting its kind in ``kinds``."""
    for kind, rows in batches:
        if rows.num_rows:
            _require_order(kind, rows.column("position"), fresh)
            yield write_segment(folder, kind, rows)
            kinds[kind.line, kind.name] = kind
            said = rows.select(PAIRS.names).filter(pc.is_valid(rows.column("supersedes")))
            yield from pairs(folder, zip(*said.to_pydict().values(), strict=True))


def _require_order(kind: "Kind", positions: pa.ChunkedArray, fresh: range) -> None:
    rises = pc.all(pc.greater(positions[1:], positions[:-1])).as_py() is not False
    if not rises or positions[0].as_py() not in fresh or positions[-1].as_py() not in fresh:
        raise ValueError(f"{kind.line}.{kind.name}: positions must rise within {fresh}")


def _erase(folder: Path, mirror: Mirror, gone: set[Erased]) -> list[Segment]:
    """Rewrite the segments that hold what is ``gone``, and remove the folds made while it was there."""
    if gone:
        first = min(e.position for e in gone)
        for fold in (folder / FOLDS).glob("*"):
            if not fold.name.isdigit() or int(fold.name) > first:
                shutil.rmtree(fold)
    return [without(folder, s, {e.position for e in gone if (e.line, e.kind) == s[:2]}) for s in mirror.segments]

"""The mirror: a book's records as immutable Parquet, one folder a kind, one file a range of positions.

    mirror/<line>/<Kind>/<first>-<last>.parquet     the records of a kind, by position
    mirror/superseded/<first>-<last>.parquet        which position supersedes which, of all kinds
    mirror/folds/<size>/<line>-<day>.parquet        cases as they stood (plumbline.figures.folds)
    mirror/mirror.json                              what is valid of all this, written last

Only what ``mirror.json`` names is the mirror; any other file is a leftover of work broken off and is swept by the next
writer (plumbline.figures.mirroring).
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from plumbline.errors import NoMirror, Words

if TYPE_CHECKING:
    from plumbline.records import Kind

HEAD = "mirror.json"
SUPERSEDED = "superseded"
FOLDS = "folds"
MOMENT = pa.timestamp("us")
ENVELOPE = (
    pa.field("position", pa.int64(), nullable=False),
    pa.field("case", pa.string(), nullable=False),
    pa.field("body", pa.string(), nullable=False),
    pa.field("on", pa.date32(), nullable=False),
    pa.field("at", pa.string()),
    pa.field("moment", MOMENT),
    pa.field("recorded_at", pa.timestamp("us", tz="UTC"), nullable=False),
    pa.field("entered_by", pa.string(), nullable=False),
    pa.field("approved_by", pa.string(), nullable=False),
    pa.field("supersedes", pa.int64()),
)
PAIRS = pa.schema(
    [pa.field("position", pa.int64(), nullable=False), pa.field("supersedes", pa.int64(), nullable=False)]
)
"""The columns of ``superseded``."""

ANEW = Words("请重新生成镜像：plumbline book mirror --anew", "Make it anew: plumbline book mirror --anew")
"""What to do about a mirror that is not as it was written."""

_ARROW = {"string": pa.string(), "int64": pa.int64(), "bool": pa.bool_(), "date": pa.date32(), "time": pa.string()}


class Segment(NamedTuple):
    """One Parquet file: the records of a kind from position ``first`` to ``last``; for ``superseded`` no kind.

    ``rows``, ``bytes`` and ``sha256`` are the file's, as it was written; the file names its own ``path`` in its footer.
    """

    line: str
    kind: str
    first: int
    last: int
    rows: int
    bytes: int = 0
    sha256: str = ""

    @property
    def path(self) -> str:
        """Where it lies below the mirror's folder."""
        return "/".join(filter(None, (self.line, self.kind, f"{self.first:012d}-{self.last:012d}.parquet")))


class Erased(NamedTuple):
    """A record erased by order: where it stood, and of which kind it was."""

    position: int
    line: str
    kind: str


@dataclass(frozen=True, slots=True)
class Mirror:
    """What a mirror holds: the ledger's first ``size`` entries, under the checkpoints' ``roots`` by their sizes."""

    size: int = 0
    origin: str = ""
    roots: Mapping[int, str] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    erased: tuple[Erased, ...] = ()

    @property
    def root(self) -> str:
        """The root of the checkpoint at ``size``; "" where none was sealed there."""
        return self.roots.get(self.size, "")

    def of(self, line: str, kind: str = "", size: int | None = None) -> list[Segment]:
        """Return the segments of a kind that begin before ``size``, in order; all kinds' of ``superseded``."""
        until = self.size if size is None else size
        return [s for s in self.segments if (s.line, s.kind) == (line, kind) and s.first < until]


def schema(kind: "Kind") -> pa.Schema:
    """Return the Parquet schema of a kind: the envelope, then the kind's own fields; times are text (HH:MM:SS)."""
    return pa.schema([*ENVELOPE, *(pa.field(c.name, _ARROW[c.type]) for c in kind.own)])


def unsaid(kind: "Kind") -> dict[str, Any]:
    """Return what each own field says where a record was written before the kind had it: its default, else None."""
    fields = kind.model.model_fields
    return {c.name: None if fields[c.name].is_required() else fields[c.name].default for c in kind.own}


def opened(folder: Path) -> Mirror:
    """Return what the mirror in ``folder`` holds.

    Raises:
        NoMirror: there is none, or its ``mirror.json`` is damaged.
    """
    try:
        return _parsed(json.loads((folder / HEAD).read_bytes()))
    except FileNotFoundError:
        what = Words("这里没有镜像", "there is no mirror here")
        todo = Words("请先运行 plumbline book mirror", "Run plumbline book mirror first")
        raise NoMirror(str(folder), what, todo) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        what = Words("镜像的目录文件已损坏", "the mirror's list of contents is damaged")
        raise NoMirror(str(folder / HEAD), what, ANEW) from error


def save(folder: Path, mirror: Mirror) -> None:
    """Write ``mirror.json`` whole or not at all; from this moment the segments it names are the mirror."""
    content = asdict(mirror) | {
        "root": mirror.root,
        "roots": {str(size): root for size, root in mirror.roots.items()},
        "segments": [s._asdict() for s in mirror.segments],
        "erased": [e._asdict() for e in mirror.erased],
    }
    content["sha256"] = _digest(content)
    part = folder / f".{HEAD}.part"
    with part.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / HEAD)


def fold_path(size: int, line: str, day: date) -> str:
    """Return where the fold of a line's cases lies, as they stood at the end of a day, as of a ledger's size."""
    return f"{FOLDS}/{size}/{line}-{day}.parquet"


def _digest(content: dict[str, Any]) -> str:
    """Return the hash of a list of contents, by which one that was edited is told."""
    told = {name: said for name, said in content.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _parsed(content: dict[str, Any]) -> Mirror:
    if content["sha256"] != _digest(content):
        raise ValueError(HEAD)
    return Mirror(
        int(content["size"]),
        str(content["origin"]),
        {int(size): str(root) for size, root in content["roots"].items()},
        tuple(Segment(**s) for s in content["segments"]),
        tuple(Erased(**e) for e in content["erased"]),
    )

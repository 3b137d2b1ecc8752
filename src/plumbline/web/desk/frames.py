"""The rows of a batch as bytes, and back: a frame a kind, as Arrow streams with their names before them."""

import io
from collections.abc import Iterable

import polars as pl

from plumbline.documents.answers import joined, split
from plumbline.lines import line
from plumbline.records import Kind
from plumbline.web.desk.models import Batch

Frames = list[tuple[Kind, pl.DataFrame]]
MOST = 2**31


def packed(frames: Frames) -> bytes:
    """Return frames as bytes."""
    return joined(["frames", "\n".join(kind.name for kind, _ in frames)], *(_stream(frame) for _, frame in frames))


def unpacked(name: str, batch: Batch) -> Frames:
    """Return the frames of a batch of the line called ``name``; none of one whose rows are in the ledger or dropped."""
    if not batch.content:
        return []
    _, names, *streams = split(bytes(batch.content), MOST)
    kinds = line(name).kinds
    return [
        (kinds[kind], pl.read_ipc_stream(stream))
        for kind, stream in zip(names.decode().split("\n"), streams, strict=True)
    ]


def row_of(frames: Frames, number: int) -> tuple[Kind, dict[str, object]]:
    """Return one row of all, counted through the frames from 0, with its kind; IndexError beyond the last."""
    for kind, frame in frames:
        if number < len(frame):
            return kind, frame.row(number, named=True)
        number -= len(frame)
    raise IndexError(number)


def page_of(frames: Frames, numbers: Iterable[int]) -> list[tuple[int, Kind, dict[str, object]]]:
    """Return some rows, each with its number and kind."""
    return [(number, *row_of(frames, number)) for number in numbers]


def _stream(frame: pl.DataFrame) -> bytes:
    into = io.BytesIO()
    frame.write_ipc_stream(into, compression="zstd")
    return into.getvalue()

"""The files of a report: made aside, then put in their place together."""

import os
import tempfile
from collections.abc import Callable
from errno import EISDIR
from pathlib import Path
from typing import NamedTuple

from plumbline.errors import OutputError, Words
from plumbline.reports.composed import Composed
from plumbline.reports.official.fonts import chosen, installed
from plumbline.reports.official.page import page
from plumbline.reports.official.pdf import pdf
from plumbline.reports.official.records import records_page
from plumbline.reports.official.word import word
from plumbline.reports.tracing import Records, traced


class Written(NamedTuple):
    """A report and the name that its files begin with."""

    report: Composed
    stem: str


def written(made: Written, records: Records, out: Path, step: Callable[[], None]) -> list[Path]:
    """Write page, Word file, PDF, and the records as a page and as CSV, into ``out``; ``step`` is told of each.

    All are made before the first is put in its place. Raises OutputError where they cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".plumbline-") as aside:
            names = _made(made, records, Path(aside), step)
            _require_free([out / name for name in names])
            for name in names:
                os.replace(Path(aside, name), out / name)
        return [out / name for name in names]
    except OSError as error:
        what = Words(f"无法写入（{error.strerror}）", f"cannot be written ({error.strerror})")
        todo = Words("请换一个可写的位置", "Choose a place that can be written to")
        raise OutputError(str(out), what, todo) from error


def _made(made: Written, records: Records, aside: Path, step: Callable[[], None]) -> list[str]:
    report, stem = made
    names = [f"{stem}{end}" for end in (".html", ".docx", ".pdf", "-records.html", "-records.csv")]
    page_name, word_name, pdf_name, records_name, csv_name = names
    fonts = chosen(installed())
    with (aside / csv_name).open("w", encoding="utf-8-sig", newline="") as file:
        behind = list(traced(report, records, file))
    step()
    _put(aside / records_name, records_page(report, behind, page_name, csv_name).encode())
    _put(aside / page_name, page(report, records_name).encode())
    step()
    _put(aside / word_name, word(report))
    step()
    _put(aside / pdf_name, pdf(report, fonts))
    step()
    return names


def _require_free(paths: list[Path]) -> None:
    """See that no folder stands where a file is to go, before the first file is put in its place."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)

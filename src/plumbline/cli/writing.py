"""The files of a report, made together: page, Word file, PDF, and the records as a page and as CSV."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plumbline.cli.whole import together
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
    """Write the files into ``out``, all or none; ``step`` is told of each. Raises OutputError where that fails."""
    return together(out, partial(_made, made, records, step))


def _made(made: Written, records: Records, step: Callable[[], None], aside: Path) -> list[str]:
    report, stem = made
    names = [f"{stem}{end}" for end in (".html", ".docx", ".pdf", "-records.html", "-records.csv")]
    page_name, word_name, pdf_name, records_name, csv_name = names
    fonts = chosen(installed())
    with (aside / csv_name).open("w", encoding="utf-8-sig", newline="") as file:
        behind = list(traced(report, records, file))
    step()
    (aside / records_name).write_bytes(records_page(report, behind, page_name, csv_name).encode())
    (aside / page_name).write_bytes(page(report, records_name).encode())
    step()
    (aside / word_name).write_bytes(word(report))
    step()
    (aside / pdf_name).write_bytes(pdf(report, fonts))
    step()
    return names

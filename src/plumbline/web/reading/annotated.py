"""Checked documents as files: one annotated page for all of them, a Word file with comments for each."""

from collections.abc import Sequence
from pathlib import Path

from plumbline.checks import Finding, Severity, page
from plumbline.reports.page import render
from plumbline.reports.word import annotate
from plumbline.web.reading.checking import Read


def page_of(checked: Sequence[tuple[Read, Sequence[Finding]]], lang: str) -> bytes:
    """Return one self-contained page (HTML, UTF-8) with every document on it."""
    pages = [page(Path(read.document.name).name, read.reading, findings) for read, findings in checked]
    return render(pages, lang).encode("utf-8", "replace")


def word_of(read: Read, findings: Sequence[Finding], lang: str, everything: bool = False) -> bytes:
    """Return a document as .docx with a comment on each finding; on what holds only where ``everything`` is asked for."""
    said = [f for f in findings if everything or f.severity is not Severity.OK]
    shown = page(Path(read.document.name).name, read.reading, said)
    return annotate(shown, read.document.original, read.document.paragraphs, lang)

"""A composed report as a PDF, set by WeasyPrint with the fonts at hand."""

import logging

from plumbline.reports.composed import Composed
from plumbline.reports.official.fonts import Fonts
from plumbline.reports.official.page import printable


def pdf(report: Composed, fonts: Fonts) -> bytes:
    """Return a PDF of ``report`` laid out by GB/T 9704; the fonts that stand in for others are named at its end."""
    # Imported here, since it takes a good part of a second.
    from weasyprint import HTML

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    made: bytes = HTML(string=printable(report, fonts), url_fetcher=_nothing).write_pdf(pdf_tags=True)
    return made


def _nothing(url: str) -> dict[str, object]:
    raise ValueError(url)

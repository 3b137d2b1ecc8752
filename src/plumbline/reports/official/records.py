"""The page of the records behind a report: self-contained, a section for each reading, linked from its numbers."""

from collections.abc import Iterable

from markupsafe import Markup

from plumbline.reports.composed import Composed
from plumbline.reports.inline import policy
from plumbline.reports.official import wording
from plumbline.reports.official.page import environment_of_pages
from plumbline.reports.tracing import Traced


def records_page(report: Composed, readings: Iterable[Traced], page: str, file: str) -> str:
    """Return one HTML document; ``page`` is the report's own, ``file`` the CSV that has all records, both beside it."""
    environment = environment_of_pages()
    style = environment.get_template("records.css").render()
    return environment.get_template("records.html.jinja").render(
        language=report.language, style=Markup(style), policy=policy(style), page=page, file=file, more=wording.more,
        title=report.head.title.in_(report.language).replace("\n", ""), preface=wording.preface(report), readings=readings,
    )  # fmt: skip

"""The annotated page: one HTML file that needs nothing but itself, for any number of read reports."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from plumbline.reports import wording
from plumbline.reports.characters import named
from plumbline.reports.inline import environment, policy
from plumbline.reports.marks import Page
from plumbline.reports.sheet import Sheet, both

_STYLES = ("base.css", "head.css", "text.css", "card.css", "print.css")
_SCRIPTS = ("spans.js", "card.js", "controls.js")


def render(pages: Sequence[Page], language: str = "zh") -> str:
    """Return one self-contained HTML document that shows ``pages`` with their marks, notes and cards.

    ``language`` ("zh", or English for anything else) is the one shown first; the reader may switch. The document asks
    nothing of the network: its style, script and drawings are inline, and its policy allows those and no others.
    """
    style, script = _joined(_STYLES), _joined(_SCRIPTS)
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            sheets=[Sheet(page, str(number)) for number, page in enumerate(pages, 1)],
            language="zh" if language == "zh" else "en",
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
        )
    )


@cache
def _environment() -> Environment:
    found = environment()
    found.filters.update(both=both, json=_json, named=named)
    found.globals.update(say=wording.SAY, how=wording.HOW, how_meaning=wording.HOW_MEANING, order=wording.ORDER)
    found.globals.update(status=wording.STATUS, meaning=wording.MEANING, glyphs=wording.GLYPHS)
    return found


@cache
def _joined(names: tuple[str, ...]) -> str:
    found = _environment()
    assert found.loader is not None
    return "\n".join(found.loader.get_source(found, name)[0] for name in names)


def _json(value: object) -> Markup:
    return htmlsafe_json_dumps(value, ensure_ascii=False, separators=(",", ":"))

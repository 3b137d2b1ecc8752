"""What a command is narrowed to, as the user named it: a body of the book, a scope; unknown ones name the nearest."""

from typing import TYPE_CHECKING

from plumbline.checks.against.bodies import full
from plumbline.errors import FigureError, Words
from plumbline.figures.held import Held, held
from plumbline.lines import code_of
from plumbline.records import SCOPES
from plumbline.reports.nearest import did_you_mean

if TYPE_CHECKING:
    from plumbline.figures.opening import Open


def kept(book: "Open") -> Held:
    """Return whose records a book has, and of which days."""
    return held(book.engine, book.mirror, book.tables)


def body_of(book: "Open", name: str) -> str:
    """Return the body of the book that a name means, shortened or not ("" for "").

    Raises:
        FigureError: the book has no records of such a body, or the name may mean several.
    """
    if not name:
        return ""
    known = sorted({body for some in kept(book).bodies.values() for body in some})
    meant = [name] if name in known else [body for body in known if full(body).endswith(full(name))]
    if len(meant) == 1:
        return meant[0]
    if meant:
        what = Words(f"“{name}”可指多个单位", f"“{name}” may be any of several bodies")
        raise FigureError("--body", what, Words(f"可选：{'、'.join(meant)}", f"Choose among {', '.join(meant)}"))
    what = Words(f"账内没有“{name}”的记录", f"the book has no records of “{name}”")
    raise FigureError("--body", what, did_you_mean(name, known))


def line_of(name: str) -> str:
    """Return the code of a line of work that a code or a title names (custody, 羁押); other words as they are."""
    return code_of(name) or name


def scope_of(name: str, option: str = "--scope") -> str:
    """Return a scope's name ("" for all); raises FigureError for a name that is none, with the nearest."""
    if not name or name in SCOPES:
        return name
    what = Words(f"没有“{name}”这个口径", f"there is no scope “{name}”")
    near, known = did_you_mean(name, SCOPES), "、".join(SCOPES)
    todo = Words(f"{near.zh}；口径有：{known}", f"{near.en}; the scopes are: {known}")
    raise FigureError(option, what, todo)

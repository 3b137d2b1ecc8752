"""A case's whole story: every entry of it, in the order of what happened, with what later entries did to it."""

from collections.abc import Iterator
from typing import NamedTuple

from plumbline.errors import NotFound, Refused, Words
from plumbline.web.book import Book
from plumbline.web.book.records import LINE
from plumbline.web.book.showing import Shown, at, of_case
from plumbline.web.files.wording import Said, fields

BAD, WARN = "bad", "warn"


class Mark(NamedTuple):
    """What befell an entry, or what it did to another, whose position it names; ``look`` is a tag's class."""

    words: Words
    position: int
    look: str = ""


class Item(NamedTuple):
    """An entry as the story tells it; ``stands`` where nothing took its place or its content; ``why`` it corrects another."""

    position: int
    title: Words
    on: str
    at: str
    said: tuple[Said, ...]
    marks: tuple[Mark, ...]
    signed: dict[str, str]
    stands: bool
    erased: bool
    why: str = ""


def story(book: Book, line: str, body: str, number: str, as_of: int | None = None) -> list[Item]:
    """Return a case's entries, as of a size of the book; NotFound where it has none there."""
    until = 2**62 if as_of is None else as_of
    try:
        every = of_case(book, number, body)
    except Refused as error:
        raise NotFound(number, error.what, error.todo) from error
    own = [one for one in every if one.entry["line"] == line]
    positions = {one.entry["position"] for one in own}
    about = [one for one in every if one.entry["line"] == LINE and one.entry["supersedes"] in positions]
    orders = sorted({one.erased_by for one in own if one.erased_by is not None})
    told = [*own, *about, *(at(book, orders) if orders else [])]
    kept = [_then(one, until) for one in told if one.entry["position"] < until]
    if not any(one.entry["line"] == line for one in kept):
        raise _nothing(number, body)
    return [_item(one) for one in sorted(kept, key=_when)]


def _nothing(number: str, body: str) -> NotFound:
    what = Words(f"{body}没有这个案件的记录", f"{body} has no records of this case")
    return NotFound(number, what, Words("请核对条线、单位和案号", "Check the line, the body and the number"))


def _then(one: Shown, until: int) -> Shown:
    """Return an entry with what befell it below a position; what was erased stays so."""
    later = {n: at for n in ("superseded_by", "withdrawn_by") if (at := getattr(one, n)) is not None and at < until}
    return one._replace(**{"superseded_by": None, "withdrawn_by": None} | later)


def _when(one: Shown) -> tuple[str, str, int]:
    return str(one.entry["on"]), one.entry["at"] or "", one.entry["position"]


def _item(one: Shown) -> Item:
    was = one.entry
    gone = (one.superseded_by, one.withdrawn_by, one.erased_by) != (None, None, None)
    signed = {name: was[name] for name in ("entered_by", "approved_by")}
    signed["recorded_at"] = was["recorded_at"][:19].replace("T", " ")
    return Item(
        was["position"], one.kind.title, str(was["on"]), (was["at"] or "")[:5], fields(one.kind, was["fields"]),
        tuple(_marks(one)), signed, not gone and was["line"] != LINE, one.erased_by is not None,
    )  # fmt: skip


def _marks(one: Shown) -> Iterator[Mark]:
    if (of := one.entry["supersedes"]) is not None:
        undone = one.entry["line"] == LINE
        yield Mark(Words("撤回", "withdraws") if undone else Words("更正", "corrects"), of)
    if one.entry["erases"] is not None:
        yield Mark(Words("删除内容", "erases the content of"), one.entry["erases"])
    if one.superseded_by is not None:
        yield Mark(Words("已被更正", "superseded by"), one.superseded_by, WARN)
    if one.withdrawn_by is not None:
        yield Mark(Words("已撤回", "withdrawn by"), one.withdrawn_by, WARN)
    if one.erased_by is not None:
        yield Mark(Words("内容已依令删除", "content erased by order"), one.erased_by, BAD)
    elif one.entry["fields"] is None:
        yield Mark(Words("内容不可读，须核验账簿", "content illegible: verify the book"), one.entry["position"], BAD)

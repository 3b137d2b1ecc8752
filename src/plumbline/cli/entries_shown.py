"""Entries of the book as a clerk reads them, and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plumbline.errors import Words
from plumbline.records.kinds import ENVELOPE
from plumbline.web.reading.wording import label_of, short, value_of

if TYPE_CHECKING:
    from plumbline.web.book.showing import Shown

SIGNED = ("entered_by", "approved_by")


def lines_of(one: "Shown", lang: str) -> Iterator[str]:
    """Yield an entry line by line: its place and standing, each field that is filled, who recorded it and when."""
    was, colon = one.entry, "：" if lang == "zh" else ": "
    head = Words(f"第 {was['position']} 条  {one.kind.title.zh}", f"Position {was['position']}  {one.kind.title.en}")
    yield "  ".join([head.in_(lang), *(mark.in_(lang) for mark in _marks(one))])
    for column in one.kind.columns:
        value = was[column.name] if column.name in ENVELOPE else (was["fields"] or {}).get(column.name)
        if value not in (None, ""):
            yield f"  {label_of(column).in_(lang)}{colon}{value_of(column, value).in_(lang)}"
    moment = was["recorded_at"][:19].replace("T", " ") + " UTC"
    entered, approved = (was[name] for name in SIGNED)
    yield Words(
        f"  录入：{entered}；审批：{approved}；记录时间：{moment}",
        f"  entered by {entered}, approved by {approved}, recorded {moment}",
    ).in_(lang)


def data_of(one: "Shown") -> dict[str, Any]:
    """Return an entry for JSON: its columns, ``fields`` (null once erased), and the positions of what befell it."""
    was = one.entry
    names = ("position", "line", "kind", *ENVELOPE, "recorded_at", *SIGNED, "supersedes", "erases")
    fields = was["fields"] and {name: short(value) for name, value in was["fields"].items()}
    befell = {name: getattr(one, name) for name in ("superseded_by", "withdrawn_by", "erased_by")}
    return {name: was[name] for name in names} | {"leaf": was["leaf"].hex(), "fields": fields} | befell


def _marks(one: "Shown") -> Iterator[Words]:
    if one.entry["supersedes"] is not None:
        of = one.entry["supersedes"]
        zh, en = ("撤回", "withdraws") if one.kind.name == "Withdrawn" else ("更正", "corrects")
        yield Words(f"[{zh}第 {of} 条]", f"[{en} position {of}]")
    if one.superseded_by is not None:
        yield Words(f"[已被第 {one.superseded_by} 条取代]", f"[superseded by position {one.superseded_by}]")
    if one.withdrawn_by is not None:
        yield Words(f"[已撤回，见第 {one.withdrawn_by} 条]", f"[withdrawn by position {one.withdrawn_by}]")
    if one.erased_by is None and one.entry["fields"] is None:
        yield Words(
            "[内容不见了或已不可读，请运行 plumbline book verify]",
            "[content missing or illegible: run plumbline book verify]",
        )
    if one.erased_by is not None:
        yield Words(f"[内容已依令删除，见第 {one.erased_by} 条]", f"[content erased by position {one.erased_by}]")

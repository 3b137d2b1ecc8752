"""Entries of the book as a clerk reads them, and as JSON."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plumbline.errors import Words
from plumbline.records.kinds import ENVELOPE

if TYPE_CHECKING:
    from plumbline.records import Column
    from plumbline.web.book.showing import Shown

TOKEN = re.compile(r"p_[a-z2-7]{26}")
SIGNED = ("entered_by", "approved_by")


def lines_of(one: "Shown", lang: str) -> Iterator[str]:
    """Yield an entry line by line: its place and standing, each field that is filled, who recorded it and when."""
    was, colon = one.entry, "：" if lang == "zh" else ": "
    head = Words(f"第 {was['position']} 条  {one.kind.title.zh}", f"Position {was['position']}  {one.kind.title.en}")
    yield "  ".join([head.in_(lang), *(mark.in_(lang) for mark in _marks(one))])
    for column in one.kind.columns:
        value = was[column.name] if column.name in ENVELOPE else (was["fields"] or {}).get(column.name)
        if value not in (None, ""):
            yield f"  {label_of(column, lang)}{colon}{value_of(column, value, lang)}"
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
    fields = was["fields"] and {name: _short(value) for name, value in was["fields"].items()}
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


def label_of(column: "Column", lang: str) -> str:
    """Return a field's name; one kept in fen is shown in yuan, and says no more that it is in fen."""
    return column.label.in_(lang).removesuffix("（分）").removesuffix(" in fen")


def value_of(column: "Column", value: Any, lang: str) -> str:
    """Return a field's value in words: yes or no, money in yuan, tags without their bars, a token shortened."""
    if isinstance(value, bool):
        return Words("是" if value else "否", "yes" if value else "no").in_(lang)
    if column.name.endswith("_fen"):
        sign, fen = "-" if value < 0 else "", abs(value)
        return f"{sign}{fen // 100}.{fen % 100:02} {Words('元', 'yuan').in_(lang)}"
    text = str(_short(value))
    return Words("、", ", ").in_(lang).join(text.strip("|").split("|")) if text.startswith("|") else text


def _short(value: Any) -> Any:
    """Return a person's token shortened: enough to tell persons of a case apart, too little to find one elsewhere."""
    return f"{value[:6]}…" if isinstance(value, str) and TOKEN.fullmatch(value) else value

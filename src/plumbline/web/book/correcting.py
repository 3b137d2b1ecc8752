"""A record put right: what it said, with some fields changed, as a valid record of the same kind."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from plumbline.errors import Refused, Words
from plumbline.records import Kind, Record
from plumbline.records.kinds import ENVELOPE
from plumbline.web.book.admitting import require_day, require_order, valid
from plumbline.web.book.appending import entry, kind_at
from plumbline.web.book.lost import why_lost
from plumbline.web.book.shape import Book


def corrected(book: Book, position: int, changes: Sequence[str], recorded_at: datetime) -> Record:
    """Return the record at ``position`` with ``changes``, each ``field=value`` by name or label; an empty value is none.

    Raises Refused for an unknown field, a value that is not valid, a day that loading would refuse, a record whose
    content is erased; Damaged for one whose content is illegible.
    """
    if not changes:
        what = Words("没有要更正的内容", "there is nothing to correct")
        raise Refused(
            str(book.folder),
            what,
            Words("请用 --set 字段=值 或 --withdraw 事由", "Give --set FIELD=VALUE or --withdraw REASON"),
        )
    kind, was = kind_at(book, position), entry(book, position)
    if was["fields"] is None:
        raise why_lost(book, position, Words("请另行录入", "Enter it anew"))
    values = {name: was[name] for name in ENVELOPE} | was["fields"] | dict(_change(kind, c) for c in changes)
    with valid({}):
        record = kind.model.model_validate_strings({k: _text(v) for k, v in values.items() if v is not None})
    require_day("--set", record, recorded_at)
    require_order(book, record, position)
    return record


def _change(kind: Kind, change: str) -> tuple[str, str | None]:
    name, equals, value = change.partition("=")
    for column in kind.columns:
        if equals and name.strip() in (column.name, *column.label):
            return column.name, value.strip() or None
    known = "、".join(f"{c.label.zh}({c.name})" for c in kind.columns)
    what = Words("不是“字段=值”，或没有这个字段", "not field=value, or no such field")
    raise Refused(change, what, Words(f"可用字段：{known}", f"Fields are: {known}"))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

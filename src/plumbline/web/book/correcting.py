"""A record put right: what it said, with some fields changed, as a valid record of the same kind."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from plumbline.errors import Refused, Words
from plumbline.records import Kind, Record
from plumbline.records.kinds import ENVELOPE
from plumbline.web.book.appending import entry, kind_at
from plumbline.web.book.shape import Book


def corrected(book: Book, position: int, changes: Sequence[str]) -> Record:
    """Return the record at ``position`` with ``changes``, each ``field=value`` by name or label; an empty value is none.

    Raises Refused for an unknown field, a value that is not valid, a record whose content is erased.
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
        what = Words(f"第 {position} 条的内容已依令删除", f"the content of position {position} was erased by order")
        raise Refused(str(book.folder), what, Words("请另行录入", "Enter it anew"))
    values = {name: was[name] for name in ENVELOPE} | was["fields"] | dict(_change(kind, c) for c in changes)
    try:
        return kind.model.model_validate_strings({k: _text(v) for k, v in values.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or kind.name
        what = Words(f"新值不合要求（{first['msg']}）", f"the new value is not valid ({first['msg']})")
        raise Refused(where, what, Words("请改正，什么都没有写入", "Correct it; nothing was written")) from error


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

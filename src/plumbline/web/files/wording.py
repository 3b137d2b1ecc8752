"""What a record says, field by field, as a page shows it: money in yuan, yes and no, a person's token shortened."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.records import Column, Kind

TOKEN = re.compile(r"p_[a-z2-7]{26}")


class Said(NamedTuple):
    """A field's name and its value, in both languages."""

    label: Words
    value: Words


def fields(kind: Kind, values: Mapping[str, Any] | None) -> tuple[Said, ...]:
    """Return a record's own fields that are filled; none where its content is gone."""
    filled = ((c, (values or {}).get(c.name)) for c in kind.own)
    return tuple(Said(_label(c), _value(c, value)) for c, value in filled if value not in (None, ""))


def _label(column: Column) -> Words:
    zh, en = column.label
    return Words(zh.removesuffix("（分）"), en.removesuffix(" in fen"))


def _value(column: Column, value: Any) -> Words:
    if isinstance(value, bool):
        return Words("是", "yes") if value else Words("否", "no")
    if column.name.endswith("_fen"):
        fen = abs(value)
        yuan = f"{'-' if value < 0 else ''}{fen // 100}.{fen % 100:02}"
        return Words(f"{yuan} 元", f"{yuan} yuan")
    text = f"{value[:6]}…" if isinstance(value, str) and TOKEN.fullmatch(value) else str(value)
    tags = text.strip("|").split("|") if text.startswith("|") else [text]
    return Words("、".join(tags), ", ".join(tags))

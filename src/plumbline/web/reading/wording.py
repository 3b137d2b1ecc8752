"""What a field of a record says in words: money in yuan, yes and no, tags apart, a person's token shortened."""

import re
from typing import Any

from plumbline.errors import Words
from plumbline.records import Column

TOKEN = re.compile(r"p_[a-z2-7]{26}")


def label_of(column: Column) -> Words:
    """Return a field's name; one kept in fen is shown in yuan, and says no more that it is in fen."""
    zh, en = column.label
    return Words(zh.removesuffix("（分）"), en.removesuffix(" in fen"))


def value_of(column: Column, value: Any) -> Words:
    """Return a field's value in words; ``value`` is not None."""
    if isinstance(value, bool):
        return Words("是", "yes") if value else Words("否", "no")
    if column.name.endswith("_fen"):
        sign, fen = "-" if value < 0 else "", abs(value)
        yuan = f"{sign}{fen // 100}.{fen % 100:02}"
        return Words(f"{yuan} 元", f"{yuan} yuan")
    text = str(short(value))
    tags = text.strip("|").split("|") if text.startswith("|") else [text]
    return Words("、".join(tags), ", ".join(tags))


def short(value: Any) -> Any:
    """Return a person's token shortened: enough to tell persons of a case apart, too little to find one elsewhere."""
    return f"{value[:6]}…" if isinstance(value, str) and TOKEN.fullmatch(value) else value

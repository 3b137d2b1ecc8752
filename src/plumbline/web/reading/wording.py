"""What a field of a record says in words: money in yuan, places in degrees, yes and no, tags apart, a token shortened."""

import re
from typing import Any

from plumbline.errors import Words
from plumbline.records import Column

TOKEN = re.compile(r"p_[a-z2-7]{26}")


def label_of(column: Column) -> Words:
    """Return a field's name; one kept in fen or in microdegrees is shown in yuan or in degrees, and its name says no unit."""
    zh, en = column.label
    return Words(
        zh.removesuffix("（分）").removesuffix("（百万分之一度）"),
        en.removesuffix(" in fen").removesuffix(" in microdegrees"),
    )


def value_of(column: Column, value: Any) -> Words:
    """Return a field's value in words; ``value`` is not None."""
    if isinstance(value, bool):
        return Words("是", "yes") if value else Words("否", "no")
    if column.name.endswith("_fen"):
        sign, fen = "-" if value < 0 else "", abs(value)
        yuan = f"{sign}{fen // 100}.{fen % 100:02}"
        return Words(f"{yuan} 元", f"{yuan} yuan")
    if column.name.endswith("_microdegrees"):
        return degrees(value)
    text = str(short(value))
    tags = text.strip("|").split("|") if text.startswith("|") else [text]
    return Words("、".join(tags), ", ".join(tags))


def degrees(micro: int) -> Words:
    """Return microdegrees in degrees."""
    said = f"{micro / 1_000_000:.6f}°"
    return Words(said, said)


def short(value: Any) -> Any:
    """Return a person's token shortened: enough to tell persons of a case apart, too little to find one elsewhere."""
    return f"{value[:6]}…" if isinstance(value, str) and TOKEN.fullmatch(value) else value

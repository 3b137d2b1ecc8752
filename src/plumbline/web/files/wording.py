"""What a record says, field by field, as a page shows it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.records import Kind
from plumbline.web.reading.wording import label_of, value_of


class Said(NamedTuple):
    """A field's name and its value, in both languages."""

    label: Words
    value: Words


def fields(kind: Kind, values: Mapping[str, Any] | None) -> tuple[Said, ...]:
    """Return a record's own fields that are filled; none where its content is gone."""
    filled = ((c, (values or {}).get(c.name)) for c in kind.own)
    return tuple(Said(label_of(c), value_of(c, value)) for c, value in filled if value not in (None, ""))

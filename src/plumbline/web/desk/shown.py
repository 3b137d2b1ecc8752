"""A draft as people read it: each field in words, beside what it is to replace."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.lines import line
from plumbline.records import Column, Kind
from plumbline.records.kinds import ENVELOPE
from plumbline.web.book import Book
from plumbline.web.book.appending import entry, kind_at
from plumbline.web.desk.asking import YES_NO, text_of
from plumbline.web.desk.models import Draft, State
from plumbline.web.reading.wording import degrees

NOTHING = Words("（空）", "(empty)")


class Row(NamedTuple):
    """One field: its label, what is said now, what was said before (None where nothing is replaced)."""

    label: Words
    now: Words
    before: Words | None

    @property
    def changed(self) -> bool:
        """Whether it says something else than before."""
        return self.before is not None and self.before != self.now


def title(draft: Draft) -> Words:
    """Return what a draft is called: its kind's title, or what it does."""
    if draft.batch:
        return Words(f"导入 {draft.batch.rows} 行", f"Import of {draft.batch.rows} row{'s' * (draft.batch.rows != 1)}")
    if draft.withdraws:
        return Words(f"撤回第 {draft.supersedes} 条", f"Withdrawal of position {draft.supersedes}")
    kind = line(draft.line).kinds[draft.kind].title
    if draft.supersedes is None:
        return kind
    return Words(f"更正：{kind.zh}", f"Correction: {kind.en}")


def titled(drafts: Iterable[Draft]) -> list[tuple[Draft, Words]]:
    """Return drafts, each with what it is called."""
    return [(draft, title(draft)) for draft in drafts]


def rows(book: Book, draft: Draft) -> list[Row]:
    """Return a single draft's fields, those of an approved one from the ledger; of a withdrawal what is withdrawn.

    None of one that was dropped.
    """
    if draft.state == State.CANCELLED:
        return []
    before = None if draft.supersedes is None else values_at(book, draft.supersedes)
    if draft.withdraws:
        assert draft.supersedes is not None
        return said(kind_at(book, draft.supersedes), before or {})
    now = draft.fields if draft.position is None else values_at(book, draft.position)
    return said(line(draft.line).kinds[draft.kind], now, before)


def values_at(book: Book, position: int) -> dict[str, str]:
    """Return what an entry says, as texts by field; of an erased one only the envelope."""
    was = entry(book, position)
    values = {name: was[name] for name in ENVELOPE} | (was["fields"] or {})
    return {name: text_of(value) for name, value in values.items()}


def said(kind: Kind, now: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> list[Row]:
    """Return the fields that say something now or before."""
    return list(_said(kind, now, before))


def rest(kind: Kind, now: Mapping[str, Any]) -> list[Row]:
    """Return the fields that say something besides whose case it is and when."""
    return said(kind, {name: value for name, value in now.items() if name not in ("case", "body", "on")})


def _said(kind: Kind, now: Mapping[str, Any], before: Mapping[str, Any] | None) -> Iterator[Row]:
    for column in kind.columns:
        new, old = (text_of(side.get(column.name)) if side is not None else "" for side in (now, before))
        if new or old:
            yield Row(column.label, _words(column, new), None if before is None else _words(column, old))


def _words(column: Column, text: str) -> Words:
    if not text:
        return NOTHING
    if column.type == "bool":
        return dict(YES_NO).get(text, Words(text, text))
    if column.name == "scope":
        text = text.strip("|").replace("|", "、")
    if column.name.endswith("_fen") and text.isdecimal():
        yuan = f"{int(text) // 100:,}.{int(text) % 100:02}"
        return Words(f"{text}（{yuan} 元）", f"{text} ({yuan} yuan)")
    if column.name.endswith("_microdegrees") and text.lstrip("-").isdecimal():
        return Words(f"{text}（{degrees(int(text)).zh}）", f"{text} ({degrees(int(text)).en})")
    return Words(text, text)

"""What a single record has to be to come into the book: the checks that registers go through, as one refusal each."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

import polars as pl
from pydantic import ValidationError

from plumbline.errors import Refused, Words
from plumbline.lines import line
from plumbline.records import Kind, Record, kind_of
from plumbline.records.fields import holds_identity
from plumbline.sheets.order import impossible, out_of_order
from plumbline.sheets.shapes import ROW, Batch, Fault
from plumbline.sheets.wording import said
from plumbline.web.book.firsts import firsts
from plumbline.web.book.records import LINE
from plumbline.web.book.shape import Book

LONGEST = 40
"""Characters of whoever enters or approves."""


@contextmanager
def valid(names: Mapping[str, str]) -> Iterator[None]:
    """Turn a value that a record may not hold into Refused; ``names`` gives the option of each field."""
    try:
        yield
    except ValidationError as error:
        first = error.errors()[0]
        field, why = ".".join(map(str, first["loc"])), said(first)
        what = Words(f"新值不合要求（{why.zh}）", f"the new value is not valid ({why.en})")
        todo = Words("请改正，什么都没有写入", "Correct it; nothing was written")
        raise Refused(names.get(field) or field or "--set", what, todo) from error


def require_accounts(entered_by: str, approved_by: str) -> None:
    """Raise Refused for an account over ``LONGEST`` characters, or one that holds an identity or telephone number."""
    for option, who in (("--entered-by", entered_by.strip()), ("--approved-by", approved_by.strip())):
        why = None
        if len(who) > LONGEST:
            why = said({"type": "string_too_long", "ctx": {"max_length": LONGEST}})
        elif not who.isprintable():
            why = said({"type": "unprintable"})
        elif holds_identity(who):
            why = said({"type": "identity"})
        if why:
            raise Refused(
                option, why, Words("请改用账号或工号，什么都没有写入", "Give an account; nothing was written")
            )


def require_day(option: str, record: Record, recorded_at: datetime) -> None:
    """Raise Refused for a record of a day to come, by the day it is recorded on here, or of one before 1979."""
    _refuse_first(option, impossible(_batch(record), recorded_at.astimezone().date()))


def require_order(book: Book, record: Record, instead_of: int) -> None:
    """Raise Refused where a record, in place of another, would come before what it follows in its case."""
    kind = kind_of(type(record))
    if kind.line == LINE:
        return

    def there(one: Kind, batches: Sequence[Batch]) -> pl.DataFrame:
        return firsts(book, one, pl.Series([record.case]), but=instead_of)

    kinds = list(line(kind.line).kinds.values())
    _refuse_first("--set", out_of_order([_batch(record, kinds)], kinds, there))


def _batch(record: Record, kinds: Sequence[Kind] = ()) -> Batch:
    own = kind_of(type(record))
    kind = next((k for k in kinds if k == own), own)
    row = {name: [value] for name, value in record.model_dump().items()}
    frame = pl.DataFrame({ROW: [1], **row}, schema_overrides={"on": pl.Date})
    return Batch(kind, "", frame, "")


def _refuse_first(option: str, faults: Sequence[Fault]) -> None:
    for fault in faults[:1]:
        raise Refused(option, fault.what, fault.todo)

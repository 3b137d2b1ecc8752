"""What a draft becomes: records made from its texts anew, looked at once more, and written into the ledger."""

from datetime import datetime
from typing import Any
from unicodedata import normalize

from plumbline.errors import Refused, Words
from plumbline.lines import line
from plumbline.records import Kind, Record
from plumbline.sheets.order import impossible, out_of_order
from plumbline.sheets.shapes import ROW
from plumbline.sheets.shapes import Batch as Rows
from plumbline.web.book import Book, load
from plumbline.web.book.admitting import valid
from plumbline.web.book.appending import append, entry
from plumbline.web.book.firsts import first_days
from plumbline.web.book.records import Withdrawn
from plumbline.web.book.showing import at
from plumbline.web.desk.frames import unpacked
from plumbline.web.desk.models import Batch, Draft
from plumbline.web.desk.posted import positions
from plumbline.web.desk.typed import judged

GONE_WRONG = Words("请退回，由录入人重新录入", "Return it; whoever entered it enters it anew")


def kind_of_draft(draft: Draft) -> Kind:
    """Return the kind of a draft's one record."""
    return line(draft.line).kinds[draft.kind]


def record_of(book: Book, draft: Draft, now: datetime) -> Record:
    """Return the record that a draft is, valid against the book as it now is; Refused where it is not."""
    if draft.supersedes is not None:
        require_standing(book, draft.supersedes)
    if draft.withdraws:
        return withdrawal(book, draft, now)
    found = judged(book, kind_of_draft(draft), draft.fields, now, draft.supersedes)
    if found.record is None:
        name, what = next(iter(found.faults.items()))
        raise Refused(name or draft.kind, what, GONE_WRONG)
    return found.record


def withdrawal(book: Book, draft: Draft, now: datetime) -> Record:
    """Return the record of a withdrawal, of the day ``now`` is here; Refused for a reason that may not be kept."""
    assert draft.supersedes is not None
    was = entry(book, draft.supersedes)
    with valid({"reason": "reason"}):
        return Withdrawn(case=was["case"], body=was["body"], on=now.astimezone().date(), reason=draft.why)


def case_of(book: Book, draft: Draft) -> str:
    """Return the number of the case that a draft's one record is of, as the ledger writes it."""
    if draft.supersedes is not None:
        return str(entry(book, draft.supersedes)["case"])
    return normalize("NFC", draft.fields["case"]).strip()


def write(book: Book, draft: Draft) -> int | None:
    """Write what a draft says into the ledger under its checker's name and moment; return its first position.

    None for a batch of nothing new. A batch is passed over where it is there already; a single record is not: its
    caller has looked. Raises Refused, Busy, Full.
    """
    assert draft.moment is not None
    by: dict[str, Any] = {"entered_by": draft.entered_by, "approved_by": draft.checked_by, "recorded_at": draft.moment}
    if draft.batch:
        return _write_batch(book, draft, draft.batch, by)
    record = record_of(book, draft, draft.moment)
    return append(book, [record], supersedes=draft.supersedes, **by).first


def _write_batch(book: Book, draft: Draft, batch: Batch, by: dict[str, Any]) -> int | None:
    frames = unpacked(draft.line, batch)
    loaded = load(book, frames, **by)
    if loaded.added:
        return loaded.first
    cases = {case for _, frame in frames for case in frame["case"]}
    return min(positions(book, draft, list(cases)), default=None)


def require_order(book: Book, draft: Draft, now: datetime) -> None:
    """Raise Refused where a batch's rows would come out of order in the book as it now is; ``record_of`` sees to others."""
    frames = unpacked(draft.line, draft.batch) if draft.batch else []
    kinds = list(line(draft.line).kinds.values())
    rows = [Rows(kind, "", frame.with_row_index(ROW, 1), "") for kind, frame in frames]
    late = [fault for batch in rows for fault in impossible(batch, now.astimezone().date())]
    for fault in (late + out_of_order(rows, kinds, first_days(book)))[:1]:
        raise Refused(f"{fault.row}", fault.what, GONE_WRONG)


def require_standing(book: Book, position: int) -> None:
    """Raise Refused where an entry was superseded, withdrawn or erased."""
    [shown] = at(book, [position])
    for later in (shown.superseded_by, shown.withdrawn_by, shown.erased_by):
        if later is not None:
            what = Words(f"第 {position} 条已被第 {later} 条取代", f"position {position} was superseded by {later}")
            raise Refused(str(position), what, GONE_WRONG)

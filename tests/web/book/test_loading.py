"""Loading and appending: what comes in is there once, in order, as it was given; or nothing of it."""

import json
from datetime import date, datetime, time
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from books import BY, COURT, MOMENT, docketed, kind, loaded, raw
from plumbline.errors import Refused
from plumbline.ledger import canonical, leaf
from plumbline.lines import lines
from plumbline.records import Kind
from plumbline.web.book import Book, canonicals, load
from plumbline.web.book.appending import append, entry, withdraw
from plumbline.web.book.cases import case
from plumbline.web.book.correcting import corrected
from plumbline.web.book.firsts import firsts
from plumbline.web.book.verifying import differences

KINDS = [k for line in lines() for k in line.kinds.values()]
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": st.text(st.characters(codec="utf-8"), max_size=12),
    "int64": st.integers(0, 2**53 - 1),
    "bool": st.booleans(),
    "date": st.dates(date(1979, 1, 1), date(2100, 1, 1)),
    "time": st.times().map(lambda t: t.replace(microsecond=0)),
}
TYPES = {"string": pl.String, "int64": pl.Int64, "bool": pl.Boolean, "date": pl.Date, "time": pl.Time}


def written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


@st.composite
def record(draw: st.DrawFn) -> tuple[Kind, dict[str, Any]]:
    """Any values at all in the columns of some kind: also those that no model would let pass."""
    chosen = draw(st.sampled_from(KINDS))
    values = {
        c.name: draw(
            VALUES[c.type] | st.none() if c.optional and c.name not in ("case", "body", "on") else VALUES[c.type]
        )
        for c in chosen.columns
    }
    return chosen, values


@given(record(), st.none() | st.integers(0, 2**40))
def test_canonical_text_in_columns_is_that_of_the_ledger(
    made: tuple[Kind, dict[str, Any]], supersedes: int | None
) -> None:
    of, values = made
    frame = pl.DataFrame([values], schema={c.name: TYPES[c.type] for c in of.columns})
    signed = {"entered_by": "甲\t", "approved_by": '乙"', "recorded_at": "2020-01-02T03:04:05.000678Z"}
    rows = canonicals.arranged(of, frame).with_columns(
        *(pl.lit(v).alias(k) for k, v in signed.items()), pl.lit(supersedes, dtype=pl.Int64).alias("supersedes")
    )
    own = {c.name: written(values[c.name]) for c in of.own}
    envelope = {name: written(values[name]) for name in ("case", "body", "on", "at")}
    content = {**envelope, **signed, "line": of.line, "kind": of.name, "fields": own, "supersedes": supersedes}
    text = rows.select(canonicals.payload().alias("payload")).item()
    assert text.encode() == canonical(content)
    back = rows.with_columns(pl.lit(text).alias("payload")).select(canonicals.fields())
    times = {name: str(value) for name, value in values.items() if isinstance(value, time)}
    assert canonicals.own(of, back.to_series()).to_dicts() == [{c.name: (values | times)[c.name] for c in of.own}]


def test_entries_take_the_positions_from_0_and_say_what_was_given(book: Book) -> None:
    assert loaded(book, 3) == (0, 2, 3, 0)
    assert loaded(book, 2, first=3) == (3, 4, 2, 0)
    with raw(book) as connection:
        rows = connection.execute(
            "SELECT position, payload, salt, leaf FROM book_content JOIN book_entry USING (position) ORDER BY position"
        ).fetchall()
    assert [row[0] for row in rows] == [0, 1, 2, 3, 4]
    assert json.loads(rows[1][1]) == {
        "approved_by": "审批乙", "at": None, "body": COURT, "case": "(2019)甘01刑初1号", "entered_by": "录入甲",
        "fields": {
            "in_custody": False, "instance": "一审公诉", "offence": "故意\"伤\\害\"", "over_one_year": False,
            "over_three_years": False, "person": None, "persons": 3, "procedure": "普通", "scope": "|涉黑|",
        },
        "kind": "Docketed", "line": "trials", "on": "2019-01-02", "recorded_at": "2020-01-02T03:04:05.000678Z",
        "supersedes": None,
    }  # fmt: skip
    assert all(leaf(bytes(salt), text.encode()) == bytes(kept) for _, text, salt, kept in rows)
    assert len({bytes(row[2]) for row in rows}) == 5


def test_the_same_twice_changes_nothing(book: Book) -> None:
    loaded(book, 3)
    later: Any = BY | {"entered_by": "丙", "recorded_at": datetime(2021, 5, 6, tzinfo=MOMENT.tzinfo)}
    assert load(book, [(kind(), docketed(4))], **later) == (3, 3, 1, 3)
    assert load(book, [(kind(), docketed(4))], **later) == (4, 3, 0, 4)


def test_a_record_given_twice_in_one_load_is_there_once(book: Book) -> None:
    frame = docketed(2)
    assert load(book, [(kind(), pl.concat([frame, frame]))], **BY) == (0, 1, 2, 2)


def test_a_corrected_record_does_not_come_back_with_its_file(book: Book) -> None:
    loaded(book, 3)
    append(book, [corrected(book, 1, ["罪名=诈骗", "persons=4"], MOMENT)], supersedes=1, **BY)
    assert entry(book, 3)["fields"]["offence"] == "诈骗"
    assert loaded(book, 3).added == 0


def test_one_person_cannot_enter_and_approve(book: Book) -> None:
    with pytest.raises(Refused, match="must be two persons"):
        load(book, [(kind(), docketed(1))], **BY | {"approved_by": " 录入甲 "})  # type: ignore[arg-type]
    assert loaded(book, 1).first == 0


def test_a_frame_without_a_column_is_not_guessed_at(book: Book) -> None:
    with pytest.raises(ValueError, match=r"trials\.Docketed"):
        load(book, [(kind(), docketed(1)), (kind(), docketed(1).drop("scope"))], **BY)
    assert loaded(book, 1).first == 0


def test_corrections_hold_to_line_case_and_once(book: Book) -> None:
    loaded(book, 3)
    put_right = corrected(book, 1, ["persons=4"], MOMENT)
    append(book, [put_right], supersedes=1, **BY)
    with pytest.raises(Refused, match="position 1 was superseded by position 3"):
        append(book, [put_right], supersedes=1, **BY)
    with pytest.raises(Refused, match="of another case"):
        append(book, [put_right], supersedes=2, **BY)
    with pytest.raises(Refused, match="no position 9"):
        append(book, [put_right], supersedes=9, **BY)
    withdraw(book, 2, reason="重复录入", on=date(2020, 2, 1), **BY)
    with pytest.raises(Refused, match="of another line"):
        append(book, [put_right], supersedes=4, **BY)
    assert not list(differences(book))


@pytest.mark.parametrize(
    ("change", "said"),
    [("persons=-1", "is under 0"), ("nothing=1", "no such field"), ("persons", "not field=value")],
)
def test_corrections_that_cannot_be(lite: Book, change: str, said: str) -> None:
    loaded(lite, 1)
    with pytest.raises(Refused, match=said):
        corrected(lite, 0, [change], MOMENT)


def test_a_case_as_it_stood_and_as_it_was_known(book: Book) -> None:
    number = "(2019)甘01刑初5号"
    heard = pl.DataFrame({"case": [number], "body": [COURT], "on": [date(2019, 3, 1)], "at": [time(9, 30)]})
    load(book, [(kind(), docketed(1, first=5)), (kind("Heard"), heard)], **BY)
    append(book, [corrected(book, 1, ["on=2019-03-04", "at="], MOMENT)], supersedes=1, **BY)

    def days(**as_of: Any) -> list[tuple[str, str]]:
        return case(book, "trials", number, **as_of).select("kind", "on").rows()

    assert days() == [("Docketed", "2019-01-06"), ("Heard", "2019-03-04")]
    assert days(size=2) == [("Docketed", "2019-01-06"), ("Heard", "2019-03-01")]
    assert days(on=date(2019, 3, 3)) == [("Docketed", "2019-01-06")]
    assert days(body="别的法院") == []
    assert firsts(book, kind("Heard"), pl.Series([number, "别的"])).rows() == [(COURT, number, date(2019, 3, 4))]

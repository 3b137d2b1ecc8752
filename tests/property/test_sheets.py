"""Loading lets through exactly what the record's model lets through, and writes it as the model writes it."""

from datetime import date, time

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from plumbline import lines
from plumbline.sheets.cells import READERS
from plumbline.sheets.checking import check
from plumbline.sheets.shapes import ROW, Cells, Rows

KINDS = [kind for line in lines.lines() for kind in line.kinds.values()]
# what cleaning, length, identity numbers and tokens turn on: blanks, marks that compose, compatibility forms, long digits
SIGNS = (
    "案号甲（〔2020〕）0123456789xX p_abcz27|涉黑恶、,\u3000\u00a0\u200b\n\t\0e\u0301é\ufa1a\u2126\ud7a3\u1100\u1161Å"
)
TEXTS = st.one_of(
    st.text(SIGNS, max_size=8),
    st.text(SIGNS, min_size=55, max_size=130),
    st.sampled_from(["13812345678", "案13812345678", "138123456789", "62010219900101123X", "a62010219900101123xb"]),
    st.sampled_from(["|涉黑|", "涉黑、涉恶", "涉恶|涉黑", "涉外", ""]),
    st.sampled_from(["p_" + "a" * 26, " p_" + "2" * 26, "p_" + "a" * 27, "p_" + "A" * 26]),
    st.text(max_size=6),
)
VALUES = {
    "string": TEXTS,
    "int64": st.integers(-3, 10_000_001) | st.integers(-(10**17), 10**17),
    "bool": st.booleans(),
    "date": st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    "time": st.times().map(lambda t: t.replace(microsecond=0)),
}
TEXT_OF = {"bool": lambda v: "是" if v else "否", "time": time.isoformat}


def values(column):
    right = st.sampled_from(column.choices) if column.choices else VALUES[column.type]
    return st.none() | right | (VALUES["string"] if column.type == "string" else right)


def records(kind):
    return st.fixed_dictionaries({column.name: values(column) for column in kind.columns})


def by_model(kind, row):
    """The record that the model makes of a row, None if it refuses it."""
    try:
        return kind.model(**{name: value for name, value in row.items() if value is not None}).model_dump()
    except ValidationError:
        return None


def by_loading(kind, rows):
    """What loading makes of each row, from cells of text."""
    fields = {}
    for column in kind.columns:
        texts = [None if row[column.name] is None else TEXT_OF.get(column.type, str)(row[column.name]) for row in rows]
        fields[column.name] = Cells(column.name, pl.Series(texts, dtype=pl.String), READERS[column.type])
    batch, faults = check(Rows(kind, "s", pl.Series(range(len(rows)), dtype=pl.Int64), fields))
    kept = {row.pop(ROW): row for row in batch.frame.to_dicts()}
    assert kept.keys().isdisjoint({fault.row for fault in faults})
    assert len(kept) + len({fault.row for fault in faults}) == len(rows)
    return [kept.get(i) for i in range(len(rows))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.line}.{kind.name}")
@settings(max_examples=25)
@given(data=st.data())
def test_loading_and_the_model_agree(kind, data):
    rows = data.draw(st.lists(records(kind), min_size=1, max_size=8))
    assert by_loading(kind, rows) == [by_model(kind, row) for row in rows]


@settings(max_examples=300)
@given(case=TEXTS, offence=TEXTS, scope=TEXTS, person=TEXTS)
def test_texts_that_are_nearly_right_agree_too(case, offence, scope, person):
    kind = lines.line("trials").kinds["Docketed"]
    row = dict.fromkeys([column.name for column in kind.columns]) | {
        "case": case, "body": "城关区人民法院", "on": date(2020, 1, 1), "person": person, "offence": offence, "scope": scope,
    }  # fmt: skip
    assert by_loading(kind, [row]) == [by_model(kind, row)]

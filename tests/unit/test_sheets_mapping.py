"""A foreign register becomes records by a mapping: which rows make which records, in whose words, and what is left out."""

from datetime import date

import pytest

from plumbline import lines
from plumbline.errors import Broken, NotFound
from plumbline.sheets.loading import checked
from plumbline.sheets.mapped import bound
from plumbline.sheets.mapping import SHIPPED, mapping_named
from registers import TODAY

HEAD = """
title = ["甲县登记簿", "Register of a county"]
dates = ["%Y-%m-%d", "%d/%m/%Y %H:%M"]
"""
DOCKETED = """
[[record]]
line = "trials"
kind = "Docketed"
{more}
[record.fields]
case = "No"
body = {{ is = "Court of a county" }}
on = "Filed"
persons = {{ is = 1 }}
offence = {{ column = "Charge", words = {{ "THEFT" = "盗窃罪" }}, empty = "不详" }}
"""


def token(key):
    """A stand-in for the book's key: as long as a token, and telling keys apart."""
    return "p_" + "".join(c if c in "abcdefghijklmnopqrstuvwxyz" else "a" for c in key.lower()[-26:].rjust(26))


def loaded(tmp_path, toml, csv, name="register"):
    (tmp_path / "m.toml").write_text(toml, encoding="utf-8")
    (tmp_path / f"{name}.csv").write_text(csv, encoding="utf-8")
    mapped = bound("m", mapping_named(str(tmp_path / "m.toml")), lines.kinds(), token)
    return checked(tmp_path / f"{name}.csv", {}, TODAY, mapped=mapped)


def records(found, kind):
    return [row for batch in found.batches if batch.kind.name == kind for row in batch.frame.to_dicts()]


def test_columns_constants_words_and_several_ways_to_write_a_day(tmp_path):
    csv = "No,Filed,Charge\n1,2020-03-01,THEFT\n2,02/03/2020 14:30,ARSON\n3,2020-03-03,\n"
    found = loaded(tmp_path, HEAD + DOCKETED.format(more=""), csv)
    assert [(r["case"], r["on"], r["offence"], r["persons"]) for r in records(found, "Docketed")] == [
        ("1", date(2020, 3, 1), "盗窃罪", 1), ("2", date(2020, 3, 2), "ARSON", 1), ("3", date(2020, 3, 3), "不详", 1),
    ]  # fmt: skip
    assert {r["body"] for r in records(found, "Docketed")} == {"Court of a county"}


@pytest.mark.parametrize(
    ("more", "cases"),
    [
        ("when = { Charge = true }", ["1", "2"]),
        ("when = { Charge = false }", ["3"]),
        ('when = { Charge = ["THEFT", "FRAUD"] }', ["1"]),
        ('not = { Charge = ["THEFT"] }', ["2", "3"]),
        ('when = { Charge = true }\nnot = { Charge = ["THEFT"] }', ["2"]),
        ('unless = { same = "Group", Charge = ["THEFT"] }', ["3"]),
    ],
)
def test_which_rows_make_a_record(tmp_path, more, cases):
    csv = "No,Filed,Charge,Group\n1,2020-03-01,THEFT,a\n2,2020-03-02,ARSON,a\n3,2020-03-03,,b\n"
    found = loaded(tmp_path, HEAD + DOCKETED.format(more=more), csv)
    assert [r["case"] for r in records(found, "Docketed")] == cases


def test_one_row_may_make_several_records_and_one_record_stand_in_several_rows(tmp_path):
    heard = '[[record]]\nline = "trials"\nkind = "Heard"\nwhen = { Heard = true }\n[record.fields]\ncase = "No"\n'
    heard += 'body = { is = "Court of a county" }\non = "Heard"\n'
    csv = "No,Filed,Charge,Heard\n1,2020-03-01,THEFT,2020-04-01\n1,2020-03-01,THEFT,2020-04-01\n2,2020-03-02,THEFT,\n"
    found = loaded(tmp_path, HEAD + DOCKETED.format(more="") + heard, csv)
    assert [r["case"] for r in records(found, "Docketed")] == ["1", "2"]
    assert [r["on"] for r in records(found, "Heard")] == [date(2020, 4, 1)]


def test_once_keeps_the_first_rule_and_of_that_the_earliest_day(tmp_path):
    rule = '[[record]]\nline = "trials"\nkind = "Concluded"\nonce = true\nwhen = {{ Result = ["{0}"] }}\n'
    rule += '[record.fields]\ncase = "No"\nbody = {{ is = "Court of a county" }}\non = "Day"\n'
    rule += 'person = {{ token = "Who" }}\noutcome = {{ is = "{1}" }}\n'
    csv = "No,Who,Day,Result\n1,x,2020-05-01,DROPPED\n1,x,2020-07-01,GUILTY\n1,x,2020-06-01,GUILTY\n1,y,2020-05-02,DROPPED\n"
    found = loaded(tmp_path, HEAD + rule.format("GUILTY", "判决") + rule.format("DROPPED", "准许撤诉"), csv)
    kept = sorted((r["on"], r["outcome"]) for r in records(found, "Concluded"))
    assert kept == [(date(2020, 5, 2), "准许撤诉"), (date(2020, 6, 1), "判决")]
    assert len({r["person"] for r in records(found, "Concluded")}) == 2


def test_days_that_cannot_be_are_refused_or_left_out_as_the_mapping_says(tmp_path):
    csv = "No,Filed,Charge\n1,2020-03-01,THEFT\n2,2109-03-02,THEFT\n"
    found = loaded(tmp_path, HEAD + DOCKETED.format(more=""), csv)
    assert [(f.row, f.column, f.what.en) for f in found.refused] == [(3, "Filed", "2109-03-02 is still to come")]
    assert found.batches == []
    found = loaded(tmp_path, HEAD + 'impossible = "leave out"\n' + DOCKETED.format(more=""), csv)
    assert [f.row for f in found.noted] == [3]
    assert [r["case"] for r in records(found, "Docketed")] == ["1"]


def test_records_out_of_order_are_refused_or_noted_as_the_mapping_says(tmp_path):
    heard = '[[record]]\nline = "trials"\nkind = "Heard"\n[record.fields]\ncase = "No"\n'
    heard += 'body = { is = "Court of a county" }\non = "Heard"\n'
    csv = "No,Filed,Charge,Heard\n1,2020-03-01,THEFT,2020-02-01\n"
    toml = DOCKETED.format(more="") + heard
    what = "Case heard 2020-02-01 is before Case docketed 2020-03-01 of case 1"
    assert [f.what.en for f in loaded(tmp_path, HEAD + toml, csv).refused] == [what]
    found = loaded(tmp_path, HEAD + 'order = "flag"\n' + toml, csv)
    assert [f.what.en for f in found.noted] == [what]
    assert len(records(found, "Heard")) == 1


def test_a_column_the_register_lacks_is_named(tmp_path):
    (fault,) = loaded(tmp_path, HEAD + DOCKETED.format(more=""), "No,Filed\n1,2020-03-01\n").refused
    assert fault.what.en == "the column “Charge” is missing"


def test_a_file_the_mapping_does_not_speak_of_is_refused(tmp_path):
    toml = HEAD + DOCKETED.format(more='file = "courts"')
    (fault,) = loaded(tmp_path, toml, "No,Filed,Charge\n1,2020-03-01,THEFT\n").refused
    assert (fault.what.en, fault.todo.en) == (
        "the mapping says nothing of a file “register”",
        "Call the file one of: courts",
    )


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("title = [", "it is no TOML"),
        ('title = ["a", "b"]\nrecords = []', "record: Field required"),
        (HEAD + DOCKETED.format(more='file_name = "a"'), "record.0.file_name: Extra inputs"),
        (HEAD + DOCKETED.format(more="").replace("Docketed", "Filed"), "there is no kind of record trials.Filed"),
        (
            HEAD + DOCKETED.format(more="").replace('case = "No"\n', ""),
            "fields missing or unknown: trials.Docketed: case",
        ),
        (
            HEAD + DOCKETED.format(more="").replace("case =", "number ="),
            "fields missing or unknown: trials.Docketed: case, number",
        ),
    ],
)
def test_a_mapping_that_means_nothing_is_refused_with_the_first_thing_wrong(tmp_path, toml, said):
    with pytest.raises(Broken, match=said):
        loaded(tmp_path, toml, "No,Filed,Charge\n1,2020-03-01,THEFT\n")


def test_a_mapping_that_is_not_there_names_those_that_ship():
    with pytest.raises(NotFound, match=r"Name a file, or one that ships: .*cook-county"):
        mapping_named("nothing")


@pytest.mark.parametrize("name", [path.stem for path in SHIPPED.glob("*.toml")])
def test_what_ships_fits_the_kinds_of_record(name):
    assert bound(name, mapping_named(name), lines.kinds(), token).rules

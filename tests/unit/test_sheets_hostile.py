"""No spreadsheet, however made, brings a traceback, a hang or the machine's memory: it is read, or refused in words."""

import io
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.documents.answers import split
from plumbline.errors import Broken, InputError, NotFound, NotText, TooLarge, Unsafe
from plumbline.sheets import child, reading
from plumbline.sheets.limits import ANSWER_BYTES, COLUMNS, HEAD_BYTES, SHEETS
from plumbline.sheets.reading import read
from registers import HEADS, LANTERN, workbook


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return workbook(tmp_path_factory.mktemp("good") / "a.xlsx", {"收案": [HEADS, LANTERN]}).read_bytes()


def reply(format, data):
    """What the child says of bytes, without a process of its own."""
    return reading._unpacked(child.reply(format, data), "a.xlsx")


def outcome(format, data):
    try:
        found = reply(format, data)
    except InputError as error:
        return "words" if error.what.zh and error.todo.en else "silence"
    return "cells" if found else "nothing"


def with_parts(good, parts):
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(good)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            made.writestr(name, parts.get(name) or old.read(name))
    return stream.getvalue()


def test_a_good_workbook_is_read_so_that_the_bad_ones_mean_something(good):
    ((name, table),) = reply("xlsx", good)
    assert (name, table.num_rows, table.num_columns) == ("收案", 2, 5)


def test_a_compression_bomb_is_refused_before_it_is_parsed(good, monkeypatch):
    monkeypatch.setattr("fastexcel.read_excel", lambda data: pytest.fail("parsed"))
    with pytest.raises(Unsafe, match="a compression bomb"):
        reply("xlsx", with_parts(good, {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 100_000_000}))


def test_a_declared_size_is_enough_to_be_a_bomb(good):
    data = bytearray(with_parts(good, {"xl/x.xml": b"<a/>"}))
    at = data.rindex(b"PK\1\2")
    data[at + 24 : at + 28] = (4_200_000_000).to_bytes(4, "little")
    with pytest.raises(Unsafe, match="a compression bomb"):
        reply("xlsx", bytes(data))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"])
def test_entities_are_refused_before_it_is_parsed(good, part, monkeypatch):
    monkeypatch.setattr("fastexcel.read_excel", lambda data: pytest.fail("parsed"))
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>'
    with pytest.raises(Unsafe, match="declares a DOCTYPE or an ENTITY"):
        reply("xlsx", with_parts(good, {part: bomb}))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\x"])
def test_a_part_that_leads_out_of_the_file_is_unsafe(good, name):
    with pytest.raises(Unsafe, match="a part's name leads out of it"):
        reply("xlsx", with_parts(good, {name: b"x"}))


def test_a_word_file_is_no_workbook():
    stream = io.BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("word/document.xml", "<a/>")
    with pytest.raises(NotText, match="it is an archive, not an Excel workbook"):
        reply("xlsx", stream.getvalue())


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
def test_a_workbook_cut_off_is_broken(good, share):
    with pytest.raises(Broken, match="it is damaged or cut off"):
        reply("xlsx", good[: int(len(good) * share)])


@pytest.mark.parametrize("xml", [b"<worksheet", b"<a/>", b"<c>" * 50_000, b"nonsense"])
def test_a_damaged_sheet_is_broken_or_empty(good, xml):
    data = with_parts(good, {"xl/worksheets/sheet1.xml": xml})
    assert outcome("xlsx", data) in ("cells", "words")


def test_too_many_sheets_and_columns_are_refused(tmp_path):
    many = {f"s{i}": [("a",)] for i in range(SHEETS + 1)}
    with pytest.raises(TooLarge, match=f"it has over {SHEETS} sheets"):
        reply("xlsx", workbook(tmp_path / "a.xlsx", many).read_bytes())
    with pytest.raises(TooLarge, match=f"has over {COLUMNS} columns"):
        reply("xlsx", workbook(tmp_path / "b.xlsx", {"s": [["a"] * (COLUMNS + 1)]}).read_bytes())


# ---- csv


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", NotText, "it has no text in it"),
        (b" \r\n\n", NotText, "it has no text in it"),
        (b"a,b\n1,\0\n", NotText, "byte 6 is one that no text holds"),
        (b"\x7fELF\x02\x01\x01" + bytes(90), NotText, "no text holds"),
        ("案号\n".encode() + b"\xff\xff\n", NotText, "neither UTF-8 nor GB18030"),
        (
            ("案号,单位\n" + "盗窃罪,一\n" * 20).encode("gb18030") + "审判机关\n".encode(),
            NotText,
            "two encodings are mixed",
        ),
        (b"a" * (HEAD_BYTES + 1), Broken, "its first line has no end"),
        (b"a,b\n1,2,3\n", Broken, "row 2 has 3 columns and the first only 2"),
        (b'a,b\n"1,2\n', Broken, "some quotes do not close"),
        (b"," * COLUMNS + b"\n1\n", TooLarge, f"it has over {COLUMNS} columns"),
    ],
)
def test_a_csv_that_is_no_table_is_refused(data, error, said):
    with pytest.raises(error, match=said):
        reply("csv", data)


def test_a_row_with_fewer_columns_has_empty_cells():
    ((_, table),) = reply("csv", b"a,b\n1\n\n2,\n")
    assert table.to_pylist() == [
        {"0": "a", "1": "b"},
        {"0": "1", "1": None},
        {"0": None, "1": None},
        {"0": "2", "1": None},
    ]


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_end_in_cells_or_in_words(data):
    assert {outcome(format, data) for format in ("csv", "xlsx")} <= {"cells", "words"}


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_answer_of_a_child_gone_wild_is_an_error_in_words(data):
    said = data
    try:
        reading._unpacked(said, "a.xlsx")
    except (ValueError, InputError):
        return
    assert split(said, ANSWER_BYTES)


# ---- the child process, and what a path leads to


@pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")
@pytest.mark.parametrize(
    ("work", "error", "said"),
    [
        ("while True: pass", Unsafe, "took too long"),
        ("bytearray(8_000_000_000)", Unsafe, "took too much memory"),
        ("os.abort()", Broken, "damaged"),
        ("os.write(1, b'nonsense'); os._exit(0)", Broken, "damaged"),
    ],
)
def test_a_parser_gone_wild_harms_only_its_child(tmp_path, monkeypatch, work, error, said):
    code = (
        "import os, sys; from plumbline.sheets import child; child.CPU_SECONDS = 1\n"
        f"def parse(data):\n    {work}\n"
        "child._parser = lambda format: parse; sys.argv[1:1] = ['csv']; child.main()"
    )
    monkeypatch.setattr(reading, "_CHILD", ("-P", "-c", code))
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(error, match=said):
        read(path)


def test_old_and_locked_workbooks_say_what_to_do(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(NotText, match=r"an old \.xls, or locked with a password\. Save it as \.xlsx"):
        read(path)


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(NotFound):
        read(tmp_path / "none.xlsx")
    with pytest.raises(InputError, match="a folder"):
        read(tmp_path)


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path):
    path = Path(tmp_path, "a.csv")
    with open(path, "wb") as file:
        file.truncate(1_000_000_001)
    with pytest.raises(TooLarge, match="it is over 1000 MB"):
        read(path)

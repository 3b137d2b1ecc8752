"""What gets past a careless reader: formulas without results, identity numbers in disguise, days counted from 1904."""

import io
import re
from datetime import date
from typing import get_type_hints
from zipfile import ZipFile

import polars as pl
import pytest
import xlsxwriter
from pydantic import TypeAdapter, ValidationError

from plumbline import lines
from plumbline.errors import Broken, NotText, TooLarge
from plumbline.records import CaseNumber
from plumbline.sheets.allowed import allowed
from plumbline.sheets.reading import read
from registers import FERRY, HEADS, LANTERN, said, trials, workbook

DOCKETED = lines.line("trials").kinds["Docketed"]


def formula(path, result):
    """A register whose tags are a formula; ``result`` is what the XML has after it, and the cell's type before."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("收案")
        page.write_row(0, 0, (*HEADS, "案件标签"))
        page.write_row(1, 0, ("1", "城关区人民法院", "2020-01-22", 2, "盗窃罪"))
        page.write_formula(1, 5, '=IF(1,"涉黑","")', None, 7777)
    kind, value = result
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as made:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(rb'<c r="F2"><f>', b'<c r="F2"' + kind + b"><f>", text).replace(b"<v>7777</v>", value)
            made.writestr(name, text)
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize("value", [b"", b"<v/>", b"<v />", b"<v></v>"])
def test_a_formula_without_its_result_is_not_an_empty_cell(tmp_path, value):
    found = trials(formula(tmp_path / "a.xlsx", (b"", value)))
    assert said(found) == [("收案", 2, "案件标签", "formula not computed")]
    assert found.refused[0].todo.en == "Open the file in Excel or WPS and save it"


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path):
    found = trials(formula(tmp_path / "a.xlsx", (b' t="str"', b"<v></v>")))
    assert said(found) == []
    assert found.batches[0].frame["scope"].to_list() == [""]
    assert trials(formula(tmp_path / "b.xlsx", (b' t="str"', "<v>涉黑</v>".encode()))).batches[0].frame["scope"][0]


IDENTITIES = (
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-0021",
    "110105491231002",
    "139-1234-5678",
    "１３９ 1234 5678",
    "+8613912345678",
    "甲案13912345678",
    "13912345678 2",
)
HONEST = (
    "A6201020000002018040014",  # the police: a letter, the office, a year, a month, a place in it
    "620102111202003010001",  # a house of detention: 21 digits
    "620102111-20200301-0001",
    "202003010100001",  # 15 digits, of no province
    "620102499931002",  # 15 digits without a day
    "（2020）甘0102刑初1234号",
    "兰检刑诉〔2020〕1234号",
    "2020-03-01-00012",
)


@pytest.mark.parametrize(("texts", "taken"), [(IDENTITIES, False), (HONEST, True)])
def test_identity_numbers_in_disguise_stay_out_and_honest_numbers_come_in(texts, taken):
    accept = TypeAdapter(CaseNumber)
    column = next(c for c in DOCKETED.columns if c.name == "case")
    for text in texts:
        try:
            accept.validate_python(text)
            alone = True
        except ValidationError:
            alone = False
        _, refused = allowed(DOCKETED, column, pl.Series([text]))
        assert (text, alone, not refused) == (text, taken, taken)


@pytest.mark.parametrize("head", ["姓名", "被告人姓名", "身份证", "身份证号码", "电话", "住址", "Name", "ID card"])
def test_a_column_of_persons_is_to_be_deleted_and_not_renamed(tmp_path, head):
    (fault,) = trials(workbook(tmp_path / "a.xlsx", {"收案": [(*HEADS, head), (*LANTERN, "x")]})).refused
    assert fault.what.en == f"“{head}” may not be in a register"
    assert (fault.todo.zh, fault.todo.en) == ("删去该列", "Delete the column")


def test_a_record_on_two_sheets_is_doubled(tmp_path):
    sheets = {"收案": [HEADS, LANTERN], "Docketed": [HEADS, FERRY, LANTERN]}
    found = trials(workbook(tmp_path / "a.xlsx", sheets))
    assert said(found) == [("Docketed", 3, "", "is the same as row 2 of sheet “收案”")]


@pytest.mark.parametrize(("from_1904", "serial"), [(True, 42429), (False, 43891)])
def test_serials_are_counted_from_the_workbooks_own_first_day(tmp_path, from_1904, serial):
    # 1904-01-01 is serial 1462 of the other system: 43891 - 1462 = 42429
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": from_1904}) as book:
        page = book.add_worksheet("收案")
        page.write_row(0, 0, HEADS)
        page.write_row(1, 0, (*LANTERN[:2], serial, *LANTERN[3:]))
        page.write_row(2, 0, (*FERRY[:2], None, *FERRY[3:]))
        page.write_datetime(2, 2, date(2020, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    found = trials(tmp_path / "a.xlsx")
    assert said(found) == []
    assert found.batches[0].frame["on"].to_list() == [date(2020, 3, 1)] * 2


def test_what_the_user_says_does_not_silence_what_a_row_says(tmp_path):
    heads = ("记录", *HEADS)
    path = workbook(tmp_path / "a.xlsx", {"x": [heads, ("收案", *LANTERN), ("审结", *FERRY), (None, "3", *FERRY[1:])]})
    assert said(trials(path, kind=DOCKETED)) == [("x", 3, "记录", "“审结” is not “Case docketed”")]


@pytest.mark.parametrize(
    ("head", "text"), [("时刻", "２３：５９"), ("日期", "0000-01-01"), ("日期", "0000/1/1"), ("日期", "４３８９１")]
)
def test_digits_of_full_width_and_the_year_0_are_faults(tmp_path, head, text):
    row = dict(zip(HEADS, LANTERN, strict=True)) | {head: text}
    ((_, at, column, what),) = said(trials(workbook(tmp_path / "a.xlsx", {"收案": [tuple(row), tuple(row.values())]})))
    assert (at, column, what.startswith(f"“{text}” is not a")) == (2, head, True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_alone_is_an_empty_file(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes("".encode(encoding))
    with pytest.raises(NotText, match="it has no text in it"):
        read(tmp_path / "a.csv")


def far(path, *cell):
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("收案")
        page.write_row(0, 0, HEADS)
        page.write_row(1, 0, (*LANTERN[:2], "2020-01-22", *LANTERN[3:]))
        page.write(1_048_575, 16_383, *cell)
    return path


def test_a_stray_cell_far_out_is_too_many_columns_and_a_blank_one_is_nothing(tmp_path):
    with pytest.raises(TooLarge, match=r"a sheet has over 200 columns\. Open it in Excel or WPS") as caught:
        read(far(tmp_path / "a.xlsx", "x"))
    assert "Word" not in str(caught.value)
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as book:
        page = book.add_worksheet("收案")
        page.write_row(0, 0, HEADS)
        page.write_blank(5, 16_383, None, book.add_format({"bold": True}))
    assert read(tmp_path / "b.xlsx")[0].heads == HEADS


def test_a_huge_cell_is_cut_in_messages(tmp_path):
    rows = [HEADS, ("一" * 5000, *LANTERN[1:]), (*FERRY[:3], "二" * 5000, *FERRY[4:])]
    whats = [what for *_, what in said(trials(workbook(tmp_path / "a.xlsx", {"收案": rows})))]
    assert [what.split("”")[0] for what in whats] == ["“" + "一" * 59 + "…", "“" + "二" * 59 + "…"]


# ---- numbers and names by which a person could be found


SPELT = (
    "110105.19491231.0021",
    "110105/19491231/0021",
    "110105_19491231_002x",
    "(110105)194912310021",
    "110105，19491231，002Ｘ",
    "110105·491231·002",
    "①110105194912310021",
    "一一〇一〇五一九四九一二三一〇〇二一",
    "110105一九四九1231零零21",
    "١١٠١٠٥١٩٤٩١٢٣١٠٠٢١",
)
NAMES = ("张三", "欧阳修", "阿不都·热依木", "Zhang San", "张三盗窃案", "被告人")
PLACED = (
    "第十一个案件一一〇第3号",
    "（2020）甘0102刑初1234号之一",
    "2020/01/02-0000000012",
    "兰公（城）立字〔2020〕10012号",
    "１２３",
    "甲",
    "1",
)


def taken(kind, name, text):
    """Whether a kind's model takes a text for a field, and whether loading does."""
    refused = allowed(kind, next(c for c in kind.columns if c.name == name), pl.Series([text]))[1]
    try:
        TypeAdapter(get_type_hints(kind.model, include_extras=True)[name]).validate_python(text)
    except ValidationError:
        return False, not refused
    return True, not refused


@pytest.mark.parametrize(
    ("line", "kind", "field"),
    [
        ("trials", "Docketed", "case"),
        ("assets", "Controlled", "item"),
        ("custody", "Extended", "document"),
        ("custody", "Arrested", "file"),
        ("links", "Linked", "to_case"),
    ],
)
def test_no_number_of_a_record_is_a_persons_number_or_name(line, kind, field):
    kind = lines.line(line).kinds[kind]
    assert {text for text in (*SPELT, *NAMES) if taken(kind, field, text) != (False, False)} == set()
    assert {text for text in PLACED if taken(kind, field, text) != (True, True)} == set()


@pytest.mark.parametrize("text", SPELT)
def test_no_word_of_a_record_is_a_persons_number(text):
    assert taken(DOCKETED, "offence", text) == taken(DOCKETED, "body", text) == (False, False)


def test_a_name_for_a_number_is_refused_in_words(tmp_path):
    (fault,) = trials(workbook(tmp_path / "a.xlsx", {"收案": [HEADS, ("张三", *LANTERN[1:])]})).refused
    assert (fault.row, fault.column) == (2, "案号")
    assert fault.what.en == "“张三” has no digit in it, as a name has none; the book keeps no names"
    assert fault.what.zh == "“张三”没有数字，像是姓名或称呼，簿册不收"


@pytest.mark.parametrize(
    ("head", "todo"),
    [
        ("犯罪嫌疑人", "Delete the column"),
        ("被害人", "Delete the column"),
        ("出生日期", "Delete the column"),
        ("性别", "Delete the column"),
        ("举报人", "Delete the column"),
        ("Driver", "Delete the column"),
        ("Suspect name", "Delete the column"),
        ("date_of_birth", "Delete the column"),
        ("嫌疑人数", "Write “persons” (人数), or take the column out"),
        ("被告人是否在押", "Write “accused in custody” (被告人在押), or take the column out"),
    ],
)
def test_what_is_said_of_persons_is_never_to_be_renamed(tmp_path, head, todo):
    heads = [h for h in HEADS if h != "人数"] if head == "嫌疑人数" else HEADS
    (fault, *_) = trials(workbook(tmp_path / "a.xlsx", {"收案": [(*heads, head), (*LANTERN, "x")]})).refused
    assert (fault.column, fault.todo.en) == (head, todo)


# ---- messages that say where, and no more than they need


def test_rows_of_no_known_kind_are_all_that_is_wrong(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"x": [("记录", *HEADS), ("三" * 5000, *LANTERN)]})
    assert said(trials(path)) == [("x", 2, "记录", "there is no such kind of record: " + "三" * 59 + "…")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a,b\n1,2\n\n3,4,5\n", "row 4 has 3 columns and the first only 2"),
        ('a,b\n"1\n",2\n3,4,,\n', "row 3 has 4 columns and the first only 2"),
    ],
)
def test_a_row_too_long_is_named_as_a_spreadsheet_counts_rows(tmp_path, text, what):
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(Broken, match=what):
        read(tmp_path / "a.csv")

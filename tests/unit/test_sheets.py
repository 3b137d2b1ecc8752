"""Registers become records: by labels in either language, days and amounts as offices write them; or each fault is named."""

import csv
from datetime import date, datetime, time

import pytest

from plumbline import lines
from plumbline.sheets.loading import checked
from plumbline.sheets.shapes import ROW
from registers import FERRY, HEADS, LANTERN, TODAY, said, trials, workbook


def rows(found, kind="Docketed"):
    (batch,) = [b for b in found.batches if b.kind.name == kind]
    return batch.frame.to_dicts()


def test_a_sheet_named_by_the_kinds_title_becomes_records(tmp_path):
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [HEADS, LANTERN, FERRY]}))
    assert said(found) == []
    first, second = rows(found)
    assert (first["case"], first["body"], first["on"], first["persons"]) == LANTERN[:4]
    assert (first["offence"], first["person"], first["at"], first["scope"]) == ("盗窃罪", None, None, "")
    assert (first["instance"], first["procedure"], first["in_custody"]) == ("一审公诉", "普通", False)
    assert [first[ROW], second[ROW]] == [2, 3]


@pytest.mark.parametrize("name", ["收案", "Docketed", "docketed", "Case docketed", "收案 Case docketed"])
def test_a_sheet_is_named_in_either_language_or_by_the_class(tmp_path, name):
    assert len(rows(trials(workbook(tmp_path / "a.xlsx", {name: [HEADS, LANTERN]})))) == 1


@pytest.mark.parametrize(
    "heads",
    [
        ("case", "body", "on", "persons", "offence"),
        ("Case", " BODY ", "On", "Persons", "Offence"),
        ("案号 case", "单位 body", "日期 on", "人数 persons", "罪名 offence"),
        ("案 号", "单位", "日期", "人数", "罪名"),
    ],
)
def test_heads_are_labels_in_either_language_both_or_names(tmp_path, heads):
    assert len(rows(trials(workbook(tmp_path / "a.xlsx", {"收案": [heads, LANTERN]})))) == 1


def test_the_heads_are_found_under_a_title_and_rows_keep_excels_numbers(tmp_path):
    sheet = [("2020年收案登记簿",), (), HEADS, LANTERN, (), FERRY]
    assert [row[ROW] for row in rows(trials(workbook(tmp_path / "a.xlsx", {"收案": sheet})))] == [4, 6]


def test_a_column_may_say_the_kind_of_each_row(tmp_path):
    heads = ("记录", *HEADS, "结案方式")
    docketed, concluded = ("收案", *LANTERN, None), ("审结", *LANTERN[:2], date(2020, 3, 10), 2, None, "判决")
    found = trials(workbook(tmp_path / "a.xlsx", {"登记簿": [heads, docketed, concluded]}))
    assert said(found) == []
    assert rows(found)[0]["on"] == date(2020, 1, 22)
    assert rows(found, "Concluded")[0]["outcome"] == "判决"


def test_a_field_of_another_kind_must_be_empty(tmp_path):
    heads = ("记录", *HEADS, "结案方式")
    wrong = ("收案", *LANTERN, "判决")
    right = ("审结", *LANTERN[:2], date(2020, 3, 10), 2, None, "判决")
    found = trials(workbook(tmp_path / "a.xlsx", {"登记簿": [heads, wrong, right]}))
    assert said(found) == [("登记簿", 2, "结案方式", "“Case docketed” has no such field")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_in_the_encodings_offices_write(tmp_path, encoding, separator):
    with open(tmp_path / "收案.csv", "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows([HEADS, LANTERN, FERRY])
    found = trials(tmp_path / "收案.csv")
    assert [(r["case"], r["on"]) for r in rows(found)] == [(LANTERN[0], LANTERN[2]), (FERRY[0], FERRY[2])]


def test_the_user_may_say_what_a_csv_holds(tmp_path):
    (tmp_path / "export-17.csv").write_text("case,body,on\na1,城关区人民法院,2020-02-24\n", encoding="utf-8")
    kind = lines.line("trials").kinds["Heard"]
    assert len(rows(trials(tmp_path / "export-17.csv", kind=kind), "Heard")) == 1
    (fault,) = trials(tmp_path / "export-17.csv").refused
    assert fault.what.en == "the sheet's name “export-17” is no kind of record"
    assert "开庭 (Case heard)" in fault.todo.en


def column(tmp_path, head, cells, kind="收案"):
    """Read one column of many cells: a value for each, or what is said of it."""
    heads, row = (HEADS, LANTERN) if kind == "收案" else (ASSET_HEADS, ASSET)
    table = [(*heads, head), *((str(i), *row[1:], cell) for i, cell in enumerate(cells))]
    if head in heads:
        at = heads.index(head)
        table = [heads, *((str(i), *row[1:at], cell, *row[at + 1 :]) for i, cell in enumerate(cells))]
    line = "trials" if kind == "收案" else "assets"
    path = workbook(tmp_path / "a.xlsx", {kind: table})
    wrong = {row: what for _, row, at, what in said(checked(path, lines.line(line).kinds, TODAY)) if at == head}
    good = [i for i in range(len(cells)) if i + 2 not in wrong]
    path = workbook(tmp_path / "b.xlsx", {kind: [table[0], *(table[i + 1] for i in good)]})
    (batch,) = checked(path, lines.line(line).kinds, TODAY).batches
    values = dict(zip(good, batch.frame.to_dicts(), strict=True))
    return [wrong.get(i + 2) or values[i] for i in range(len(cells))]


def test_days(tmp_path):
    first = date(2020, 3, 1), 43891, "43891", "2020-03-01", "2020/3/1", "2020.3.1", "2020年3月1日", "2020-3-1"
    # 2020-03-01 is day 43891 counted from 1899-12-30, as Excel counts
    assert [row["on"] for row in column(tmp_path, "日期", first)] == [date(2020, 3, 1)] * len(first)
    others = "2020年12月31日", "2020-02-29"
    assert [row["on"] for row in column(tmp_path, "日期", others)] == [date(2020, 12, 31), date(2020, 2, 29)]


def test_what_is_no_day_is_refused_and_not_guessed(tmp_path):
    wrong = "2019-02-29", "2020-13-01", "2020-3", "3/1/2020", "20200301", "2020-03-01 12:30:00", "去年"
    said_of = column(tmp_path, "日期", (*wrong, "2020-03-01"))
    assert said_of[:-1] == [f"“{text}” is not a day such as 2020-03-01, without a time" for text in wrong]
    ((_, _, _, what),) = said(
        trials(
            workbook(tmp_path / "c.xlsx", {"收案": [HEADS, (*LANTERN[:2], datetime(2020, 3, 1, 12, 30), *LANTERN[3:])]})
        )
    )
    assert what.startswith("“2020-03-01 12:30:00” is not a day")


def test_times(tmp_path):
    good = time(9, 30), 0.5, "9:30", "09:30:15", "9时05分", None
    clocks = [time(9, 30), time(12), time(9, 30), time(9, 30, 15), time(9, 5), None]
    assert [row["at"] for row in column(tmp_path, "时刻", good)] == clocks
    wrong = "24:00", "9:60", "上午", "1.5"
    assert column(tmp_path, "时刻", (*wrong, "9:30"))[:-1] == [f"“{t}” is not a time such as 09:30" for t in wrong]


def test_whole_numbers(tmp_path):
    assert [row["persons"] for row in column(tmp_path, "人数", (2, 2.0, "2", "2.0", "1,200"))] == [2, 2, 2, 2, 1200]
    wrong = column(tmp_path, "人数", (2.5, "两", -1, "1,20", 2))[:-1]
    assert wrong[0] == "“2.5” is not a whole number such as 12"
    assert wrong[2] == "“-1” is under 0"
    assert all(isinstance(what, str) for what in wrong)


ASSET_HEADS = ("案号", "单位", "日期", "财物编号", "措施", "财物种类")
ASSET = ("1", "城关分局", date(2020, 3, 1), "1", "冻结", "资金")


@pytest.mark.parametrize("head", ["金额（元）", "金额(元)", "amount in yuan", "amount_yuan"])
def test_amounts_in_yuan_become_exact_fen(tmp_path, head):
    # the fourth is stored in binary as 29260000.120000001, the fifth as 0.30000000000000004
    written = 12345.67, "12345.6", "29,260,000.12", 29260000.12, 0.1 + 0.2, 100
    fen = [1234567, 1234560, 2926000012, 2926000012, 30, 10000]
    assert [row["amount_fen"] for row in column(tmp_path, head, written, "查封扣押冻结")] == fen


def test_amounts_that_are_no_whole_fen_are_refused(tmp_path):
    wrong = column(tmp_path, "金额（元）", ("0.015", "一百", "1e400", "NaN", "1"), "查封扣押冻结")[:-1]
    texts = "0.015", "一百", "1e400", "NaN"
    assert wrong == [f"“{text}” is not an amount in yuan with at most two decimals" for text in texts]
    assert column(tmp_path, "金额（分）", ("12.5", 12), "查封扣押冻结")[0] == "“12.5” is not a whole number such as 12"


def test_tags_are_written_in_one_form(tmp_path):
    heads = (*HEADS, "案件标签")
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [heads, (*LANTERN, "涉恶、涉黑"), (*FERRY, None)]}))
    assert [row["scope"] for row in rows(found)] == ["|涉黑|涉恶|", ""]


# ---- what is refused, by its words


def test_every_wrong_cell_is_named_and_nothing_is_kept(tmp_path):
    heads = (*HEADS, "审级", "案件标签")
    wrong = (None, "城", "不详", "三", "盗窃罪", "三审", "涉外")
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [heads, (*FERRY, None, None), wrong]}))
    assert found.batches == []
    assert said(found) == [
        ("收案", 3, "案号", "is empty"),
        ("收案", 3, "单位", "“城” has under 2 characters"),
        ("收案", 3, "日期", "“不详” is not a day such as 2020-03-01, without a time"),
        ("收案", 3, "人数", "“三” is not a whole number such as 12"),
        ("收案", 3, "审级", "“三审” is none of 一审公诉、一审自诉、二审、再审"),
        ("收案", 3, "案件标签", "“涉外” no such tag: 涉外; known are 涉黑、涉恶、涉霸、涉伞、环境资源"),
    ]


def test_a_person_is_named_by_token_or_counted_and_not_both(tmp_path):
    token = "p_" + "a" * 26
    heads = (*HEADS, "人员标识")
    table = [heads, (*LANTERN, token), (*FERRY[:3], None, "诈骗罪", None), (*FERRY[:3], None, "诈骗罪", token)]
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": table}))
    assert said(found) == [
        ("收案", row, "人员标识", "needs a person's token or a headcount, and not both") for row in (2, 3)
    ]


@pytest.mark.parametrize("number", ["620102199001011234", "13812345678"])
def test_identity_and_telephone_numbers_never_come_in(tmp_path, number):
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [HEADS, (*LANTERN[:4], f"盗窃罪{number}")]}))
    assert "identity or telephone number" in said(found)[0][3]


def test_an_error_of_excels_is_not_an_empty_cell(tmp_path):
    path = tmp_path / "a.xlsx"
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("收案")
        page.write_row(0, 0, (*HEADS, "案件标签"))
        page.write_row(1, 0, ("1", "城关区人民法院", "2020-01-22", 2, "盗窃罪"))
        page.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    ((_, row, column, what),) = said(trials(path))
    assert (row, column) == (2, "案件标签")
    assert what.startswith("Excel found an error in it (")


def test_unknown_doubled_and_missing_columns_are_named_with_the_nearest(tmp_path):
    heads = ("案号", "单 位", "单位", "日其", "人数", "罪名")
    row = ("1", "城关区人民法院", "城关区人民法院", "2020-01-22", 1, "盗窃罪")
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [heads, row]}))
    assert said(found) == [
        ("收案", 1, "日其", "there is no such column: 日其"),
        ("收案", 1, "单位", "it is the same column as “单 位”"),
        ("收案", 1, "", "the column “date” (日期) is missing"),
    ]
    assert found.refused[0].todo.en == "Write “date” (日期), or take the column out"
    assert found.refused[0].todo.zh == "改为“日期”，或删去该列"


def test_a_sheet_of_nothing_known_names_the_nearest_kind(tmp_path):
    (fault,) = trials(workbook(tmp_path / "a.xlsx", {"收按": [HEADS, LANTERN]})).refused
    assert fault.what.zh == "工作表名“收按”不是记录种类"
    assert fault.todo.zh == "改名为“收案”，或用 --kind 写明"


# ---- across rows


def both(docketed, concluded):
    heads = ("案号", "单位", "日期", "人数")
    return {
        "收案": [HEADS, ("1", "城关区人民法院", docketed, 1, "盗窃罪")],
        "审结": [heads, ("1", "城关区人民法院", concluded, 1)],
    }


def test_what_follows_may_happen_the_same_day_but_not_before(tmp_path):
    assert said(trials(workbook(tmp_path / "a.xlsx", both("2020-03-02", "2020-03-02")))) == []
    found = trials(workbook(tmp_path / "b.xlsx", both("2020-03-02", "2020-03-01")))
    what = "Trial concluded 2020-03-01 is before Case docketed 2020-03-02 of case 1"
    assert said(found) == [("审结", 2, "日期", what)]


def test_another_bodys_case_of_the_same_number_is_another_case(tmp_path):
    sheets = both("2020-03-02", "2020-03-01")
    sheets["审结"][1] = ("1", "七里河区人民法院", "2020-03-01", 1)
    assert said(trials(workbook(tmp_path / "a.xlsx", sheets))) == []


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-01-31", None),
        ("2026-02-01", "2026-02-01 is still to come"),
        ("1979-01-01", None),
        ("1978-12-31", "1978-12-31 is before 1979"),
    ],
)
def test_days_to_come_and_before_the_law_are_refused(tmp_path, day, what):
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [HEADS, (*LANTERN[:2], day, *LANTERN[3:])]}))
    assert said(found) == ([("收案", 2, "日期", what)] if what else [])


def test_a_row_that_stands_twice_is_named_with_the_first(tmp_path):
    found = trials(workbook(tmp_path / "a.xlsx", {"收案": [HEADS, LANTERN, FERRY, LANTERN]}))
    assert said(found) == [("收案", 4, "", "is the same as row 2")]

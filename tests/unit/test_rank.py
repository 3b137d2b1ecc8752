"""Ranks and praise: read wherever they stand, answered from a league table alone; places worked out by hand from the tables."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from plumbline.checks import page
from plumbline.checks.against import League, standings
from plumbline.checks.against.league import Row, Standing
from plumbline.checks.against.ranked import said
from plumbline.claims import read
from plumbline.cli.commands import app
from plumbline.periods import span

TITLE = "兰州市2020年政法工作情况\n"
TABLE = """
线索办结率  2020  高  兰州市 98.4  天水市 97.1  白银市 98.4
案均天数    2020  低  兰州市 30    天水市 35    白银市 31
安全感      2020  高  兰州市 95    天水市 97    白银市 96
线索办结率  2019  高  兰州市 90    天水市 95    白银市 93
"""


def league(table: str = TABLE) -> League:
    return League(row for line in table.strip().splitlines() for row in _rows(line.split()))


def _rows(cells: list[str]) -> list[Row]:
    indicator, period, better, *rest = cells
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return [Row(indicator, body, span(period), Decimal(number), better == "高") for body, number in pairs]


def answered(sentence: str, table: League | None) -> list[tuple[str, str]]:
    text = TITLE + sentence
    return [(text[f.start : f.end], f.kind) for f in standings(read(text), table)]


@pytest.mark.parametrize(
    ("sentence", "words", "sort", "n"),
    [
        ("专项斗争各项主要指标均列全省第一。", "列全省第一", "at", 1),
        ("综合考核位列全省第3位。", "位列全省第3位", "at", 3),
        ("安全感居全省首位。", "居全省首位", "at", 1),
        ("考核进入全省前三名。", "前三名", "within", 3),
        ("满意度跻身全国前10位。", "前10位", "within", 10),
        ("综合考核排名第2位。", "排名第2位", "at", 2),
        ("各项指标位居全省前列。", "位居全省前列", "vague", 0),
        ("工作进入全国第一方阵。", "第一方阵", "vague", 0),
        ("进入全省前10%。", "前10%", "vague", 0),
        ("这是目前为止全国唯一一起此类案件。", "唯一一起", "only", 0),
        ("服务发展水平不断提升。", "水平不断提升", "praise", 0),
        ("整治成效显著。", "成效显著", "praise", 0),
        ("审判工作取得了显著成效。", "取得了显著成效", "praise", 0),
        ("整 治 成 效 显 著 。", "成 效 显 著", "praise", 0),
    ],
)
def test_words_of_rank_and_praise_are_found_where_they_stand(sentence: str, words: str, sort: str, n: int) -> None:
    [found] = said(read(sentence))
    assert words in sentence[found.start : found.end]
    assert (found.sort, found.n) == (sort, n)


@pytest.mark.parametrize(
    "sentence",
    [
        "在全国市域社会治理现代化试点工作第一次经验交流会上作了介绍。",
        "成为全省第一批试点。",
        "结案率不断提升至95.2%。",
        "第一季度受理案件13件。",
        "全市第二届运动会举行。",
        "",
    ],
)
def test_firsts_that_are_no_places_and_praise_with_a_number_are_not(sentence: str) -> None:
    assert said(read(sentence)) == ()


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("各项主要指标均列全省第一。", "没有载入排名表"),
        ("综合考核位居全省前列。", "没有载入排名表"),
        ("是全国唯一一起。", "都不能证明"),
        ("成效显著。", "没有数"),
    ],
)
def test_without_a_table_nothing_can_be_told_and_it_is_said_why(sentence: str, why: str) -> None:
    [finding] = standings(read(TITLE + sentence))
    assert finding.kind == "no_record"
    assert why in finding.sentence.zh
    assert "cannot be told" in finding.sentence.en or "shows that" in finding.sentence.en


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("线索办结率位居全省第一。", "agrees"),
        ("案均天数列全省第一。", "agrees"),
        ("安全感位列全省第3位。", "agrees"),
        ("安全感位列全省第一。", "differs"),
        ("安全感进入全省前三名。", "agrees"),
        ("安全感进入全省前两名。", "differs"),
        ("安全感进入全省前二名。", "differs"),
        ("天水市线索办结率位列全省第3位。", "agrees"),
        ("天水线索办结率位列全省第三。", "agrees"),
        ("白银市线索办结率位居全省第一。", "agrees"),
        ("2019年，线索办结率位列全省第三。", "agrees"),
        ("2019年，线索办结率位列全省第一。", "differs"),
        ("线索办结率98.4%，居全省首位。", "agrees"),
        ("线索办结率、案均天数均列全省第一。", "agrees"),
        ("线索办结率、案均天数、安全感均列全省第一。", "differs"),
        ("各项主要指标均列全省第一。", "differs"),
        ("各项主要指标均进入全省前三名。", "agrees"),
    ],
)
def test_a_table_answers_for_the_body_indicator_and_year_that_are_named(sentence: str, kind: str) -> None:
    assert [k for _, k in answered(sentence, league())] == [kind]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("2018年，线索办结率位列全省第一。", "没有所述期间"),
        ("群众满意度位列全省第一。", "没有文中所说的指标"),
        ("线索办结率位居全省前列。", "没有写明第几名"),
        ("线索办结率是全国唯一。", "都不能证明"),
    ],
)
def test_what_the_table_has_not_cannot_be_told(sentence: str, why: str) -> None:
    [finding] = standings(read(TITLE + sentence), league())
    assert (finding.kind, why in finding.sentence.zh) == ("no_record", True)


def test_a_vague_place_still_shows_what_the_table_has() -> None:
    [finding] = standings(read(f"{TITLE}案均天数位居全省前列。"), league())
    assert [line.zh for line in finding.working] == [
        "案均天数（2020-01-01/2020-12-31，越低越好）：兰州市 30，第1，共3个单位"
    ]


def test_a_tie_shares_the_place_and_is_said() -> None:
    [finding] = standings(read(f"{TITLE}线索办结率位居全省第一。"), league())
    assert finding.sentence.zh == "按所载排名表，兰州市“线索办结率”在3个单位中列第1（与1个单位并列），与文中一致。"
    assert finding.sentence.en == (
        "In the league table 兰州市 is number 1 of 3 for “线索办结率” (shared with 1): as stated."
    )
    third = league().standing("线索办结率", "天水市", span("2020"))
    assert isinstance(third, Standing)
    assert (third.place, third.tied, third.of) == (3, 0, 3)


def test_one_indicator_that_differs_is_named() -> None:
    [finding] = standings(read(f"{TITLE}线索办结率、安全感均列全省第一。"), league())
    assert finding.sentence.zh == "按所载排名表，兰州市“安全感”在3个单位中列第3，与文中不符。"
    assert len(finding.working) == 2


def test_where_a_body_has_no_number_the_place_cannot_be_told() -> None:
    short = league("线索办结率 2020 高 兰州市 98 天水市 97\n案均天数 2020 低 兰州市 30 天水市 35 白银市 31")
    [finding] = standings(read(f"{TITLE}线索办结率位居全省第一。"), short)
    assert finding.kind == "no_record"
    assert "白银市" in finding.sentence.zh
    assert answered("各项主要指标均列全省第一。", short) == [("列全省第一", "no_record")]
    wrong = league("线索办结率 2020 高 兰州市 98 天水市 97\n案均天数 2020 低 兰州市 36 天水市 35 白银市 31")
    assert answered("各项主要指标均列全省第一。", wrong) == [("列全省第一", "differs")]


def test_nobody_is_first_among_one() -> None:
    assert answered("安全感位居全省第一。", league("安全感 2020 高 兰州市 98")) == [("位居全省第一", "no_record")]


def test_several_bodies_in_the_text_and_none_in_the_sentence_or_title_cannot_be_told() -> None:
    text = "2020年情况\n兰州市、天水市开展了工作。\n安全感位居全省第一。"
    [finding] = standings(read(text), league())
    assert (finding.kind, "哪个单位" in finding.sentence.zh) == ("no_record", True)


@pytest.mark.parametrize("table", ["安全感 2020 高 甲市 1 甲市 2", "安全感 2020 高 甲市 1\n安全感 2020 低 乙市 2"])
def test_a_table_with_two_numbers_or_two_ways_is_none(table: str) -> None:
    with pytest.raises(ValueError, match="安全感"):
        league(table)


def test_words_without_a_number_are_marked_on_the_page() -> None:
    reading = read(f"{TITLE}审结案件93件，成效显著，位居全省前列。")
    marks = page("r.txt", reading, standings(reading)).marks
    told = [(reading.text[m.start : m.end], m.status) for m in marks if m.remarks]
    assert told == [("成效显著", "untold"), ("位居全省前列", "untold")]
    assert [m.start for m in marks] == sorted(m.start for m in marks)


def plumbline(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def _files(folder: Path, csv: str, encoding: str = "gb18030") -> tuple[Path, Path]:
    report, table = folder / "report.txt", folder / "league.csv"
    report.write_text(f"{TITLE}安全感位居全省第一，成效显著。", encoding="utf-8")
    table.write_text(csv, encoding=encoding)
    return report, table


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
@pytest.mark.parametrize(
    ("numbers", "code", "kind"), [("兰州市,2020,97.5%,高\n安全感,天水市,2020,97.1%,高", 0, "agrees"),
                                  ("兰州市,2020,97.5%,低\n安全感,天水市,2020,97.1%,低", 1, "differs")],
)  # fmt: skip
def test_the_command_holds_ranks_against_a_file(
    tmp_path: Path, numbers: str, code: int, kind: str, encoding: str
) -> None:
    report, table = _files(tmp_path, f"指标,单位,期间,数值,方向\n安全感,{numbers}\n", encoding)
    run = plumbline("check", "--json", "--league", table, report)
    assert run.exit_code == code, run.output
    assert [f["kind"] for f in json.loads(run.stdout)["findings"]] == [kind, "no_record"]
    shown = plumbline("check", "--lang", "en", "--all", "--league", table, report).stdout
    assert "2 claims: " in shown


HEADS = "indicator,body,period,number,better"


def test_a_workbook_with_a_title_and_other_columns_is_a_league_table_too(tmp_path: Path) -> None:
    report, _ = _files(tmp_path, "")
    rows = [("2020年排名",), ("序号", "指标", "单位", "期间", "数值", "方向")]
    rows += [(1, "安全感", "兰州市", 2020, 0.975, "高"), (2, "安全感", "天水市", 2020, "1,000", "高")]
    with xlsxwriter.Workbook(tmp_path / "league.xlsx") as book:
        page = book.add_worksheet("排名")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    run = plumbline("check", "--json", "--league", tmp_path / "league.xlsx", report)
    assert [f["kind"] for f in json.loads(run.stdout)["findings"]] == ["differs", "no_record"]


@pytest.mark.parametrize(
    ("csv", "said_of_it"),
    [
        ("指标,单位,期间,数值\n安全感,兰州市,2020,97\n", "league!1: there is no column better (方向)"),
        (f"{HEADS},数值\n安全感,兰州市,2020,97,高,97\n", "league!F1: the column “数值” is there twice"),
        (f"{HEADS}\n安全感,兰州市,2020,许多,higher\n", "league!D2: “许多” cannot be read: a number"),
        (f'{HEADS}\n安全感,兰州市,2020,"97,5",higher\n', "league!D2: “97,5” cannot be read: a number"),
        (f"{HEADS}\n安全感,兰州市,去年,97,higher\n", "league!C2: “去年” is no period"),
        (f"{HEADS}\n安全感,兰州市,2020,97,\n", "league!E2: better (方向) is missing"),
        (f"{HEADS}\n安全感,兰州市,2020,97,好\n", "league!E2: “好” does not say which way is better"),
        (f"{HEADS}\n,兰州市,2020,97,higher\n", "league!A2: indicator (指标) is missing"),
        (f"{HEADS}\n安全感,兰州市,2020,NaN,higher\n", "league!D2: “NaN” cannot be read"),
        (f"{HEADS}\n安全感,甲,2020,1,higher\n安全感,甲,2020,2,higher\n", "two numbers"),
        (f"{HEADS}\n安全感,甲,2020,1,higher\n安全感,乙,2020,2,lower\n", "two ways of being better"),
        (f"{HEADS}\n", "it has nothing in its table league"),
        ("", "no text"),
    ],
)
def test_a_file_that_is_no_league_table_is_refused_with_where_and_what_to_do(
    tmp_path: Path, csv: str, said_of_it: str
) -> None:
    report, table = _files(tmp_path, csv)
    run = plumbline("check", "--lang", "en", "--league", table, report)
    assert run.exit_code == 2
    assert said_of_it in run.stderr
    assert str(table) in run.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    report, _ = _files(tmp_path, "")
    run = plumbline("check", "--lang", "en", "--league", tmp_path / "none.csv", report)
    assert run.exit_code == 2
    assert "none.csv" in run.stderr

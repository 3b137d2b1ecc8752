"""plumbline load against careless and hostile hands: templates, names of lines, days and amounts that cannot be."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plumbline.cli.commands import app
from plumbline.web.book.opening import open_book
from plumbline.web.book.sessions import reading
from plumbline.web.book.sessions import size as entries

BY = ("--entered-by", "甲", "--approved-by", "乙")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an empty book in it, to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    open_book("plumbline-book", create=True)
    return tmp_path


def load(*words: str, lang: str = "en") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["load", *words, *BY, "--lang", lang])
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done.exit_code, done.stdout + done.stderr


def register(folder: Path, kind: str, *lines: str) -> str:
    (folder / f"{kind}.csv").write_text("\n".join(lines), "utf-8")
    return f"{kind}.csv"


def size() -> int:
    with reading(open_book("plumbline-book")) as cursor:
        return entries(cursor)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "b.xlsx: it is there already and was not overwritten. Choose another name, or move it away first"),
        ("zh", "b.xlsx：已有这个文件，没有覆盖。请换一个文件名，或先移走它"),
    ],
)
def test_a_template_never_takes_the_place_of_a_file_that_is_there(folder: Path, lang: str, said: str) -> None:
    (folder / "b.xlsx").write_bytes(b"filled in all morning")
    status, printed = load("--template", "rivers", "a.xlsx", "b.xlsx", lang=lang)
    assert status == 2
    assert said in printed
    assert (folder / "b.xlsx").read_bytes() == b"filled in all morning"
    assert not (folder / "a.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rivers", "a.csv"), "a.csv: an empty workbook is an .xlsx file. Give it a name that ends in .xlsx"),
        (("", "a.xlsx"), "--template: the line of work is not named. Name the line with --template: "),
        (("河道", "a.xlsx"), "--template 河道: there is no such line of work. Known are: arrivals 接返留观, "),
    ],
)
def test_a_template_that_cannot_be_made_says_why(folder: Path, words: tuple[str, str], said: str) -> None:
    status, printed = load("--template", *words)
    assert status == 2
    assert said in printed
    assert [path.name for path in folder.iterdir()] == ["plumbline-book"]


@pytest.mark.parametrize("name", ["rivers", "清四乱", "Rivers", "ＲＩＶＥＲＳ"])
def test_a_line_goes_by_the_same_names_in_every_command(folder: Path, name: str) -> None:
    heads, row = "案号,单位,日期,四乱类别,河段编号", "河1号,兰州市水务局,2020-01-11,乱堆,段1"
    assert load("--template", name, "a.xlsx")[0] == 0
    assert load(register(folder, "发现问题", heads, row), "--line", name)[0] == 0
    for asked in (["limits", "--rules", "--line", name], ["figures", name, "--period", "2020"],
                  ["export", "csvw", "--line", name, "--out", "out"]):  # fmt: skip
        done = CliRunner().invoke(app, [*asked, "--lang", "en"])
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize("amount", ["１２", "٣", "1_000", "NaN", "-Infinity", "1e400", "0x10", "."])
def test_an_amount_is_written_in_plain_digits(folder: Path, amount: str) -> None:
    heads = "案号,单位,日期,直接财产损失（元）"
    status, printed = load(
        register(folder, "损失核定", heads, f"事1号,兰州市公安局,2020-01-11,{amount}"), "--line", "crashes"
    )
    assert status == 2
    assert f"row 2, 直接财产损失（元）: “{amount}” is not an amount in yuan" in printed
    assert size() == 0


@pytest.mark.parametrize("day", ["0001-01-01", "1978-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_beside_a_records_own_is_of_this_age(folder: Path, day: str) -> None:
    heads = "案号,单位,日期,责任单位,整改期限"
    status, printed = load(
        register(folder, "交办整改", heads, f"患1号,城关区安委办,2020-01-11,水务局,{day}"), "--line", "hazards"
    )
    assert status == 2
    assert f"row 2, 整改期限: “{day}” is not in the years 1979 to 2199. Correct the cell" in printed
    assert size() == 0


@pytest.mark.parametrize(
    ("line", "kind", "heads", "row", "said"),
    [
        ("matters", "批办事项", "牵头承办单位,办结时限", "水务局,2020-01-09", "“办结时限”早于“日期”"),
        ("matters", "重新办理", "办结时限", "2020-01-09", "“办结时限”早于“日期”"),
        ("hazards", "交办整改", "责任单位,整改期限", "水务局,2020-01-09", "“整改期限”早于“日期”"),
        ("honours", "表彰依据", "所依据的指标,期间起,期间止", "trials.docketed,2019-12-31,2019-01-01", "“期间止”早于“期间起”"),
    ],
)  # fmt: skip
def test_what_ends_before_it_begins_is_refused(
    folder: Path, line: str, kind: str, heads: str, row: str, said: str
) -> None:
    path = register(folder, kind, f"案号,单位,日期,{heads}", f"文1号,兰州市公安局,2020-01-10,{row}")
    status, printed = load(path, "--line", line, lang="zh")
    assert status == 2
    assert f"第 2 行：{said}。改正该行。" in printed
    assert size() == 0


def test_what_is_due_the_same_day_is_loaded(folder: Path) -> None:
    path = register(
        folder, "交办整改", "案号,单位,日期,责任单位,整改期限", "患1号,城关区安委办,2020-01-11,水务局,2020-01-11"
    )
    assert load(path, "--line", "hazards")[0] == 0
    assert size() == 1

"""What commands do with a body, a scope, a line or a day that the book does not have; what they say of an empty line."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bridging import record
from mirrors import written
from plumbline.checks import Finding
from plumbline.cli.commands import app
from plumbline.cli.limits_shown import listed
from plumbline.cli.tables import summary
from plumbline.demo.city.defects import Defect
from plumbline.errors import Words
from plumbline.figures.bridges import Scopes
from plumbline.lines import bridges, limits
from plumbline.lines.assets.records import Controlled
from plumbline.web.reading.deadlines import Asked, Row
from plumbline.web.reading.reconciling import sides

COURT, OTHER = "兰州市城关区人民法院", "兰州市安宁区人民法院"
CASE = "（2020）甘0102刑初1号"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Courts' registers only: two cases of one court, one concluded, and one of another."""
    folder = tmp_path_factory.mktemp("book")
    first = {"body": COURT, "persons": 2}
    written(
        folder / "mirror",
        [
            record("trials.Docketed", CASE, "2020-03-02", in_custody=True, scope="|涉恶|", **first),
            record("trials.Docketed", "（2020）甘0102刑初2号", "2020-03-03", **first),
            record("trials.Concluded", CASE, "2020-03-12", **first),
            record("trials.Docketed", "（2020）甘0105刑初1号", "2020-03-02", body=OTHER),
        ],
    )
    return folder


def run(book: Path, *words: str, lang: str = "zh") -> Result:
    command, *rest = words
    return CliRunner().invoke(app, [command, "--book", str(book), "--lang", lang, *rest], env={"COLUMNS": "400"})


@pytest.mark.parametrize("words", [("figures", "trials.docketed", "--period", "2020"), ("limits",), ("reconcile",)])
def test_an_unknown_body_is_refused_with_the_nearest(book: Path, words: tuple[str, ...]) -> None:
    done = run(book, *words, "--body", "城关区人民法苑")
    assert done.exit_code == 2
    assert f"账内没有“城关区人民法苑”的记录。最接近的是“{COURT}”" in done.stderr
    assert f"The nearest is “{COURT}”" in run(book, *words, "--body", "城关区人民法苑", lang="en").stderr


def test_a_short_name_means_the_one_body_it_fits(book: Path) -> None:
    asked = ("figures", "trials.docketed", "--period", "2020", "--body")
    assert "2 件" in run(book, *asked, "城关区法院").stdout
    several = run(book, *asked, "法院")
    assert several.exit_code == 2
    assert f"可选：{COURT}、{OTHER}" in several.stderr


def test_a_period_outside_the_book_is_noted_with_the_value(book: Path) -> None:
    done = run(book, "figures", "trials.docketed", "--period", "2015")
    assert done.exit_code == 0
    assert "0 件" in done.stdout
    assert "账内记录自2020-03-02至2020-03-12" in done.stdout
    assert (
        "records run from 2020-03-02 to 2020-03-12"
        in run(book, "figures", "trials.docketed", "--period", "2015", lang="en").stdout
    )
    assert "账内记录自" not in run(book, "figures", "trials.docketed", "--period", "2020").stdout


@pytest.mark.parametrize("words", [("figures", "trials.docketed", "--period", "2020"), ("reconcile",)])
def test_an_unknown_scope_names_the_nearest(book: Path, words: tuple[str, ...]) -> None:
    done = run(book, *words, "--scope", "涉黑恶")
    assert done.exit_code == 2
    assert "没有“涉黑恶”这个口径。最接近的是“涉黑涉恶”" in done.stderr


def test_limits_say_where_the_records_end(book: Path) -> None:
    assert "账内最后一条记录：2020-03-12" in run(book, "limits", "--line", "刑事审判").stdout
    assert "the book's last record: 2020-03-12" in run(book, "limits", "--line", "trials", lang="en").stdout
    assert "账内最后一条记录" not in run(book, "limits", "--on", "2020-03-12").stdout


def test_limits_count_what_cannot_be_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    [limit] = [each for each in limits("trials") if each.rule == "C1"]
    plain = dict.fromkeys(("begins_moment", "stops_moment", "stops_on", "earliest", "latest", "person", "item"))
    begun = limit.governing.edition.since
    row = {**plain, "case": CASE, "body": COURT, "begins_on": begun, "state": "untold"}
    over = {**row, "case": "急", "state": "missed", "body": "乙院", "person": "p_klqzabcdefgh"}
    rows, asked = [Row(limit, row), Row(limit, row), Row(limit, over)], Asked(begun)
    listed(rows, {}, asked, "zh")  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert said.index("乙院") < said.index("无法判断：2")
    assert "p_klqz…" in said
    assert "p_klqza" not in said
    assert CASE not in said
    listed(rows, {}, asked, "en", unknown=True)  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert said.count(CASE) == 2
    assert "cannot be told: 2 (end unknown" in said


def test_a_property_shows_its_item(tmp_path: Path) -> None:
    on = date(2020, 10, 9)
    frozen = Controlled(case="A1", body="分局", on=on, item="物7", measure="冻结", nature="资金", amount_fen=100)
    written(tmp_path / "mirror", [frozen])
    assert "财物 物7" in run(tmp_path, "limits", "--on", "2021-12-31").stdout


def test_a_bridge_without_the_other_sides_registers_is_not_reconciled(book: Path) -> None:
    done = run(book, "reconcile")
    assert done.exit_code == 0, done.stdout
    assert "起诉与法院受理  账内没有检察机关、案件关联登记簿，此项不勾稽" in done.stdout
    assert "审查起诉收结存  账内没有检察机关登记簿，此项不勾稽" in done.stdout
    assert "✗" not in done.stdout
    english = run(book, "reconcile", lang="en").stdout
    assert "the book has no registers of the procuratorates: not reconciled" in english


def test_only_the_courts_take_on_in_a_scope_of_their_own() -> None:
    wider = Scopes("涉黑涉恶", "涉黑涉恶涉霸涉伞")
    own = {b.id for b in bridges() if sides(b, wider).right == "涉黑涉恶涉霸涉伞"}
    assert own == {"links.prosecuted_docketed", "links.concluded_docketed"}


def test_labels_stand_for_lines_and_fields(book: Path) -> None:
    done = run(book, "figures", "trials.docketed", "--period", "2020", "--by", "单位", "--drill")
    assert done.exit_code == 0, done.output
    assert "案件标签：涉恶" in done.stdout
    assert "：是" in done.stdout
    assert "in_custody=" not in done.stdout
    assert (
        run(book, "figures", "刑事审判", "--period", "2020").stdout
        == run(book, "figures", "trials", "--period", "2020").stdout
    )
    assert run(book, "figures", "trials.docketed", "--period", "2020", "--by", "程序").exit_code == 0


def test_check_says_that_there_is_no_book(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("2020年受理案件3件。", encoding="utf-8")
    done = CliRunner().invoke(app, ["check", str(tmp_path / "r.txt"), "--book", str(tmp_path / "no"), "--lang", "zh"])
    assert done.exit_code == 2
    assert "这里没有账簿。请用 --book 给出账簿文件夹" in done.stderr


def test_commands_of_a_check_name_the_book(tmp_path: Path) -> None:
    span = date(2020, 3, 2), date(2020, 3, 12)
    written(tmp_path / "mirror", [record("trials.Docketed", f"{n}", str(on)) for n, on in enumerate(span)])
    (tmp_path / "r.txt").write_text("2020年3月2日至2020年3月12日，法院受理刑事案件2件。", encoding="utf-8")
    words = ["check", str(tmp_path / "r.txt"), "--book", str(tmp_path), "--lang", "zh", "--all"]
    said = CliRunner().invoke(app, words).stdout
    assert f"--drill --book {tmp_path}" in said
    assert "\n    plumbline figures trials.docketed --period 2020-03" in said


def test_planted_defects_are_found_by_commands_for_their_book(tmp_path: Path) -> None:
    command = Defect("k", Words("甲", "a"), "plumbline reconcile", (), ()).as_data(tmp_path)["command"]
    assert command == f"plumbline reconcile --book {tmp_path}"


def test_a_number_counts_once_under_its_gravest_finding() -> None:
    said = Words("甲", "a")
    found = [Finding("differs", 0, 2, said), Finding("differs", 0, 2, said), Finding("agrees", 0, 2, said)]
    assert summary(found, 1, "zh") == "  陈述 1 项：不符 1，提示 0，无法判断 0，相符 0。"


def test_files_are_written_before_anything_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "r.txt").write_text("共3件，其中甲1件、乙1件。", encoding="utf-8")
    page = tmp_path / "r.html"

    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("plumbline.cli.documents._print_findings", closed)
    CliRunner().invoke(app, ["check", str(tmp_path / "r.txt"), "--html", str(page)])
    assert page.is_file()


def test_a_page_shows_the_last_year_that_was_over_unless_told(tmp_path: Path) -> None:
    from mirrors import FIRST_RECORDED
    from plumbline.figures.opening import open_mirror
    from plumbline.lines import kinds
    from plumbline.web.bulletin.asking import last_year

    running = FIRST_RECORDED.year
    said = {"body": COURT, "persons": 2}
    days = (f"{running - 3}-12-20", f"{running - 2}-03-02", f"{running}-01-01")
    for n, (day, shown) in enumerate(zip(days, (running - 3, running - 2, running - 2), strict=True)):
        written(tmp_path / "mirror", [record("trials.Docketed", f"（2020）甘0102刑初{n + 1}号", day, **said)])
        assert last_year(open_mirror(tmp_path / "mirror", kinds(), None)) == str(shown)

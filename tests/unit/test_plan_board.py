"""The board of a plan over a small book: what can be told on a day, and what cannot, with the reason."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html
from rich.cells import cell_len

from mirrors import written
from plumbline.cli.commands import app
from plumbline.cli.mirrors import open_book
from plumbline.figures.shapes import Reading
from plumbline.lines.crashes.records import Crashed
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.reports.asking import Question
from plumbline.reports.board import board
from plumbline.reports.measuring import CHANCE, Book, Measured
from plumbline.reports.plan import NONE
from plumbline.reports.planfile import plan_of
from plumbline.reports.shipped import programme_named
from plumbline.web.reading.readings import Readings

COURT = "城关区人民法院"
HEAD = """
period = "2020"
title = { zh = "审判计划", en = "A plan for trials" }
body = { zh = "示例组", en = "Example group" }
date = 2020-01-01
[[section]]
focus = true
zh = "聚焦审判"
en = "Trials"
aim = { zh = "聚力公正", en = "for justice" }
"""
TASK = '[[section.task]]\nzh = "办案"\nen = "Deal with cases"\nowner = { zh = "法院", en = "courts" }\n'
MIDYEAR, YEAREND = "2020-06-30", "2020-12-31"
BY = "by = 2020-12-31"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four cases docketed in 2019 (two by March, three by June), all concluded then; five in 2020, two of them concluded.

    Of the five of 2020 three came by March, four by June, the last on 20 December; one was concluded in June, one in
    September.
    """
    folder = tmp_path_factory.mktemp("book")
    said: dict[str, Any] = {"body": COURT, "offence": "盗窃罪"}
    last = [date(2019, 1, 10), date(2019, 3, 1), date(2019, 6, 1), date(2019, 11, 1)]
    this = [date(2020, 1, 5), date(2020, 2, 10), date(2020, 3, 15), date(2020, 5, 20), date(2020, 12, 20)]
    records = [Docketed(case=f"旧{n}", on=on, persons=1, **said) for n, on in enumerate(last)]
    records += [Concluded(case=f"旧{n}", body=COURT, on=date(2019, 12, 1), persons=1) for n in range(4)]
    records += [Docketed(case=f"新{n}", on=on, persons=1, **said) for n, on in enumerate(this)]
    records += [Concluded(case="新0", body=COURT, on=date(2020, 6, 1), persons=1)]
    records += [Concluded(case="新1", body=COURT, on=date(2020, 9, 1), persons=1)]
    written(folder / "mirror", records)
    return folder


def run(tmp_path: Path, book: Path, task: str, on: str, *more: str, env: dict[str, str | None] | None = None) -> Result:
    (tmp_path / "plan.toml").write_text(HEAD + task, encoding="utf-8")
    words = ["plan", "board", str(tmp_path / "plan.toml"), "--book", str(book), "--on", on, "--lang", "en", *more]
    return CliRunner().invoke(app, words, env=env)


@pytest.fixture(scope="module")
def kept(book: Path) -> Book:
    return opened(book)


def opened(folder: Path) -> Book:
    """A book as a board is read from it, opened once."""
    readings = Readings(open_book(folder, None, "en"))
    held = readings.held()
    return Book(readings.catalogue, readings.read, held.bodies, held.days, readings.judge)


def measure(book: Book, figure: str, target: str, on: str) -> Measured:
    """The only figure of the only task."""
    task = f'{TASK}figures = ["{figure}"]\n' + (f"target = {{ {target} }}\n" if target else "")
    drawn = board(plan_of(HEAD + task, "plan.toml"), book, date.fromisoformat(on), programme_named)
    (row,) = drawn.areas[0].rows
    (only,) = row.measures
    assert row.judged.status == only.judged.status
    return only


@pytest.mark.parametrize(
    ("figure", "target", "on", "read", "status"),
    [
        # counted up, and reached before its day: it cannot be lost again
        ("trials.docketed", f"at_least = 4, {BY}", MIDYEAR, 4, "done"),
        # not reached: at the end behind, before it nothing can be told, unless an even pace is declared (182 of 366 days)
        ("trials.docketed", f"at_least = 6, {BY}", YEAREND, 5, "behind"),
        ("trials.docketed", f"at_least = 6, {BY}", MIDYEAR, 4, "untold"),
        ("trials.docketed", f"at_least = 6, {BY}, even = true", MIDYEAR, 4, "course"),  # due 2.98
        ("trials.docketed", f"at_least = 10, {BY}, even = true", MIDYEAR, 4, "behind"),  # due 4.97
        # a day of its own within the period: what comes later does not count
        ("trials.docketed", "at_least = 5, by = 2020-11-30", YEAREND, 4, "behind"),
        # not to be passed: passed is passed, else it is told at the end, or by an even pace
        ("trials.docketed", f"at_most = 3, {BY}", MIDYEAR, 4, "behind"),
        ("trials.docketed", f"at_most = 6, {BY}", MIDYEAR, 4, "untold"),
        ("trials.docketed", f"at_most = 6, {BY}, even = true", MIDYEAR, 4, "behind"),  # up to 2.98 due
        ("trials.docketed", f"at_most = 6, {BY}", YEAREND, 5, "done"),
        # against the year before: 4 in all, 3 by the end of June, 2 by the end of March
        ("trials.docketed", f'rising = "2019", {BY}', YEAREND, 5, "done"),
        ("trials.docketed", f'rising = "2019", {BY}', MIDYEAR, 4, "untold"),
        ("trials.docketed", f'rising = "2019", {BY}, even = true', MIDYEAR, 4, "course"),
        ("trials.docketed", f'falling = "2019", {BY}', MIDYEAR, 4, "behind"),
        ("trials.docketed", f'falling = "2019", {BY}', "2020-03-31", 3, "untold"),
        ("trials.docketed", f'falling = "2019", {BY}, even = true', "2020-03-31", 3, "behind"),
        # what can fall again is told on its day only
        ("trials.pending", f"at_most = 3, {BY}", MIDYEAR, 3, "untold"),
        ("trials.pending", f"at_most = 3, {BY}", YEAREND, 3, "done"),
        ("trials.pending", f"at_most = 3, {BY}, even = true", MIDYEAR, 3, "untold"),
        # done: none left of a stock, all of a share, one of what is counted
        ("trials.pending", f"done = true, {BY}", YEAREND, 3, "behind"),
        ("trials.clearance_rate", f"done = true, {BY}", YEAREND, 2, "behind"),  # 2 of 5
        ("trials.clearance_rate", f"at_least = 40, {BY}", YEAREND, 2, "done"),
        ("trials.concluded", f"done = true, {BY}", MIDYEAR, 1, "done"),
    ],
)
def test_a_task_stands_as_the_records_say(
    kept: Book, figure: str, target: str, on: str, read: int, status: str
) -> None:
    found = measure(kept, figure, target, on)
    assert found.reading
    assert (found.reading.numerator, found.judged.status) == (read, status)


@pytest.mark.parametrize(
    ("figure", "target", "on", "why"),
    [
        ("trials.docketed", f"at_least = 6, {BY}", MIDYEAR, "not due yet, and no even pace is declared"),
        ("trials.pending", f"at_most = 3, {BY}, even = true", MIDYEAR, "this figure does not add up over time"),
        ("trials.pending", f"at_most = 3, {BY}", MIDYEAR, "this figure does not add up over time"),
        ("trials.docketed", "at_least = 6", YEAREND, "the target has no date"),
        ("trials.docketed", f"at_least = 1, {BY}", "2019-12-31", "the period has not begun"),
        ("custody.detained", f"at_least = 1, {BY}", YEAREND, "the book has no record of this line of work"),
        ("custody.detained", "", YEAREND, "the book has no record of this line of work"),
        (
            "trials.docketed body=城关区法院",
            f"at_least = 1, {BY}",
            YEAREND,
            "the book has no record of this line from “城关区法院”; The nearest is “城关区人民法院”",
        ),
        ("trials.docketed", f'rising = "2018", {BY}', YEAREND, "records are of 2019-01-10/2020-12-20 only"),
        ("trials.docketed period=2018/2020", f"at_least = 10, {BY}", YEAREND, "are of 2019-01-10/2020-12-20 only"),
        ("trials.docketed period=9999-12", "at_least = 9, by = 9999-12-31", "9999-12-31", "the book's records are of"),
        ("trials.docketed period=2021", "at_least = 9, by = 2021-12-31", "2021-12-31", "the book's records are of"),
    ],
)
def test_what_cannot_be_told_says_why(kept: Book, figure: str, target: str, on: str, why: str) -> None:
    found = measure(kept, figure, target, on)
    assert found.judged.status == "untold"
    assert why in found.judged.why.en
    assert found.judged.why.zh


def test_a_task_without_a_target_is_neither_told_nor_untold(tmp_path: Path, book: Path) -> None:
    task = f'{TASK}figures = ["trials.docketed", "trials.pending"]\n'
    data = json.loads(run(tmp_path, book, task, YEAREND, "--json").stdout)
    (row,) = data["areas"][0]["tasks"]
    assert (row["status"], [each["status"] for each in row["figures"]]) == ("unset", ["unset", "unset"])
    assert [each["reading"]["numerator"] for each in row["figures"]] == [5, 3]
    assert data["counts"] == {"behind": 0, "untold": 0, "course": 0, "done": 0, "unset": 1}
    assert "cannot be told 0, on course 0, done 0, no target 1" in run(tmp_path, book, task, YEAREND).stdout
    page = tmp_path / "board.html"
    run(tmp_path, book, task, YEAREND, "--html", str(page))
    (chip,) = html.fromstring(page.read_bytes()).xpath("//li[contains(@class, 'chip') and contains(., 'no target')]")
    assert chip.text_content().split()[-1] == "1"


def test_what_many_tasks_ask_is_read_once(kept: Book) -> None:
    asked: list[Question] = []

    def read(question: Question) -> Reading:
        asked.append(question)
        return kept.read(question)

    task = f'{TASK}figures = ["trials.docketed"]\ntarget = {{ rising = "2019", {BY} }}\n'
    drawn = board(
        plan_of(HEAD + task * 50, "p"), kept._replace(read=read), date.fromisoformat(YEAREND), programme_named
    )
    assert drawn.count("done") == 50
    assert [str(each.period) for each in asked] == ["2020-01-01/2020-12-31", "2019-01-01/2019-12-31"]


def test_words_of_the_plan_are_words_on_the_page(tmp_path: Path, book: Path) -> None:
    task = TASK.replace("办案", "<script>alert(1)</script>&amp;").replace("法院", "<b onclick='x'>")
    task += 'known_gap = "<img src=x onerror=alert(2)>"\n'
    path = tmp_path / "board.html"
    assert run(tmp_path, book, task, YEAREND, "--html", str(path)).exit_code == 0
    page = html.fromstring(path.read_bytes())
    assert page.xpath("//script | //img | //*[@onclick]") == []
    (title,) = page.xpath("//h4/span[1]")
    assert title.text_content() == "<script>alert(1)</script>&amp;"
    assert "<img src=x onerror=alert(2)>" in page.text_content()


def test_a_page_that_cannot_be_written_is_said_and_nothing_left(tmp_path: Path, book: Path) -> None:
    (tmp_path / "a file").write_text("kept", encoding="utf-8")
    for place in (tmp_path / "a file" / "board.html", tmp_path, Path("/proc/board.html")):
        done = run(tmp_path, book, TASK, YEAREND, "--html", str(place))
        assert done.exit_code == 2, place
        assert place.name in done.stderr
        assert done.stderr.strip().count("\n") < 4
    assert (tmp_path / "a file").read_text(encoding="utf-8") == "kept"
    assert {each.name for each in tmp_path.iterdir()} == {"a file", "plan.toml"}
    assert run(tmp_path, book, TASK, YEAREND, "--html", str(tmp_path / "new" / "deep" / "board.html")).exit_code == 0


def test_records_that_begin_late_do_not_hide_what_they_show(kept: Book) -> None:
    found = measure(kept, "trials.docketed period=2018/2020", f"at_least = 9, {BY}", YEAREND)
    assert found.reading
    assert (found.reading.numerator, found.judged.status) == (9, "done")


def test_a_direction_is_told_from_the_same_days_of_the_year_before(kept: Book) -> None:
    found = measure(kept, "trials.docketed", 'falling = "2019", by = 2020-11-30', YEAREND)
    assert found.base
    assert found.reading
    assert (str(found.base.period), found.base.numerator) == ("2019-01-01/2019-11-30", 4)
    assert (str(found.reading.period), found.reading.numerator) == ("2020-01-01/2020-11-30", 4)
    assert (found.judged.status, found.goal.en) == ("behind", "below 4 of January to November 2019")


@pytest.mark.parametrize(
    ("before", "now", "status"),
    [(40, 10, "done"), (4, 3, "untold"), (10, 40, "behind"), (3, 4, "untold")],
)
def test_a_fall_of_what_chance_moves_is_told_beyond_chance_only(
    tmp_path: Path, before: int, now: int, status: str
) -> None:
    days = [date(2019, 1, 1) + timedelta(n * 364 // (before - 1)) for n in range(before)]
    days += [date(2020, 1, 1) + timedelta(n * 364 // (now - 1)) for n in range(now)]
    written(
        tmp_path / "mirror", [Crashed(case=f"事{n}", body="交警", on=on, procedure="一般") for n, on in enumerate(days)]
    )
    found = measure(opened(tmp_path), "crashes.crashed", f'falling = "2019", {BY}', YEAREND)
    assert found.base
    assert found.reading
    assert (found.base.numerator, found.reading.numerator, found.judged.status) == (before, now, status)
    assert found.judged.why == (CHANCE if status == "untold" else NONE)


def test_a_task_is_as_its_gravest_figure_and_one_without_figures_cannot_be_told(tmp_path: Path, book: Path) -> None:
    both = f'{TASK}figures = ["trials.concluded", "trials.pending"]\ntarget = {{ done = true, {BY} }}\n'
    none = f'{TASK}known_gap = {{ zh = "没有登记", en = "nothing is kept" }}\n'
    data = json.loads(run(tmp_path, book, both + none, YEAREND, "--json").stdout)
    first, second = data["areas"][0]["tasks"]
    assert [each["status"] for each in first["figures"]] == ["done", "behind"]
    assert (first["status"], second["status"], second["why"]["en"]) == ("behind", "untold", "nothing is kept")
    assert data["counts"] == {"behind": 1, "untold": 1, "course": 0, "done": 0, "unset": 0}
    assert data["findings"][0]["known"]["en"] == "nothing is kept"


def test_the_board_is_printed_with_its_reasons(tmp_path: Path, book: Path) -> None:
    task = f'{TASK}figures = ["trials.docketed"]\ntarget = {{ at_least = 6, {BY} }}\n'
    printed = run(tmp_path, book, task, MIDYEAR)
    assert printed.exit_code == 0
    for words in ("Trials  for justice", "cannot be told  Deal with cases  (courts)", "4; at least 6; by 2020-12-31"):
        assert words in printed.output


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_long_lines_are_broken_on_a_screen_and_whole_in_a_pipe(tmp_path: Path, book: Path, lang: str) -> None:
    long = TASK.replace("办案", "办理案件" * 30).replace("Deal with cases", "Deal with cases " * 9)
    task = f'{long}figures = ["trials.docketed"]\ntarget = {{ at_least = 6, {BY} }}\n'
    screen = {"TTY_COMPATIBLE": "1", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80"}
    shown = run(tmp_path, book, task, MIDYEAR, "--lang", lang, env=screen).stdout
    piped = run(tmp_path, book, task, MIDYEAR, "--lang", lang).stdout
    assert max(map(cell_len, shown.splitlines())) <= 80
    assert max(map(cell_len, piped.splitlines())) > 80
    assert "".join(shown.split()) == "".join(piped.split())
    lines = shown.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(("  无法判断", "  cannot be told")))
    assert lines[at + 1].startswith(" " * 6)


def test_a_note_says_what_the_figures_of_a_task_count(tmp_path: Path, book: Path) -> None:
    note = 'note = { zh = "并案的也在内", en = "those joined included" }\n'
    task = f'{TASK}figures = ["trials.pending"]\n{note}'
    assert "      those joined included\n" in run(tmp_path, book, task, YEAREND).stdout
    data = json.loads(run(tmp_path, book, task, YEAREND, "--json").stdout)
    assert data["areas"][0]["tasks"][0]["note"] == {"zh": "并案的也在内", "en": "those joined included"}
    path = tmp_path / "board.html"
    run(tmp_path, book, task, YEAREND, "--html", str(path))
    assert "those joined included" in html.fromstring(path.read_bytes()).xpath("//li[@class='task']")[0].text_content()


def test_a_plan_in_chinese_alone_is_shown_in_chinese_on_either_board(tmp_path: Path, book: Path) -> None:
    task = TASK.replace('en = "Deal with cases"\n', "").replace('{ zh = "法院", en = "courts" }', '"法院"')
    assert "cannot be told  办案  (法院)" in run(tmp_path, book, task, YEAREND).stdout


def test_a_plan_names_a_programme_whose_board_is_shown_within(tmp_path: Path, book: Path) -> None:
    data = json.loads(run(tmp_path, book, 'programmes = ["six-clearings-2020"]\n', YEAREND, "--json").stdout)
    (programme,) = data["areas"][0]["areas"]
    assert programme["words"]["zh"] == "六清行动"
    assert [area["words"]["zh"] for area in programme["areas"]] == [
        "线索清仓", "逃犯清零", "案件清结", "伞网清除", "黑财清底", "行业清源",
    ]  # fmt: skip
    leads, fugitives = (area["tasks"][0] for area in programme["areas"][:2])
    assert (leads["status"], fugitives["status"]) == ("untold", "untold")
    assert "no record, cannot be told" in leads["why"]["en"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_number_of_the_page_leads_to_its_reading(tmp_path: Path, book: Path, lang: str) -> None:
    task = f'{TASK}figures = ["trials.docketed"]\ntarget = {{ at_least = 6, {BY}, even = true }}\n'
    path = tmp_path / "board.html"
    assert run(tmp_path, book, task, MIDYEAR, "--html", str(path), "--lang", lang).exit_code == 0
    page = html.fromstring(path.read_bytes())
    (value,) = page.xpath("//a[@class='value']")
    assert value.text_content() == "4件4"  # in both languages, one of them hidden
    reading = page.get_element_by_id(value.get("href").removeprefix("#"))
    said = reading.text_content()
    assert "trials.docketed" in said
    assert "2020-01-01/2020-06-30" in said
    assert "plumbline figures trials.docketed --period 2020-01-01/2020-06-30 --drill" in said
    assert page.get("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    (meter,) = page.xpath("//svg[@role='img']")
    assert meter.get("aria-label") == "66.7%"  # 4 of 6
    assert page.xpath("//svg[@role='img']/line/@x1") == ["49.7%"]  # 182 of 366 days
    assert page.xpath("//script | //link | //img") == []


def test_what_is_not_known_is_said_before_anything_is_drawn(tmp_path: Path, book: Path) -> None:
    nowhere = run(tmp_path, tmp_path, TASK, YEAREND)
    assert (nowhere.exit_code, "there is no book here" in nowhere.output) == (2, True)
    unknown = run(tmp_path, book, f'{TASK}figures = ["trials.docketted"]\n', YEAREND)
    assert (unknown.exit_code, "The nearest is “trials.docketed”" in unknown.output) == (2, True)
    programme = run(tmp_path, book, 'programmes = ["seven-clearings"]\n', YEAREND)
    assert (programme.exit_code, "there is no programme “seven-clearings”" in programme.output) == (2, True)

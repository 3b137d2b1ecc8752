"""Charts: what they are made of, what they hide, how they are drawn, where they are printed."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from lxml import etree, html

import mirrors
from plumbline.cli.figures import command as figures_command
from plumbline.cli.limits import command as limits_command
from plumbline.cli.reconcile import command as reconcile_command
from plumbline.errors import FigureError, PlanError
from plumbline.figures.shapes import Reading
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.periods import Span, months, span, year_before, years
from plumbline.reports.asking import Question
from plumbline.reports.charts import Chart, png, svg
from plumbline.reports.charts.deadlines import deadlines
from plumbline.reports.charts.districts import TILES, districts
from plumbline.reports.charts.drawing import described
from plumbline.reports.charts.flow import STEPS, flow
from plumbline.reports.charts.table import table
from plumbline.reports.charts.trend import trend
from plumbline.reports.compose import compose, slots_of
from plumbline.reports.composed import Composed
from plumbline.reports.official.page import page
from plumbline.reports.official.word import word
from plumbline.reports.planfile import plan_of
from readings import DOCKETED, FIGURES, HEAD, ROOT, SIZE, _figure

SVG = "{http://www.w3.org/2000/svg}"
COURTS = [f"{tile.name.zh}人民法院" for tile in TILES]


def reads(
    numbers: Mapping[str, int | tuple[int, int]], default: int | tuple[int, int] = 0
) -> Callable[[Question], Reading]:
    """Give what is told of a month (2020-01), a body, or a figure's name; else the default."""

    def read(q: Question) -> Reading:
        told = next((numbers[k] for k in (_month(q.period), q.body, q.figure.name) if k in numbers), default)
        top, below = told if isinstance(told, tuple) else (told, 1)
        unit = "人" if q.counting == "persons" else q.figure.unit
        return Reading(q.figure, q.counting, unit, q.period, q.scope, q.body, top, below, SIZE, ROOT)

    return read


def _month(over: Span) -> str:
    return f"{over.first:%Y-%m}" if months(over) == [over] else ""


def asked(period: str, persons: bool = False, figure: str = "trials.docketed") -> Question:
    return Question(FIGURES[figure], "persons" if persons else FIGURES[figure].countings[0], span(period), "", "")


def ahead() -> Chart:
    running = [("due", date(2021, 1, 1)), ("due", date(2021, 1, 7)), ("due", date(2021, 1, 8)), ("missed", date(2020, 12, 1)),
               ("disputed", date(2020, 12, 31)), ("disputed", date(2020, 12, 30)), ("untold", None)]  # fmt: skip
    return deadlines(running, date(2020, 12, 31), "week", SIZE, ROOT)


def chain(scopes: tuple[str, str] = ("", "")) -> Chart:
    catalogue = {
        name: _figure(name, f"第{at}步{{scope}}案件", f"step {at} cases", "件") for at, (name, _) in enumerate(STEPS)
    }
    numbers = dict(zip((name.partition(".")[2] for name, _ in STEPS), (60, 50, 49, 40, 39, 30), strict=True))
    return flow(span("2020"), scopes, catalogue, reads(numbers))


@pytest.fixture(scope="module")
def drawn() -> dict[str, dict[str, str]]:
    """Every kind of chart, drawn once in each language."""
    charts = {
        "trend": trend(asked("2020-01/2020-03"), reads({"2020-01": 14, "2020-02": 1256, "2019-02": 22})),
        "districts": districts(asked("2020"), COURTS[:3], reads({COURTS[0]: 7, COURTS[1]: 13})),
        "flow": chain(),
        "deadlines": ahead(),
    }
    return {kind: {lang: svg(chart, lang) for lang in ("zh", "en")} for kind, chart in charts.items()}


def texts(drawing: str) -> list[str]:
    return [t for each in etree.fromstring(drawing.encode()).iter(f"{SVG}text") if (t := "".join(each.itertext()))]


def test_months_and_years_of_a_span_are_the_whole_ones() -> None:
    assert months(Span(date(2019, 12, 15), date(2020, 2, 29))) == [span("2020-01"), span("2020-02")]
    assert years(span("2018-02/2020")) == [span("2019"), span("2020")]
    assert year_before(span("2020-02")) == span("2019-02")


def test_a_trend_has_each_month_and_the_same_month_of_the_year_before() -> None:
    made = trend(asked("2020-01/2020-02"), reads({"2020-01": 14, "2020-02": 18, "2019-01": 21, "2019-02": 22}))
    assert [(p.series.zh, p.place.zh, p.value) for p in made.points] == [
        ("上年同月", "1月", 21), ("上年同月", "2月", 22), ("本期", "1月", 14), ("本期", "2月", 18),
    ]  # fmt: skip
    assert made.title == ("2020年1至2月受理案件", "cases docketed, January to February 2020")
    assert [str(r.period) for r in made.readings][:2] == ["2019-01-01/2019-01-31", "2019-02-01/2019-02-28"]


def test_a_year_before_without_records_is_not_drawn_as_noughts() -> None:
    made = trend(asked("2020-01/2020-02"), reads({"2020-01": 14, "2020-02": 18}))
    assert [p.series.en for p in made.points] == ["this period", "this period"]
    assert "上年同期没有记录" in made.note.zh


def test_shares_and_money_are_in_units_one_can_read() -> None:
    rate = trend(asked("2020-01", figure="trials.clearance_rate"), reads({"2020-01": (1, 3)}))
    assert described(rate).zh.startswith("本期，1月：33.3%。")
    money = trend(asked("2020-01", figure="assets.controlled"), reads({"2020-01": 29_260_123_456}))
    assert (money.unit.zh, money.points[0].value) == ("亿元", Fraction(29_260_123_456, 10**10))
    assert described(money).zh.startswith("本期，1月：2.9亿元。")


@pytest.mark.parametrize("period", ["2020-01-05/2020-01-20", "2016/2019"])
def test_a_trend_needs_whole_months_and_not_too_many(period: str) -> None:
    with pytest.raises(FigureError):
        trend(asked(period), reads({}))


def test_small_numbers_of_persons_and_what_gives_them_away_are_nowhere() -> None:
    numbers = {"2020-01": 3, "2020-02": 9, "2020-03": 20}
    made = trend(asked("2020-01/2020-03", persons=True), reads(numbers))
    assert [p.value for p in made.points] == [None, None, 20]
    assert made.title.zh == "2020年1至3月受理案件（人数）"
    assert [r.numerator for r in made.shown] == [20]
    assert described(made).zh.startswith("本期，1月：×；本期，2月：×；本期，3月：20人。上年同期没有记录。×：人数少于5")
    assert [row[3].zh for row in table(made)] == ["×", "×", "20人"]
    assert [p.value for p in trend(asked("2020-01/2020-03"), reads(numbers)).points] == [3, 9, 20]
    assert [p.value for p in trend(asked("2020-01/2020-03", persons=True), reads(numbers), 0).points] == [3, 9, 20]


def test_a_map_has_a_tile_a_district_and_names_what_is_not_on_it() -> None:
    bodies = [*COURTS, "兰州市中级人民法院", "天水市中级人民法院"]
    made = districts(asked("2020"), bodies, reads({"城关区人民法院": 65, "兰州市中级人民法院": 23}))
    assert {p.key: p.value for p in made.points if p.key}["城关"] == 65
    assert "不在图上：兰州市中级人民法院 23。" in made.note.zh
    assert "tiles are not the shapes of districts" in made.note.en
    assert len({(tile.column, tile.row) for tile in TILES}) == 8
    with pytest.raises(FigureError):
        districts(asked("2020"), ["兰州市中级人民法院"], reads({}, 4))


def test_the_flow_has_each_body_s_own_numbers_in_its_own_scope() -> None:
    made = chain(("涉黑涉恶", "涉黑涉恶涉霸涉伞"))
    assert [p.value for p in made.points] == [60, 50, 49, 40, 39, 30]
    assert [r.scope for r in made.readings] == ["涉黑涉恶"] * 4 + ["涉黑涉恶涉霸涉伞"] * 2
    with pytest.raises(FigureError):
        flow(span("2020"), ("", ""), {name: DOCKETED for name, _ in STEPS}, reads({}))


def test_limits_ahead_are_counted_by_the_week_and_what_is_over_stands_apart() -> None:
    told = {(p.place.zh, p.series.zh): p.value for p in ahead().points if p.value}
    assert told == {("已过", "已超期"): 1, ("已过", "有争议"): 2, ("1-1起", "将届满"): 2, ("1-8起", "将届满"): 1}
    assert "另有1项无法判断" in ahead().note.zh


@pytest.mark.parametrize(("kind", "zh", "en"), [
    ("trend", ["14", "1256", "本期", "2月"], ["1,256", "this period", "Feb"]),
    ("districts", ["永登县", "7", "13", "0", "无单位"], ["Yongdeng", "no body"]),
    ("flow", ["60", "49", "30", "公安机关", "第0步案件"], ["police", "step 0 cases"]),
    ("deadlines", ["已超期", "2", "1-8起"], ["overdue", "from 1-8"]),
])  # fmt: skip
def test_a_drawing_says_its_numbers_in_its_language(
    drawn: dict[str, dict[str, str]], kind: str, zh: list[str], en: list[str]
) -> None:
    assert set(zh) <= set(texts(drawn[kind]["zh"]))
    assert set(en) <= set(texts(drawn[kind]["en"]))


@pytest.mark.parametrize("kind", ["trend", "districts", "flow", "deadlines"])
def test_a_drawing_stands_alone_and_can_be_read_out(drawn: dict[str, dict[str, str]], kind: str) -> None:
    tree = etree.fromstring(drawn[kind]["en"].encode())
    assert [(e.tag.removeprefix(SVG), e.get("lang")) for e in tree[:4]] == [
        ("title", "en"), ("title", "zh-CN"), ("desc", "en"), ("desc", "zh-CN"),
    ]  # fmt: skip
    assert (tree.get("role"), tree.get("lang")) == ("img", "en")
    assert ROOT in tree[3].text
    fonts = {e.get("font-family") for e in tree.iter(f"{SVG}text")}
    assert all(font.startswith("Noto Sans CJK SC, ") for font in fonts)
    assert not [e for e in tree.iter() if any("href" in name or name == "style" for name in e.attrib)]
    assert any(ROOT in text for text in texts(drawn[kind]["en"]))


def test_a_picture_is_a_png() -> None:
    assert png(ahead()).startswith(b"\x89PNG\r\n\x1a\n")


def test_nothing_that_draws_is_imported_before_a_chart_is_made() -> None:
    code = "import sys, plumbline.cli.commands, plumbline.cli.documents, plumbline.reports.official.page"
    done = subprocess.run([sys.executable, "-c", code + "; print({'altair', 'vl_convert'} & set(sys.modules))"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout == "set()\n"


PLAN = """
[[section]]
zh = "审判"
en = "Trials"
[[section.text]]
zh = "受理案件{trials.docketed}。"
en = "They docketed {trials.docketed} cases."
[[section.chart]]
kind = "trend"
figure = "trials.docketed"
period = "2020-01/2020-02"
zh = "逐月受理案件，全年{trials.docketed period=2020}"
en = "Cases by month, {trials.docketed period=2020} in the year"
"""
NUMBERS = {"2020-01": 14, "2020-02": 18}


def reported(plan: str, language: str = "zh") -> Composed:
    return compose(plan_of(HEAD + plan, "plan.toml"), FIGURES, reads(NUMBERS, 205), language)


def test_a_plan_s_chart_is_printed_with_its_caption_and_the_numbers_behind_it() -> None:
    report = reported(PLAN)
    tree = html.fromstring(page(report))
    figure = tree.xpath("//figure[@class='chart']")[0]
    assert figure.xpath("count(.//*[local-name()='svg'])") == 1
    rows = [[cell.text_content() for cell in row] for row in figure.xpath(".//details//tbody/tr")]
    assert [(row[0], row[2], row[3]) for row in rows][-2:] == [
        ("受理案件", "2020年1月", "14件"), ("受理案件", "2020年2月", "18件"),
    ]  # fmt: skip
    assert figure.getnext().text_content() == "逐月受理案件，全年205件"
    assert [n.text for n in report.numbers] == ["205件", "205件"]
    assert {r.numerator for r in report.readings} == {205, 14, 18}
    assert slots_of(plan_of(HEAD + PLAN, "plan.toml")) == 2 + 4


def test_the_word_file_has_the_picture_and_says_what_it_shows() -> None:
    document = docx.Document(BytesIO(word(reported(PLAN, "en"))))
    said = [each.get("descr") for each in document.element.iter(qn("wp:docPr"))]
    assert len(said) == 1
    assert "this period, Jan: 14 cases; this period, Feb: 18 cases." in said[0]


@pytest.mark.parametrize(("old", "new", "said"), [
    ('kind = "trend"', 'kind = "pie"', "there is no chart “pie”"),
    ('figure = "trials.docketed"', 'figure = "trials.docket"', "there is no figure “trials.docket”"),
    ('period = "2020-01/2020-02"', 'period = "2020-01-05"', "whole months"),
    ("全年{trials.docketed period=2020}", "全年205件", "is a number that is no reading"),
    ('kind = "trend"', 'kind = "districts"', "none of the bodies is of a district"),
])  # fmt: skip
def test_a_chart_that_cannot_be_drawn_says_where_and_why(old: str, new: str, said: str) -> None:
    with pytest.raises(PlanError, match=said) as found:
        reported(PLAN.replace(old, new))
    assert "plan.toml, section 1, chart 1" in found.value.where


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    records = [
        Docketed(case="（2020）1号", body=COURTS[5], on=date(2020, 1, 6), offence="盗窃罪", persons=2),
        Docketed(case="（2020）2号", body=COURTS[0], on=date(2020, 2, 3), offence="诈骗罪", persons=1),
        Concluded(case="（2020）1号", body=COURTS[5], on=date(2020, 3, 2), persons=2),
    ]
    mirrors.written(folder / "mirror", records)
    return folder


def test_the_commands_draw(book: Path, tmp_path: Path) -> None:
    for command, words in (
        (figures_command, ["trials.docketed", "--period", "2020", "--chart", "trend.svg"]),
        (figures_command, ["trials.docketed", "--period", "2020", "--by", "body", "--chart", "map.svg"]),
        (reconcile_command, ["--period", "2020", "--chart", "flow.svg"]),
        (limits_command, ["--on", "2020-02-28", "--line", "trials", "--chart", "ahead.svg"]),
    ):  # fmt: skip
        target = tmp_path / words[-1]
        done = CliRunner().invoke(command, [*words[:-1], str(target), "--book", str(book), "--lang", "en"])
        assert (done.exit_code, done.stdout) == (0, ""), done.output
        assert etree.fromstring(target.read_bytes()).tag == f"{SVG}svg"
    assert "1" in texts((tmp_path / "map.svg").read_text(encoding="utf-8"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ahead.svg", "flow.svg", "map.svg", "trend.svg"]


@pytest.mark.parametrize(("words", "said"), [
    (["trials.docketed", "--period", "2020", "--chart", "x.pdf"], "SVG or PNG"),
    (["trials", "--period", "2020", "--chart", "x.svg"], "one figure"),
    (["trials.docketed", "--chart", "x.svg"], "no period"),
])  # fmt: skip
def test_what_cannot_be_drawn_is_refused(book: Path, words: list[str], said: str) -> None:
    done = CliRunner().invoke(figures_command, [*words, "--book", str(book), "--lang", "en"])
    assert done.exit_code == 2
    assert said in done.output


def test_a_share_of_nothing_is_no_nought() -> None:
    """No case in February: there is no rate; one of four in March."""
    shares = {"2020-02": (0, 0), "2020-03": (1, 4)}
    chart = trend(asked("2020-01/2020-03", figure="trials.clearance_rate"), reads(shares, (2, 2)))
    now = {p.place.en: p.value for p in chart.points if p.series.en == "this period"}
    assert now == {"Jan": Fraction(100), "Feb": None, "Mar": Fraction(25)}
    assert "this period, Feb: —;" in described(chart).en
    assert chart.note.en == "—: there is nothing to divide by."
    assert [row[3].en for row in table(chart)].count("—") == 1
    assert "—" in svg(chart, "zh")
    tiles = districts(asked("2020", figure="trials.clearance_rate"), COURTS, reads({COURTS[0]: (0, 0)}, (1, 2)))
    assert [p.value for p in tiles.points].count(None) == 1
    assert "fewer than" not in tiles.note.en


def test_limits_ahead_of_the_last_day_there_is_are_drawn() -> None:
    chart = deadlines([("missed", date(2020, 12, 1))], date.max, "week", SIZE, ROOT)
    assert sum(p.value or 0 for p in chart.points) == 1
    assert svg(chart, "en")

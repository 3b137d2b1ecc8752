"""What does not fit together: every planted defect is found, with its records, and nothing else is accused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bridging import record
from lines.conftest import made_up
from mirrors import tables, written
from plumbline.cli.reconcile import command
from plumbline.figures.casenumbers import doubt
from plumbline.figures.consistency import Inconsistency, within
from plumbline.figures.matching import File, candidates, region
from plumbline.periods import Span, span
from plumbline.records import Record
from plumbline.web.reading.reconciling import Asked, Reconciled, reconcile, whole

POLICE, PROCURATORATE, COURT = "兰州市公安局城关分局", "城关区人民检察院", "城关区人民法院"


def planted() -> list[Record]:
    """The made-up cases with defects: two links and a number spoilt in place, six records added."""
    records = [
        _spoilt(r)
        for r in made_up()
        if (type(r).__name__, r.case, getattr(r, "to_case", ""))
        != ("Linked", "城检受〔2020〕7号", "（2020）甘0102刑初7号")
    ]
    handed = {"body": POLICE, "from_line": "investigations", "to_line": "prosecutions", "to_body": PROCURATORATE}
    return [
        *records,
        record("links.Linked", "兰公（城）刑立字〔2020〕90号", "2020-02-10", to_case="城检受〔2020〕90号", **handed),
        record("prosecutions.Received", "城检受〔2020〕90号", "2020-02-10", person=1),
        record("prosecutions.Extended", "城检受〔2020〕2号", "2020-02-12"),
        record("trials.Docketed", "（2020）甘0102刑终90号", "2020-05-06", instance="二审"),
        record("trials.Concluded", "（2020）甘0102刑终90号", "2020-05-01"),
        record("trials.Docketed", "（2020）甘102刑终91号", "2020-05-06", instance="二审"),
    ]


def _spoilt(r: Record) -> Record:
    match type(r).__name__, r.case:
        case "Linked", "城检受〔2020〕6号":
            return r.model_copy(update={"to_case": "（2020）甘0102刑初66号"})
        case "Concluded", "（2020）甘0103刑初8号":
            return r.model_copy(update={"case": "（2020）甘0103刑初88号"})
    return r


RECORDS = planted()


def at(which: Callable[[Record], bool]) -> list[int]:
    return [position for position, r in enumerate(RECORDS) if which(r)]


def first(kind: str, case: str, body: str = "") -> int:
    return at(lambda r: type(r).__name__ == kind and r.case == case and (not body or r.body == body))[0]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reconciled:
    opened = tables(tmp_path_factory.mktemp("planted") / "mirror", RECORDS)
    return reconcile(opened, Asked(span("2019/2021")))


def of(found: Reconciled, name: str) -> list[Inconsistency]:
    return [f for f in found.findings if f.name == name]


def test_nothing_else_is_accused(found: Reconciled) -> None:
    names = sorted(f.name for f in found.findings)
    assert names == ["dead_link", "doubled", "no_beginning", "no_link", "odd_number", "out_of_order", "person_twice"]


def test_a_person_counted_in_two_files_is_named_by_its_records(found: Reconciled) -> None:
    [finding] = of(found, "person_twice")
    assert {finding.case, "城检受〔2020〕90号"} == {"城检受〔2020〕1号", "城检受〔2020〕90号"}
    assert finding.records == (first("Received", "城检受〔2020〕1号"), first("Received", "城检受〔2020〕90号"))
    assert finding.sentence.zh == "与“城检受〔2020〕90号”有 1 人重复计入"
    assert "p_" not in repr(finding)


def test_a_record_that_says_the_same_twice(found: Reconciled) -> None:
    [finding] = of(found, "doubled")
    same = at(lambda r: type(r).__name__ == "Extended" and r.case == "城检受〔2020〕2号" and r.on == date(2020, 2, 12))
    assert list(finding.records) == same


def test_a_conclusion_before_the_docket(found: Reconciled) -> None:
    [finding] = of(found, "out_of_order")
    case = "（2020）甘0102刑终90号"
    assert finding.records == (first("Concluded", case), first("Docketed", case))
    assert finding.sentence.en == "“Trial concluded” on 2020-05-01, before “Case docketed” on 2020-05-06"


def test_a_number_no_court_would_give(found: Reconciled) -> None:
    [finding] = of(found, "odd_number")
    assert finding.records == (first("Docketed", "（2020）甘102刑终91号"),)


def test_a_link_to_a_mistyped_number_finds_the_file_it_means(found: Reconciled) -> None:
    [finding] = of(found, "dead_link")
    assert finding.records == (first("Linked", "城检受〔2020〕6号"),)
    assert [(c.other, c.likely) for c in finding.candidates] == [(first("Docketed", "（2020）甘0102刑初6号"), True)]


def test_a_missing_link_finds_the_file_it_would_lead_to(found: Reconciled) -> None:
    [finding] = of(found, "no_link")
    assert (finding.line, finding.case) == ("prosecutions", "城检受〔2020〕7号")
    best = finding.candidates[0]
    assert (best.other, best.likely) == (first("Docketed", "（2020）甘0102刑初7号"), True)
    assert [w.zh for w in best.why] == ["罪名相同", "人数相同", "相隔不过七日", "标签相同"]


def test_a_conclusion_under_a_mistyped_number_finds_the_open_case(found: Reconciled) -> None:
    [finding] = of(found, "no_beginning")
    assert finding.case == "（2020）甘0103刑初88号"
    assert finding.candidates[0].other == first("Docketed", "（2020）甘0103刑初8号")


def test_bridges_show_the_same_defects_as_what_is_left(found: Reconciled) -> None:
    left = {(s.bridge.id, u.case, u.number) for s in found.settled if s.counting == "cases" for u in s.unexplained}
    assert {
        ("trials.balance", "（2020）甘0103刑初88号", -1),
        ("links.prosecuted_docketed", "城检受〔2020〕7号", 1),
        ("links.prosecuted_docketed", "（2020）甘0102刑初7号", -1),
        ("links.prosecuted_docketed", "（2020）甘0102刑初6号", -1),
    } <= left
    assert not found.holds


def test_all_the_days_there_are_is_the_period_unless_told(tmp_path: Path) -> None:
    assert whole(tables(tmp_path, made_up())) == Span(date(2019, 6, 10), date(2021, 1, 4))


@pytest.mark.parametrize(
    ("number", "body", "year", "odd"),
    [
        ("（2020）甘0102刑初1号", COURT, 2020, False),
        ("(2020)甘0102 刑初1号", COURT, 2020, False),
        ("（2020）甘01刑终23号之五", "兰州市中级人民法院", 2020, False),
        ("（2012）兰法刑初字第95号", COURT, 2012, False),
        ("（2020）京0105刑初7号", "朝阳区人民法院", 2020, False),
        ("（2020）甘102刑初1号", COURT, 2020, True),
        ("（2020）甘0102刑初01号", COURT, 2020, True),
        ("甘0102刑初1号", COURT, 2020, True),
        ("（2012）兰法刑初字第95号", COURT, 2020, True),
        ("（2019）甘0102刑初1号", COURT, 2020, True),
        ("（2020）甘0103刑初1号", COURT, 2020, True),
    ],
)
def test_case_numbers_of_courts(number: str, body: str, year: int, odd: bool) -> None:
    assert (doubt(number, body, date(year, 3, 2)) is not None) == odd


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (POLICE, "城关"),
        (PROCURATORATE, "城关"),
        (COURT, "城关"),
        ("永登县公安局", "永登"),
        ("纪律检查委员会", "纪律检查委员会"),
    ],
)
def test_bodies_of_one_place_are_told_by_their_names(body: str, place: str) -> None:
    assert region(body) == place


def lost(persons: int = 2, offence: str = "盗窃罪", place: str = "城关") -> File:
    return File(1, place, None, offence, persons, date(2020, 1, 20), "")


def near(position: int, persons: int = 2, offence: str = "盗窃罪", place: str = "城关") -> File:
    return File(position, place, f"刑初{position}号", offence, persons, date(2020, 1, 22), "")


def test_two_files_alike_are_both_listed_and_neither_is_likely() -> None:
    assert [(c.other, c.likely) for c in candidates([lost()], [near(10), near(11)])] == [(10, False), (11, False)]


def test_one_file_alike_among_others_is_likely() -> None:
    among = [near(10), near(11, persons=9, offence="诈骗罪"), near(12, place="七里河")]
    assert [(c.other, c.likely) for c in candidates([lost()], among)] == [(10, True)]


def test_nothing_alike_is_no_candidate() -> None:
    assert candidates([lost()], [near(10, persons=9, offence="诈骗罪")]) == []
    assert candidates([lost()], []) == candidates([], [near(10)]) == []


def test_the_command_says_what_it_found_and_ends_accordingly(tmp_path: Path) -> None:
    book = tmp_path / "book"
    written(book / "mirror", [record("trials.Docketed", "（2020）甘0102刑终1号", "2020-03-02", persons=5, instance="二审"),
                              record("trials.Concluded", "（2020）甘0102刑终1号", "2020-05-06", persons=4)])  # fmt: skip
    ended = CliRunner().invoke(command, ["--book", str(book), "--period", "2020", "--lang", "zh"])
    assert ended.exit_code == 1
    assert "刑事审判收结存  2020-01-01/2020-12-31" in ended.stdout
    assert "✗ +1 人  城关区人民法院  （2020）甘0102刑终1号  [0 1]" in ended.stdout
    told = json.loads(CliRunner().invoke(command, ["--book", str(book), "--period", "2020", "--json"]).stdout)
    [open_] = [b for b in told["bridges"] if b["rest"]]
    assert (open_["id"], open_["counting"], open_["rest"]) == ("trials.balance", "persons", 1)
    assert open_["unexplained"][0]["case"] == "（2020）甘0102刑终1号"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scope", "涉毒"], "there is no scope “涉毒”"),
        (["--period", "去年"], "“去年” is no period"),
        (["--as-of", "99"], "the book has 0 entries"),
    ],
)
def test_what_cannot_be_reconciled_is_said(tmp_path: Path, arguments: list[str], words: str) -> None:
    written(tmp_path / "mirror", [])
    ended = CliRunner().invoke(command, ["--book", str(tmp_path), "--lang", "en", *arguments])
    assert ended.exit_code == 2
    assert words in ended.stderr


def test_an_arrest_decided_on_without_having_been_asked_for_is_not_accused(tmp_path: Path) -> None:
    decided = record("custody.ArrestDecided", "看1", "2020-03-02", approved=True, person=1)
    opened = tables(tmp_path, [decided, record("custody.Arrested", "看1", "2020-03-02", file="法1", person=1)])
    assert within(opened, "custody", span("2020")) == []


def test_a_file_that_a_third_line_sent_lacks_no_link(tmp_path: Path) -> None:
    handed = {"from_line": "integrity", "to_line": "prosecutions", "to_body": PROCURATORATE, "body": "兰州市监察委员会"}
    records = [
        record("investigations.Filed", "公1", "2020-03-02"),
        record("prosecutions.Received", "检1", "2020-03-02"),
        record("prosecutions.Received", "检2", "2020-03-02"),
        record("links.Linked", "监1", "2020-03-02", to_case="检1", **handed),
    ]
    odd = reconcile(tables(tmp_path, records), Asked(span("2020"))).findings
    assert [(f.name, f.case) for f in odd] == [("no_link", "检2")]

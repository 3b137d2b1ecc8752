"""From records to deadlines: what begins a clock, what stops it, what belongs to it; and the command that lists them."""

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

from mirrors import tables, written
from plumbline.cli.commands import app
from plumbline.figures.deadlines import in_book, lines_of
from plumbline.figures.ended import deadline_figures
from plumbline.figures.holidays import published
from plumbline.figures.reading import read
from plumbline.figures.single import single
from plumbline.law import Limit, deadline, levels
from plumbline.law.levels import Approver
from plumbline.lines import limits, line, names, part
from plumbline.lines.assets import limits as asset_limits
from plumbline.lines.assets import records as assets
from plumbline.lines.custody import limits as custody_limits
from plumbline.lines.custody import records as custody
from plumbline.lines.prosecutions import limits as prosecution_limits
from plumbline.lines.prosecutions import records as prosecutions
from plumbline.lines.trials import limits as trial_limits
from plumbline.lines.trials import records as trials
from plumbline.periods import span
from plumbline.records import Record
from plumbline.records.made_up import token

COURT, POLICE, PROCURATORATE = "城关区人民法院", "城关分局", "城关区人民检察院"
END = date(2021, 6, 30)


def of_court(kind: type[Record], on: str, **own: Any) -> Record:
    return kind(case="（2020）甘0102刑初9号", body=COURT, on=on, **own)


def docketed(on: str, **own: Any) -> Record:
    return of_court(trials.Docketed, on, offence="盗窃罪", persons=1, **own)


def in_custody(kind: type[Record], on: str, body: str = POLICE, **own: Any) -> Record:
    more = {"file": "兰公〔2020〕9号"} if "file" in kind.model_fields else {}
    return kind(case="兰看〔2020〕9号", body=body, on=on, person=token(1), **more, **own)


def reviewed(kind: type[Record], on: str, **own: Any) -> Record:
    return kind(case="城检受〔2020〕9号", body=PROCURATORATE, on=on, **own)


def rows(folder: Path, limit: Limit, records: Iterable[Record], day: date = END) -> list[dict[str, Any]]:
    of = tables(folder, list(records))
    return in_book(limit, [of(name) for name in lines_of(limit)], day).sort("begins_on").to_dicts()


def told(
    folder: Path, limit: Limit, records: Iterable[Record], day: date = END
) -> list[tuple[str, str | None, str, str]]:
    """Begun, stopped, last day in the latest reading, state."""
    return [
        (str(r["begins_on"]), r["stops_on"] and str(r["stops_on"]), str(r["latest"].date()), r["state"])
        for r in rows(folder, limit, records, day)
    ]


def test_a_conversion_begins_the_new_procedures_limit_and_ends_the_old(tmp_path: Path) -> None:
    happened = [
        docketed("2020-03-02", procedure="简易"),
        of_court(trials.Converted, "2020-03-20", procedure="普通"),
        of_court(trials.Concluded, "2020-06-20", persons=1),
    ]
    assert told(tmp_path / "a", trial_limits.summary, happened) == [("2020-03-02", "2020-03-20", "2020-03-23", "kept")]
    # From the day of the decision three months are 19 June, from the day after it the 20th, a Saturday: Monday 22 June.
    found = rows(tmp_path / "b", trial_limits.first_instance, happened)
    assert [(str(r["begins_early"]), str(r["earliest"].date()), str(r["latest"].date())) for r in found] == [
        ("2020-03-19", "2020-06-19", "2020-06-22")
    ]


def test_a_trial_is_counted_anew_after_the_procuratorates_investigation(tmp_path: Path) -> None:
    happened = [
        docketed("2020-03-02", in_custody=True),
        of_court(trials.Postponed, "2020-05-06", round=1),
        of_court(trials.Retransferred, "2020-06-05", round=1),
        of_court(trials.Concluded, "2020-09-06", persons=1),
    ]
    assert told(tmp_path / "a", trial_limits.first_instance, happened) == [
        ("2020-03-02", "2020-05-06", "2020-06-02", "kept"),
        ("2020-06-05", "2020-09-06", "2020-09-05", "missed"),
    ]
    assert told(tmp_path / "b", trial_limits.investigation_during_trial, happened) == [
        ("2020-05-06", "2020-06-05", "2020-06-06", "kept")
    ]


def test_suspension_and_excluded_days_lengthen_a_trial(tmp_path: Path) -> None:
    """From 2 March to 2 June; ten days suspended, ten for a new defender (twenty written), five of an assessment."""
    happened = [
        docketed("2020-03-02", in_custody=True),
        of_court(trials.Suspended, "2020-03-10"),
        of_court(trials.Resumed, "2020-03-20"),
        of_court(trials.Excluded, "2020-04-01", reason="另行委托辩护人", until="2020-04-20"),
        of_court(trials.Excluded, "2020-05-01", reason="精神病鉴定", until="2020-05-05"),
    ]
    (row,) = rows(tmp_path, trial_limits.first_instance, happened)
    assert (row["paused"], str(row["latest"].date())) == (25, "2020-06-27")


def test_a_suspension_that_goes_on_is_not_counted(tmp_path: Path) -> None:
    happened = [docketed("2020-03-02", in_custody=True), of_court(trials.Suspended, "2020-06-01")]
    (row,) = rows(tmp_path, trial_limits.first_instance, happened)
    assert row["state"] in ("running", "due")
    assert row["paused"] == (date(2021, 7, 1) - date(2020, 6, 1)).days


def test_only_the_court_above_extends_a_trial(tmp_path: Path) -> None:
    for approver, last in (("本院院长", "2020-06-02"), ("上一级法院", "2020-09-02")):
        more = of_court(trials.Extended, "2020-05-20", approver=approver, months=3)
        (row,) = rows(tmp_path / approver, trial_limits.first_instance, [docketed("2020-03-02", in_custody=True), more])
        assert (str(row["latest"].date()), row["void"]) == (last, 0 if last == "2020-09-02" else 1)


def test_review_is_counted_anew_after_each_return(tmp_path: Path) -> None:
    happened = [
        reviewed(prosecutions.Received, "2020-03-02", offence="盗窃罪", persons=2),
        reviewed(prosecutions.Returned, "2020-04-02", round=1),
        reviewed(prosecutions.Resubmitted, "2020-05-06", round=1),
        reviewed(prosecutions.Extended, "2020-06-04"),
        reviewed(prosecutions.Concluded, "2020-06-23", persons=2),
    ]
    assert told(tmp_path / "a", prosecution_limits.review, happened) == [
        ("2020-03-02", "2020-04-02", "2020-04-02", "kept"),
        ("2020-05-06", "2020-06-23", "2020-06-22", "missed"),
    ]
    # A month from 2 April is 2 May, in the holidays of 1 to 5 May: whether they count depends on custody.
    assert told(tmp_path / "b", prosecution_limits.further_investigation, happened) == [
        ("2020-04-02", "2020-05-06", "2020-05-06", "disputed")
    ]


def test_custody_stage_by_stage(tmp_path: Path) -> None:
    happened = [
        in_custody(custody.Arrested, "2020-01-15"),
        in_custody(custody.HandedOver, "2020-03-15", stage="审查起诉"),
        in_custody(custody.Extended, "2020-04-10", rule="审查起诉延长", approver="本级检察院"),
        in_custody(custody.HandedOver, "2020-05-01", stage="补充侦查"),
        in_custody(custody.HandedOver, "2020-05-20", stage="审查起诉"),
        in_custody(custody.HandedOver, "2020-06-10", stage="审判"),
        in_custody(custody.Freed, "2020-09-11", how="交付执行"),
    ]
    assert told(tmp_path / "i", custody_limits.investigation, happened) == [
        ("2020-01-15", "2020-03-15", "2020-03-15", "kept")
    ]
    assert told(tmp_path / "p", custody_limits.review, happened) == [
        ("2020-03-15", "2020-05-01", "2020-04-30", "missed"),
        ("2020-05-20", "2020-06-10", "2020-06-20", "kept"),
    ]
    assert told(tmp_path / "s", custody_limits.further_investigation, happened) == [
        ("2020-05-01", "2020-05-20", "2020-06-01", "kept")
    ]
    assert told(tmp_path / "c", custody_limits.trial, happened) == [
        ("2020-06-10", "2020-09-11", "2020-09-10", "missed")
    ]


@pytest.mark.parametrize(
    ("kind", "own", "begun"),
    [
        (custody.Restarted, {"approver": "县级公安机关负责人"}, ["2020-01-15", "2020-03-10"]),
        (custody.Restarted, {"approver": "本级检察院"}, ["2020-01-15"]),
        (custody.Established, {}, ["2020-03-10"]),
    ],
)
def test_what_counts_custody_anew(tmp_path: Path, kind: type[Record], own: dict[str, str], begun: list[str]) -> None:
    arrested = in_custody(custody.Arrested, "2020-01-15", unnamed=kind is custody.Established)
    found = rows(tmp_path, custody_limits.investigation, [arrested, in_custody(kind, "2020-03-10", **own)])
    assert [str(r["begins_on"]) for r in found] == begun


def test_a_person_freed_need_no_longer_be_heard(tmp_path: Path) -> None:
    happened = [
        in_custody(custody.Detained, "2020-04-01", at="09:00"),
        in_custody(custody.Freed, "2020-04-01", at="15:00", how="释放"),
    ]
    assert [r["state"] for r in rows(tmp_path, custody_limits.heard_after_detention, happened)] == ["kept"]


@pytest.mark.parametrize(
    ("reason", "detention", "arrest"), [("无法通知", "kept", "kept"), ("有碍侦查", "kept", "missed")]
)
def test_reasons_for_not_telling_the_family(tmp_path: Path, reason: str, detention: str, arrest: str) -> None:
    happened = [
        in_custody(custody.Detained, "2020-04-01", at="09:00"),
        in_custody(custody.FamilyTold, "2020-04-01", at="10:00", not_told=reason),
        in_custody(custody.Arrested, "2020-04-10", at="09:00"),
        in_custody(custody.FamilyTold, "2020-04-10", at="10:00", not_told=reason),
    ]
    assert [r["state"] for r in rows(tmp_path / "d", custody_limits.told_of_detention, happened)] == [detention]
    assert [r["state"] for r in rows(tmp_path / "a", custody_limits.told_of_arrest, happened)] == [arrest]


def test_who_decides_on_an_arrest_answers_for_it(tmp_path: Path) -> None:
    asked = [in_custody(custody.Detained, "2020-04-01"), in_custody(custody.ArrestAsked, "2020-04-04")]
    decision = in_custody(custody.ArrestDecided, "2020-04-12", PROCURATORATE, approved=True)
    (row,) = rows(tmp_path / "a", custody_limits.decided, [*asked, decision])
    assert (row["body"], row["state"]) == (PROCURATORATE, "missed")
    (row,) = rows(tmp_path / "b", custody_limits.decided, asked)
    assert (row["body"], row["state"]) == (None, "missed")
    assert rows(tmp_path / "c", custody_limits.decided_free, [*asked, decision]) == []


def test_bail_is_counted_by_body_and_in_all(tmp_path: Path) -> None:
    happened = [
        in_custody(custody.Ordered, "2020-04-01", measure="取保候审"),
        in_custody(custody.Ordered, "2020-12-01", PROCURATORATE, measure="取保候审"),
        in_custody(custody.Lifted, "2021-06-01", PROCURATORATE),
    ]
    assert told(tmp_path, custody_limits.bail, happened) == [
        ("2020-04-01", "2020-12-01", "2021-04-01", "kept"),
        ("2020-12-01", "2021-06-01", "2021-12-01", "disputed"),
    ]


def test_frozen_money_is_renewed(tmp_path: Path) -> None:
    def held(kind: type[Record], on: str, **own: Any) -> Record:
        return kind(case="案", body=POLICE, item="1", on=on, **own)

    begun = held(assets.Controlled, "2020-09-10", measure="冻结", nature="资金", amount_fen=100)
    renewed = held(assets.Renewed, "2021-03-08", until="2021-09-10")
    assert told(tmp_path / "a", asset_limits.money_frozen, [begun, renewed]) == [
        ("2020-09-10", None, "2021-09-10", "running")
    ]


@pytest.mark.parametrize("each", [each for name in names() for each in limits(name)], ids=lambda each: each.id)
def test_single_clocks_say_the_same_as_columns(each: Limit, tmp_path: Path) -> None:
    """On the examples of its line, every limit's rows and its clocks one by one come to the same."""
    records = [r for example in part(each.line, "examples").EXAMPLES for r in example.records]
    of, day = tables(tmp_path, records), date(2020, 12, 31)
    mine = of(each.line)
    clocks = each.clocks(mine, day)
    found = in_book(each, [mine], day).to_dicts()
    states = {r["position"]: r["state"] for r in found}
    cases = [single(clocks, case, mine.engine.fetch) for case in {r["case"] for r in found}]
    alone = {c.position: deadline(each, c, day, published()).state for some in cases for c in some}
    assert alone == states


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    happened = [
        in_custody(custody.Arrested, "2020-01-15", at="15:00"),
        in_custody(custody.Extended, "2020-03-10", rule="侦查延长一个月", approver="本级检察院"),
        in_custody(custody.HandedOver, "2020-03-16", stage="审查起诉"),
        in_custody(custody.Freed, "2020-04-01", how="释放"),
        docketed("2020-02-03", in_custody=True),
        docketed("2020-01-02").model_copy(update={"case": "（2020）甘0102刑初1号"}),
    ]
    (folder / "mirror").mkdir()
    written(folder / "mirror", happened)
    return folder


def run(book: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["limits", "--book", str(book), "--lang", "en", *words])


def test_command_lists_by_body(book: Path) -> None:
    done = run(book, "--on", "2020-04-25", "--line", "trials")
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines[0] == "the book's last record: 2020-04-01; what happened since, up to 2020-04-25, is not known"
    assert lines[1] == COURT
    assert lines[2] == "  missed  case over its limit  C1 first instance, public prosecution  （2020）甘0102刑初1号"
    assert lines[3].endswith("ends 2020-04-02")
    assert lines[4] == "  due  case over its limit  C1 first instance, public prosecution  （2020）甘0102刑初9号"
    assert lines[-1] == "2020-04-25  missed 1, due 1"
    assert "cannot be told" not in done.output


def test_command_counts_what_ended_and_lists_it_with_all(book: Path) -> None:
    brief = run(book, "--on", "2020-04-25", "--line", "custody")
    # Held a day too long, and after the arrest neither heard nor the family told.
    assert "ended before: 3 late, 0 in dispute" in brief.output
    assert "over-long custody" not in brief.output
    full = run(book, "--on", "2020-04-25", "--line", "custody", "--all")
    assert f"missed  over-long custody  I1 held during investigation  兰看〔2020〕9号 {token(1)[:6]}…" in full.output


def test_command_explains_a_case_and_speaks_json(book: Path) -> None:
    done = run(book, "--on", "2020-04-25", "--case", "兰看〔2020〕9号", "--line", "custody")
    assert "void: it is for the procuratorate one level up to grant, not for the procuratorate itself" in done.output
    told = json.loads(
        run(book, "--on", "2020-04-25", "--case", "兰看〔2020〕9号", "--line", "custody", "--json").output
    )
    assert [(d["rule"], d["state"]) for d in told if d["sort"] == "custody"] == [("I1", "missed"), ("P1", "kept")]
    listed = json.loads(run(book, "--on", "2020-04-25", "--line", "trials", "--json").output)
    assert [(r["case"], r["state"], r["latest"]) for r in listed] == [
        ("（2020）甘0102刑初1号", "missed", "2020-04-02T23:59:59"),
        ("（2020）甘0102刑初9号", "due", "2020-05-03T23:59:59"),
    ]


def test_command_says_what_it_does_not_find(book: Path, tmp_path: Path) -> None:
    for words, said in (
        (("--case", "没有", "--line", "assets"), "no limit runs in a case of that number"),
        (("--line", "weather"), "there is no such line of work"),
    ):
        done = run(book, "--on", "2020-04-25", *words)
        assert done.exit_code == 2
        assert said in done.output
    assert run(tmp_path, "--on", "2020-04-25").exit_code == 2


def test_rules_need_no_book() -> None:
    done = CliRunner().invoke(app, ["limits", "--rules", "--lang", "zh"])
    assert done.exit_code == 0
    for each in (each for name in names() for each in limits(name)):
        assert f"{each.rule}  {each.zh}  [{each.id}]" in done.output
    assert (
        "+ 重刑再延长二个月：2个月，至多1次，由省级检察院批准；届满7日前报请；《刑事诉讼法（2018年修正）》第159条"
        in done.output
    )


def test_rules_in_english_hold_nothing_chinese() -> None:
    done = CliRunner().invoke(app, ["limits", "--rules", "--lang", "en"])
    assert "asked for 7 days before the end" in done.output
    assert not re.findall("[\u3000-\u9fff\uff00-\uffef].*", done.output)
    assert set(get_args(Approver)) == levels.ENGLISH.keys()


def test_figures_of_deadlines(tmp_path: Path) -> None:
    happened = [
        docketed("2020-02-03", in_custody=True),
        of_court(trials.Concluded, "2020-05-04", persons=1),
        docketed("2020-02-03").model_copy(update={"case": "二"}),
        of_court(trials.Concluded, "2020-04-30", persons=1).model_copy(update={"case": "二"}),
    ]
    of = tables(tmp_path, happened)
    kept, disputed, missed = deadline_figures("trials", line("trials").title, limits("trials"))
    values = [read(f, of, span("2020")).numerator for f in (kept, disputed, missed)]
    assert values == [1, 0, 1]
    assert read(missed, of, span("2020"), body=COURT).numerator == 1
    assert read(missed, of, span("2021")).numerator == 0


def test_figures_of_deadlines_are_listed_and_read_where_they_are_named(book: Path) -> None:
    def ids(*words: str) -> list[str]:
        done = CliRunner().invoke(app, ["figures", *words, "--json"])
        assert done.exit_code == 0, done.output
        return [row["figure"] for row in json.loads(done.output)]

    of_custody = ["custody.deadlines_kept", "custody.deadlines_disputed", "custody.deadlines_missed"]
    assert {*of_custody, "custody.overlong_custody", "trials.deadlines_missed"} < set(ids())
    asked = ["--period", "2020-01/2020-04", "--book", str(book)]
    assert not any("deadlines" in name or "overlong" in name for name in ids("custody", *asked))
    assert ids("custody.overlong_custody", *asked) == ["custody.overlong_custody"] * 2


def test_over_long_custody_is_counted_by_rule_and_person(book: Path) -> None:
    """Arrested on 15 January and sent on on 16 March, a day over two months, on a void extension."""
    asked = ["--period", "2020", "--book", str(book), "--by", "rule", "--json"]
    done = CliRunner().invoke(app, ["figures", "custody.overlong_custody", *asked])
    cases, persons = json.loads(done.output)
    assert (cases["numerator"], persons["numerator"]) == (1, 1)
    assert [(part["rule"], part["numerator"]) for part in cases["by"]] == [("I1", 1)]

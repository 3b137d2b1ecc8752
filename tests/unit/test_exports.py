"""Open formats out: what the files hold, by the formats' own validators, and how a folder is written."""

import csv
import json
import re
from datetime import date, time
from pathlib import Path
from typing import Any

import frictionless
import pytest
from click.testing import CliRunner, Result
from csvw.metadata import CSVW
from jsonschema import Draft7Validator

import mirrors
from plumbline.cli.export import command
from plumbline.errors import OutputError, Words
from plumbline.exports import exported
from plumbline.exports.ocel import write
from plumbline.exports.ocel_checked import Checked, schema
from plumbline.exports.ocel_events import Selected
from plumbline.exports.published import values
from plumbline.lines import part
from plumbline.lines.custody.records import Detained
from plumbline.lines.links.records import Linked
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.periods import span
from plumbline.records.made_up import token

COURT, COUNTY, FORMULA = "城关区人民法院", "榆中县人民法院", "@兴隆山人民法庭"
PROSECUTORS = "城关区人民检察院"
RECORDS = [
    Docketed(case="（2020）1号", body=COURT, on=date(2020, 1, 6), at=time(9, 30), offence="盗窃罪", persons=20, scope="|涉恶|"),
    Docketed(case="（2020）2号", body=COURT, on=date(2020, 2, 3), offence="诈骗罪", person=token(1)),
    Docketed(case="（2020）3号", body=COUNTY, on=date(2020, 2, 4), offence="诈骗罪", persons=7),
    Docketed(case="（2020）4号", body=FORMULA, on=date(2020, 2, 5), offence="诈骗罪", persons=9),
    Concluded(case="（2020）1号", body=COURT, on=date(2020, 3, 2), persons=20),
    Linked(case="检1号", body=PROSECUTORS, on=date(2020, 1, 3), how="移送", from_line="prosecutions", to_line="trials",
           to_case="（2020）1号", to_body=COURT),
    Detained(case="羁1号", body="兰州市第一看守所", on=date(2020, 1, 2), person=token(2), file="公1号"),
]  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    mirrors.written(folder / "mirror", RECORDS, supersedes={}, roots={7: "cm9vdA=="})
    return folder


def run(form: str, book: Path, out: Path, *more: str) -> Result:
    return CliRunner().invoke(command, [form, "--book", str(book), "--out", str(out), "--lang", "en", *more])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def log(book: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("log") / "new"
    assert run("ocel", book, out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["log.json", "names.csv", "plumbline-export.json"]
    found: dict[str, Any] = json.loads((out / "log.json").read_bytes())
    return found | {"names": rows(out / "names.csv")}


def valued(part: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["value"] for each in part["attributes"]}


def related(part: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["objectId"], each["qualifier"]) for each in part["relationships"]}


def test_the_whole_log_is_valid_and_consistent(log: dict[str, Any]) -> None:
    whole = {name: log[name] for name in ("eventTypes", "objectTypes", "events", "objects")}
    assert list(Draft7Validator(schema()).iter_errors(whole)) == []
    types = {t["name"]: {a["name"] for a in t["attributes"]} for t in (*log["eventTypes"], *log["objectTypes"])}
    ids = [o["id"] for o in log["objects"]]
    assert len(set(ids)) == len(ids)
    for each in (*log["events"], *log["objects"]):
        assert set(valued(each)) <= types[each["type"]]
        assert {to for to, _ in related(each)} <= set(ids)


def test_an_event_is_a_record_with_its_case_and_body(log: dict[str, Any]) -> None:
    first = next(e for e in log["events"] if e["id"] == "e0")
    assert (first["type"], first["time"]) == ("trials.Docketed", "2020-01-06T09:30:00+08:00")
    assert related(first) == {("trials:城关区人民法院|（2020）1号", "case"), ("body:城关区人民法院", "body")}
    said = valued(first)
    assert (said["persons"], said["in_custody"], said["at"], said["scope"]) == ("20", "false", "09:30:00", "|涉恶|")
    assert said["recorded_at"] == "2021-01-01T00:00:00Z"
    assert "at" not in valued(next(e for e in log["events"] if e["id"] == "e1"))
    declared = {t["name"]: {a["name"]: a["type"] for a in t["attributes"]} for t in log["eventTypes"]}
    docketed = declared["trials.Docketed"]
    assert (docketed["persons"], docketed["in_custody"], docketed["recorded_at"]) == ("integer", "boolean", "time")
    assert len(log["events"]) == 7


def test_a_link_joins_two_files_whether_or_not_both_have_records(log: dict[str, Any]) -> None:
    objects = {o["id"]: o for o in log["objects"]}
    sent = objects["prosecutions:城关区人民检察院|检1号"]
    assert (sent["type"], valued(sent)) == ("prosecutions.case", {"number": "检1号"})
    assert related(sent) == {("trials:城关区人民法院|（2020）1号", "移送"), ("body:城关区人民检察院", "kept by")}
    linked = next(e for e in log["events"] if e["type"] == "links.Linked")
    assert {how for _, how in related(linked)} == {"from", "to", "body", "to body"}
    assert {o["id"] for o in log["objects"] if o["type"] == "body"} == {
        f"body:{name}" for name in (COURT, COUNTY, FORMULA, PROSECUTORS, "兰州市第一看守所")
    }


def test_nothing_of_any_person_leaves_the_book(log: dict[str, Any]) -> None:
    text = json.dumps(log, ensure_ascii=False)
    assert not re.search("p_[a-z2-7]{26}|clerk|chief", text)
    assert "person" not in {a["name"] for t in (*log["eventTypes"], *log["objectTypes"]) for a in t["attributes"]}


def test_types_and_attributes_are_named_in_both_languages(log: dict[str, Any]) -> None:
    named = {(row["what"], row["name"]): (row["zh"], row["en"]) for row in log["names"]}
    assert named["event type", "trials.Docketed"] == ("收案", "Case docketed")
    assert named["attribute", "trials.Docketed.offence"] == ("罪名", "offence")


def test_a_log_is_narrowed_to_lines_and_days(book: Path, tmp_path: Path) -> None:
    assert run("ocel", book, tmp_path / "log", "--line", "trials", "--period", "2020-02").exit_code == 0
    found = json.loads((tmp_path / "log" / "log.json").read_bytes())
    assert [e["id"] for e in found["events"]] == ["e1", "e2", "e3"]
    assert {o["type"] for o in found["objects"]} == {"trials.case", "body"}


def test_a_part_that_breaks_the_schema_or_its_declaration_is_refused() -> None:
    checked = Checked()
    kind = {"name": "a", "attributes": [{"name": "n", "type": "integer"}]}
    checked.whole({"eventTypes": [kind], "objectTypes": [], "events": [], "objects": []})
    event = {"id": "e1", "type": "a", "time": "2020-01-01T00:00:00Z", "attributes": [], "relationships": []}
    assert checked.part("event", event) is event
    for wrong in ({"attributes": [{"name": "n", "value": 1}]}, {"attributes": [{"name": "m", "value": "1"}]}):
        with pytest.raises(OutputError):
            checked.part("event", event | wrong)
    with pytest.raises(OutputError):
        Checked().whole({"eventTypes": [kind | {"attributes": [{"name": "n", "type": "text"}]}]})


@pytest.fixture(scope="module")
def package(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("package") / "new"
    done = run("frictionless", book, out, "--line", "trials", "--period", "2020-01/2020-03", "--licence", "CC-BY-4.0")
    assert done.exit_code == 0, done.output
    return out


def test_the_data_package_is_valid_and_described_in_both_languages(package: Path) -> None:
    report = frictionless.validate(str(package / "datapackage.json"))
    assert (report.valid, report.flatten(["type", "message"])) == (True, [])
    said = json.loads((package / "datapackage.json").read_bytes())
    assert said["licenses"] == [{"name": "CC-BY-4.0"}]
    fields = {f["name"]: f for f in said["resources"][1]["schema"]["fields"]}
    assert (fields["numerator"]["type"], fields["numerator"]["title"]) == ("integer", "分子 Numerator")
    assert "总账前7条，根cm9vdA==" in said["description"]


def test_every_figure_is_there_for_each_month_and_body(package: Path) -> None:
    told = {(r["figure"], r["counting"], r["body"], r["period"]): r for r in rows(package / "values.csv")}
    docketed = {key[2:]: r["numerator"] for key, r in told.items() if key[:2] == ("trials.docketed", "cases")}
    assert docketed == {
        ("", "2020-01"): "1", ("", "2020-02"): "3", ("", "2020-03"): "0",
        (COURT, "2020-01"): "1", (COURT, "2020-02"): "1", (COUNTY, "2020-02"): "1", (f"'{FORMULA}", "2020-02"): "1",
    }  # fmt: skip
    rate = told["trials.clearance_rate", "cases", COURT, "2020-03"]
    assert (rate["numerator"], rate["denominator"], rate["unit"], rate["hidden"]) == ("1", "2", "%", "false")
    assert (rate["ledger_size"], rate["ledger_root"], rate["first"]) == ("7", "cm9vdA==", "2020-03-01")
    figures = {r["figure"]: r for r in rows(package / "figures.csv")}
    assert figures.keys() == {v.id for v in vars(part("trials", "figures")).values() if hasattr(v, "leaves_out")}
    assert figures["trials.clearance_rate"]["base"] == "trials.on_hand"


def test_small_numbers_of_persons_by_body_are_hidden_with_what_gives_them_away(book: Path, package: Path) -> None:
    told = [r for r in rows(package / "values.csv") if (r["figure"], r["counting"]) == ("trials.docketed", "persons")]
    # February: 1, 7 and 9 persons: 1 is small, 7 would give it away (1 + 7 is enough); with January's 20 and the
    # body's other months the rows are closed the same way, each with one more.
    shown = {(r["body"], r["period"]): r["numerator"] for r in told}
    assert (shown[COURT, "2020-02"], shown[COUNTY, "2020-02"]) == ("", "")
    assert {r["hidden"] for r in told if not r["numerator"]} == {"true"}
    assert shown["", "2020-02"] == "17"
    tables = mirrors.tables_of(mirrors.DuckDB(book / "mirror"), mirrors.opened(book / "mirror"), mirrors.kinds())
    docketed = part("trials", "figures").docketed
    every = list(values([docketed], tables, span("2020-02"), threshold=0))
    assert {(v.body, v.numerator) for v in every if v.counting == "persons"} == {
        ("", 17),
        (COURT, 1),
        (COUNTY, 7),
        (FORMULA, 9),
    }


def test_without_a_period_it_is_all_that_the_book_has_and_no_year_that_is_not_over(book: Path, tmp_path: Path) -> None:
    assert run("csvw", book, tmp_path / "web", "--line", "custody").exit_code == 0
    assert {r["period"] for r in rows(tmp_path / "web" / "values.csv")} == {"2020-01", "2020-02", "2020-03"}


def test_csv_on_the_web_is_valid(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "web"
    assert run("csvw", book, out, "--line", "trials", "--period", "2020-02").exit_code == 0
    found = CSVW(str(out / "csv-metadata.json"), validate=True)
    assert (found.is_valid, [str(w.message) for w in found.warnings]) == (True, [])
    said = json.loads((out / "csv-metadata.json").read_bytes())
    assert "dc:license" not in said
    assert [t["url"] for t in said["tables"]] == ["figures.csv", "values.csv"]


def test_a_folder_with_something_else_is_left_alone(book: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("ocel", book, tmp_path, "--line", "trials")
    assert done.exit_code == 2
    assert "something else is there" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_only_an_earlier_export_of_the_same_format_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert [p.name for p in exported(out, "csvw", 1, "", lambda folder: _write(folder, "old"))] == ["old"]
    assert [p.name for p in exported(out, "csvw", 2, "", lambda folder: _write(folder, "new"))] == ["new"]
    with pytest.raises(OutputError):
        exported(out, "ocel", 2, "", lambda folder: _write(folder, "log"))
    assert sorted(p.name for p in out.iterdir()) == ["new", "plumbline-export.json"]


def _write(folder: Path, name: str) -> None:
    (folder / name).write_text("whole")


def test_interrupted_it_leaves_nothing_half_written(tmp_path: Path) -> None:
    def interrupted(folder: Path) -> None:
        _write(folder, "half")
        raise KeyboardInterrupt

    exported(tmp_path / "out", "csvw", 1, "", lambda folder: _write(folder, "old"))
    for name in ("out", "other"):
        with pytest.raises(KeyboardInterrupt):
            exported(tmp_path / name, "csvw", 1, "", interrupted)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "old").read_text() == "whole"


@pytest.mark.parametrize(("words", "said"), [
    (("--line", "trails"), "there is no line of work “trails”"),
    (("--line", "assets"), "no records to export"),
    (("--period", "2020-13"), "is not a period"),
])  # fmt: skip
def test_what_cannot_be_exported_says_why(book: Path, tmp_path: Path, words: tuple[str, str], said: str) -> None:
    done = run("ocel", book, tmp_path / "out", *words)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "out").exists()


def test_what_somebody_put_beside_an_earlier_export_is_not_lost(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("ocel", book, out, "--line", "trials").exit_code == 0
    assert run("ocel", book, out, "--line", "trials").exit_code == 0
    (out / "notes.txt").write_text("mine")
    done = run("ocel", book, out, "--line", "trials")
    assert done.exit_code == 2
    assert "something else is there (notes.txt). Name another folder" in done.output
    assert (out / "notes.txt").read_text() == "mine"


def test_a_link_leads_to_the_folder_that_is_written(book: Path, tmp_path: Path) -> None:
    (tmp_path / "real 真").mkdir()
    (tmp_path / "link").symlink_to("real 真")
    assert run("ocel", book, tmp_path / "link", "--line", "trials").exit_code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real 真" / "log.json").is_file()


def test_no_name_in_a_log_is_a_formula(book: Path, tmp_path: Path) -> None:
    tables = mirrors.tables_of(mirrors.DuckDB(book / "mirror"), mirrors.opened(book / "mirror"), mirrors.kinds())
    kind = mirrors.kinds()["trials"]["Docketed"]._replace(title=Words("=1+1", "@x"))
    write(tmp_path, Selected((kind,), tables))
    assert {("'=1+1", "'@x")} == {
        (r["zh"], r["en"]) for r in rows(tmp_path / "names.csv") if r["name"] == "trials.Docketed"
    }

"""The command line as a user meets it: real runs, what they print and write, how they end, in Chinese and in English."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest

COMMAND = Path(sys.executable).with_name("plumbline")
RIGHT = "检察机关受理案件113件，办结110件，在办3件。\n"
WRONG = "检察机关受理案件113件，办结110件，在办5件。\n"
BEFORE = "2022年，全市刑事案件立案1500起。\n"
NOW = "2023年，全市刑事案件立案1200起，同比下降30%。\n"
CLAIM_KEYS = {
    "start", "end", "text", "kind", "value", "lower", "upper", "step", "unit", "unit_written", "approx", "rate",
    "direction", "counted", "who", "period", "plan", "sources",
}  # fmt: skip
RELATION_KEYS = {"type", "total", "parts", "holds", "why", "start", "end"}
FINDING_KEYS = {"kind", "severity", "start", "end", "sentence", "working", "related", "source", "evidence"}

Run = subprocess.CompletedProcess[str]


def plumbline(
    *args: str | Path, stdin: bytes | None = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Run:
    """Run the command with nothing of the caller's locale; what it prints is decoded as UTF-8."""
    clean = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "PLUMBLINE_LANG")}
    run = subprocess.run(
        [COMMAND, *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=clean | {"LANG": "C.UTF-8"} | dict(env or {}),
        check=False,
        timeout=60,
    )
    return subprocess.CompletedProcess(args, run.returncode, run.stdout.decode(), run.stderr.decode())


def write(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    paths = [folder / name for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


def only(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def controls(printed: str) -> set[str]:
    """Characters that a terminal would obey: control and direction characters other than the end of a line."""
    return {c for c in printed if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")}


def comments(path: Path) -> list[str]:
    document = docx.Document(str(path))
    return [paragraph.text for comment in document.comments for paragraph in comment.paragraphs]


def refused(run: Run, *words: str) -> None:
    """Assert that a run could not do it, said so in words on the error stream, and printed nothing else."""
    assert run.returncode == 2, run
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    for each in words:
        assert each in run.stderr


# How it is called


@pytest.mark.parametrize("called", [[COMMAND], [sys.executable, "-m", "plumbline"]], ids=["plumbline", "python -m"])
def test_the_command_and_the_module_are_the_same(called: Sequence[str], tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    run = subprocess.run([*called, "read", "--json", path], capture_output=True, check=False, timeout=60)
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["claims"]) == 3


def test_version_is_that_of_the_package() -> None:
    run = plumbline("--version")
    assert run.returncode == 0
    assert re.fullmatch(r"plumbline, version \d+\.\d+\.\d+\n", run.stdout)


@pytest.mark.parametrize("args", [["-h"], ["read", "-h"], ["check", "--help"], ["demo", "--help"]], ids=" ".join)
def test_help_is_in_both_languages_and_shows_no_mark_of_its_layout(args: list[str]) -> None:
    run = plumbline(*args)
    assert run.returncode == 0
    assert re.search("[\u4e00-\u9fff]", run.stdout)
    assert re.search("[a-z]{4}", run.stdout)
    assert "\\b" not in run.stdout


def test_help_of_check_lists_each_exit_status_on_its_own_line() -> None:
    lines = [line.strip() for line in plumbline("check", "--help").stdout.splitlines()]
    assert [line for line in lines if re.match(r"[012]\s", line)] == [
        "0  没有不符 nothing differs",
        "1  有不符   something differs",
        "2  无法读取 could not read",
    ]


@pytest.mark.parametrize("args", [["read"], ["check"], ["check", "--nonsense", "a.txt"], ["judge"]], ids=" ".join)
def test_a_call_that_cannot_be_meant_ends_in_2_with_a_hint(args: list[str]) -> None:
    refused(plumbline(*args), "Error:", "--help")


# Reading


def test_read_prints_a_table_of_claims_and_counts_what_was_kept_apart(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": "2023年，" + RIGHT})
    run = plumbline("read", path, "--lang", "zh", env={"COLUMNS": "160"})
    assert (run.returncode, run.stderr) == (0, "")
    row = next(line for line in run.stdout.splitlines() if "110件" in line)
    for cell in ("1:22", "办结案件", "检察机关", "2023年"):
        assert cell in row
    assert "陈述 3 项；另有不作陈述的数字：期间 1。" in run.stdout


def test_read_of_one_document_as_json_is_one_object_whose_offsets_hold(tmp_path: Path) -> None:
    text = "\u3000\u30002023 年，" + RIGHT + "另有\u30001,256 起。\n"
    [path] = write(tmp_path, {"a.txt": text})
    data = json.loads(plumbline("read", "--json", path).stdout)
    assert set(data) == {"file", "claims", "relations"}
    assert data["file"] == str(path)
    for claim in data["claims"]:
        assert set(claim) == CLAIM_KEYS
        assert text[claim["start"] : claim["end"]] == claim["text"]
        for source in claim["sources"].values():
            assert set(source) == {"how", "start", "end"}
            assert 0 <= source["start"] <= source["end"] <= len(text)
    assert [c["start"] for c in data["claims"]] == sorted(c["start"] for c in data["claims"])
    [relation] = data["relations"]
    assert set(relation) == RELATION_KEYS
    assert (text[relation["total"]], relation["holds"]) == ("1", True)


def test_json_prints_chinese_as_it_is_and_nothing_beside_the_json(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    run = plumbline("read", "--json", path)
    assert "检察机关" in run.stdout
    assert run.stderr == ""
    assert run.stdout.count("\n") == 1


def test_read_of_several_documents_is_a_list_in_the_order_given(tmp_path: Path) -> None:
    b, a = write(tmp_path, {"b.txt": RIGHT, "a.txt": WRONG})
    data = json.loads(plumbline("read", "--json", b, a).stdout)
    assert [each["file"] for each in data] == [str(b), str(a)]


def test_a_folder_is_its_documents_in_natural_order(tmp_path: Path) -> None:
    write(tmp_path, {"10.txt": RIGHT, "9.md": RIGHT, "注.json": "{}", ".hidden.txt": RIGHT})
    data = json.loads(plumbline("read", "--json", tmp_path).stdout)
    assert [Path(each["file"]).name for each in data] == ["9.md", "10.txt"]


def test_a_dash_reads_standard_input(tmp_path: Path) -> None:
    data = json.loads(plumbline("read", "--json", "-", stdin=RIGHT.encode()).stdout)
    assert data["file"] == "-"
    assert [c["text"] for c in data["claims"]] == ["113件", "110件", "3件"]


def test_standard_input_may_be_in_gb18030() -> None:
    data = json.loads(plumbline("read", "--json", "-", stdin=RIGHT.encode("gb18030")).stdout)
    assert data["claims"][0]["counted"] == "受理案件"


def test_read_writes_the_page_when_asked_and_prints_no_table(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    run = plumbline("read", path, "--html", tmp_path / "a.html")
    assert (run.returncode, run.stdout) == (0, "")
    assert "113件" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_long_input_leaves_the_json_alone(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT + "平安建设持续推进，各项工作扎实有序。\n" * 20_000})
    run = plumbline("read", "--json", path)
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["claims"]) == 3


# Checking


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (RIGHT, 0),
        (WRONG, 1),
        ("走访群众80户。", 0),
        ("排查隐患12560312560件。", 0),
        ("受理申诉案件0件，办结0件，办结率100%。", 0),
    ],
    ids=["holds", "differs", "nothing to check", "a note", "cannot be told"],
)
def test_only_what_differs_makes_the_status_1(text: str, status: int, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": text})
    run = plumbline("check", path)
    assert (run.returncode, run.stderr) == (status, "")


def test_check_prints_the_finding_its_place_its_sentence_and_its_working(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": "标题\n" + WRONG})
    printed = plumbline("check", path, "--lang", "zh").stdout
    for words in (
        "✗ 分项不等于总数",
        "2:9",
        "分项合计应为115件，文中总数为113件。",
        "110件 + 5件 = 115件",
        "陈述 3 项：不符 1，提示 0，无法判断 0，相符 0。",
    ):
        assert words in printed


def test_check_counts_what_holds_and_lists_it_only_when_asked(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    brief, full = plumbline("check", path).stdout, plumbline("check", path, "--all").stdout
    assert "hold 1" in brief
    assert "110件 + 3件 = 113件" not in brief
    assert "110件 + 3件 = 113件" in full


def test_check_as_json_has_the_findings_and_the_same_status(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": WRONG})
    run = plumbline("check", "--json", path)
    data = json.loads(run.stdout)
    assert run.returncode == 1
    assert set(data) == {"file", "claims", "relations", "findings"}
    [finding] = data["findings"]
    assert set(finding) == FINDING_KEYS
    assert (finding["kind"], finding["severity"], finding["source"]) == ("broken_sum", "error", "")
    assert WRONG[finding["start"] : finding["end"]] == "113件"
    assert [WRONG[start:end] for start, end in finding["related"]] == ["110件", "5件"]
    assert set(finding["sentence"]) == {"zh", "en"}
    assert finding["working"][0] == {"zh": "110件 + 5件 = 115件", "en": "110件 + 5件 = 115件"}


def test_reports_of_several_years_are_held_against_each_other(tmp_path: Path) -> None:
    paths = write(tmp_path, {"2022.txt": BEFORE, "2023.txt": NOW})
    run = plumbline("check", "--json", *paths)
    first, second = json.loads(run.stdout)
    assert run.returncode == 1
    assert first["findings"] == []
    assert [(f["kind"], f["source"]) for f in second["findings"]] == [("differs", "2022.txt")]


def test_a_folder_of_years_is_checked_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, {"2022.txt": BEFORE, "2023.txt": NOW})
    run = plumbline("check", tmp_path, "--lang", "zh")
    assert run.returncode == 1
    assert "与2022.txt所载2022年数1,500起相比应为-20%，文中称下降30%" in "".join(run.stdout.split("\n"))


def test_nothing_is_written_where_nothing_can_be_read(tmp_path: Path) -> None:
    refused(plumbline("check", tmp_path / "b.txt", "--html", tmp_path / "out.html"), "b.txt")
    assert only(tmp_path) == []


# What it writes


def test_the_page_is_whole_stands_alone_and_marks_what_differs(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": WRONG})
    target = tmp_path / "new" / "folder" / "a.html"
    run = plumbline("check", path, "--html", target, "--lang", "zh")
    assert run.returncode == 1
    assert f"已写入 {target}" in run.stderr
    root = lxml.html.fromstring(target.read_text(encoding="utf-8"))
    [marked] = root.xpath("//article//*[contains(@class, 's-differs')]")
    assert marked.text_content() == "113件"
    assert root.get("lang", "").startswith("zh")
    loaded = [*root.xpath("//@src"), *root.xpath("//link/@href"), *root.xpath("//object/@data")]
    assert all(each.startswith("data:") for each in loaded)
    assert only(tmp_path) == ["a.txt", "new/folder/a.html"]


def test_the_word_file_is_made_from_the_text_with_a_comment_on_the_finding(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": WRONG})
    run = plumbline("check", path, "--docx", tmp_path / "a.docx", "--lang", "zh")
    assert run.returncode == 1
    document = docx.Document(str(tmp_path / "a.docx"))
    assert WRONG.strip() in [p.text for p in document.paragraphs]
    assert "分项合计应为115件，文中总数为113件。" in "\n".join(comments(tmp_path / "a.docx"))


def test_a_word_file_comments_on_what_holds_only_when_all_is_asked_for(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    assert plumbline("check", path, "--docx", tmp_path / "few.docx").returncode == 0
    assert plumbline("check", path, "--docx", tmp_path / "all.docx", "--all").returncode == 0
    assert comments(tmp_path / "few.docx") == []
    [heading, *said] = comments(tmp_path / "all.docx")
    assert heading in ("agrees", "相符")
    assert heading not in said
    assert "110件 + 3件 = 113件" in said


def test_a_word_file_keeps_its_own_text_and_gains_the_comments(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_heading("青石县工作报告")
    source.add_paragraph(WRONG.strip())
    source.save(str(tmp_path / "a.docx"))
    run = plumbline("check", tmp_path / "a.docx", "--docx", tmp_path / "checked.docx", "--lang", "en")
    assert run.returncode == 1
    checked = docx.Document(str(tmp_path / "checked.docx"))
    assert [(p.text, p.style.name) for p in checked.paragraphs] == [(p.text, p.style.name) for p in source.paragraphs]
    assert "The parts add up to 115件" in "\n".join(comments(tmp_path / "checked.docx"))
    assert comments(tmp_path / "a.docx") == []


def test_several_documents_go_into_a_folder_each_under_its_own_name(tmp_path: Path) -> None:
    paths = write(tmp_path, {"x/a.txt": WRONG, "y/a.txt": RIGHT, "y/b.txt": RIGHT})
    run = plumbline("check", *paths, "--docx", tmp_path / "out")
    assert run.returncode == 1
    assert [name for name in only(tmp_path) if name.startswith("out/")] == [
        "out/a-1.docx",
        "out/a-2.docx",
        "out/b.docx",
    ]


@pytest.mark.parametrize(("lang", "words"), [("zh", "请给出一个文件夹"), ("en", "Give a folder instead")])
def test_several_documents_cannot_go_into_one_word_file(lang: str, words: str, tmp_path: Path) -> None:
    paths = write(tmp_path, {"a.txt": WRONG, "b.txt": RIGHT})
    run = plumbline("check", *paths, "--docx", tmp_path / "out.docx", "--lang", lang)
    assert run.returncode == 2
    assert words in run.stderr
    assert only(tmp_path) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("option", ["--html", "--docx"])
@pytest.mark.parametrize(("lang", "words"), [("zh", "无法写入"), ("en", "cannot be written")])
def test_a_place_that_cannot_be_written_to_is_said_in_words(option: str, lang: str, words: str, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    run = plumbline("check", path, option, path / "below" / "out.file", "--lang", lang)
    assert run.returncode == 2
    assert words in run.stderr
    assert "Traceback" not in run.stderr
    assert only(tmp_path) == ["a.txt"]


def test_nothing_is_left_half_written_where_the_target_is_taken_by_a_folder(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"in/a.txt": WRONG})
    (tmp_path / "out" / "a.docx").mkdir(parents=True)
    run = plumbline("check", path, "--docx", tmp_path / "out", "--lang", "en")
    assert run.returncode == 2
    assert "cannot be written" in run.stderr
    assert only(tmp_path) == ["in/a.txt"]


def test_an_older_result_is_replaced_whole(tmp_path: Path) -> None:
    [path, target] = write(tmp_path, {"a.txt": RIGHT, "a.html": "旧" * 1_000_000})
    assert plumbline("check", path, "--html", target).returncode == 0
    assert "旧旧" not in target.read_text(encoding="utf-8")


# What it refuses


def broken_word(folder: Path) -> Path:
    path = folder / "a.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    return path


BAD: dict[str, tuple[Any, str, str]] = {
    "missing": (lambda f: f / "none.txt", "此路径下没有文件", "there is no file at that path"),
    "empty": (lambda f: write(f, {"a.txt": ""})[0], "没有文字", "it has no text in it"),
    "blank": (lambda f: write(f, {"a.txt": "\n \u3000\n"})[0], "没有文字", "it has no text in it"),
    "binary": (lambda f: write(f, {"a.txt": "报告\0" * 9})[0], "不是文本", "it is not text"),
    "broken": (broken_word, "已损坏", "damaged"),
    "empty folder": (lambda f: f, "没有可读的文档", "no document in that folder"),
}


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_in_both_languages(command: str, case: str, tmp_path: Path) -> None:
    make, zh, en = BAD[case]
    path = make(tmp_path)
    lang = "zh" if command == "read" else "en"
    run = plumbline(command, path, "--lang", lang)
    refused(run, "错误：" if lang == "zh" else "error: ", zh if lang == "zh" else en)
    assert run.stderr.count("\n") == 1


def test_empty_standard_input_is_refused() -> None:
    refused(plumbline("check", "-", "--lang", "zh"), "错误：-：没有文字")


def test_a_closed_standard_input_is_refused_in_words() -> None:
    run = subprocess.run(
        ["bash", "-c", f"exec {COMMAND} check - --lang en <&-"], capture_output=True, text=True, check=False, timeout=60
    )
    refused(run, "error: -: ")


# Language


@pytest.mark.parametrize(
    ("args", "env", "chinese"),
    [
        ([], {}, False),
        ([], {"LANG": "zh_CN.UTF-8"}, True),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, False),
        ([], {"LANG": "zh_CN.UTF-8", "PLUMBLINE_LANG": "en"}, False),
        ([], {"PLUMBLINE_LANG": "zh"}, True),
        ([], {"PLUMBLINE_LANG": "fr", "LANG": "zh_CN.UTF-8"}, True),
        (["--lang", "zh"], {"PLUMBLINE_LANG": "en"}, True),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8", "PLUMBLINE_LANG": "zh"}, False),
    ],
    ids=["C", "locale", "LC_ALL", "variable over locale", "variable", "unknown variable", "option zh", "option en"],
)
def test_language_is_the_option_then_the_variable_then_the_locale(
    args: list[str], env: dict[str, str], chinese: bool, tmp_path: Path
) -> None:
    run = plumbline("check", tmp_path / "none.txt", *args, env=env)
    assert run.stderr.startswith("错误：" if chinese else "error: ")


def test_an_unknown_language_is_refused() -> None:
    refused(plumbline("check", "a.txt", "--lang", "fr"), "fr")


# The terminal


HOSTILE = "\x1b\u202e\u2066\x9b\u200b"


@pytest.mark.parametrize("args", [["read"], ["check"], ["check", "--all"]], ids=" ".join)
def test_control_characters_of_a_report_never_reach_the_terminal(args: list[str], tmp_path: Path) -> None:
    padding = "平安建设持续推进。" * 100
    text = f"{padding}{HOSTILE}检察机关受理案件113件{HOSTILE}，办结110件{HOSTILE}，在办5件。{padding}\n"
    [path] = write(tmp_path, {"a.txt": text})
    run = plumbline(*args, path)
    assert run.returncode in (0, 1), run.stderr
    assert "113件" in run.stdout
    assert controls(run.stdout + run.stderr) == set()


@pytest.mark.parametrize("args", [["read"], ["check"], ["read", "--lang", "zh"]], ids=" ".join)
def test_control_characters_of_a_name_never_reach_the_terminal(args: list[str], tmp_path: Path) -> None:
    path = tmp_path / f"a{HOSTILE}\n.txt"
    missing = plumbline(*args, path)
    assert missing.returncode == 2
    path.write_text(RIGHT, encoding="utf-8")
    there = plumbline(*args, path)
    assert there.returncode == 0
    assert controls(missing.stderr + there.stdout + there.stderr) == set()


@pytest.mark.parametrize("option", ["--html", "--docx"])
def test_control_characters_of_a_target_never_reach_the_terminal(option: str, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    written = plumbline("check", path, option, tmp_path / f"out{HOSTILE}.file")
    failed = plumbline("check", path, option, path / f"out{HOSTILE}.file")
    assert (written.returncode, failed.returncode) == (0, 2)
    assert controls(written.stderr + failed.stderr) == set()


def test_markup_of_the_terminal_library_is_shown_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"[red]a.txt": "[bold]检察机关[/bold]受理[link=x]案件113件，办结110件，在办5件。\n"})
    for command in ("read", "check"):
        run = plumbline(command, "[red]a.txt", cwd=tmp_path)
        assert run.returncode in (0, 1), run.stderr
        assert "[red]a.txt" in run.stdout


def test_a_name_that_is_not_text_is_read_and_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text(RIGHT, encoding="utf-8")
    for args in (["read", "--json"], ["check"]):
        run = subprocess.run([COMMAND, *args, path], capture_output=True, check=False, timeout=60)
        assert (run.returncode, run.stderr) == (0, b"")


def test_without_a_terminal_no_colours_are_printed(tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": WRONG})
    assert "\x1b" not in plumbline("check", path).stdout


# Pipes


@pytest.mark.parametrize("args", ["read", "read --json", "check --all"])
def test_a_reader_that_goes_away_ends_it_quietly(args: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": RIGHT * 400})
    run = subprocess.run(
        ["bash", "-c", f"{COMMAND} {args} a.txt | head -c 100 >/dev/null; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    assert run.stderr == ""
    assert run.stdout.strip() in ("0", "141")


@pytest.mark.parametrize("args", [["read"], ["read", "--json"], ["check"], ["check", "--json"]], ids=" ".join)
def test_a_full_disk_behind_the_output_is_said_in_words(args: list[str], tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": RIGHT})
    with open("/dev/full", "wb") as full:
        run = subprocess.run([COMMAND, *args, path], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr
    assert b"Exception" not in run.stderr
    assert run.stderr != b""


# The demonstration


def test_the_demo_writes_registers_alone_where_asked(tmp_path: Path) -> None:
    run = plumbline("demo", "--registers", "parquet", "--scale", "2", "--lang", "en", "--out", tmp_path / "here")
    assert run.returncode == 0, run.stderr
    assert "wrote" in run.stdout
    assert (tmp_path / "here" / "registers" / "trials" / "0000" / "Docketed.parquet").exists()


def test_the_demo_keeps_its_hands_off_a_folder_with_something_else_in_it(tmp_path: Path) -> None:
    [mine] = write(tmp_path, {"mine.txt": "words"})
    run = plumbline("demo", "--lang", "en", "--out", tmp_path)
    assert run.returncode == 2
    assert "holds something else" in run.stderr
    assert mine.read_text(encoding="utf-8") == "words"


def test_a_larger_city_is_written_and_not_run_through(tmp_path: Path) -> None:
    run = plumbline("demo", "--scale", "5", "--out", tmp_path / "here")
    assert run.returncode == 2
    assert "--registers" in run.stderr


def test_the_demo_says_where_it_could_not_write(tmp_path: Path) -> None:
    [taken] = write(tmp_path, {"taken": ""})
    run = plumbline("demo", "--lang", "en", "--out", taken / "below", env={"PLUMBLINE_SHARED": str(tmp_path / "none")})
    assert run.returncode == 2
    assert "cannot be written" in run.stderr
    assert "Traceback" not in run.stderr


def test_one_unreadable_file_of_a_folder_does_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path, {"sound.txt": RIGHT, "wrong.txt": WRONG, "torn.docx": "no package"})
    run = plumbline("check", tmp_path)
    assert run.returncode == 2
    assert "broken sum" in run.stdout
    assert run.stderr.startswith(f"error: {tmp_path / 'torn.docx'}: ")
    as_json = plumbline("read", "--json", tmp_path / "sound.txt", tmp_path / "torn.docx")
    assert [Path(r["file"]).name for r in json.loads(as_json.stdout)] == ["sound.txt"]
    assert as_json.returncode == 2

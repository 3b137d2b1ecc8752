"""What the command refuses: each by one line that says what and where, with nothing half-done and no traceback."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from book_commands import COMMAND, TWO, refused
from books import MOMENT, loaded, unguarded
from plumbline.cli.guard import guarded
from plumbline.errors import Damaged, Refused
from plumbline.web.book import Book, open_book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.correcting import corrected
from plumbline.web.book.mirroring import mirror

ORDER = ("erase", "0", "--yes", "--order", "令1号", "--order-by", "某中院", "--order-on", "2020-01-02", *TWO)


@pytest.fixture
def three(lite: Book) -> Book:
    loaded(lite, 3)
    return lite


def test_an_illegible_entry_is_not_left_out_of_the_mirror(three: Book) -> None:
    with unguarded(three) as connection:
        connection.execute("UPDATE book_content SET payload = x'ff' WHERE position = 1")
    with pytest.raises(Damaged, match=r"position 1 is missing or illegible.*book verify"):
        mirror(three)
    assert not (three.mirror / "mirror.json").exists()
    with pytest.raises(Damaged, match="illegible"):
        corrected(three, 1, ["persons=1"], MOMENT)


@pytest.mark.parametrize(
    ("day", "why"), [("2099-01-01", "2099-01-01 is still to come"), ("1900-01-01", "1900-01-01 is before 1979")]
)
def test_a_day_that_cannot_be_is_refused(three: Book, day: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        corrected(three, 1, [f"日期={day}"], MOMENT)
    order = [day if word == "2020-01-02" else word for word in ORDER]
    assert refused(three.folder, *order).startswith(f"error: --order-on: {why}.")


def test_a_correction_keeps_the_order_of_its_case(lite: Book) -> None:
    import polars as pl

    from books import BY, docketed, kind
    from plumbline.lines.trials.records import Heard
    from plumbline.web.book import load
    from plumbline.web.book.appending import append

    load(lite, [(kind(), docketed(1).with_columns(pl.lit(MOMENT.date()).alias("on")))], **BY)
    was = docketed(1).row(0, named=True)
    filled = {"case": was["case"], "body": was["body"], "on": MOMENT.date()}
    own = {name: 1 for name, field in Heard.model_fields.items() if field.is_required() and name not in filled}
    append(lite, [Heard.model_validate_strings({k: str(v) for k, v in {**filled, **own}.items()})], **BY)
    with pytest.raises(Refused, match="is before Case docketed 2020-01-02"):
        corrected(lite, 1, ["on=2020-01-01"], MOMENT)
    assert corrected(lite, 0, ["on=2020-01-01"], MOMENT).on.isoformat() == "2020-01-01"


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--order", "620102199001011234", "identity"),
        ("--order", "", "has under 1 characters"),
        ("--order-by", "院", "has under 2 characters"),
        ("--approved-by", "13800138000", "identity"),
        ("--entered-by", "甲" * 41, "has over 40 characters"),
    ],
)
def test_values_that_a_record_may_not_hold(three: Book, option: str, value: str, why: str) -> None:
    words = list(ORDER)
    words[words.index(option) + 1] = value
    said = refused(three.folder, *words)
    assert said.startswith(f"error: {option}: ")
    assert why in said


def test_withdrawing_takes_a_reason_and_no_changes(three: Book) -> None:
    assert "少于 1 个字" in refused(three.folder, "correct", "0", "--withdraw", "", *TWO, lang="zh")
    both = refused(three.folder, "correct", "0", "--withdraw", "重复", "--set", "persons=1", *TWO)
    assert "do not go together" in both


@pytest.mark.parametrize("url", ["nonsense", "mysql://a@127.0.0.1/b", "postgresql://a:secret@127.0.0.1:1/b"])
def test_an_address_is_looked_at_before_anything_is_made(tmp_path: Path, url: str) -> None:
    said = refused(tmp_path / "book", "init", url=url)
    assert said.startswith("error: DATABASE_URL: ")
    assert "secret" not in said
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize("emptied", [True, False])
def test_a_database_that_is_gone_is_not_made_anew(three: Book, emptied: bool) -> None:
    seal(three, MOMENT)
    for path in three.folder.glob("book.sqlite3*"):
        path.unlink()
    if emptied:
        (three.folder / "book.sqlite3").touch()
    for create in (True, False):
        with pytest.raises(Damaged, match=r"database is missing or empty.*backup"):
            open_book(three.folder, create=create, url="")


def test_init_does_not_call_a_book_without_keys_ready(three: Book) -> None:
    shutil.rmtree(three.folder / "keys")
    assert "this key of the book cannot be read" in refused(three.folder, "init")
    (three.folder / "book.json").unlink()
    assert "this key of the book cannot be read" in refused(three.folder, "init")


@pytest.mark.parametrize("text", ["[]", "null", '{"database": "sqlite"}', "{", '{"origin": 1, "database": "sqlite"}'])
def test_a_damaged_description_is_named(lite: Book, text: str) -> None:
    (lite.folder / "book.json").write_text(text, encoding="utf-8")
    for create in (True, False):
        with pytest.raises(Damaged, match=r"book\.json: this file is damaged"):
            open_book(lite.folder, create=create, url="")


@pytest.mark.parametrize("folder", [True, False])
def test_a_database_that_is_none(lite: Book, folder: bool) -> None:
    for path in lite.folder.glob("book.sqlite3*"):
        path.unlink()
    if folder:
        (lite.folder / "book.sqlite3").mkdir()
    else:
        (lite.folder / "book.sqlite3").write_bytes(b"garbage " * 1000)
    for word in ("init", "verify"):
        assert ("no file" if folder else "damaged") in refused(lite.folder, word)


def test_a_truncated_book_is_not_sealed(three: Book) -> None:
    seal(three, MOMENT)
    with unguarded(three) as connection:
        connection.execute("DELETE FROM book_content WHERE position = 2")
        connection.execute("DELETE FROM book_entry WHERE position = 2")
    assert "the book was cut short since the last checkpoint. Run plumbline book verify" in refused(
        three.folder, "checkpoint"
    )
    assert "账簿被截短了" in refused(three.folder, "checkpoint", lang="zh")


def test_a_file_that_fails_is_named_and_standard_output_is_not_blamed(capsys: pytest.CaptureFixture[str]) -> None:
    for error in (PermissionError(13, "Permission denied", "/some/file"), OSError(28, "No space left on device")):
        with pytest.raises(SystemExit) as ended, guarded("en"):
            raise error
        assert ended.value.code == 2
        said = capsys.readouterr().err
        assert said == f"{error.filename or 'plumbline'}: {error.strerror}.\n"


def test_standard_output_that_is_full_is_named() -> None:
    with open("/dev/full", "w") as full:
        made = subprocess.run(
            [COMMAND, "book", "status", "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
        assert "Traceback" not in made.stderr
        ended = subprocess.run(
            [sys.executable, "-c", "from plumbline.cli.guard import guarded\nwith guarded('en'): print('x')"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "No space left on device" in ended.stderr


def test_interrupted_while_it_is_still_imported() -> None:
    code = (
        "import sys, os, signal\n"
        "class Slow:\n"
        "    def find_spec(self, name, *rest):\n"
        f"        if name == 'plumbline.cli.load': os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        "sys.meta_path.insert(0, Slow())\n"
        "sys.argv = ['plumbline', 'load', 'x']\n"
        "from plumbline.cli import main\nmain()"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env=os.environ | {"PLUMBLINE_LANG": "en"},
    )  # fmt: skip
    assert (made.returncode, made.stderr) == (130, "interrupted; no file was left half-written.\n")


def test_interrupted_while_the_command_line_itself_is_imported() -> None:
    code = (
        "import sys, os, signal\n"
        "class Slow:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'click' and self in sys.meta_path:\n"
        "            sys.meta_path.remove(self)\n"
        f"            os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        "sys.meta_path.insert(0, Slow())\n"
        "from plumbline.cli import main\nmain()"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PLUMBLINE_LANG": "en"},
    )
    assert (made.returncode, made.stderr.count("\n")) == (130, 1), made.stderr
    assert "no file was left half-written" in made.stderr

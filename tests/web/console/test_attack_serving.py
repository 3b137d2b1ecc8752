"""What the shell of whoever serves has left of a trial opens nothing; a file that did not come in whole is told so."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.web.console.test_desk import docketed, text
from tests.web.console.test_grid import REPORT, drafts

from plumbline.cli.commands import app
from plumbline.web.book import Book, open_book

Client = Callable[[str], Any]
DOCKET = "/desk/new/trials/Docketed/"
SETTLED = """
import sys
from pathlib import Path
from plumbline.web.console.serving import prepare
prepare(Path(sys.argv[1]), trial=False, plain=False)
from django.conf import settings
print(settings.TRIAL, settings.PLAIN, settings.SESSION_COOKIE_SECURE)
"""


def test_a_trial_of_before_leaves_no_door_open(tmp_path: Path) -> None:
    """PLUMBLINE_TRIAL=1 in the shell, and ``plumbline serve --host 0.0.0.0``: second factors, and nothing in clear."""
    open_book(tmp_path / "book", create=True, url="")
    left = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    left |= {"PLUMBLINE_TRIAL": "1", "PLUMBLINE_PLAIN": "1"}
    command = [sys.executable, "-c", SETTLED, str(tmp_path / "book")]
    said = subprocess.run(command, env=left, check=True, capture_output=True, text=True).stdout
    assert said.split() == ["False", "False", "True"]


def test_no_trial_is_served_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passwords of a trial are known to all: not for another address, not through a proxy."""
    words = ["serve", "--trial", "--book", str(tmp_path / "book"), "--lang", "en"]
    for more, proxy in ((["--host", "0.0.0.0"], ""), ([], "1")):
        made = CliRunner().invoke(app, [*words, *more], env={"PLUMBLINE_PROXY": proxy})
        assert (made.exit_code, "for this machine only" in made.stderr) == (2, True)


@pytest.fixture
def large(settings: Any) -> io.BytesIO:
    """A file that is larger than what is taken in."""
    settings(FILE_UPLOAD_MAX_MEMORY_SIZE=1000)
    file = io.BytesIO(b"x" * 200_000)
    file.name = "large.xlsx"
    return file


def test_a_sheet_that_did_not_come_in_whole_is_said_to_be_too_large(client_of: Client, large: io.BytesIO) -> None:
    answer = client_of("clerk").post("/desk/import/trials/", {"sheet": large})
    assert answer.status_code == 422
    assert "没有收全" in text(answer)


def test_a_report_whose_photo_did_not_come_in_whole_is_not_taken_without_it(
    client_of: Client, large: io.BytesIO
) -> None:
    sent = REPORT | {"number": "城安隐〔2026〕881号", "key": "large", "photo": large}
    answer = client_of("grid").post("/grid/report", sent, headers={"accept": "application/json"})
    assert answer.status_code == 422
    assert list(answer.json()["faults"]) == ["photo"]
    assert not drafts("城安隐〔2026〕881号")


def test_a_full_disk_is_said_and_what_was_typed_is_taken_in_once_there_is_room(client_of: Client) -> None:
    from django.db import connection

    clerk, form = client_of("clerk"), docketed("（2021）甘0102刑初7100号", once="no room", act="save")
    with connection.cursor() as cursor:
        [(pages,)] = cursor.execute("PRAGMA page_count").fetchall()
        cursor.execute(f"PRAGMA max_page_count={pages}")
        try:
            answers = [clerk.post(DOCKET, form | {"offence": "盗" * 199, "once": f"no room {n}"}) for n in range(60)]
            assert answers[-1].status_code == 507
            assert "磁盘已满" in text(answers[-1])
        finally:
            cursor.execute("PRAGMA max_page_count=1073741823")
    assert clerk.post(DOCKET, form).status_code == 302


def test_a_book_s_file_that_went_away_is_missed_and_not_made_anew(client_of: Client, console: Book) -> None:
    clerk, file = client_of("clerk"), console.folder / "book.sqlite3"
    file.rename(aside := console.folder / "aside")
    try:
        answer = clerk.get("/cases/", {"number": "（2021）甘0102刑初7101号"})
        assert answer.status_code == 500
        assert "账簿的数据库不见了" in text(answer)
        assert not file.exists()
    finally:
        aside.rename(file)
    assert clerk.get("/cases/", {"number": "（2021）甘0102刑初7101号"}).status_code == 200

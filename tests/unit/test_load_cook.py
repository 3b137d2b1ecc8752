"""Cook County 2019, when the data is there: the tutorial's commands print what it shows, and its numbers are the data's."""

import csv
import doctest
import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

PAGE = "docs/tutorial/real-registers.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.timeout(1200)


@pytest.fixture(scope="module")
def data(shared):
    folder = shared / "data" / "cook-county-2019"
    if not folder.is_dir():
        pytest.skip("no data/cook-county-2019 in the shared folder")
    return folder


@pytest.fixture(scope="module")
def printed(data, repository, tmp_path_factory):
    """Pairs of what the tutorial shows and what its commands print, run in one folder from first to last."""
    folder = tmp_path_factory.mktemp("cook")
    shutil.copytree(data, folder / "cook-county-2019", copy_function=shutil.copyfile)
    os.chmod(folder / "cook-county-2019", 0o755)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PLUMBLINE_LANG": "en", "COLUMNS": "140", "PYTHONUTF8": "1"}
    environment.pop("DATABASE_URL", None)
    pairs, said = [], ""
    for kind, text in BLOCK.findall((repository / PAGE).read_text(encoding="utf-8")):
        if kind == "bash":
            done = subprocess.run(
                ["bash", "-ec", text], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
            )
            assert done.returncode == 0, done.stderr
            said = "".join(f"{line}\n" for line in done.stdout.splitlines() if "the book is ready" not in line)
        else:
            pairs.append((text, said))
    return pairs


def test_the_tutorial_shows_what_is_printed(printed):
    assert len(printed) == 4
    for shown, said in printed:
        assert doctest.OutputChecker().check_output(shown, said, doctest.ELLIPSIS), said


def rows(data, name):
    with open(data / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure(printed, name, counting):
    (value,) = re.findall(rf"^{re.escape(name)},{counting},(\d+),1$", printed[2][1], re.MULTILINE)
    return int(value)


def test_everyone_who_came_in_is_counted(data, printed):
    intake = rows(data, "intake")
    assert figure(printed, "prosecutions.received", "persons") == len({r["case_participant_id"] for r in intake})
    assert figure(printed, "prosecutions.received", "cases") == len(
        {(r["case_id"], r["received_date"][:10]) for r in intake}
    )


def test_the_charged_are_those_whose_first_possible_event_was_in_the_year(data, printed):
    first: dict[str, str] = {}
    for row in rows(data, "initiation"):
        day, person = row["event_date"], row["case_participant_id"]
        if "1979" <= day[:4] < "2100":
            first[person] = min(day, first.get(person, day))
    charged = sum(day.startswith("2019") for day in first.values())
    assert figure(printed, "prosecutions.prosecuted", "persons") == charged
    assert figure(printed, "trials.docketed", "persons") == charged


def test_the_rejected_are_those_the_review_rejected_in_the_year(data, printed):
    rejected = [r for r in rows(data, "intake") if r["participant_status"] == "Rejected"]
    within = [r for r in rejected if r["felony_review_date"].startswith("2019")]
    assert figure(printed, "prosecutions.not_prosecuted", "persons") == len(within)


def test_what_the_page_says_in_words_is_what_the_data_say(data, repository):
    pages = [(repository / page).read_text(encoding="utf-8") for page in (PAGE, PAGE.replace(".md", ".zh.md"))]
    gone = rows(data, "dispositions")
    early = [r for r in gone if as_day(r["disposition_date"]) < date.fromisoformat(r["received_date"])]
    assert all(str(len(early)) in page for page in pages)
    dated = {r["case_participant_id"] for r in rows(data, "initiation") if "1979" <= r["event_date"][:4] < "2100"}
    undated = concluded_in_2019(gone, rows(data, "sentencing")) - dated
    assert all(f"{len(undated):,}" in page for page in pages)


def as_day(written):
    return datetime.strptime(written, "%m/%d/%Y %I:%M:%S %p").date()


ENDED = {"Nolle Prosecution", "FNPC", "FNG", "FNG Reason Insanity", "Verdict-Not Guilty", "Case Dismissed"}
ENDED |= {"Death Suggested-Cause Abated", "Transferred - Misd Crt"}
GOES_ON = {
    "Re-Indictment",
    "INDICTMENT",
    "PG to Other Count/s",
    "Proceeding on Other Count/s",
    "Proceeding on Other Case/s",
}


def concluded_in_2019(gone, sentences):
    """Participants sentenced first in 2019, or disposed of then on the main charge with no guilt on any other."""
    guilty = {r["case_participant_id"] for r in gone if "guilt" in r["charge_disposition"].lower()}
    guilty -= {r["case_participant_id"] for r in gone if r["charge_disposition"] == "Verdict-Not Guilty"}
    main = [r for r in gone if r["primary_charge"] == "true" and r["charge_disposition"] in ENDED]
    ends = [(r["case_participant_id"], as_day(r["disposition_date"])) for r in main
            if r["charge_disposition_reason"] not in GOES_ON and r["case_participant_id"] not in guilty]  # fmt: skip
    ends += [(r["case_participant_id"], as_day(r["sentence_date"])) for r in sentences
             if r["sentence_phase"] == "Original Sentencing"]  # fmt: skip
    return {person for person, day in ends if day.year == 2019}

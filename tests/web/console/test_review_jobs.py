"""Work in the background: how many at once, who waits where, whose it is, what is left of it when something ends."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plumbline.errors import Busy, NotFound
from plumbline.web.book import Book
from plumbline.web.reading import job as child

if TYPE_CHECKING:
    from plumbline.web.console.job import Job
    from plumbline.web.console.jobs import Jobs

WORK = """
import os, time
from plumbline.errors import Busy, Words
def wait(folder, asked, step):
    step(Words("在做", "doing"), 1, 2)
    while not (folder / "go").exists():
        time.sleep(0.02)
    return {"said": asked["said"]}
def crash(folder, asked, step):
    os._exit(3)
def refuse(folder, asked, step):
    raise Busy("那里", Words("不行", "no"), Words("算了", "leave it"))
"""


@pytest.fixture
def jobs(console: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., "Jobs"]]:
    """What makes a queue of a kind; what is left of its jobs is dropped at the end."""
    from plumbline.web.console.job import Job, place
    from plumbline.web.console.jobs import Jobs

    (tmp_path / "some_work.py").write_text(WORK, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made: list[Jobs] = []

    def make(work: str = "wait", at_once: int = 2, **more: Any) -> Jobs:
        made.append(Jobs("tried", f"some_work:{work}", at_once, **more))
        return made[-1]

    yield make
    for each in made:
        for folder in place(each.kind).iterdir():
            each.drop(Job(folder, {}))


def _account(name: str) -> Any:
    from plumbline.web.people.models import Account

    return Account.objects.get(username=name)


def _until(holds: Callable[[], Any]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to that")


def test_two_are_done_at_once_and_the_rest_wait_in_order(jobs: Callable[..., "Jobs"]) -> None:
    some = jobs()
    clerk, checker = _account("clerk"), _account("checker")
    put = [some.put(who, {"said": at}) for at, who in enumerate((clerk, clerk, clerk, checker))]
    _until(lambda: put[0].step and put[1].step)
    assert [some.ahead(job) for job in put] == [0, 0, 1, 2]
    assert put[0].step == {"what": ("在做", "doing"), "done": 1, "total": 2}
    (put[1].folder / "go").touch()
    _until(lambda: put[2].step)
    assert put[1].done == {"said": 1}
    assert [some.ahead(job) for job in (put[0], put[2], put[3])] == [0, 0, 1]
    assert put[3].step is None


def test_one_account_cannot_fill_the_queue(jobs: Callable[..., "Jobs"]) -> None:
    some, clerk = jobs(), _account("clerk")
    for at in range(4):
        some.put(clerk, {"said": at})
    with pytest.raises(Busy, match="too many are waiting"):
        some.put(clerk, {"said": 4})
    assert some.put(_account("checker"), {"said": 5}).asked["said"] == 5


def test_of_what_is_done_an_account_keeps_the_latest(
    jobs: Callable[..., "Jobs"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plumbline.web.console.jobs.KEPT_OF_ONE", 2)
    some, clerk, other = jobs("refuse"), _account("clerk"), _account("checker")
    first = some.put(other, {})
    put = []
    for _ in range(4):
        put.append(some.put(clerk, {}))
        _until(lambda: put[-1].ended)
    assert {job.key for job in some.all_of(clerk)} == {put[2].key, put[3].key}
    assert [job.key for job in some.all_of(other)] == [first.key]


def test_a_job_is_its_accounts_alone_and_lies_where_nobody_else_looks(jobs: Callable[..., "Jobs"]) -> None:
    some = jobs("refuse")
    job = some.put(_account("clerk"), {})
    assert job.folder.stat().st_mode & 0o077 == 0
    assert job.folder.parent.parent.stat().st_mode & 0o077 == 0
    assert some.of(job.key, _account("clerk")).asked == job.asked
    for key in (job.key[:-1], "x" * 22, "x" * 300, "..", ""):
        with pytest.raises(NotFound):
            some.of(key, _account("clerk"))
    with pytest.raises(NotFound):
        some.of(job.key, _account("checker"))
    assert some.all_of(_account("checker")) == []


def test_what_went_wrong_is_kept_in_both_languages(jobs: Callable[..., "Jobs"]) -> None:
    told: list[Job] = []
    some = jobs("refuse", after=told.append)
    job = some.put(_account("clerk"), {})
    _until(lambda: some.over(job))
    assert job.failed == {"where": "那里", "what": ("不行", "no"), "todo": ("算了", "leave it")}
    assert job.done is None
    assert [each.key for each in told] == [job.key]


def test_work_that_crashes_is_said_to_have_and_the_next_is_done(jobs: Callable[..., "Jobs"]) -> None:
    some = jobs("crash", at_once=1)
    first, second = (some.put(_account("clerk"), {}) for _ in range(2))
    _until(lambda: some.over(second))
    for job in (first, second):
        assert job.failed
        assert job.failed["what"].en == "it ended before it was done"


def test_what_a_server_left_undone_is_done_by_the_next(jobs: Callable[..., "Jobs"]) -> None:
    ended, after = jobs(), jobs()
    job = ended.put(_account("clerk"), {"said": "kept"})
    _until(lambda: job.step)
    ended._running[job.key].kill()
    _until(lambda: ended.over(job))
    (job.folder / child.FAILED).unlink()
    (job.folder / "go").touch()
    found = after.of(job.key, _account("clerk"))
    _until(lambda: after.over(found))
    assert found.done == {"said": "kept"}


def test_dropping_stops_the_work_and_leaves_nothing(jobs: Callable[..., "Jobs"]) -> None:
    some = jobs(at_once=1)
    job, after = some.put(_account("clerk"), {"said": 1}), some.put(_account("clerk"), {"said": 2})
    _until(lambda: job.step)
    running = some._running[job.key]
    some.drop(job)
    assert running.poll() is not None
    _until(lambda: after.step)
    assert not job.folder.exists()


def test_the_process_ends_with_the_server(jobs: Callable[..., "Jobs"], tmp_path: Path) -> None:
    child.write(tmp_path, child.ASKED, {"said": 1})
    command = [sys.executable, "-P", "-m", child.__name__, str(tmp_path), "some_work:wait"]
    running = subprocess.Popen(command, stdin=subprocess.PIPE)
    _until(lambda: (tmp_path / child.STEP).exists())
    assert running.stdin
    running.stdin.close()
    assert running.wait(30) == 1
    assert not (tmp_path / child.DONE).exists()


def test_what_is_old_goes_though_nobody_comes(jobs: Callable[..., "Jobs"], monkeypatch: pytest.MonkeyPatch) -> None:
    from plumbline.web.console import job as folders
    from plumbline.web.console import jobs as queues

    monkeypatch.setattr(queues, "IDLE", 0.05)
    some = jobs("refuse")
    job = some.put(_account("clerk"), {})
    _until(lambda: some.over(job))
    assert job.folder.exists()
    monkeypatch.setattr(folders, "KEPT", -1)
    _until(lambda: not job.folder.exists())

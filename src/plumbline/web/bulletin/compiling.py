"""Reports written in a process of its own, one at a time of each plan, size of the book and language."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from plumbline.errors import OutputError

ENDS = (".html", ".docx", ".pdf", "-records.html", "-records.csv")
"""What follows a report's stem in the names of its files: the page, Word, PDF, and the records behind its numbers."""

_starting = threading.Lock()
_children: dict["Job", "subprocess.Popen[bytes]"] = {}


class Job(NamedTuple):
    """A report to be written: the plan that ships, as of how many entries, in which language."""

    plan: str
    size: int
    lang: str

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(settings.BOOK) / "reports" / str(self.size)

    @property
    def stem(self) -> str:
        """What the names of the files begin with."""
        return self.plan + ("" if self.lang == "zh" else f".{self.lang}")

    def beside(self, name: str) -> Path:
        """Return a file that is kept while it is written: lock, progress, what went wrong."""
        return self.folder / f".{self.stem}.{name}"

    @property
    def written(self) -> bool:
        """Whether the files are there: they are put there all at once."""
        return all((self.folder / f"{self.stem}{end}").is_file() for end in ENDS)


class State(NamedTuple):
    """How far a report has come: ``running``, so many of so many done; ``failed`` with what was said."""

    running: bool = False
    done: int = 0
    total: int = 0
    failed: str = ""


def start(job: Job) -> bool:
    """Start writing a report; False where it is being written or is written already, OutputError where it cannot be."""
    try:
        with _starting:
            return _started(job)
    except OSError as error:
        raise OutputError.unwritable(str(job.folder), error) from error


def _started(job: Job) -> bool:
    job.folder.mkdir(parents=True, exist_ok=True)
    with _lock(job) as held:
        if held is None or job.written:
            return False
        job.beside("progress").unlink(missing_ok=True)
        _children[job] = _spawned(job, held)
        return True


def state(job: Job) -> State:
    """Return how far a report has come."""
    if job.written or not job.beside("lock").exists():
        return State()
    if _running(job):
        return State(True, *_progress(job))
    said = job.beside("said").read_text("utf-8", "replace").strip().splitlines()
    return State() if job.written else State(failed=said[-1] if said else "—")


def _running(job: Job) -> bool:
    if (child := _children.get(job)) and child.poll() is not None:
        del _children[job]
    with _starting, _lock(job) as held:
        return held is None


@contextmanager
def _lock(job: Job) -> Iterator[int | None]:
    """Hold a job's lock, which ends with the last process that has it; None where another has it."""
    with job.beside("lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
            return
        yield file.fileno()


def _spawned(job: Job, lock: int) -> "subprocess.Popen[bytes]":
    """Start the command; it takes the lock along."""
    options = {"--book": settings.BOOK, "--as-of": job.size, "--out": job.folder, "--lang": job.lang}
    words = [str(word) for option in options.items() for word in option]
    command = [sys.executable, "-m", "plumbline", "report", job.plan, *words]
    told = os.environ | {"PLUMBLINE_PROGRESS": str(job.beside("progress"))}
    with job.beside("said").open("wb") as said:
        return subprocess.Popen(
            command, env=told, pass_fds=(lock,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )


def _progress(job: Job) -> tuple[int, int]:
    try:
        done, total = job.beside("progress").read_text("ascii").split()
    except (OSError, ValueError):
        return 0, 0
    return int(done), int(total)


def sizes() -> list[int]:
    """Return as of which sizes reports were written, the last first."""
    folder = Path(settings.BOOK) / "reports"
    named = folder.iterdir() if folder.is_dir() else ()
    return sorted((int(each.name) for each in named if each.name.isdecimal()), reverse=True)

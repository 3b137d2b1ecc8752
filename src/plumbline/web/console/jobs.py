"""Work that takes longer than a page may: done in a process of its own, a few at a time, the rest in order behind them.

A job is its account's alone, and goes after a day or when its account says so (job.py).
"""

import logging
import queue
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.db import connections

from plumbline.errors import Busy, NotFound, OutputError, Words
from plumbline.web.console.job import Job, job_in, old, place
from plumbline.web.people.models import Account
from plumbline.web.reading import job as child

logger = logging.getLogger(__name__)
LONGEST = 900
"""Seconds a job may take."""
IDLE = 3600
"""Seconds without a new job after which what is old is looked for."""
WAITING, WAITING_OF_ONE = 40, 4
"""Most jobs of a kind that are not done: of all accounts, of one."""
LONGEST_KEY = 40
KEPT_OF_ONE = 20
"""Most jobs of a kind of one account that are done: the oldest make room."""


class Jobs:
    """Jobs of one kind. ``work`` names the function (module:function), ``after`` is told of each that ended."""

    def __init__(self, kind: str, work: str, at_once: int, after: Callable[[Job], None] = lambda job: None) -> None:
        """Begin with none."""
        self.kind, self._work, self._at_once, self._after = kind, work, at_once, after
        self._queue: queue.Queue[str] = queue.Queue()
        self._lock = threading.Lock()
        self._open: list[str] = []
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._workers: list[threading.Thread] = []

    def put(
        self, account: Account, asked: Mapping[str, Any], fill: Callable[[Path], None] = lambda folder: None
    ) -> Job:
        """Ask for a job; ``fill`` puts what it needs into its folder. Busy where too many are waiting."""
        self.sweep()
        self._require_room(account)
        folder = place(self.kind) / secrets.token_urlsafe(16)
        folder.mkdir(mode=0o700)
        try:
            fill(folder)
            child.write(folder, child.ASKED, {"account": account.username, "at": time.time(), **asked})
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise OutputError.unwritable(self.kind, error) from error
        self._enter(folder.name)
        return job_in(folder)

    def of(self, key: str, account: Account) -> Job:
        """Return a job of an account; NotFound for another's, or where there is none (any more)."""
        self.sweep()
        folder = place(self.kind) / key[:LONGEST_KEY]
        if folder.is_dir():
            found = job_in(folder)
            if found.asked.get("account") == account.username:
                if not found.ended:
                    self._enter(key)  # a server that ended left it undone
                return found
        what = Words("这里没有您的东西，或已删除", "there is nothing of yours here, or it was deleted")
        raise NotFound(f"/{self.kind}/", what, Words("上传的文件只保留一天", "Uploads are kept for a day"))

    def all_of(self, account: Account) -> list[Job]:
        """Return an account's jobs, the latest first."""
        self.sweep()
        found = [job_in(folder) for folder in place(self.kind).iterdir()]
        return sorted((j for j in found if j.asked.get("account") == account.username), key=lambda j: -j.at)

    def over(self, job: Job) -> bool:
        """Return whether it ended and whoever is told of that was told."""
        with self._lock:
            return job.ended and job.key not in self._open

    def ahead(self, job: Job) -> int:
        """Return its place in the queue from 1; 0 where it is being done."""
        with self._lock:
            at = self._open.index(job.key) if job.key in self._open else 0
            return 0 if job.key in self._running else max(at - self._at_once + 1, 0)

    def drop(self, job: Job) -> None:
        """Stop a job and delete its folder."""
        (job.folder / child.ASKED).unlink(missing_ok=True)  # from here on it is nobody's
        with self._lock:
            running = self._running.get(job.key)
        if running:
            running.kill()
            running.wait()
        shutil.rmtree(job.folder, ignore_errors=True)

    def sweep(self) -> None:
        """Delete what is older than a day."""
        for folder in place(self.kind).iterdir():
            if old(folder):
                self.drop(Job(folder, {}))

    def _require_room(self, account: Account) -> None:
        own = self.all_of(account)
        for job in [job for job in own if job.ended][KEPT_OF_ONE - 1 :]:
            self.drop(job)
        if sum(not job.ended for job in own) >= WAITING_OF_ONE or len(self._open) >= WAITING:
            what = Words("正在排队的太多", "too many are waiting already")
            raise Busy(self.kind, what, Words("请等前面的做完再来", "Wait until some of them are done"))

    def _enter(self, key: str) -> None:
        with self._lock:
            if key in self._open:
                return
            self._open.append(key)
            if len(self._workers) < self._at_once:
                self._workers.append(threading.Thread(target=self._serve, daemon=True))
                self._workers[-1].start()
        self._queue.put(key)

    def _serve(self) -> None:
        while True:
            try:
                key = self._queue.get(timeout=IDLE)
            except queue.Empty:
                self.sweep()
                continue
            try:
                self._do(place(self.kind) / key)
            except Exception:
                logger.exception("a job could not be done")
            finally:
                with self._lock:
                    self._open.remove(key)
                    self._running.pop(key, None)
                connections.close_all()

    def _do(self, folder: Path) -> None:
        """Have a process do a job, and tell of it; a job that was dropped, before or meanwhile, is passed over."""
        if not (folder / child.ASKED).exists() or job_in(folder).ended:
            return
        command = [sys.executable, "-P", "-m", child.__name__, str(folder), self._work]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as running:
            with self._lock:
                self._running[folder.name] = running
            _await(running)
        if not (folder / child.ASKED).exists():
            return
        if not job_in(folder).ended:
            child.crash(folder)
        self._after(job_in(folder))


def _await(running: "subprocess.Popen[bytes]") -> None:
    try:
        running.wait(LONGEST)
    except subprocess.TimeoutExpired:
        running.kill()

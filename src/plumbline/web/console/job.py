"""A job: a folder under the system's temporary one that only this console's owner can open, its account's alone."""

import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

from plumbline.errors import OutputError, Words
from plumbline.web.reading import job as child

KEPT = 24 * 3600
"""Seconds after which a job and its files are deleted."""


@dataclass(frozen=True)
class Job:
    """One job: its folder, whose it is and what was asked."""

    folder: Path
    asked: Mapping[str, Any]

    @property
    def key(self) -> str:
        """What its address ends in."""
        return self.folder.name

    @property
    def at(self) -> float:
        """When it was asked for, in seconds since the epoch."""
        return float(self.asked["at"])

    @property
    def failed(self) -> dict[str, Any] | None:
        """What went wrong: where, what and todo, the last two in both languages."""
        said = child.read(self.folder, child.FAILED)
        return said | {"what": Words(*said["what"]), "todo": Words(*said["todo"])} if said else None

    @property
    def done(self) -> Any:
        """What came of it; None until then."""
        return child.read(self.folder, child.DONE)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return any((self.folder / name).exists() for name in (child.DONE, child.FAILED))

    @property
    def step(self) -> dict[str, Any] | None:
        """How far it is: what, done, total; None before it began."""
        said = child.read(self.folder, child.STEP)
        return said | {"what": Words(*said["what"])} if said else None


def job_in(folder: Path) -> Job:
    """Return the job of a folder; nobody's where it was dropped."""
    return Job(folder, child.read(folder, child.ASKED) or {"at": 0})


def place(kind: str) -> Path:
    """Return the folder of a kind's jobs, made where it is missing; OutputError where it is somebody else's."""
    name = f"plumbline-{salted_hmac('jobs', str(settings.BOOK)).hexdigest()[:16]}"
    ours = Path(tempfile.gettempdir(), name)
    ours.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and ours.lstat().st_uid != os.getuid():
        raise OutputError.unwritable(str(ours), PermissionError(13, "not ours"))
    (ours / kind).mkdir(mode=0o700, exist_ok=True)
    return ours / kind


def old(folder: Path) -> bool:
    """Return whether nothing happened in a folder for a day."""
    try:
        return time.time() - folder.stat().st_mtime > KEPT
    except OSError:
        return False

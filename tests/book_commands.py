"""The command ``plumbline book`` run as it is run: in a process of its own, in an environment that says nothing."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("plumbline")
TWO = ("--entered-by", "甲", "--approved-by", "乙")


def run(folder: Path, *words: str, lang: str = "en", url: str = "") -> "subprocess.CompletedProcess[str]":
    clean = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "PLUMBLINE_BOOK", "PLUMBLINE_LANG")}
    return subprocess.run(
        [COMMAND, "book", *words, "--book", folder, "--lang", lang],
        capture_output=True, text=True, env=clean | ({"DATABASE_URL": url} if url else {}), check=False, timeout=100,
    )  # fmt: skip


def refused(folder: Path, *words: str, lang: str = "en", url: str = "") -> str:
    made = run(folder, *words, lang=lang, url=url)
    assert (made.returncode, made.stderr.count("\n")) == (2, 1), made.stderr
    return made.stderr

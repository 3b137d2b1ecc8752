"""Which language the command speaks, and how its errors read."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from plumbline.errors import PlumblineError, Words

CHOICES = ("zh", "en")


def language(asked: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return "zh" or "en": as asked, else PLUMBLINE_LANG, else the locale; English where neither says Chinese."""
    named = asked or environment.get("PLUMBLINE_LANG", "")
    if named in CHOICES:
        return named
    locale = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environment.get(name))), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def error_line(error: PlumblineError, lang: str) -> str:
    """Return an error as one printed line."""
    label = Words("错误", "error").in_(lang)
    return printable(f"{label}{'：' if lang == 'zh' else ': '}{error.in_(lang)}")


def printable(text: str) -> str:
    """Return text on one line, without what a terminal would obey: control and direction characters."""
    return "".join(c if c.isprintable() else " " for c in text)


def say_wrote(path: Path, lang: str) -> None:
    """Say on standard error which file was written."""
    sys.stderr.write(f"{Words('已写入', 'wrote').in_(lang)} {printable(str(path))}\n")

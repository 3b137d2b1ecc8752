"""The command ``plumbline book`` run in this process, in an environment that says nothing; a start costs a second.

That it runs in a process of its own as well is shown by following the page on keeping a book.
"""

import sys
from pathlib import Path

from click.testing import CliRunner, Result

from plumbline.cli.commands import app

COMMAND = Path(sys.executable).with_name("plumbline")
TWO = ("--entered-by", "甲", "--approved-by", "乙")


def run(folder: Path, *words: str, lang: str = "en", url: str = "") -> Result:
    """Run it; whatever it raises but its exit is a fault of its own."""
    clean = {"DATABASE_URL": url or None, "PLUMBLINE_BOOK": None, "PLUMBLINE_LANG": None}
    made = CliRunner().invoke(app, ["book", *words, "--book", str(folder), "--lang", lang], env=clean)
    assert made.exception is None or isinstance(made.exception, SystemExit), repr(made.exception)
    return made


def refused(folder: Path, *words: str, lang: str = "en", url: str = "") -> str:
    made = run(folder, *words, lang=lang, url=url)
    assert (made.exit_code, made.stderr.count("\n")) == (2, 1), made.stderr
    return made.stderr

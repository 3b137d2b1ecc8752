"""A progress bar on standard error for work counted one by one; nothing at all where standard error is no terminal.

Where $PLUMBLINE_PROGRESS names a file, how many of how many are done is written there instead: ``3 12``.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Step = Callable[[int, int], None]
"""Is told how many of how many are done."""


@contextmanager
def progress(label: str) -> Iterator[Step]:
    """Show how far work is; what is yielded is told how many of how many are done."""
    if told := os.environ.get("PLUMBLINE_PROGRESS"):
        yield lambda done, total: _write(Path(told), f"{done} {total}")
        return
    if not sys.stderr.isatty():
        yield lambda done, total: None  # a bar switched off would still print an empty line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _write(file: Path, text: str) -> None:
    aside = file.with_name(f"{file.name}.new")
    aside.write_text(text, "ascii")
    aside.replace(file)

"""From the paths a user names to documents read, with progress on long work."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from plumbline.claims import Reading, read
from plumbline.documents import Document, find, load
from plumbline.errors import InputError, OutputError, Words
from plumbline.web.reading.checking import Read

if TYPE_CHECKING:
    from rich.progress import Progress

LONG = 300_000
"""Characters, or 20 files, from which on progress is shown: below that reading is over before a bar could help."""
MANY = 20


def keep_inputs(files: Sequence[str], *targets: Path | None) -> None:
    """Raise OutputError where a result would be written over a document that is read, or over another result."""
    taken = {str(Path(f).resolve()) for f in find(files) if f != "-"}
    for target in targets:
        if target is None:
            continue
        place = str(target.resolve())
        inside = {str(Path(place, f"{Path(name).stem}.docx")) for name in taken} if target.is_dir() else set()
        if place in taken or inside & taken:
            what = Words(
                "会覆盖所读的文件或另一项结果", "this would overwrite a document that is read, or another result"
            )
            raise OutputError(str(target), what, Words("请换一个文件名", "Choose another name"))
        taken.add(place)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of the documents asked for: those read, and why the others were not."""

    reads: tuple[Read, ...]
    refused: tuple[InputError, ...]

    @property
    def alone(self) -> bool:
        """Whether a single document was asked for."""
        return len(self.reads) + len(self.refused) == 1


def read_all(paths: Sequence[str], lang: str) -> Gathered:
    """Load and read every document that ``paths`` stand for.

    What cannot be read is left out with its error, so that one damaged file of a folder does not hide the others. Raises
    that InputError where nothing can be read.
    """
    stdin = sys.stdin.buffer if sys.stdin else BytesIO()
    documents, refused = [], []
    for source in find(paths):
        try:
            documents.append(load(source, stdin=stdin))
        except InputError as error:
            refused.append(error)
    if not documents:
        raise refused[0]
    with _progress(documents, lang) as step:
        return Gathered(tuple(Read(d, _read(d, step)) for d in documents), tuple(refused))


def _read(document: Document, step: "Step") -> Reading:
    reading = read(document.text, step.within)
    step.done(len(document.text))
    return reading


class Step:
    """Moves a progress bar, if there is one."""

    def __init__(self, bar: "Progress | None", total: int) -> None:
        """Start at nothing of ``total`` characters."""
        self.bar, self.before = bar, 0
        self.task = bar.add_task("", total=total) if bar else None

    def within(self, characters: int) -> None:
        """Say how far reading has come in the document at hand."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, completed=self.before + characters)

    def done(self, characters: int) -> None:
        """Say that a document of so many characters is read."""
        self.before += characters
        self.within(0)


@contextmanager
def _progress(documents: Sequence[Document], lang: str) -> Iterator[Step]:
    total = sum(len(d.text) for d in documents)
    if total < LONG and len(documents) < MANY:
        yield Step(None, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    label = Words("正在读取", "reading").in_(lang)
    columns = TextColumn(label), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Step(bar, total)

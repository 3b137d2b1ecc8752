"""A report reviewed: read, checked, held against last year's and the book, and written down with what was found."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plumbline.checks import Finding, page
from plumbline.claims import read
from plumbline.documents import Document, load
from plumbline.errors import InputError, TooLarge, Words
from plumbline.figures.shapes import Reading
from plumbline.web.reading.annotated import page_of, word_of
from plumbline.web.reading.checking import Checked, Read, check_all, in_order
from plumbline.web.reading.job import Step

THIS, LAST = "this", "last"
"""The folders in which the report and last year's lie, each by its own name."""
CHARACTERS = 2_000_000
"""Most characters in a report: a year's reports of a whole province are fewer."""
AROUND = 24
"""Characters of the text shown on each side of a number."""

_COMMAND = re.compile(r"(?:；查看：|; see )plumbline figures .*")
"""The end of a line of working that says what to type; here it is a link."""
READING = Words("正在读取", "Reading")
OPENING = Words("正在打开账簿", "Opening the book")
HOLDING = Words("正在与账簿对照", "Holding against the book")
WRITING = Words("正在写出批注", "Writing the comments")


def review(folder: Path, asked: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """Review the report in ``folder``; return its claims and findings, the latter as rows.

    Raises InputError, whose ``where`` begins with the field (this, last), for what cannot be read.
    """
    documents = [_load(folder, name) for name in (LAST, THIS) if (folder / name).is_dir()]
    reads = [Read(d, read(d.text, _within(documents, at, step))) for at, d in enumerate(documents)]
    checked = check_all(reads)
    if asked.get("book"):
        checked = _held(checked, Path(asked["book"]), asked["size"], step)
    _write(folder, checked[::-1], step)
    this, found = checked[-1]
    quantities = sum(c.kind == "quantity" for c in this.reading.claims)
    return {"claims": quantities, "characters": len(this.document.text), "findings": rows(this, found)}


def _load(folder: Path, field: str) -> Document:
    """Return the one document in a field's folder, known by its own name."""
    path = next((folder / field).iterdir())
    try:
        found = load(path)
    except InputError as error:
        raise type(error)(f"{field}/{path.name}", error.what, error.todo) from error
    if len(found.text) > CHARACTERS:
        what = Words(f"超过 {CHARACTERS:,} 字", f"it is over {CHARACTERS:,} characters")
        raise TooLarge(f"{field}/{path.name}", what, Words("请拆成几份", "Split it into parts"))
    return found


def _within(documents: Sequence[Document], at: int, step: Step) -> Any:
    total = sum(len(d.text) for d in documents)
    before = sum(len(d.text) for d in documents[:at])
    return lambda characters: step(READING, before + characters, total)


def _held(checked: list[Checked], book: Path, size: int, step: Step) -> list[Checked]:
    from plumbline.checks.against import standings
    from plumbline.figures.opening import open_mirror
    from plumbline.lines import kinds
    from plumbline.web.reading.against import book_of, hold_against

    step(OPENING, 0, 0)
    opened = open_mirror(book / "mirror", kinds(), size)
    held = hold_against(checked[-1:], book_of(opened), lambda done, total: step(HOLDING, done, total))
    ranked = [(r, in_order(found, standings(r.reading, None))) for r, found in held]
    return [*checked[:-1], *ranked]


def _write(folder: Path, checked: Sequence[Checked], step: Step) -> None:
    """Write the annotated page and the Word file, in both languages; the report comes first."""
    (this, found), langs = checked[0], ("zh", "en")
    for done, lang in enumerate(langs):
        step(WRITING, done, len(langs))
        (folder / f"annotated.{lang}.html").write_bytes(page_of(checked, lang))
        (folder / f"annotated.{lang}.docx").write_bytes(word_of(this, found, lang))


def rows(this: Read, found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings ready for a table; ``mark`` is the place of each on the annotated page ("" for none)."""
    marks = {(m.start, m.end): f"m1-{at}" for at, m in enumerate(page("", this.reading, found).marks)}
    return [_row(this.document.text, f, marks.get((f.start, f.end), "")) for f in found]


def _row(text: str, f: Finding, mark: str) -> dict[str, Any]:
    before, after = text[max(f.start - AROUND, 0) : f.start], text[f.end : f.end + AROUND]
    return {
        "kind": f.kind, "mark": mark, "number": text[f.start : f.end], "source": f.source,
        "before": before.rpartition("\n")[2], "after": after.partition("\n")[0], "sentence": f.sentence,
        "working": [[_COMMAND.sub("", said) for said in line] for line in f.working],
        "readings": [_asked(each.reading) for each in f.evidence],
    }  # fmt: skip


def _asked(reading: Reading) -> dict[str, Any]:
    """Return what a reading of the book was asked for."""
    first, last = (day.isoformat() for day in reading.period)
    said = {"figure": reading.figure.id, "first": first, "last": last, "scope": reading.scope, "body": reading.body}
    return said | {"size": reading.size}

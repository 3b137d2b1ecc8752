"""One register into the book, and what is said of it. Imported only by ``plumbline load``: it opens the book."""

import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from plumbline.cli.language import error_line, printable
from plumbline.cli.progress import progress
from plumbline.cli.whole import whole
from plumbline.errors import InputError, OutputError, Words
from plumbline.records import Kind
from plumbline.sheets.loading import Checked, checked
from plumbline.sheets.mapped import Mapped
from plumbline.sheets.refused import write
from plumbline.sheets.shapes import ROW, Fault, Sheet
from plumbline.sheets.wording import echoed
from plumbline.web.book.firsts import first_days
from plumbline.web.book.loading import Loaded, Progress
from plumbline.web.book.loading import load as load_into
from plumbline.web.book.opening import Book

SHOWN = 20
"""Refused rows shown in the terminal; the annotated file has all."""


class Entering(NamedTuple):
    """Where registers go, what they hold, and who answers for them."""

    book: Book
    kinds: Mapping[str, Kind]
    kind: Kind | None
    mapped: Mapped | None
    entered_by: str
    approved_by: str


def load_or_say(path: Path, into: Entering, lang: str) -> bool:
    """Load one file as ``load`` does; one that cannot be read, or whose copy cannot be written, is named and not loaded."""
    try:
        return load(path, into, lang)
    except (InputError, OutputError) as error:
        sys.stdout.flush()
        sys.stderr.write(error_line(error, lang) + "\n")
        return False


def load(path: Path, into: Entering, lang: str) -> bool:
    """Load one file whole, or nothing of it, and say how it went; return whether it is in the book."""
    with progress(printable(path.name)) as step:
        found = _checked(path, into)
        loaded = None if found.refused else _load(found, into, step)
    if found.noted:
        _list(path, found.sheets, found.noted, "noted", lang)
    if loaded is None:
        _list(path, found.sheets, found.refused, "refused", lang)
    else:
        say(_told(path, loaded), lang)
    return loaded is not None


def _checked(path: Path, into: Entering) -> Checked:
    return checked(path, into.kinds, date.today(), kind=into.kind, mapped=into.mapped, book=first_days(into.book))


def _load(found: Checked, into: Entering, step: Progress) -> Loaded:
    frames = [(batch.kind, batch.frame.drop(ROW)) for batch in found.batches]
    if not any(len(frame) for _, frame in frames):
        return Loaded(0, -1, 0, 0)
    now = datetime.now(UTC)
    return load_into(
        into.book, frames, entered_by=into.entered_by, approved_by=into.approved_by, recorded_at=now, progress=step
    )


def _told(path: Path, loaded: Loaded) -> Words:
    if not loaded.added + loaded.already:
        return Words(f"{path}：里面没有记录，什么都没有录入", f"{path}: there is nothing in it; nothing was loaded")
    if not loaded.added:
        return Words(
            f"{path}：{loaded.already} 条记录已在账内，没有变化",
            f"{path}: {_many(loaded.already, 'record')}, in the book already; nothing changed",
        )
    also_zh = f"；另有 {loaded.already} 条已在账内" if loaded.already else ""
    also_en = f"; {loaded.already} more were there already" if loaded.already else ""
    return Words(
        f"{path}：录入 {loaded.added} 条记录，位置 {loaded.first} 至 {loaded.last}{also_zh}",
        f"{path}: {_many(loaded.added, 'record')} loaded, positions {loaded.first} to {loaded.last}{also_en}",
    )


HEADS = {
    "refused": lambda path, rows, n: Words(
        f"{path}：{rows} 行有 {n} 处不符，整份文件没有录入",
        f"{path}: {_many(n, 'fault')} in {_many(rows, 'row')}; nothing of this file was loaded",
    ),
    "noted": lambda path, rows, n: Words(
        f"{path}：{rows} 行有 {n} 处可疑，照对应关系文件所定处理",
        f"{path}: {_many(n, 'doubt')} in {_many(rows, 'row')}, dealt with as the mapping says",
    ),
}


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _list(path: Path, sheets: list[Sheet], faults: list[Fault], which: str, lang: str) -> None:
    """Name the first rows of those refused or noted, and write all into an annotated copy."""
    say(HEADS[which](path, len({(f.sheet, f.row) for f in faults}), len(faults)), lang)
    for fault in faults[:SHOWN]:
        _echo(_line(fault, lang))
    if len(faults) > SHOWN:
        say(Words(f"  另有 {len(faults) - SHOWN} 处", f"  and {len(faults) - SHOWN} more"), lang)
    written = _annotated(path, sheets, faults, which, lang)
    say(Words(f"  全部标注于 {written}", f"  all of them marked in {written}"), lang)


def _line(fault: Fault, lang: str) -> str:
    sheet = echoed(fault.sheet)
    place = Words(f"  工作表 {sheet}，第 {fault.row} 行", f"  sheet {sheet}, row {fault.row}").in_(lang)
    comma, colon, stop = ("，", "：", "。") if lang == "zh" else (", ", ": ", ". ")
    column = f"{comma}{echoed(fault.column)}" if fault.column else ""
    return f"{place}{column}{colon}{fault.what.in_(lang)}{stop}{fault.todo.in_(lang)}{stop.strip()}"


def _annotated(path: Path, sheets: list[Sheet], faults: list[Fault], which: str, lang: str) -> Path:
    """Write the annotated copy beside the file, or here where that folder cannot be written to; over no earlier one."""
    folder = path.parent if path.parent.stat().st_mode & 0o222 else Path()
    names = (f"{path.stem}-{which}{n}.xlsx" for n in chain([""], (f"-{n}" for n in count(2))))
    target = next(folder / name for name in names if not (folder / name).is_file())
    whole(target, lambda made: write(made, sheets, faults, lang))
    return target


def say(words: Words, lang: str) -> None:
    """Print one line."""
    _echo(words.in_(lang))


def _echo(text: str) -> None:
    sys.stdout.write(printable(text) + "\n")

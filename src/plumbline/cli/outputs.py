"""Files the command writes: one annotated page for all documents, one annotated Word file for each."""

from collections.abc import Sequence
from pathlib import Path

from plumbline.checks import Finding
from plumbline.cli.whole import whole
from plumbline.errors import OutputError, Words
from plumbline.web.reading.annotated import page_of, word_of
from plumbline.web.reading.checking import Read

Checked = tuple[Read, Sequence[Finding]]


def write_html(path: Path, checked: Sequence[Checked], lang: str) -> None:
    """Write one self-contained page with every document on it."""
    _write(path, page_of(checked, lang))


def write_word(path: Path, checked: Sequence[Checked], lang: str, everything: bool) -> list[Path]:
    """Write a commented Word file for each document: to ``path``, or into it where it is a folder or there are several.

    What holds is commented on only where ``everything`` is asked for.
    """
    targets = _targets(path, [read.document.name for read, _ in checked])
    for target, (read, findings) in zip(targets, checked, strict=True):
        _write(target, word_of(read, findings, lang, everything))
    return targets


def _targets(path: Path, names: list[str]) -> list[Path]:
    if len(names) == 1 and not path.is_dir():
        return [path]
    if path.suffix == ".docx":
        what = Words("多个文件不能写入同一个 Word 文件", "several documents cannot go into one Word file")
        raise OutputError(str(path), what, Words("请给出一个文件夹", "Give a folder instead"))
    stems = [Path(name).stem if name != "-" else "stdin" for name in names]
    return [path / f"{stem}{'' if stems.count(stem) == 1 else f'-{i}'}.docx" for i, stem in enumerate(stems, 1)]


def _write(path: Path, content: bytes) -> None:
    whole(path, lambda made: made.write_bytes(content))

"""What takes long, done in a process of its own: verifying the whole book, exporting it. Without Django."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from plumbline.errors import Words
from plumbline.web.reading.job import Step

if TYPE_CHECKING:
    from plumbline.web.reading.exporting import Asked

VERIFYING = Words("正在核验", "Verifying")
EXPORTING = Words("正在导出", "Exporting")
PACKING = Words("正在打包", "Packing")
ZIP = "export.zip"


def verify(folder: Path, asked: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """Verify the book at ``asked["book"]``; return its size, and the first difference in both languages or ""."""
    from plumbline.web.book import open_book
    from plumbline.web.book.sessions import entries_in
    from plumbline.web.book.verifying import differences

    book = open_book(asked["book"])
    size = entries_in(book)
    found = next(differences(book, lambda done, total: step(VERIFYING, done, total)), None)
    if not found:
        return {"size": size, "zh": "", "en": ""}
    at = Words(f"第 {found.position} 条", f"position {found.position}")
    where = Words("账簿", "the book") if found.position is None else at
    return {"size": size, "zh": f"{where.zh}：{found.what.zh}", "en": f"{where.en}: {found.what.en}"}


def export(folder: Path, asked: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """Export the mirror of the book at ``asked["book"]`` into a zip file in ``folder``; return how many files are in it.

    Raises FigureError where there is nothing to export, OutputError where it cannot be written.
    """
    from plumbline.exports import exported
    from plumbline.figures.opening import open_mirror
    from plumbline.lines import kinds
    from plumbline.web.reading.exporting import making

    opened, form = open_mirror(Path(asked["book"]) / "mirror", kinds(), asked["size"]), asked["form"]
    make, root = making(opened, _said(asked), form), opened.mirror.roots.get(opened.size, "")

    def written(aside: Path) -> None:
        make(aside, lambda done, total: step(EXPORTING, done, total))

    made = exported(folder / "made", form, opened.size, root, written)
    step(PACKING, 0, 0)
    _pack(folder / "made", folder / ZIP)
    return {"files": len(made)}


def _said(asked: Mapping[str, Any]) -> "Asked":
    from plumbline.web.reading.asked import period
    from plumbline.web.reading.exporting import Asked, known

    days = period(asked["period"]) if asked["period"] else None
    return Asked(days, known(asked["lines"]), asked["threshold"], asked["licence"])


def _pack(made: Path, into: Path) -> None:
    with ZipFile(into, "w", ZIP_DEFLATED) as packed:
        for path in sorted(made.iterdir()):
            packed.write(path, path.name)
    shutil.rmtree(made)

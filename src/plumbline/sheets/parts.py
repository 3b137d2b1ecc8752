"""The parts of an .xlsx, looked through before it is parsed. Only the child process imports this."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from plumbline.sheets.limits import UNPACKED_BYTES
from plumbline.sheets.refusals import too_wide

BLANK = "\ue000not computed"
"""What a formula without its result is made to say for the parser, which would find the cell empty."""

_FAR = re.compile(rb' r="(?:G[S-Z]|[H-Z][A-Z]|[A-Z]{3})[0-9]+"[^<>/]*>')
"""A cell with something in it, right of column GR, the 200th."""

_FORMULA = re.compile(rb"[<:]f[ />]")
_CELL = re.compile(
    rb"<((?:\w+:)?c)\b([^<>]*)>\s*<((?:\w+:)?)f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT = re.compile(rb'\bt="str"')
_TYPE = re.compile(rb'\bt="[^"]*"')
_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^<>]*\bdate1904=[\"'](?:1|true|on)[\"']")
_PIECE, _OVERLAP = 4_000_000, 400


def since_1904(data: bytes) -> bool:
    """Return whether the workbook counts its days from 1904."""
    with ZipFile(BytesIO(data)) as package:
        return "xl/workbook.xml" in package.namelist() and bool(_1904.search(package.read("xl/workbook.xml")))


def marked(data: bytes) -> bytes:
    """Return the workbook with ``BLANK`` in each cell whose formula has no result; as it was where there is none.

    Programs that write formulas but do not compute leave them so. A formula whose result is an empty text is one of
    text, and stays. Raises TooLarge for a cell beyond the columns read.
    """
    with ZipFile(BytesIO(data)) as package:
        new = dict(_mended(package))
        return _again(package, new) if new else data


def _mended(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in package.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml") and _has_formulas(package, name):
            with package.open(name) as stream:
                old = stream.read(UNPACKED_BYTES)
            new = _CELL.sub(_said, old)
            if new != old:
                yield name, new


def _has_formulas(package: ZipFile, name: str) -> bool:
    found, tail = False, b""
    with package.open(name) as stream:
        while piece := stream.read(_PIECE):
            if _FAR.search(tail + piece):
                raise too_wide("")
            found = found or bool(_FORMULA.search(tail + piece))
            tail = piece[-_OVERLAP:]
    return found


def _said(cell: re.Match[bytes]) -> bytes:
    tag, about, prefix = cell.groups()
    if _TEXT.search(about):
        return cell[0]
    about = _TYPE.sub(b"", about) + b' t="str"'
    return b"<%b%b><%bv>%b</%bv></%b>" % (tag, about, prefix, BLANK.encode(), prefix, tag)


def _again(package: ZipFile, new: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as made:
        for name in package.namelist():
            made.writestr(name, new.get(name) or package.read(name))
    return stream.getvalue()

"""Which format a document is in: by its first bytes, and only then by the ending of its name."""

import re
from pathlib import PurePath
from typing import Literal

from plumbline.documents import refusals
from plumbline.documents.limits import FILE_BYTES, TEXT_BYTES
from plumbline.errors import NotText, Words

Format = Literal["txt", "md", "html", "docx", "pdf"]

ENDINGS: dict[str, Format] = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The endings a folder is searched for, in lower case, and the format each stands for."""

MOST_BYTES: dict[Format, int] = {
    "txt": TEXT_BYTES,
    "md": TEXT_BYTES,
    "html": TEXT_BYTES,
    "docx": FILE_BYTES,
    "pdf": FILE_BYTES,
}
"""How many bytes a source of each format may have."""

_AS_DOCX = Words("在 Word 或 WPS 中解除密码，另存为 .docx", "In Word or WPS lift any password and save it as .docx")
_RECOGNISE = Words("先做文字识别（OCR），再读其结果", "Run text recognition (OCR) on it and read the result")
_UNPACK = Words("先解压，再写明其中的文件", "Unpack it and name a file in it")
_OLE = Words("这是旧版 .doc 等文件，或加了密码", "it is an old .doc or the like, or locked with a password")
_RTF = Words("这是 RTF 文件", "it is an RTF file")
_PICTURE = Words("这是图片，没有文字层", "it is a picture and has no text layer")
_ARCHIVE = Words("这是压缩包", "it is an archive")

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE, _AS_DOCX),
    (b"{\\rtf", _RTF, _AS_DOCX),
    (b"\xff\xd8\xff", _PICTURE, _RECOGNISE),
    (b"\x89PNG\r\n", _PICTURE, _RECOGNISE),
    (b"GIF8", _PICTURE, _RECOGNISE),
    (b"II*\0", _PICTURE, _RECOGNISE),
    (b"MM\0*", _PICTURE, _RECOGNISE),
    (b"Rar!\x1a\x07", _ARCHIVE, _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE, _UNPACK),
    (b"\x1f\x8b\x08", _ARCHIVE, _UNPACK),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def tell(head: bytes, name: str) -> Format:
    """Return the format of a document that begins with ``head`` and is called ``name``. Every zip is "docx" here.

    Raises NotText for a known format that is not read, for no bytes and for binary ones; Broken for a name ending in
    .docx or .pdf over content that is neither.
    """
    if not head:
        raise refusals.empty(name)
    _refuse_foreign(head, name)
    if head.startswith(_ZIP):
        return "docx"
    ending = PurePath(name).suffix.lower()
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    return _tell_text(head, name, ending)


def _refuse_foreign(head: bytes, name: str) -> None:
    for signature, what, todo in _FOREIGN:
        if head.startswith(signature):
            raise NotText(name, what, todo)


def _tell_text(head: bytes, name: str, ending: str) -> Format:
    by_name = ENDINGS.get(ending, "txt")
    if by_name in ("docx", "pdf"):
        raise refusals.misnamed(name, ending)
    if b"\0" in head and not head.startswith(_UTF16):
        raise refusals.binary(name, head.index(b"\0"))
    # UTF-16 shows its tags once the marks and the zero halves are out
    letters = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")
    return "html" if _HTML.match(letters) else by_name

"""A .docx before it is parsed: is the zip what Word writes, built to harm, or something else altogether?"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from plumbline.documents import refusals
from plumbline.documents.limits import RATIO_FROM_BYTES, UNPACKED_BYTES, UNPACKED_RATIO, ZIP_DEPTH, ZIP_ENTRIES
from plumbline.errors import NotText, Words

BOMB = Words("它解开后大得不合常理（压缩炸弹）", "it unpacks to far more than a document holds (a compression bomb)")
PARTS = Words("包内文件多得不合常理", "it has more parts than any document")
NAMES = Words("包内文件名指向包外、重复或过深", "a part's name leads out of it, comes twice or is too deep")
DECLARES = Words("它的 XML 含有 DOCTYPE 或 ENTITY 声明", "its XML declares a DOCTYPE or an ENTITY, as no document does")
HIDES = Words("它的 XML 用了可藏匿内容的编码", "its XML is in an encoding that can hide what it says")

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
# in these no byte of "<!DOCTYPE" can be written otherwise; UTF-7, say, would hide it from the search
_OPEN_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252", b"gb2312", b"gbk", b"gb18030"}
_XML = (".xml", ".rels")
# pictures and pasted web pages, which declare a DOCTYPE in good faith and are never parsed
_NOT_PARSED = (".svg", ".htm", ".html", ".xhtml", ".mht")
_OUTSIDE = re.compile(r"^/|[\\:\0]|(?:^|/)\.\.(?:/|$)")
_AS_DOCX = Words("打开后另存为 .docx 或 .pdf", "Open it and save it as .docx or .pdf")
_UNPACK = Words("先解压，再写明其中的文件", "Unpack it and name a file in it")
_OTHERS = (
    ("xl/", Words("这是 Excel 表格", "it is an Excel workbook"), _AS_DOCX),
    ("ppt/", Words("这是 PowerPoint 演示文稿", "it is a PowerPoint presentation"), _AS_DOCX),
    ("OFD.xml", Words("这是 OFD 文件", "it is an OFD file"), _AS_DOCX),
    ("mimetype", Words("这是 OpenDocument 或 EPUB 文件", "it is an OpenDocument or EPUB file"), _AS_DOCX),
    ("", Words("这是压缩包", "it is an archive"), _UNPACK),
)


def check(data: bytes) -> None:
    """Look through the zip in ``data`` before anything trusts it.

    Raises NotText for a zip that holds no Word document; Unsafe for too many parts, too much in them, a name that leads
    out of it, a DOCTYPE or ENTITY in its XML; whatever ``zipfile`` raises for a damaged one.
    """
    with ZipFile(BytesIO(data)) as package:
        parts = package.infolist()
        _refuse_other(package.namelist())
        refuse_bomb(parts, len(data), UNPACKED_BYTES)
        refuse_names(package.namelist())
        for part in parts:
            refuse_hidden(part.filename.lower(), package.read(part))


def _refuse_other(names: list[str]) -> None:
    if any(name.startswith("word/") for name in names):
        return
    what, todo = next((what, todo) for start, what, todo in _OTHERS if not start or _has(names, start))
    raise NotText("", what, todo)


def _has(names: list[str], start: str) -> bool:
    return any(name.startswith(start) for name in names)


def refuse_bomb(parts: list[ZipInfo], packed: int, most: int) -> None:
    """Raise Unsafe for too many parts and for parts that unpack to over ``most`` bytes or out of all proportion."""
    if len(parts) > ZIP_ENTRIES:
        raise refusals.harmful("", PARTS)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > most or unpacked > max(RATIO_FROM_BYTES, UNPACKED_RATIO * packed):
        raise refusals.harmful("", BOMB)
    # other methods can unpack far past the size a part declares
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise refusals.damaged("")


def refuse_names(names: list[str]) -> None:
    """Raise Unsafe for a part's name that leads out of the package, comes twice or is too deep."""
    outside = any(_OUTSIDE.search(name) or name.count("/") > ZIP_DEPTH for name in names)
    if outside or len(set(names)) < len(names):
        raise refusals.harmful("", NAMES)


def refuse_hidden(name: str, content: bytes) -> None:
    """Raise Unsafe for XML (a part's content, or its beginning) that declares entities or hides what it says."""
    # without its zeros UTF-16 reads as ASCII
    letters = content.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    is_xml = name.endswith(_XML) or (letters.startswith(b"<") and not name.endswith(_NOT_PARSED))
    if not is_xml or not letters:
        return
    encoding = _ENCODING.match(letters[:1024])
    if not letters.startswith(b"<") or (encoding and encoding[1].lower() not in _OPEN_ENCODINGS):
        raise refusals.harmful("", HIDES)
    if _DECLARATION.search(letters):
        raise refusals.harmful("", DECLARES)

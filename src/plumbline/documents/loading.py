"""One source read into one document: its bytes within limits, its format, its encoding, its text."""

from pathlib import Path
from typing import BinaryIO

from plumbline.documents import refusals, sandbox
from plumbline.documents.decoding import declared_in, decode
from plumbline.documents.formats import MOST_BYTES, Format, tell
from plumbline.documents.shapes import Document
from plumbline.documents.sources import read_file, read_stream, shown


def load(source: str | Path, *, stdin: BinaryIO | None = None) -> Document:
    """Return the document in the file ``source``; "-" reads ``stdin``, by default the standard input.

    The format is told by the content first, by the ending of the name second. At most 20 MB of text, 64 MB of .docx or
    .pdf (see ``limits``) are read. Raises only InputError: NotFound, TooLarge, NotText (binary, blank, scanned, an
    unknown encoding or a format not read), Unsafe, Broken, or InputError itself for what is no file or may not be read.
    """
    name = shown(source)

    def most(head: bytes) -> int:
        return MOST_BYTES[tell(head, name)]

    data = read_stream(stdin, most) if source == "-" else read_file(source, most)
    document = _read(data, name, tell(data, name))
    if not document.text.strip():
        raise refusals.empty(name)
    return document


def _read(data: bytes, name: str, format: Format) -> Document:
    match format:
        case "docx":
            answer = sandbox.parse(format, data, name)
            original = data if answer.commentable else None
            return Document(name, answer.text, format, original=original, paragraphs=answer.paragraphs)
        case "pdf":
            return Document(name, sandbox.parse(format, data, name).text, format)
        case "html":
            return _read_html(data, name)
        case "txt" | "md":
            text, encoding = decode(data, name)
            return Document(name, text, format, encoding)


def _read_html(data: bytes, name: str) -> Document:
    source, encoding = decode(data, name, declared_in(data))
    text = sandbox.parse("html", source.encode(), name).text if source.strip() else ""
    return Document(name, text, "html", encoding)

"""The shape of a document: a file turned into plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    r"""A file as plain text.

    ``name`` is what the user calls it (a path as given, or "-"), fit to be printed. ``format`` is one of txt, md, html,
    docx, pdf. ``encoding`` is the one detected, by its Python name; None for docx and pdf. Lines of ``text`` end in
    ``\n``; offsets are those of ``pathlib.Path.read_text`` with that encoding for txt and md.

    ``original`` keeps the bytes of a .docx file that python-docx opens, so that comments can be added to it; else None.
    ``paragraphs`` gives, for docx, the span ``(start, end)`` in ``text`` of each paragraph, its ``\n`` not counted, in
    the order ``plumbline.documents.word.walk`` yields them (body and table cells as they stand); else empty.
    """

    name: str
    text: str
    format: str
    encoding: str | None = None
    original: bytes | None = None
    paragraphs: tuple[tuple[int, int], ...] = ()

"""A Word document turned into bytes that depend on nothing but its content."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document


def sealed(document: Document) -> bytes:
    """Return the .docx; the same content gives the same bytes."""
    written, again_written = BytesIO(), BytesIO()
    document.save(written)
    # python-docx stamps each part with the present time; the same report should give the same bytes.
    with ZipFile(written) as parts, ZipFile(again_written, "w", ZIP_DEFLATED) as again:
        for part in parts.infolist():
            again.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return again_written.getvalue()

"""The text layer of a PDF, page by page."""

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from plumbline.documents import refusals
from plumbline.documents.answers import Answer
from plumbline.documents.joining import Line, joined
from plumbline.documents.limits import PDF_PAGES, TEXT_BYTES
from plumbline.errors import NotText, TooLarge, Words

# writers put %%EOF at the very end; some servers append a little of their own
_TAIL_BYTES = 2_048
# over three characters in ten without meaning: the fonts name shapes, not characters
_SENSELESS_SHARE = 0.3
_SENSELESS = ("Cc", "Cn", "Co")
# fonts draw 工 with the glyph of the radical ⼯, and PDF writers then name the radical
_REPLACED = {radical: unicodedata.normalize("NFKC", chr(radical)) for radical in range(0x2F00, 0x2FD6)}
# pdfium's marks for what it cannot name and for a hyphen at a line's end
_REPLACED |= dict.fromkeys([0, 2, 0xFFFE], "")

_RECOGNISE = Words("先做文字识别（OCR），再读其结果", "Run text recognition (OCR) on it and read the result")


def parse(data: bytes) -> Answer:
    """Return the text layer of a PDF, its lines put together as paragraphs the way ``joining.joined`` says.

    Raises Broken for a file cut off or damaged; NotText for a locked one, one of which most pages are pictures (a scan)
    and one whose fonts do not say which characters they draw; TooLarge for over PDF_PAGES pages.
    """
    if b"%%EOF" not in data.rstrip(b"\0\r\n ")[-_TAIL_BYTES:]:
        raise refusals.damaged("")
    pages = _pages(data)
    text = "".join(line.text for page in pages for line in page)
    if not text:
        raise _scanned()
    if sum(map(_is_senseless, text)) > _SENSELESS_SHARE * len(text):
        raise _senseless()
    return Answer(joined(pages).translate(_REPLACED))


def _pages(data: bytes) -> list[list[Line]]:
    pages, scans, length = list[list[Line]](), 0, 0
    with closing(_opened(data)) as document:
        if len(document) > PDF_PAGES:
            raise _too_long()
        for page in document:
            pages.append(list(_lines(page.get_textpage())))
            scans += not pages[-1] and _has_picture(page)
            length += sum(len(line.text) for line in pages[-1])
            if length > TEXT_BYTES:
                raise refusals.too_large("", TEXT_BYTES)
    if scans * 2 > len(pages):
        raise _scanned()
    return pages


def _lines(textpage: pypdfium2.PdfTextPage) -> Iterator[Line]:
    for is_end, letters in groupby(_letters(textpage), key=lambda letter: letter[0] in "\r\n"):
        if not is_end and (line := _line(list(letters))).text:
            yield line


def _line(letters: list[tuple[str, float, float]]) -> Line:
    # pdfium gives a rare character as two surrogates, and a hostile font may give one alone
    halves = "".join(letter for letter, _, _ in letters).encode("utf-16-le", "surrogatepass")
    text = halves.decode("utf-16-le", "ignore").strip(" \t")
    widths = [right - left for letter, left, right in letters if not letter.isspace()]
    ends = [end for letter, *ends in letters if not letter.isspace() for end in ends]
    return Line(text, min(ends, default=0), max(ends, default=0), sum(widths), max(widths, default=0))


def _letters(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[str, float, float]]:
    box = raw.FS_RECTF()
    for i in range(textpage.count_chars()):
        raw.FPDFText_GetLooseCharBox(textpage, i, box)
        yield chr(raw.FPDFText_GetUnicode(textpage, i)), box.left, box.right


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        said = str(error).lower()
        if "password" in said or "security" in said:
            raise _locked() from error
        raise refusals.damaged("") from error


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _is_senseless(letter: str) -> bool:
    return letter == "\ufffd" or unicodedata.category(letter) in _SENSELESS


def _scanned() -> NotText:
    what = Words("这是扫描件，没有文字层", "it is a scan: pictures of pages, without a text layer")
    return NotText("", what, _RECOGNISE)


def _senseless() -> NotText:
    what = Words("字体没有注明所绘的字符，文字层无法辨认", "its fonts do not say which characters they draw")
    return NotText("", what, _RECOGNISE)


def _locked() -> NotText:
    todo = Words("解除密码后另存一份", "Open it with its password and save a copy without one")
    return NotText("", Words("PDF 加了密码", "it is locked with a password"), todo)


def _too_long() -> TooLarge:
    what = Words(f"超过 {PDF_PAGES} 页", f"it has over {PDF_PAGES} pages")
    return TooLarge("", what, Words("拆成几份后重试", "Split it into parts"))

"""HTML to text: what a browser would show of the body, one line a block."""

import re
from collections.abc import Iterator

from lxml import etree

from plumbline.documents import refusals
from plumbline.documents.answers import Answer
from plumbline.errors import Words

_LINES = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_UNSEEN = frozenset(
    "audio button canvas datalist embed head iframe math menu nav noframes noscript object rp rt script select style"
    " svg template textarea title video".split()
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# decoding has refused every NUL and an entity for one gives U+FFFD, so that it can stand for a line's end here
_END = "\0"
_WIDE = "[\u3000-\u9fff\uff00-\uffef“”‘’—…·]"
# a line broken in the source between Chinese characters is no space
_BROKEN_LINE = re.compile(rf"(?<={_WIDE})[ \t\f]*\n[ \t\f\n]*(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\f\n]+")


def parse(source: bytes) -> Answer:
    """Return the visible text of an HTML page given in UTF-8.

    Each block, list item and table cell is a line, blank ones left out; blanks collapse as in a browser. Scripts,
    styles, forms' fields, navigation and hidden elements are left out. Raises Unsafe for over 2,048 elements one in
    another.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(source, parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise refusals.harmful("", Words("网页元素嵌套过深", "its elements are nested too deep"))
    body = root.find("body")
    pieces = "".join(_pieces(root if body is None else body))
    lines = (_line(raw) for raw in pieces.split(_END))
    return Answer("".join(f"{line}\n" for line in lines if line.strip()))


def _pieces(body: etree._Element) -> Iterator[str]:
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            yield _end(element, body)
        elif _is_unseen(element):
            walker.skip_subtree()
        else:
            yield _start(element)


def _start(element: etree._Element) -> str:
    text = element.text or ""
    if element.tag == "pre":
        text = text.replace("\n", _END)
    return _END + text if element.tag in _LINES else text


def _end(element: etree._Element, body: etree._Element) -> str:
    tail = "" if element is body else element.tail or ""
    return _END + tail if element.tag in _LINES else tail


def _is_unseen(element: etree._Element) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or element.get("role") == "navigation"
        or bool(_UNSEEN_STYLE.search(element.get("style", "")))
    )


def _line(raw: str) -> str:
    return _BLANKS.sub(" ", _BROKEN_LINE.sub("", raw)).strip(" ")

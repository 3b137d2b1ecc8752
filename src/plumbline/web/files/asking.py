"""From an address to what is asked of files: every word bounded."""

from datetime import date
from functools import cache
from unicodedata import normalize

from django.http import HttpRequest

from plumbline.errors import NotFound, Refused, Words
from plumbline.lines import Line, lines

LONGEST = 200
FIRST, LAST = 1900, 2100
LARGEST = 2**53


@cache
def known() -> dict[str, Line]:
    """Return every line of work by its code: they are declared once and do not change."""
    return {each.name: each for each in lines()}


def word(request: HttpRequest, name: str) -> str:
    """Return a word of an address, cut to what any may have; "" where it is not there or not printable."""
    text = str(request.GET.get(name, "")).strip()[:LONGEST]
    return text if text.isprintable() else ""


def written(text: str) -> str:
    """Return a part of an address in its one written form; NotFound for what no record can hold."""
    if len(text) > LONGEST or not text.isprintable():
        what = Words("地址里有记录不会有的内容", "the address has what no record can hold")
        raise NotFound(text[:20], what, Words("请核对地址", "Check the address"))
    return normalize("NFC", text)


def number(request: HttpRequest, name: str) -> int | None:
    """Return a whole number of an address; None where there is none."""
    text = word(request, name)
    return int(text) if text.isascii() and text.isdigit() and int(text) < LARGEST else None


def day(text: str) -> date:
    """Return the day a text names; Refused for one that is none, or out of all bounds."""
    try:
        found = date.fromisoformat(text)
        if not FIRST <= found.year <= LAST:
            raise ValueError(text)
        return found
    except ValueError:
        what = Words(f"“{text}”不是日期", f"“{text}” is no day")
        todo = Words(f"请写如 2020-12-31，{FIRST} 至 {LAST} 年", f"Write it as 2020-12-31, of {FIRST} to {LAST}")
        raise Refused("on", what, todo) from None


def require_line(line: str) -> None:
    """Raise NotFound for a line of work that is none."""
    if line not in known():
        what = Words("没有这条工作条线", "there is no such line of work")
        raise NotFound(line, what, Words(f"可选：{'、'.join(known())}", f"Choose among {', '.join(known())}"))

"""What goes wrong on purpose is shown as a page that says what, where and what to do; the rest is Django's."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from plumbline.errors import BookError, Busy, Damaged, Full, NotFound, OutputError, PlumblineError, TooLarge, Words
from plumbline.web.book.meanings import meant
from plumbline.web.console import shelf
from plumbline.web.console.speaking import spoken
from plumbline.web.people.rights import Forbidden

STATUS: dict[type[PlumblineError], int] = {
    Forbidden: 403,
    NotFound: 404,
    Busy: 503,
    Full: 507,
    Damaged: 500,
    OutputError: 500,
    BookError: 409,
}
"""The first that fits, else 400."""


LARGE = Words("送来的内容太大，没有收下", "what was sent is too large and was not taken in")
LESS = Words(
    "请返回上一页：长文字存成文件再上传，表格分成几份",
    "Go back: save a long text as a file and send that, split a sheet into parts",
)


class Failing:
    """Turns a PlumblineError into a page, or JSON where that is wanted."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for an error raised on purpose."""
        if isinstance(error, OperationalError):
            error = _meant(error)
        return _told(request, error, status_of(error)) if isinstance(error, PlumblineError) else None


def _meant(error: OperationalError) -> Exception:
    """Return what the console's own database says as the book's would say it: no room, or its turn did not come."""
    said = meant(shelf.book(), str(error))
    return said if isinstance(said, Full | Busy) else error


def _told(request: HttpRequest, error: PlumblineError, status: int) -> HttpResponse:
    """Return a page that says an error in the language spoken; for programs JSON in both."""
    if request.path.startswith("/api/"):
        both = {"what": error.what._asdict(), "todo": error.todo._asdict()}
        return JsonResponse({"where": where(error), **both}, status=status)
    said = {"where": where(error), "what": error.what.in_(spoken()), "todo": error.todo.in_(spoken())}
    return render(request, "failed.html", {"failed": said}, status=status)


def where(error: PlumblineError) -> str:
    """Return where an error is, without where on this machine the book lies."""
    return error.where.replace(str(settings.BOOK), settings.BOOK.name)


def unread(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read; one for being too large is told so."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _told(request, TooLarge(request.path, LARGE, LESS), 413)
    return render(request, "400.html", status=400)


def status_of(error: PlumblineError) -> int:
    """Return the HTTP status of an error raised on purpose."""
    return next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)

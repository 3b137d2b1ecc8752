"""What goes wrong on purpose is shown as a page that says what, where and what to do; the rest is Django's."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from plumbline.errors import BookError, Busy, Damaged, Full, NotFound, OutputError, PlumblineError
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
        if not isinstance(error, PlumblineError):
            return None
        lang, status = spoken(), status_of(error)
        said = {"where": error.where, "what": error.what.in_(lang), "todo": error.todo.in_(lang)}
        if request.path.startswith("/api/"):
            return JsonResponse(said, status=status)
        return render(request, "failed.html", {"failed": said}, status=status)


def status_of(error: PlumblineError) -> int:
    """Return the HTTP status of an error raised on purpose."""
    return next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)

"""What goes wrong, answered as ``Failure``: where, what, what to do, in both languages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from plumbline.errors import PlumblineError, Words
from plumbline.sheets.wording import said as worded
from plumbline.web.api.shapes import both
from plumbline.web.console.failing import status_of, where

UNKNOWN = Words("没有登录，或令牌不对、已过期", "not signed in, or the token is wrong or has ended")
SIGN_IN = Words("请登录，或在自己的页上新建令牌", "Sign in, or make a token on the account's own page")
UNREAD = Words("看不懂这个请求", "this request cannot be read")
WRONG = Words("请改正后再发", "Correct it and send it again")


def answering(api: NinjaAPI) -> None:
    """Have an interface answer so."""

    @api.exception_handler(PlumblineError)
    def on_purpose(request: HttpRequest, error: PlumblineError) -> HttpResponse:
        return failed(api, request, status_of(error), where(error), error.what, error.todo)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: Exception) -> HttpResponse:
        return failed(api, request, 401, "Authorization", UNKNOWN, SIGN_IN)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: Any) -> HttpResponse:
        first = error.errors[0] if error.errors else {}
        where = ".".join(str(each) for each in first.get("loc", ())[1:]) or "body"
        return failed(api, request, 422, where, worded(first), WRONG)

    @api.exception_handler(HttpError)
    def unread(request: HttpRequest, error: Any) -> HttpResponse:
        return failed(api, request, error.status_code if error.status_code != 405 else 400, "body", UNREAD, WRONG)

    @api.exception_handler(UnicodeEncodeError)
    def no_text(request: HttpRequest, error: Exception) -> HttpResponse:
        return failed(api, request, 400, "body", UNREAD, WRONG)  # half of a sign of two: "\\ud800"


def failed(api: NinjaAPI, request: HttpRequest, status: int, where: str, what: Words, todo: Words) -> HttpResponse:
    """Return an answer that says what went wrong."""
    said = {"where": where, "what": both(what).dict(), "todo": both(todo).dict()}
    return api.create_response(request, said, status=status)

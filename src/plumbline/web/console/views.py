"""The first page, and the language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from plumbline.web.console import shelf
from plumbline.web.desk.waiting import waits
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed, open_to_all

LANGUAGES = {"zh": "zh-hans", "en": "en"}


@allowed()
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits for the account, and where to begin."""
    shown = {"role": Role(request.user.role).words, "waits": waits(request.user)}
    return render(request, "home.html", shown | {"origin": shelf.book().origin, "size": shelf.size()})


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from here on."""
    wanted = LANGUAGES.get(request.POST.get("lang", ""), "zh-hans")
    back = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    answer = HttpResponseRedirect(back if safe else "/")
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, wanted, max_age=365 * 24 * 3600, samesite="Lax", secure=not settings.PLAIN
    )
    return answer


@open_to_all
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the server answers."""
    return HttpResponse("ok", content_type="text/plain")

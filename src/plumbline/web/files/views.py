"""Pages of cases: finding one, its whole story, its time limits."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plumbline.errors import NotFound, Refused, Words
from plumbline.lines import limits
from plumbline.web.book.records import LINE
from plumbline.web.book.sessions import entries_in
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.files import addresses, asking, due, erasures, finding, photos
from plumbline.web.files.clocks import clocks
from plumbline.web.files.joined import joined
from plumbline.web.files.lately import as_of
from plumbline.web.files.reasons import with_reasons
from plumbline.web.files.story import Item, story
from plumbline.web.people import trail
from plumbline.web.people.models import Account
from plumbline.web.people.rights import EVERYWHERE, FILES, allowed, may_enter, may_propose_erasure, may_read, require

NO_PHOTO = Words("没有这张照片，或不是您可查阅的案卷的", "there is no such photo, or none of a case that you may read")


@require_safe
@allowed(*FILES)
def cases(request: HttpRequest) -> HttpResponse:
    """Find a case by its number, or among the last ones of a line."""
    number, line, body = (asking.word(request, name) for name in ("number", "line", "body"))
    mine = [each for each in asking.known().values() if request.user.works_on(each.name)]
    line = line if line in [each.name for each in mine] else ""
    shown: dict[str, Any] = {"number": number, "line": line, "body": body, "lines": mine}
    shown["everywhere"] = request.user.role in EVERYWHERE
    if number:
        shown["files"] = _listed(finding.found(shelf.book(), request.user, number, line))
    elif line:
        whose = body if shown["everywhere"] else request.user.body
        page = finding.recent(shelf.book(), as_of(), line, whose, asking.number(request, "before"))
        asked = {"line": line, "body": body, "before": page.before}
        shown |= {"files": _listed(page.files), "older": page.before is not None and urlencode(asked)}
    return render(request, "files/cases.html", shown)


def _listed(files: list[finding.File]) -> list[dict[str, Any]]:
    return [
        file._asdict() | {"address": addresses.case(file.line, file.body, file.number), "title": asking.known()[file.line].title,
                          "said": asking.known()[file.line].kinds[file.kind].title}
        for file in files
    ]  # fmt: skip


@require_safe
@allowed(*FILES)
def case(request: HttpRequest, line: str, body: str, number: str) -> HttpResponse:
    """Show a case's whole story, and write down before that it was read."""
    body, number = _opened(request.user, line, body, number)
    wanted = asking.number(request, "as_of")
    items = with_reasons(story(shelf.book(), line, body, number, wanted))
    trail.note(request.user, "case", line=line, case=number, body=body)
    links = joined(wanted or as_of(), request.user, line, body, number)
    size = wanted or entries_in(shelf.book())
    shown = {
        "line": asking.known()[line],
        "body": body,
        "number": number,
        "links": links,
        "size": size,
        "as_of": wanted,
    }
    own = {"address": addresses.case(line, body, number), "on": asking.word(request, "on")}
    own |= {"limits": addresses.limits(line, body, number) if limits(line) else ""}
    return render(request, "files/case.html", shown | own | _acts(request.user, line, body, number, items))


def _opened(account: Account, line: str, body: str, number: str) -> tuple[str, str]:
    """Return the body and the number in their one written form; Forbidden for whom the case is not to be read by."""
    asking.require_line(line)
    body, number = asking.written(body), asking.written(number)
    require(may_read(account, line, body), number)
    return body, number


def _acts(account: Account, line: str, body: str, number: str, items: list[Item]) -> dict[str, Any]:
    return {
        "items": items,
        "photos": photos.of_case(line, body, number),
        "may_correct": may_enter(account, line, body),
        "may_propose": may_propose_erasure(account, line, body),
        "proposed": erasures.pending(account, items, line, body),
    }


@require_safe
@allowed(*FILES)
def clocks_of(request: HttpRequest, line: str, body: str, number: str) -> HttpResponse:
    """Show the time limits of a case on a day with their working: a page, or for htmx the list alone."""
    body, number = _opened(request.user, line, body, number)
    story(shelf.book(), line, body, number)
    typed, wrong = asking.word(request, "on"), None
    try:
        day = asking.day(typed) if typed else date.today()
    except Refused as error:
        day, wrong = date.today(), error
    trail.note(request.user, "limits", line=line, case=number, body=body)
    size = shelf.size()
    key = ("clocks", line, body, number, day)
    found = kept(size, key, lambda: clocks(shelf.book(), size, line, body, number, day))
    days = due.days(size)
    shown = {"clocks": found, "day": day, "typed": typed or day.isoformat(), "wrong": wrong, "days": days, "size": size}
    shown |= {
        "line": asking.known()[line],
        "body": body,
        "number": number,
        "address": addresses.case(line, body, number),
    }
    shown |= {"limits": addresses.limits(line, body, number)}
    return render(request, f"files/{'_clocks' if request.htmx else 'clocks'}.html", shown)


@require_safe
@allowed(*FILES)
def entry(request: HttpRequest, position: int) -> HttpResponse:
    """Go to the case that the entry at a position is of, its limits on the day of the address."""
    was = finding.entry_at(shelf.book(), position)
    of = was["supersedes"] if was["erases"] is None else was["erases"]
    if was["line"] == LINE and of is not None:
        was = finding.entry_at(shelf.book(), of)
    require(may_read(request.user, was["line"], was["body"]), str(position))
    on = asking.word(request, "on")
    query = f"?{urlencode({'on': on})}" if on else ""
    return HttpResponseRedirect(f"{addresses.case(was['line'], was['body'], was['case'])}{query}#p{position}")


@require_safe
@allowed(*FILES)
def photo(request: HttpRequest, digest: str) -> HttpResponse:
    """Return a photo of a case that the account may read, and write down that it was seen."""
    found = photos.readable(request.user, digest)
    if found is None or not photos.path(found.digest).exists():
        raise NotFound(digest[:12], NO_PHOTO, Words("请从案卷页打开", "Open it from its case"))
    trail.note(request.user, "photo", line=found.line, case=found.case, body=found.body)
    return HttpResponse(photos.path(found.digest).read_bytes(), content_type="image/jpeg")

"""How the book stands: its checkpoints, each with its signature held against the key; sealing it; what waits for an auditor."""

from base64 import b64encode
from datetime import UTC, datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import NotFound, Words
from plumbline.ledger import opened
from plumbline.web.audit.models import Verification
from plumbline.web.book.checkpoints import Seal, seal, seals
from plumbline.web.book.sessions import reading
from plumbline.web.book.shape import Book
from plumbline.web.book.standing import standing
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said
from plumbline.web.files.erasures import waiting
from plumbline.web.people import trail
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed

LATEST = 10
"""Verifications shown."""


class Sealed(NamedTuple):
    """A checkpoint as shown: its size, its root in base64 and as pages cite it, when sealed, whether its signature holds."""

    size: int
    root: str
    cited: str
    at: str
    holds: bool


@allowed(Role.AUDITOR)
def overview(request: HttpRequest) -> HttpResponse:
    """Show the book's checkpoints and what can be done with them."""
    book = shelf.book()
    shown = {
        "facts": [(name, value) for name, value in standing(book) if value != str(book.folder)],
        "seals": [_shown(book, each) for each in kept(book)][::-1],
        "verifications": Verification.objects.all()[:LATEST],
        "erasures": waiting(request.user),
    }
    return render(request, "audit/overview.html", shown)


@require_POST
@allowed(Role.AUDITOR)
def seal_book(request: HttpRequest) -> HttpResponse:
    """Seal the book as it is."""
    book = shelf.book()
    note = seal(book, datetime.now(UTC))
    trail.note(request.user, "seal")
    size = note.split("\n")[1]
    messages.success(request, said(Words(f"已封账，共 {size} 条", f"Sealed: {size} entries")))
    return redirect("audit")


@allowed(Role.AUDITOR)
def checkpoint(request: HttpRequest, size: int) -> HttpResponse:
    """Give a checkpoint's signed text, to be kept elsewhere."""
    note = next((s.note for s in kept(shelf.book()) if s.size == size), None)
    if note is None:
        what = Words("没有这个封账", "there is no such checkpoint")
        raise NotFound(request.path, what, Words("请在列出的封账中选", "Choose among those listed"))
    name = f"checkpoint-{size}.txt"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(note, content_type="text/plain; charset=utf-8", headers=headers)


def kept(book: Book) -> list[Seal]:
    """Return all checkpoints by size."""
    with reading(book) as cursor:
        return seals(book, cursor)


def _shown(book: Book, each: Seal) -> Sealed:
    root, cited = b64encode(each.root).decode(), each.root.hex()
    try:
        found = opened(each.note, book.keys.signing.public_key())
    except ValueError:
        return Sealed(each.size, root, cited, "", False)
    same = (found.origin, found.size, found.root) == (book.origin, each.size, each.root)
    return Sealed(each.size, root, cited, found.sealed, same)

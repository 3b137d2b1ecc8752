"""Asking for a review, watching it, looking at what came of it, deleting it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import Broken, Busy, Words
from plumbline.web.console import shelf
from plumbline.web.console.job import KEPT, Job
from plumbline.web.console.jobs import Jobs
from plumbline.web.console.speaking import said, spoken
from plumbline.web.console.uploads import broken_off
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.reviewing import THIS
from plumbline.web.review.findings import listed
from plumbline.web.review.forms import Asking, overflown

AT_ONCE = 2
"""Reports read at once."""

JOBS = Jobs("review", "plumbline.web.reading.reviewing:review", AT_ONCE)


@allowed(*READERS)
def begin(request: HttpRequest) -> HttpResponse:
    """Show the form and what is still kept, or put what was sent in line."""
    if request.method != "POST":
        return _form(request, Asking())
    form = Asking(request.POST, request.FILES)
    if broken_off(request):
        form.refuse(THIS, overflown())
    if not form.is_valid():
        return _form(request, form, 400)
    try:
        job = _put(request, form)
    except Busy as error:
        form.add_error(None, error.in_(spoken()))
        return _form(request, form, 503)
    return redirect("review_one", job.key)


@allowed(*READERS)
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far a review is, or what came of it; where it failed the form again, with the reason at its field."""
    job = JOBS.of(key, request.user)
    if job.failed:
        return _failed(request, job, job.failed)
    if job.done is None:
        shown = {"job": job, "ahead": JOBS.ahead(job), "step": job.step}
        return render(request, "review/watching.html", shown)
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "review/done.html", listed(job, request.GET) | {"job": job, "until": _until(job)})


@require_POST
@allowed(*READERS)
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Delete a review and what was uploaded for it."""
    JOBS.drop(JOBS.of(key, request.user))
    messages.success(request, said(Words("已删除", "Deleted")))
    return redirect("review")


def _form(request: HttpRequest, form: Asking, status: int = 200) -> HttpResponse:
    kept = [{"job": job, "name": job.asked["name"], "until": _until(job)} for job in JOBS.all_of(request.user)]
    return render(request, "review/begin.html", {"form": form, "kept": kept}, status=status)


def _failed(request: HttpRequest, job: Job, failed: dict[str, Any]) -> HttpResponse:
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    form = Asking(data=_typed(job))
    field, _, name = failed["where"].partition("/")
    error = Broken(name or job.asked["name"], failed["what"], failed["todo"])
    form.refuse(field if name else THIS, error)
    return _form(request, form)


def _typed(job: Job) -> dict[str, Any]:
    """Return what was filled in, without the files: a browser does not send those a second time by itself."""
    pasted = next((job.folder / THIS).iterdir()).read_text("utf-8", "replace") if job.asked["pasted"] else ""
    return {"text": pasted, "against": "on" if job.asked["book"] else ""}


def _put(request: HttpRequest, form: Asking) -> Job:
    files, against = form.documents(), form.cleaned_data["against"]
    asked = {
        "name": files[THIS][0], "pasted": bool(form.cleaned_data["text"]),
        "book": str(settings.BOOK) if against else "", "size": shelf.size() if against else 0,
    }  # fmt: skip

    def fill(folder: Path) -> None:
        for field, (name, data) in files.items():
            (folder / field).mkdir()
            (folder / field / name).write_bytes(data)

    return JOBS.put(request.user, asked, fill)


def _until(job: Job) -> datetime:
    return datetime.fromtimestamp(job.at + KEPT, UTC)

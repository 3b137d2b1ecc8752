"""The book's records and figures taken out in open formats, made in the background, given as a zip file."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import FigureError, NotFound, Words
from plumbline.exports import FORMATS
from plumbline.lines import lines
from plumbline.web.audit.working import ZIP
from plumbline.web.book.sessions import asked as asked_of
from plumbline.web.book.sessions import reading
from plumbline.web.bulletin.asking import period_of
from plumbline.web.console import shelf
from plumbline.web.console.job import Job
from plumbline.web.console.jobs import Jobs
from plumbline.web.console.speaking import said, spoken
from plumbline.web.people import trail
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed
from plumbline.web.reading.exporting import known

JOBS = Jobs("export", "plumbline.web.audit.working:export", 1)
LONGEST = 60
FORMS = (
    ("ocel", Words("逐条记录：OCEL 2.0 事件日志（没有人员）", "The records: an OCEL 2.0 event log, without persons")),
    ("frictionless", Words("指标：Frictionless 数据包", "The figures: a Frictionless data package")),
    ("csvw", Words("指标：万维网 CSV", "The figures: CSV on the Web")),
)
"""Each format, and what it holds."""


@allowed(Role.AUDITOR)
def begin(request: HttpRequest) -> HttpResponse:
    """Show what can be exported and what was, or begin an export."""
    if request.method != "POST":
        return _form(request, {"form": "ocel", "lines": []}, {})
    typed = {"form": request.POST.get("form", ""), "lines": request.POST.getlist("lines")[:LONGEST]}
    typed |= {name: request.POST.get(name, "").strip()[:LONGEST] for name in ("period", "licence")}
    if wrong := _wrong(typed):
        return _form(request, typed, wrong, 400)
    trail.note(request.user, f"export {typed['form']}")
    asked = typed | {"threshold": 5, "book": str(settings.BOOK), "size": shelf.size()}
    return redirect("audit_exporting", JOBS.put(request.user, asked).key)


@allowed(Role.AUDITOR)
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far an export is, or where to fetch it."""
    job = JOBS.of(key, request.user)
    if job.ended and request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    shown = {"job": job, "name": _name(job.asked["form"]), "step": job.step, "ahead": JOBS.ahead(job)}
    return render(request, "audit/exporting.html", shown)


@allowed(Role.AUDITOR)
def given(request: HttpRequest, key: str) -> FileResponse:
    """Give the zip file of an export; each time is in the trail."""
    job = JOBS.of(key, request.user)
    if job.done is None:
        what = Words("还没有导出完", "it is not made yet")
        raise NotFound(request.path, what, Words("请等做完再取", "Wait until it is"))
    _require_unerased(job)
    trail.note(request.user, f"export {job.asked['form']}")
    name = f"plumbline-{job.asked['form']}-{job.asked['size']}.zip"
    return FileResponse((job.folder / ZIP).open("rb"), as_attachment=True, filename=name)


def _require_unerased(job: Job) -> None:
    """Delete an export that holds what an order has erased since, and raise NotFound."""
    with reading(shelf.book()) as cursor:
        since = f"SELECT 1 AS erased FROM book_entry WHERE erases IS NOT NULL AND position >= {int(job.asked['size'])}"
        if not len(asked_of(cursor, since)):
            return
    JOBS.drop(job)
    what = Words("导出之后有内容依令删除，这份已一并删去", "content was erased by order since, and this export with it")
    raise NotFound("/audit/export", what, Words("请重新导出", "Export it anew"))


@require_POST
@allowed(Role.AUDITOR)
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Stop an export, or delete it."""
    JOBS.drop(JOBS.of(key, request.user))
    messages.success(request, said(Words("已删除", "Deleted")))
    return redirect("audit_export")


def _form(request: HttpRequest, typed: dict[str, Any], wrong: dict[str, str], status: int = 200) -> HttpResponse:
    kept = [{"job": job, "name": _name(job.asked["form"])} for job in JOBS.all_of(request.user)]
    shown = {"typed": typed, "wrong": wrong, "kept": kept, "forms": FORMS, "lines": list(lines())}
    return render(request, "audit/export.html", shown, status=status)


def _wrong(typed: dict[str, Any]) -> dict[str, str]:
    """Return what is wrong with what was filled in, by field."""
    found = {}
    if typed["form"] not in FORMATS:
        found["form"] = said(Words("请选择格式", "Choose a format"))
    try:
        _ = known(typed["lines"]), typed["period"] and period_of(typed["period"], "--period")
    except FigureError as error:
        field = "period" if error.where == "--period" else "lines"
        found[field] = f"{error.what.in_(spoken())}{'。' if spoken() == 'zh' else '. '}{error.todo.in_(spoken())}"
    return found


def _name(form: str) -> Words:
    return dict(FORMS).get(form, Words(form, form))

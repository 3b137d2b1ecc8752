"""Reports: which plans there are, writing one, how far it has come, its files."""

import re
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import NotFound, Words
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import spoken
from plumbline.reports.shipped import plan_named, plans
from plumbline.web.bulletin.compiling import ENDS, Job, sizes, start, state
from plumbline.web.console import shelf
from plumbline.web.people import trail
from plumbline.web.people.models import Role
from plumbline.web.people.rights import READERS, allowed, may_read_all, require

LANGUAGES = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}
TYPES = {
    ".html": "text/html; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
HEAD = 4096
"""Bytes at the head of a page in which its policy stands."""
FRAMED = "frame-ancestors 'self'"
SHOWN = 10
"""Earlier sizes that are listed."""


@allowed(*READERS)
def reports(request: HttpRequest) -> HttpResponse:
    """Show the plans that ship with their reports as the book stands, and those written before."""
    size = shelf.size()
    rows = [(title, [_job(name, size, lang) for lang in LANGUAGES]) for name, title in _titles().items()]
    before = [(s, [j for j in _jobs(s) if j["job"].written]) for s in sizes() if s != size][:SHOWN]
    may = request.user.role == Role.REPORTER
    return render(request, "bulletin/reports.html", {"rows": rows, "size": size, "before": before, "may": may})


def _titles() -> dict[str, Words]:
    found = {name: spoken(plan_named(name).head.title) for name in plans()}
    return {name: Words(title.zh.replace("\n", ""), title.en.replace("\n", " ")) for name, title in found.items()}


def _jobs(size: int) -> list[dict[str, Any]]:
    return [_job(name, size, lang) | {"title": title} for name, title in _titles().items() for lang in LANGUAGES]


def _job(name: str, size: int, lang: str) -> dict[str, Any]:
    job = Job(name, size, lang)
    return {"job": job, "state": state(job), "language": LANGUAGES[lang]}


@allowed(Role.REPORTER)
@require_POST
def compile_one(request: HttpRequest) -> HttpResponse:
    """Begin to write a report as the book stands now; where that is under way, show how far it is."""
    job = _known(request.POST.get("plan", ""), shelf.size(), request.POST.get("lang", ""))
    start(job)
    return redirect("report", job.size, job.plan, job.lang)


def _known(plan: str, size: int, lang: str) -> Job:
    """Return a job; raises NotFound, naming the nearest, for a plan or a language that is none."""
    for word, known in ((plan, plans()), (lang, list(LANGUAGES))):
        if word not in known:
            raise NotFound(word[:40], Words("没有这份报告", "there is no such report"), did_you_mean(word[:40], known))
    return Job(plan, size, lang)


@allowed(*READERS)
def report(request: HttpRequest, size: int, plan: str, lang: str) -> HttpResponse:
    """Show a report: how far it is, or its files."""
    job = _known(plan, size, lang)
    now = state(job)
    shown: dict[str, Any] = {"job": job, "state": now, "language": LANGUAGES[lang], "title": _titles()[plan]}
    shown |= {"files": job.written, "all": may_read_all(request.user), "may": request.user.role == Role.REPORTER}
    shown |= {"current": size == shelf.size()}
    if not request.htmx:
        return render(request, "bulletin/report.html", shown)
    answer = render(request, "bulletin/compiling.html", shown)
    if not now.running:
        answer["HX-Refresh"] = "true"
    return answer


@allowed(*READERS)
def report_file(request: HttpRequest, size: int, name: str) -> HttpResponse:
    """Answer a file of a report; those that list cases only to who may read all, which is written down."""
    job, end = _named(size, name)
    path = job.folder / name
    if not path.is_file():
        raise NotFound(name, Words("还没有写成", "it is not written"), Words("请先编写", "Have it written first"))
    if end.startswith("-records"):
        require(may_read_all(request.user), name)
        trail.note(request.user, name[:40])
    answer = FileResponse(
        path.open("rb"), content_type=TYPES[path.suffix], filename=name, as_attachment=path.suffix != ".html"
    )
    if path.suffix == ".html":
        answer["Content-Security-Policy"] = _policy(path)
    return answer


def _named(size: int, name: str) -> tuple[Job, str]:
    for plan in plans():
        for lang in LANGUAGES:
            for end in ENDS:
                if name == f"{(job := Job(plan, size, lang)).stem}{end}":
                    return job, end
    raise NotFound(
        name[:80], Words("没有这个文件", "there is no such file"), Words("请从报告页进入", "Go by the report's page")
    )


def _policy(path: Path) -> str:
    """Return the policy that a page says of itself, by the hashes of its own style and script; it may be framed here."""
    with path.open("rb") as file:
        found = POLICY.search(file.read(HEAD))
    stated = found[1].decode().replace("&#39;", "'") if found else "default-src 'none'"
    return f"{stated}; {FRAMED}"

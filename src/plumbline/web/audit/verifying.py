"""Verifying the whole book: begun, watched, its result kept."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.web.audit.models import Verification
from plumbline.web.console.job import Job
from plumbline.web.console.jobs import Jobs
from plumbline.web.people import trail
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed


def _keep(job: Job) -> None:
    """Write down what a verification found."""
    if found := job.done:
        Verification.objects.create(account=job.asked["account"], **found)


JOBS = Jobs("verify", "plumbline.web.audit.working:verify", 1, _keep)


@require_POST
@allowed(Role.AUDITOR)
def begin(request: HttpRequest) -> HttpResponse:
    """Begin to verify the book."""
    trail.note(request.user, "verify")
    job = JOBS.put(request.user, {"book": str(settings.BOOK)})
    return redirect("audit_verifying", job.key)


@allowed(Role.AUDITOR)
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far it is; the result is on the first page of the audit."""
    job = JOBS.of(key, request.user)
    if JOBS.over(job) and request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if JOBS.over(job) and not job.failed:
        return redirect("/audit/#verified")
    return render(request, "audit/verifying.html", {"job": job, "step": job.step, "ahead": JOBS.ahead(job)})

"""What came of a review, as files: the annotated page in its own frame, and both files to take along."""

import re
from html import unescape
from pathlib import Path, PurePath

from django.http import FileResponse, HttpRequest, HttpResponse

from plumbline.errors import NotFound, Words
from plumbline.web.console.speaking import spoken
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.review.views import JOBS

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ENCLOSED = "; frame-ancestors 'self'; sandbox allow-scripts"
"""The page runs its own script, and can neither reach the console nor open anything."""


@allowed(*READERS)
def annotated(request: HttpRequest, key: str) -> HttpResponse:
    """Show the annotated page, under the policy that the page itself names."""
    content = _made(request, key, "html").read_bytes()
    policy = _POLICY.search(content)
    assert policy
    return HttpResponse(content, headers={"Content-Security-Policy": unescape(policy[1].decode()) + ENCLOSED})


@allowed(*READERS)
def page(request: HttpRequest, key: str) -> FileResponse:
    """Give the annotated page as a file."""
    return _given(request, key, "html", "text/html; charset=utf-8")


@allowed(*READERS)
def word(request: HttpRequest, key: str) -> FileResponse:
    """Give the Word file with comments."""
    return _given(request, key, "docx", WORD)


def _given(request: HttpRequest, key: str, ending: str, kind: str) -> FileResponse:
    made = _made(request, key, ending)
    stem = PurePath(JOBS.of(key, request.user).asked["name"]).stem
    name = f"{stem}-{Words('审读', 'reviewed').in_(spoken())}.{ending}"
    return FileResponse(made.open("rb"), as_attachment=True, filename=name, content_type=kind)


def _made(request: HttpRequest, key: str, ending: str) -> Path:
    """Return a file that a review of this account made; NotFound where there is none, or not yet."""
    job = JOBS.of(key, request.user)
    if job.done is None:
        what = Words("还没有读完", "it is not read yet")
        raise NotFound(request.path, what, Words("请等读完再取", "Wait until it is"))
    return job.folder / f"annotated.{spoken()}.{ending}"

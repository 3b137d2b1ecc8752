"""Importing: the template, a sheet sent in, what is wrong with its rows, the same file back with that written in."""

import secrets
import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plumbline.errors import InputError, NotFound, Words
from plumbline.lines import Line, line, names, part
from plumbline.sheets.loading import Checked
from plumbline.sheets.shapes import ROW
from plumbline.sheets.template import write
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said, spoken
from plumbline.web.console.uploads import lacking
from plumbline.web.desk.frames import packed
from plumbline.web.desk.importing import annotated, fetched, read, upload
from plumbline.web.desk.models import Batch, Draft
from plumbline.web.desk.typed import sentence
from plumbline.web.people.rights import DESK, allowed, may_enter, require

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NONE = Words("请选一个文件", "Choose a file")
SHOWN = 100
"""Faults listed on the page; the marked file has all."""


@allowed(*DESK)
def sheet(request: HttpRequest, line_name: str) -> HttpResponse:
    """Take a sheet in: kept as one draft to look through and hand in, or its faults shown and nothing kept."""
    found = _line(request, line_name)
    if request.method != "POST":
        return _page(request, found, {})
    sent = request.FILES.get("sheet")
    if sent is None:
        return _page(request, found, {"fault": NONE} | lacking(request, "fault"))
    file = upload(sent.name, sent.read())
    try:
        rows = read(shelf.book(), found, file, request.user.body, timezone.localdate())
    except InputError as error:
        return _page(request, found, {"fault": sentence(error), "file": file.name})
    if rows.refused:
        return _page(request, found, _wrong(request, rows) | {"file": file.name})
    return _kept(request, found, file.name, rows)


@allowed(*DESK)
def template(request: HttpRequest, line_name: str) -> HttpResponse:
    """Send a line's empty workbook."""
    found = _line(request, line_name)
    cases = reversed(part(line_name, "examples").EXAMPLES)
    examples = {type(r).__name__: r for case in cases for r in case.records}
    with tempfile.TemporaryDirectory(prefix="plumbline-sheet-") as aside:
        path = Path(aside, "template.xlsx")
        write(path, found.kinds.values(), examples)
        return _file(path.read_bytes(), f"{line_name}.xlsx")


@allowed(*DESK)
def marked(request: HttpRequest, key: str) -> HttpResponse:
    """Send the sheet back with what is wrong written into it."""
    data = fetched(key, request.user.username)
    if data is None:
        what = Words("这份文件已不再保留", "this file is not kept any more")
        raise NotFound(f"{key[:8]}.xlsx", what, Words("请再上传一次", "Send the sheet again"))
    return _file(data, "refused.xlsx")


def _line(request: HttpRequest, name: str) -> Line:
    if name not in names():
        what = Words("没有这个条线", "there is no such line of work")
        raise NotFound(name, what, Words("请从录入页选一个", "Choose one on the desk"))
    require(may_enter(request.user, name, request.user.body), name)
    return line(name)


def _wrong(request: HttpRequest, rows: Checked) -> dict[str, Any]:
    faults = rows.refused
    return {
        "faults": faults[:SHOWN],
        "many": len(faults),
        "in_rows": len({(f.sheet, f.row) for f in faults}),
        "key": annotated(rows, request.user.username, spoken()),
    }


def _kept(request: HttpRequest, found: Line, name: str, rows: Checked) -> HttpResponse:
    """Keep accepted rows as one batch; a file with none is said to be empty."""
    frames = [(b.kind, b.frame.drop(ROW)) for b in rows.batches if len(b.frame)]
    if not frames:
        return _page(request, found, {"fault": Words("文件里没有记录", "there is no record in the file"), "file": name})
    account, total = request.user, sum(len(frame) for _, frame in frames)
    with transaction.atomic():
        batch = Batch.objects.create(name=name, rows=total, content=packed(frames))
        own = {"line": found.name, "body": account.body, "entered_by": account.username}
        draft = Draft.objects.create(once=secrets.token_hex(16), batch=batch, **own)
    words = Words(f"{total} 行都无误，请看过后提交", f"Every row is in order ({total}); look them through and submit")
    messages.success(request, said(words))
    return redirect("desk-record", draft.pk)


def _page(request: HttpRequest, found: Line, shown: dict[str, Any]) -> HttpResponse:
    return render(request, "desk/import.html", {"line": found} | shown, status=422 if shown else 200)


def _file(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

"""What programs read: figures and their definitions, cases, deadlines, checkpoints, by the rights of the pages."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Path, Query, Router

from plumbline.errors import FigureError, NotFound, Words
from plumbline.lines import names
from plumbline.web.api.shapes import FAILURES, Deadline, Definition, Event, File, Sealed, Value, spoken
from plumbline.web.book.checkpoints import seals
from plumbline.web.book.sessions import reading as book_read
from plumbline.web.bulletin import asking
from plumbline.web.bulletin.figure import answered
from plumbline.web.console import shelf
from plumbline.web.files import due, finding
from plumbline.web.files.story import story
from plumbline.web.people import trail
from plumbline.web.people.rights import FILES, READERS, may_read, may_use, require
from plumbline.web.reading import asked
from plumbline.web.reading.data import definition, nested

router = Router()
Text = Annotated[str, Query(max_length=200)]
AsOf = Annotated[int | None, Query(ge=0, lt=10**12)]
Part = Annotated[str, Path(max_length=200)]


@router.get("/definitions", response={200: list[Definition], **FAILURES})
def definitions(request: HttpRequest) -> Any:
    """Every figure, and what it counts."""
    require(may_use(request.auth, READERS), "definitions")
    return [definition(figure) for figure in asked.chosen([], listed=True)]


@router.get("/figures/{name}", response={200: list[Value], **FAILURES})
def figure(
    request: HttpRequest,
    name: Part,
    period: Text = "",
    scope: Text = "",
    body: Text = "",
    by: Text = "",
    as_of: AsOf = None,
) -> Any:
    """A figure's values over a period (2020, 2020-06, 2018/2020), narrowed and in parts where asked for."""
    require(may_use(request.auth, READERS), name)
    wanted = asked.named(name)
    with shelf.reading(as_of) as open_:
        said = asking.Said(
            period, scope, body, "", tuple(each for each in by.split(",") if each)[: asking.MOST_COLUMNS]
        )
        understood, wrong = asking.understood(said, wanted, open_)
        if understood is None:
            field, what = next(iter(wrong.items()))
            raise FigureError(field, what, Words("请改正后再发", "Correct it and send it again"))
        return [nested(found, understood) for found in answered(wanted, understood, open_)]


@router.get("/cases", response={200: list[File], **FAILURES})
def cases(request: HttpRequest, number: Annotated[str, Query(min_length=1, max_length=60)]) -> Any:
    """The cases of a number, one for each line and body, that the account may read."""
    require(may_use(request.auth, FILES), number)
    return spoken(finding.found(shelf.book(), request.auth, number))


@router.get("/cases/{line}/{body}", response={200: list[Event], **FAILURES})
def case(
    request: HttpRequest,
    line: Part,
    body: Part,
    number: Annotated[str, Query(min_length=1, max_length=60)],
    as_of: AsOf = None,
) -> Any:
    """A case's whole story; that it was read is written down."""
    _require_line(line)
    require(may_use(request.auth, FILES) and may_read(request.auth, line, body), number)
    told = story(shelf.book(), line, body, number, as_of)
    trail.note(request.auth, "case by interface", line=line, case=number, body=body[:40])
    return spoken(told)


@router.get("/due", response={200: list[Deadline], **FAILURES})
def deadlines(
    request: HttpRequest,
    day: date | None = None,
    line: Text = "",
    first: Annotated[int, Query(ge=0, lt=10**9)] = 0,
    most: Annotated[int, Query(ge=1, le=1000)] = 1000,
) -> Any:
    """The deadlines to attend to on a day, today by default, that the account may read: ``most`` from ``first`` on."""
    require(may_use(request.auth, FILES), "due")
    on = day or localdate()
    if not asking.FIRST <= on.year <= asking.LAST:
        raise FigureError("day", Words("年份出了范围", "a year out of bounds"), Words("1900–2100", "1900–2100"))
    if line:
        _require_line(line)
    found = due.due_at_last(shelf.size(), on, line).readable(request.auth)[first : first + most]
    for each in {(item.line, item.body) for item in found}:
        trail.note(request.auth, "due by interface", line=each[0], body=each[1])
    return spoken(found)


@router.get("/checkpoints", response={200: list[Sealed], **FAILURES})
def checkpoints(request: HttpRequest) -> Any:
    """The book's checkpoints, as they were signed."""
    require(may_use(request.auth, READERS), "checkpoints")
    with book_read(shelf.book()) as cursor:
        return [{"size": each.size, "note": each.note} for each in seals(shelf.book(), cursor)]


def _require_line(line: str) -> None:
    if line not in names():
        raise NotFound(line, Words("没有这个条线", "there is no such line of work"), Words("请核对", "Check it"))

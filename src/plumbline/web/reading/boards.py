"""The board of a plan, read of an open book, and what is wrong with the plan itself."""

from datetime import date

from plumbline.figures.catalogue import Catalogue
from plumbline.figures.opening import Open
from plumbline.lines import figures
from plumbline.reports.board import Board, board
from plumbline.reports.measuring import Book
from plumbline.reports.plan import Plan
from plumbline.reports.plancheck import Finding
from plumbline.reports.plancheck import check as found_in
from plumbline.reports.shipped import programme_named
from plumbline.web.reading.readings import Readings


def checked(plan: Plan) -> list[Finding]:
    """Return what is wrong with a plan by itself."""
    return found_in(plan, Catalogue(figures()), programme_named)


def board_of(plan: Plan, book: Open, on: date) -> Board:
    """Return the board of a plan at the end of a day; raises PlanError and FigureError as ``reports.board`` does."""
    kept = Readings(book)
    held = kept.held()
    return board(plan, Book(kept.catalogue, kept.read, held.bodies, held.days, kept.judge), on, programme_named)

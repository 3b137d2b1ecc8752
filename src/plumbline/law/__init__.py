"""Articles, limits and deadlines: how long the law gives from one event to another, and how that is counted. Pure."""

from plumbline.law.clocks import Clock, Grant, Moment, Pause
from plumbline.law.counting import Ends, ends
from plumbline.law.deadlines import STATES, Deadline, State, deadline
from plumbline.law.holidays import Calendar
from plumbline.law.limits import SORTS, Extension, Limit, limit
from plumbline.law.units import Days, Hours, Length, Months, WorkingDays
from plumbline.law.working import working

__all__ = [
    "SORTS",
    "STATES",
    "Calendar",
    "Clock",
    "Days",
    "Deadline",
    "Ends",
    "Extension",
    "Grant",
    "Hours",
    "Length",
    "Limit",
    "Moment",
    "Months",
    "Pause",
    "State",
    "WorkingDays",
    "deadline",
    "ends",
    "limit",
    "working",
]

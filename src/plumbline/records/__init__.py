"""What a record is: one thing that happened to one case, as a body wrote it down. Shapes only; nothing is stored here."""

from plumbline.records.fields import (
    Amount,
    Body,
    CaseNumber,
    Category,
    Count,
    Day,
    Latitude,
    Longitude,
    Post,
    Reference,
    Text,
    Token,
    against_rules,
    label,
)
from plumbline.records.kinds import Column, Kind, kind_of, playing
from plumbline.records.record import Persons, Record, Role, ordered
from plumbline.records.scopes import SCOPES, TAGS, Scope, ScopeName, scope_named

__all__ = [
    "SCOPES",
    "TAGS",
    "Amount",
    "Body",
    "CaseNumber",
    "Category",
    "Column",
    "Count",
    "Day",
    "Kind",
    "Latitude",
    "Longitude",
    "Persons",
    "Post",
    "Record",
    "Reference",
    "Role",
    "Scope",
    "ScopeName",
    "Text",
    "Token",
    "against_rules",
    "kind_of",
    "label",
    "ordered",
    "playing",
    "scope_named",
]

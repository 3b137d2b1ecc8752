"""What a record is: one thing that happened to one case, as a body wrote it down. Shapes only; nothing is stored here."""

from plumbline.records.fields import Amount, Body, CaseNumber, Category, Count, Reference, Text, Token, label
from plumbline.records.kinds import Column, Kind, kind_of
from plumbline.records.record import Persons, Record
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
    "Kind",
    "Persons",
    "Record",
    "Reference",
    "Scope",
    "ScopeName",
    "Text",
    "Token",
    "kind_of",
    "label",
    "scope_named",
]

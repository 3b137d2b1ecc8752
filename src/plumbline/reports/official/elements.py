"""Elements of Word's markup that python-docx has no words for."""

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

BORDERS_BEFORE = ("w:shd", "w:tabs", "w:autoSpaceDE", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What may follow a paragraph's borders among its properties."""


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return a new element ``w:name`` with attributes of the same namespace."""
    return cast(BaseOxmlElement, OxmlElement(name, attrs={qn(f"w:{key}"): value for key, value in attributes.items()}))

"""Invented work reports of justice and public-safety bodies, with known truth and planted errors.

The grammar is written apart from the reader's: it makes text from figures, and never reads text.
"""

from genre.planting import KINDS
from genre.registry import FORMS
from genre.report import Composed, Planted, Truth, compose

__all__ = ["FORMS", "KINDS", "Composed", "Planted", "Truth", "compose"]

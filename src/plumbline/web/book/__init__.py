"""The only door to the ledger's tables."""

from plumbline.web.book.loading import Loaded, load
from plumbline.web.book.opening import Book, open_book

__all__ = ["Book", "Loaded", "load", "open_book"]

"""Published documents as plain text: .txt, .md, .html, .docx and .pdf, from a file, a folder or a stream.

``load`` reads one, ``find`` says which ones a list of paths and folders stands for. What parses foreign formats does so
in a child process with little memory and time (``sandbox``); how much is read, and why, is in ``limits``.
"""

from plumbline.documents.finding import find
from plumbline.documents.loading import load
from plumbline.documents.shapes import Document

__all__ = ["Document", "find", "load"]

"""What is asked for: a report, pasted or uploaded, last year's where there is one, the book to hold it against."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from plumbline.documents.formats import MOST_BYTES, tell
from plumbline.documents.limits import HEAD_BYTES
from plumbline.documents.refusals import too_large
from plumbline.documents.sources import shown
from plumbline.errors import InputError, Words
from plumbline.web.console.speaking import said, spoken
from plumbline.web.reading.reviewing import LAST, THIS

PASTED = 1_000_000
"""Most characters pasted; more is sent as a file."""
STEM = 60
"""Letters of a file's name that are kept."""
NAME = Words("粘贴的文本.txt", "pasted text.txt")
NOTHING = Words("请粘贴一份报告，或选择一个文件", "Paste a report, or choose a file")
BOTH = Words("粘贴和文件只能二选一", "Paste it or choose a file, not both")
LONG = Words(f"超过 {PASTED:,} 字。请存成文件后上传", f"It is over {PASTED:,} characters. Send it as a file")


class Asking(forms.Form):
    """The form of a review."""

    text = forms.CharField(required=False, strip=False, widget=forms.Textarea)
    this = forms.FileField(required=False, allow_empty_file=True)
    last = forms.FileField(required=False, allow_empty_file=True)
    against = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        """Return the pasted text, its lines ended as in a file."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if len(text) > PASTED:
            raise forms.ValidationError(said(LONG))
        return text if text.strip() else ""

    def clean_this(self) -> UploadedFile | None:
        """Return the report's file, of a format that is read."""
        return _readable(self.cleaned_data["this"])

    def clean_last(self) -> UploadedFile | None:
        """Return the file of last year's report, of a format that is read."""
        return _readable(self.cleaned_data["last"])

    def clean(self) -> dict[str, Any]:
        """Return what was asked; exactly one of text and file is there."""
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(found["text"]) == bool(found["this"]):
            self.add_error("text", said(BOTH if found["text"] else NOTHING))
        return found

    def refuse(self, field: str, error: InputError) -> None:
        """Show at a field why it cannot be read, and nothing else."""
        self.is_valid()
        self.errors.clear()
        self.add_error(field, in_words(error))

    def documents(self) -> dict[str, tuple[str, bytes]]:
        """Return the name and bytes of each document by its field (this, last)."""
        pasted = said(NAME), self.cleaned_data["text"].encode("utf-8", "replace")
        found = {THIS: _named(self.cleaned_data["this"]) or pasted, LAST: _named(self.cleaned_data["last"])}
        return {field: file for field, file in found.items() if file}


def in_words(error: InputError) -> str:
    """Return an error in the language spoken, its file by its name alone."""
    return type(error)(PurePath(error.where).name, error.what, error.todo).in_(spoken())


def overflown() -> InputError:
    """Return the error for files that were broken off as they came in."""
    what = Words("上传的文件", "what was uploaded")
    return too_large(said(what), settings.FILE_UPLOAD_MAX_MEMORY_SIZE)


def _readable(file: UploadedFile | None) -> UploadedFile | None:
    """Return a file that may be read by its first bytes and its size; ValidationError for another."""
    if file is None:
        return None
    name, head = _safe(file), file.read(HEAD_BYTES)
    file.seek(0)
    try:
        most = MOST_BYTES[tell(head, name)]
        if (file.size or 0) > most:
            raise too_large(name, most)
    except InputError as error:
        raise forms.ValidationError(in_words(error)) from None
    return file


def _named(file: UploadedFile | None) -> tuple[str, bytes] | None:
    return (_safe(file), file.read()) if file else None


def _safe(file: UploadedFile) -> str:
    """Return a file's own name, fit to be one on this disk and to be printed."""
    path = PurePath(shown(file.name or "").replace("/", "_").replace("\\", "_"))
    return (path.stem[:STEM].lstrip(".") or "report") + path.suffix[:10]

"""What may be sent: into memory, up to the size any reader here takes, and no further."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest

from plumbline.errors import Words

LARGE = Words(
    "文件太大，没有收全。请换小一些的，或分成几份",
    "It is too large and did not come in whole: send a smaller one, or parts",
)


def broken_off(request: HttpRequest) -> bool:
    """Return whether more was sent than was taken in: files that came with a form are not all there."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    return sent > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES


def lacking(request: HttpRequest, field: str) -> dict[str, Words]:
    """Return that the file of a field did not come in whole, at that field; nothing where all did."""
    return {field: LARGE} if broken_off(request) else {}


class Limited(MemoryFileUploadHandler):
    """Keeps an upload in memory and breaks one off that grows beyond ``FILE_UPLOAD_MAX_MEMORY_SIZE`` bytes."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        """Take every upload in; its size shows as it arrives."""
        self.activated = True
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a piece; StopUpload where there are too many."""
        self.taken += len(raw_data)
        if self.taken > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise StopUpload(connection_reset=True)
        kept: bytes | None = super().receive_data_chunk(raw_data, start)
        return kept

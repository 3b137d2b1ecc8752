"""What may be sent: into memory, up to the size any reader here takes, and no further."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload


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

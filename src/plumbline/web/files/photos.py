"""Photos of what was reported: kept beside the ledger by the hash of their bytes, stripped of all but their pixels."""

import os
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from plumbline.documents.sandbox import ask
from plumbline.errors import Refused, Unsafe, Words
from plumbline.web.desk.models import Draft
from plumbline.web.files.models import Photo
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read

LARGEST = 12_000_000
"""Bytes of a photo as it is sent."""
MOST = 4_000_000
"""Bytes of a photo as it is kept."""
SECONDS = 30.0
CHILD = ("-P", "-m", "plumbline.web.files.picture")


def cleaned(data: bytes) -> bytes:
    """Return a photo as it may be kept; Refused where it is too large or no picture."""
    if len(data) > LARGEST:
        what = Words("照片超过 12 MB", "the photo is over 12 MB")
        raise Refused("photo", what, Words("请选小一些的", "Choose a smaller one"))
    try:
        bare = ask(CHILD, data, "photo", MOST, SECONDS)
    except Unsafe:
        bare = b""
    if not bare or len(bare) > MOST:
        what = Words("不是可读的 JPEG、PNG 或 WebP 照片", "it is no JPEG, PNG or WebP photo that can be read")
        raise Refused("photo", what, Words("请换一张或不附照片", "Choose another, or send none"))
    return bare


def keep(bare: bytes, draft: Draft, case: str) -> Photo:
    """Keep a cleaned photo with the draft it was sent with; the same one sent twice is kept once."""
    digest = sha256(bare).hexdigest()
    place = path(digest)
    if not place.exists():
        place.parent.mkdir(mode=0o700, exist_ok=True)
        part = place.with_suffix(f".{os.getpid()}")
        part.write_bytes(bare)
        os.replace(part, place)
    said = {"line": draft.line, "body": draft.body, "case": case, "sent_by": draft.entered_by}
    photo: Photo = Photo.objects.get_or_create(digest=digest, once=draft.once, defaults=said)[0]
    return photo


def path(digest: str) -> Path:
    """Return where a photo is kept."""
    return Path(settings.BOOK, "photos", digest)


def of_case(line: str, body: str, case: str) -> list[Photo]:
    """Return the photos of a case that came into the book with a record, the first sent first."""
    found = Photo.objects.filter(line=line, body=body, case=case).order_by("pk")
    entered = Draft.objects.filter(once__in=[photo.once for photo in found], position__isnull=False)
    own = set(entered.values_list("entered_by", "once"))
    return [photo for photo in found if (photo.sent_by, photo.once) in own]


def readable(account: Account, digest: str) -> Photo | None:
    """Return a photo that an account may see, as one of a case that it may read; None where there is none."""
    found = Photo.objects.filter(digest=digest)
    return next((photo for photo in found if may_read(account, photo.line, photo.body)), None)


def erase(position: int) -> None:
    """Erase the photos that were sent with the record at a position."""
    for draft in Draft.objects.filter(position=position):
        drop(draft)


def drop(draft: Draft) -> None:
    """Erase the photos that were sent with a draft."""
    for photo in Photo.objects.filter(once=draft.once, sent_by=draft.entered_by):
        photo.delete()
        if not Photo.objects.filter(digest=photo.digest).exists():
            path(photo.digest).unlink(missing_ok=True)

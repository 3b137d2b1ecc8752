"""The process that decodes a photo: what was sent comes in, a JPEG made anew of its pixels alone goes out.

Run as ``python -P -m plumbline.web.files.picture``. Nothing else that was in the file comes through: no place, no
device, no thumbnail. Nothing goes out where it cannot be decoded.
"""

import sys
import warnings
from io import BytesIO

from plumbline.documents.child import confine

FORMATS = ("JPEG", "PNG", "WEBP")
PIXELS = 60_000_000
"""Most pixels that are decoded: more than any phone's camera takes."""
SIDE = 1600
"""Pixels of the longer side that are kept."""


def main() -> None:
    """Read standard input, write a JPEG to standard output."""
    confine(seconds=20)
    sys.stdout.buffer.write(bare(sys.stdin.buffer.read()))


def bare(data: bytes) -> bytes:
    """Return a picture as a JPEG of its pixels, upright, no side over ``SIDE``; raises for what is no picture."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    with Image.open(BytesIO(data), formats=FORMATS) as sent:
        sent.draft("RGB", (SIDE, SIDE))
        upright = ImageOps.exif_transpose(sent).convert("RGB")
    upright.thumbnail((SIDE, SIDE))
    out, plain = BytesIO(), Image.new("RGB", upright.size)
    plain.paste(upright)
    plain.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()

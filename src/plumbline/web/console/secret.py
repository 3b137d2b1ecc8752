"""The console's own secret, in the book's folder of keys: sessions are signed with it."""

import os
from pathlib import Path

from plumbline.web.book import keys

NAME = "console"


def secret(folder: Path) -> str:
    """Return the secret of the console of the book in ``folder``, made where there is none; $PLUMBLINE_SECRET_KEY goes first."""
    given = os.environ.get("PLUMBLINE_SECRET_KEY", "")
    return given or keys.own(folder, NAME).hex()

"""Serving the console: the tables brought up to date, an address that is free, one process that answers."""

import multiprocessing
import os
import socket
from pathlib import Path

from plumbline.errors import OutputError, Words

THREADS = 4
"""Requests answered at once; what reads figures waits for one of the shelf's readers."""
LOCAL = ("127.0.0.1", "localhost", "::1")
SETTINGS = "plumbline.web.console.settings"


def prepare(folder: Path, *, trial: bool, plain: bool, new: bool = False) -> None:
    """Set Django up for the console of the book in ``folder``, and bring the book's and the console's tables up to date.

    ``new``: a book whose tables are still to be made.

    Raises BookError where the book cannot be opened.
    """
    os.environ |= {"PLUMBLINE_BOOK": str(folder.resolve()), "DJANGO_SETTINGS_MODULE": SETTINGS}
    flags = {"PLUMBLINE_TRIAL": trial, "PLUMBLINE_PLAIN": plain}  # whatever the shell has left of them
    os.environ |= {name: "1" if wanted else "" for name, wanted in flags.items()}
    from plumbline.web.book import open_book

    if not new:
        open_book(folder)  # nothing is made where there is no book
    open_book(folder, create=True)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", database="default", verbosity=0, interactive=False)


def require_free(host: str, port: int) -> None:
    """Raise OutputError where the address cannot be listened on."""
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        what = Words(f"不能在这里监听（{error.strerror}）", f"cannot listen here ({error.strerror})")
        raise OutputError(f"{host}:{port}", what, Words("请用 --port 换一个", "Choose another with --port")) from error


def serve(host: str, port: int) -> None:
    """Answer at an address until interrupted; ``prepare`` comes first."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    multiprocessing.set_start_method("spawn", force=True)  # the libraries opened so far do not live through a fork
    Granian(
        "plumbline.web.console.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backlog=256,
        log_level=LogLevels.error,
        websockets=False,
        working_dir=Path(__file__).parent,
        respawn_failed_workers=True,
    ).serve()

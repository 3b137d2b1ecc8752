"""Where a book is kept: what its folder says of it, what shows that it was lived in, the address of its PostgreSQL."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from plumbline.errors import Damaged, NoBook, Words
from plumbline.web.book.shape import Book
from plumbline.web.databases import FILE

ABOUT = "book.json"
CHECKPOINTS = "checkpoints"
SCHEMES = ("postgresql", "postgres")
WAIT = 10
"""Seconds in which a PostgreSQL has to answer before a book is made there."""
_RESTORE = Words("请从备份中取回", "Bring it back from a backup")


def require_address(url: str, *, reachable: bool) -> None:
    """Raise NoBook for an address that is no PostgreSQL's, or, where it has to be reachable, does not answer."""
    if not url:
        return
    if not _is_address(url):  # the address itself is not printed: it may hold a password
        what = Words("这不是 PostgreSQL 的地址", "this is no address of a PostgreSQL")
        raise NoBook(
            "DATABASE_URL", what, Words("应为 postgresql://用户@主机/库", "It reads postgresql://USER@HOST/NAME")
        )
    if reachable:
        _require_answer(url)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in SCHEMES and url.startswith(f"{parts.scheme}://") and (parts.port or 1) > 0
    except ValueError:
        return False


def _require_answer(url: str) -> None:
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=WAIT).close()
    except psycopg.Error as error:
        said = (str(error).splitlines() or [type(error).__name__])[0]
        what = Words(f"连不上数据库（{said}）", f"the database cannot be reached ({said})")
        todo = Words("请检查地址和数据库，什么都没有建立", "Check the address and the database; nothing was made")
        raise NoBook("DATABASE_URL", what, todo) from None


def about(place: Path, address: str) -> dict[str, str]:
    """Return what ``book.json`` says; NoBook where it is not there or names the other database, Damaged if unreadable."""
    try:
        said = json.loads((place / ABOUT).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _no_book(place) from error
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(said.get(name), str) for name in ("origin", "database")):
        what = Words("这个文件已损坏", "this file is damaged")
        todo = Words(
            "请从备份中取回，或删去它再运行 plumbline book init",
            "Bring it back from a backup, or delete it and run plumbline book init",
        )
        raise Damaged(str(place / ABOUT), what, todo)
    if said["database"] != ("postgresql" if address else "sqlite"):
        what = Words(f"这本账存于 {said['database']}", f"this book is kept in {said['database']}")
        todo = Words("请相应设置或取消 DATABASE_URL", "Set DATABASE_URL, or take it away, accordingly")
        raise NoBook(str(place), what, todo)
    return said


def _no_book(place: Path) -> NoBook:
    todo = Words(
        "请先运行 plumbline book init，或用 --book 指明文件夹", "Run plumbline book init, or name it with --book"
    )
    return NoBook(str(place), Words("这里没有账簿", "there is no book here"), todo)


def lived(place: Path) -> bool:
    """Return whether a folder has what only a book with entries leaves: checkpoints, or a mirror."""
    return any((place / CHECKPOINTS).glob("*.txt")) or (place / "mirror" / "mirror.json").exists()


def emptied(book: Book) -> Damaged:
    """Return the error for a book whose database is gone, though the folder shows that there was one."""
    what = Words("账簿的数据库不见了或是空的", "the book's database is missing or empty")
    return Damaged("DATABASE_URL" if book.url else str(book.folder / FILE), what, _RESTORE)


def not_a_file(book: Book) -> Damaged:
    """Return the error for something else in the database file's place."""
    what = Words("数据库文件的位置上不是文件", "what is in the place of the database file is no file")
    return Damaged(str(book.folder / FILE), what, _RESTORE)

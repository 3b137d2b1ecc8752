"""Books to test with: on SQLite, and on a PostgreSQL server started for the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import postgres
from plumbline.web.book import Book, open_book


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.cluster() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Book:
    """An empty book, on either database."""
    url = postgres.fresh(request.getfixturevalue("server")) if request.param == "postgresql" else ""
    return open_book(tmp_path / "book", create=True, url=url)


@pytest.fixture
def lite(tmp_path: Path) -> Book:
    """An empty book on SQLite."""
    return open_book(tmp_path / "book", create=True, url="")

"""Opening: what there has to be, and what is said where it is not; the tables are those the models declare."""

import json
import os
import stat

import pytest
from django.apps import apps
from django.core.management import call_command

from books import loaded, raw
from plumbline.errors import BookError, NoBook
from plumbline.web.book import Book, open_book
from plumbline.web.book.opening import ABOUT, by_django
from plumbline.web.book.verifying import differences


def test_a_folder_without_a_book_says_what_to_run(tmp_path: os.PathLike[str]) -> None:
    with pytest.raises(NoBook, match=r"there is no book here.*plumbline book init"):
        open_book(tmp_path, url="")


def test_opening_again_finds_the_same_book(book: Book) -> None:
    loaded(book, 2)
    for create in (False, True):
        again = open_book(book.folder, create=create, url=book.url)
        assert (again.origin, again.keys.token("某人")) == (book.origin, book.keys.token("某人"))
        assert list(differences(again)) == []


def test_a_book_is_not_opened_on_the_other_database(book: Book) -> None:
    other = "" if book.url else "postgresql://nobody@127.0.0.1/nothing"
    with pytest.raises(NoBook, match="DATABASE_URL"):
        open_book(book.folder, url=other)


def test_tables_of_another_version_are_brought_up_to_date_by_init_only(book: Book) -> None:
    loaded(book, 2)
    with raw(book) as connection:
        connection.execute("DELETE FROM django_migrations WHERE app = 'book'")
    with pytest.raises(NoBook, match="tables are not those of this version"):
        open_book(book.folder, url=book.url)


def test_models_and_migrations_agree(lite: Book) -> None:
    assert apps.ready
    call_command("makemigrations", "book", check=True, dry_run=True, verbosity=0)


def test_triggers_are_put_in_place_again_over_those_of_an_earlier_version(book: Book) -> None:
    loaded(book, 2)
    with raw(book) as connection:
        connection.execute(f"DROP TRIGGER plumbline_entry_next{' ON book_entry' if book.url else ''}")
    reinstall(book)
    assert list(differences(book)) == []
    assert loaded(book, 1, first=2).first == 2


def reinstall(book: Book) -> None:
    """What a later migration does that changes a trigger."""
    from plumbline.web.book import triggers

    with by_django(book) as connection, connection.schema_editor() as editor:
        triggers.install(editor)


def test_keys_are_the_owners_alone(lite: Book) -> None:
    folder = lite.folder / "keys"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    (folder / "token").chmod(0o644)
    with pytest.raises(BookError, match="others may read"):
        _ = open_book(lite.folder, url="").keys


def test_a_missing_key_is_named(lite: Book) -> None:
    (lite.folder / "keys" / "signing").unlink()
    with pytest.raises(BookError, match="signing: this key of the book cannot be read"):
        loaded(open_book(lite.folder, url=""), 1)


def test_tokens_are_of_one_form_and_of_one_book(lite: Book, tmp_path: os.PathLike[str]) -> None:
    other = open_book(os.path.join(tmp_path, "other"), create=True, url="")
    token = lite.keys.token("甲")
    assert len(token) == 28
    assert token.startswith("p_")
    assert set(token[2:]) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert len({token, lite.keys.token("乙"), other.keys.token("甲")}) == 3
    assert json.loads((lite.folder / ABOUT).read_text(encoding="utf-8"))["origin"] != other.origin

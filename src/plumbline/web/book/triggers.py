"""The triggers that make the tables append-only, on any connection, with whatever settings it was opened.

They hold: an entry takes the next position; two persons stand behind it; it supersedes an entry of its own line, once;
content comes after its entry and goes only when a later entry erases it; a checkpoint covers more than the last and no more
than there is. No row is ever changed or removed otherwise.
"""

from typing import Any

BOOK = "book"
WITHDRAWN = "Withdrawn"
TABLES = ("book_entry", "book_content", "book_checkpoint")
PREFIX = "plumbline_"


def install(schema_editor: Any) -> None:
    """Put the triggers in place, those of an earlier version first removed."""
    with schema_editor.connection.cursor() as cursor:
        for statement in _removal(cursor, schema_editor.connection.vendor) + statements(
            schema_editor.connection.vendor
        ):
            cursor.execute(statement)


def statements(vendor: str) -> list[str]:
    """Return what has to be executed on a database of that kind: "sqlite" or "postgresql"."""
    return _sqlite() if vendor == "sqlite" else _postgresql()


def missing(cursor: Any, vendor: str) -> list[str]:
    """Return the names of triggers that are not there, or not as they were made, or switched off."""
    if vendor == "sqlite":
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = dict(cursor.fetchall())
        return [_name(s) for s in _sqlite() if there.get(_name(s)) != s]
    cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal")
    on = {name for (name,) in cursor.fetchall()}
    return [_name(s) for s in _postgresql() if s.startswith("CREATE TRIGGER") and _name(s) not in on]


def _name(statement: str) -> str:
    return statement.split()[2]


def _removal(cursor: Any, vendor: str) -> list[str]:
    if vendor == "sqlite":
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'plumbline_%%'")
        return [f"DROP TRIGGER {name}" for (name,) in cursor.fetchall()]
    cursor.execute(
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND tgname LIKE 'plumbline_%%'"
    )
    return [f"DROP TRIGGER {name} ON {table}" for name, table in cursor.fetchall()]


def _sqlite() -> list[str]:
    refused = [
        f"CREATE TRIGGER {PREFIX}{table}_{what.lower()} BEFORE {what} ON {table} {when}BEGIN\n"
        f"SELECT RAISE(ABORT, 'plumbline: {table} only grows');\nEND"
        for table in TABLES
        for what, when in (("UPDATE", ""), ("DELETE", _SQLITE_ERASED if table == "book_content" else ""))
    ]
    return [*refused, _SQLITE_ENTRY, _SQLITE_CONTENT, _SQLITE_CHECKPOINT]


_SQLITE_ERASED = "WHEN NOT EXISTS (SELECT 1 FROM book_entry WHERE erases = OLD.position) "

# What a unique index or a CHECK holds is said again here: REPLACE removes what is in a unique index's way without firing
# a delete trigger, and a connection may switch CHECKs off.
_SQLITE_ENTRY = f"""CREATE TRIGGER {PREFIX}entry_next BEFORE INSERT ON book_entry BEGIN
SELECT RAISE(ABORT, 'plumbline: not the next position')
 WHERE NEW.position IS NOT (SELECT coalesce(max(position) + 1, 0) FROM book_entry);
SELECT RAISE(ABORT, 'plumbline: entered and approved by one person')
 WHERE NEW.entered_by = NEW.approved_by OR NEW.entered_by = '' OR NEW.approved_by = '';
SELECT RAISE(ABORT, 'plumbline: supersedes what it may not')
 WHERE NEW.supersedes IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM book_entry WHERE position = NEW.supersedes
 AND line <> '{BOOK}' AND (line = NEW.line OR (NEW.line = '{BOOK}' AND NEW.kind = '{WITHDRAWN}')))
 OR EXISTS (SELECT 1 FROM book_entry WHERE supersedes = NEW.supersedes));
SELECT RAISE(ABORT, 'plumbline: erases what it may not')
 WHERE NEW.erases IS NOT NULL AND (NEW.line <> '{BOOK}'
 OR NOT EXISTS (SELECT 1 FROM book_entry WHERE position = NEW.erases AND line <> '{BOOK}')
 OR EXISTS (SELECT 1 FROM book_entry WHERE erases = NEW.erases));
END"""

# Positions have no gaps, so the greatest says whether one is taken; asking for it is one step to the end of the table.
_SQLITE_CONTENT = f"""CREATE TRIGGER {PREFIX}content_of_entry BEFORE INSERT ON book_content BEGIN
SELECT RAISE(ABORT, 'plumbline: content without its entry')
 WHERE NEW.position <= (SELECT coalesce(max(position), -1) FROM book_content)
 OR NEW.position > (SELECT coalesce(max(position), -1) FROM book_entry)
 OR EXISTS (SELECT 1 FROM book_entry WHERE erases = NEW.position);
END"""

_SQLITE_CHECKPOINT = f"""CREATE TRIGGER {PREFIX}checkpoint_later BEFORE INSERT ON book_checkpoint BEGIN
SELECT RAISE(ABORT, 'plumbline: not a later checkpoint')
 WHERE NEW.size IS NULL OR NEW.size <= (SELECT coalesce(max(size), 0) FROM book_checkpoint)
 OR NEW.size > (SELECT coalesce(max(position) + 1, 0) FROM book_entry);
END"""


def _postgresql() -> list[str]:
    """Triggers for each statement, not each row: a million rows are checked in one query over the rows added."""
    made = [_PG_ENTRY, _PG_CONTENT, _PG_REFUSE, _PG_KEEP, _PG_CHECKPOINT]
    for table in TABLES:
        events = "UPDATE OR TRUNCATE" if table == "book_content" else "UPDATE OR DELETE OR TRUNCATE"
        made += _pg(f"{table}_grows", f"BEFORE {events} ON {table}", "STATEMENT", "refuse")
    made += _pg("content_erased", "BEFORE DELETE ON book_content", "ROW", "keep")
    added = "REFERENCING NEW TABLE AS added"
    made += _pg("entry_next", f"AFTER INSERT ON book_entry {added}", "STATEMENT", "entry")
    made += _pg("content_of_entry", f"AFTER INSERT ON book_content {added}", "STATEMENT", "content")
    return made + _pg("checkpoint_later", "BEFORE INSERT ON book_checkpoint", "ROW", "checkpoint")


def _pg(name: str, when: str, each: str, function: str) -> list[str]:
    """Return a trigger that fires also where a session says it only replays what another server did."""
    trigger = f"CREATE TRIGGER {PREFIX}{name} {when} FOR EACH {each} EXECUTE FUNCTION {PREFIX}{function}()"
    table = when.split(" ON ")[1].split()[0]
    return [trigger, f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {PREFIX}{name}"]


def _pg_function(name: str, declared: str, body: str) -> str:
    head = f"CREATE OR REPLACE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql AS $$"
    return f"{head}\n{declared}BEGIN\n{body}\nEND $$"


_PG_REFUSE = _pg_function("refuse", "", "RAISE EXCEPTION 'plumbline: % only grows', TG_TABLE_NAME;")

_PG_KEEP = _pg_function(
    "keep",
    "",
    """IF NOT EXISTS (SELECT 1 FROM book_entry WHERE erases = OLD.position) THEN
 RAISE EXCEPTION 'plumbline: book_content only grows';
END IF;
RETURN OLD;""",
)

_PG_ENTRY = _pg_function(
    "entry",
    "DECLARE low bigint; high bigint; rows bigint;\n",
    f"""SELECT min(position), max(position), count(*) INTO low, high, rows FROM added;
IF rows = 0 OR high - low + 1 <> rows
 OR low <> (SELECT coalesce(max(position), -1) + 1 FROM book_entry WHERE position < low) THEN
 RAISE EXCEPTION 'plumbline: not the next position';
END IF;
IF EXISTS (SELECT 1 FROM added a LEFT JOIN book_entry e ON e.position = a.supersedes WHERE a.supersedes IS NOT NULL
 AND (e.position IS NULL OR e.line = '{BOOK}' OR (e.line <> a.line AND (a.line <> '{BOOK}' OR a.kind <> '{WITHDRAWN}')))) THEN
 RAISE EXCEPTION 'plumbline: supersedes what it may not';
END IF;
IF EXISTS (SELECT 1 FROM added a LEFT JOIN book_entry e ON e.position = a.erases WHERE a.erases IS NOT NULL
 AND (a.line <> '{BOOK}' OR e.position IS NULL OR e.line = '{BOOK}')) THEN
 RAISE EXCEPTION 'plumbline: erases what it may not';
END IF;
RETURN NULL;""",
)

_PG_CONTENT = _pg_function(
    "content",
    "",
    """IF NOT EXISTS (SELECT 1 FROM added) OR EXISTS (SELECT 1 FROM added a LEFT JOIN book_entry e USING (position)
 WHERE e.position IS NULL) OR EXISTS (SELECT 1 FROM added a JOIN book_entry e ON e.erases = a.position) THEN
 RAISE EXCEPTION 'plumbline: content without its entry';
END IF;
RETURN NULL;""",
)

_PG_CHECKPOINT = _pg_function(
    "checkpoint",
    "",
    """IF NEW.size <= (SELECT coalesce(max(size), 0) FROM book_checkpoint)
 OR NEW.size > (SELECT coalesce(max(position) + 1, 0) FROM book_entry) THEN
 RAISE EXCEPTION 'plumbline: not a later checkpoint';
END IF;
RETURN NEW;""",
)

"""The process that parses a spreadsheet: its bytes come in on standard input, its cells go out as text.

Run as ``python -P -m plumbline.sheets.child xlsx|csv``, under the limits of ``plumbline.documents.child``.
"""

import sys
from collections.abc import Callable
from importlib import import_module

import pyarrow as pa

from plumbline.documents import refusals
from plumbline.documents.answers import joined, pack
from plumbline.documents.child import confine
from plumbline.errors import InputError
from plumbline.lean import without_pandas
from plumbline.sheets.limits import ANSWER_BYTES, CPU_SECONDS, MEMORY_BYTES
from plumbline.sheets.refusals import damaged, over_memory

PARSERS = {"xlsx": "workbook", "csv": "delimited"}
"""The module that parses each format."""

SHEETS = "sheets"
Named = list[tuple[str, pa.Table]]


def main() -> None:
    """Read standard input, write the answer to standard output."""
    confine(MEMORY_BYTES, CPU_SECONDS)
    without_pandas()
    sys.stdout.buffer.write(reply(sys.argv[1], sys.stdin.buffer.read()))


def reply(format: str, data: bytes) -> bytes:
    """Return the answer for ``data``: each sheet's name and its cells; every failure becomes an error in words."""
    try:
        said = packed(_parser(format)(data))
        return said if len(said) <= ANSWER_BYTES else pack(refusals.too_large("", ANSWER_BYTES))
    except InputError as error:
        return pack(error)
    except MemoryError:
        return pack(over_memory(""))
    except Exception:  # parsers of foreign formats raise anything at all
        return pack(damaged(""))


def packed(sheets: Named) -> bytes:
    """Return sheets as bytes: their names, then an Arrow stream for each."""
    return joined([SHEETS, "\n".join(name for name, _ in sheets)], *(_stream(table) for _, table in sheets))


def _stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue().to_pybytes())


def _parser(format: str) -> Callable[[bytes], Named]:
    # imported only now: each is slow to import, and one is enough
    parse: Callable[[bytes], Named] = import_module(f"plumbline.sheets.{PARSERS[format]}").parse
    return parse


if __name__ == "__main__":
    main()

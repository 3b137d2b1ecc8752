"""A process that works on a book until it is killed: loads, seals, mirrors, and says what it was told is done.

    python -m bookwork FOLDER URL PREFIX ROWS TIMES KINDS...

KINDS are load, seal, mirror, done in turn TIMES times, without end for 0; each line of output acknowledges one that is finished.
"""

import itertools
import sys
from collections.abc import Sequence

from books import MOMENT, loaded
from plumbline.web.book import Book, open_book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.mirroring import mirror


def work(book: Book, prefix: str, rows: int, kinds: Sequence[str], times: int) -> None:
    """Do each kind of work in turn; files are told apart by the case numbers they begin with."""
    for n in range(times) if times else itertools.count():
        for kind in kinds:
            if kind == "load":
                said = f"{prefix}{n}-"
                loaded(book, rows, said)
            else:
                said = seal(book, MOMENT).splitlines()[1] if kind == "seal" else str(mirror(book).size)
            print(kind, said, flush=True)


def main(folder: str, url: str, prefix: str, rows: str, times: str, *kinds: str) -> None:
    book = open_book(folder, url=url)
    print("ready", flush=True)
    work(book, prefix, int(rows), kinds, int(times))


if __name__ == "__main__":
    main(*sys.argv[1:])

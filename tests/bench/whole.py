"""What keeping and reading a book takes: runs each measure in a process of its own, writes docs/reference/speed-of-books.md.

    python -m bench.whole [--small] [--print]

``--small`` takes a tenth of the records, to try the measures out.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from postgres import cluster, fresh, missing

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "speed-of-books.md"
HEAD = """# Speed of books 账簿的速度

Measured by `make bench`, which writes this page. Machines differ, and moments on one machine too: the figures to trust are
the ratios, each to a peer measured in the same run.
本页由 `make bench` 生成。机器各异，可比的是同次运行中与对照物的比值。
"""


class Part(NamedTuple):
    """A measure: what is measured against what, what it should come to, and the module that prints it."""

    title: str
    target: str
    module: str
    size: int
    database: bool = False


MILLION = 1_000_000
PARTS = (
    Part(
        "Loading, SQLite",
        "1M records, validated, hashed and stored: at most 6 x the driver's bare insert of the same columns, 1.5 GB",
        "book",
        MILLION,
    ),
    Part("Loading, PostgreSQL", "the same on PostgreSQL", "book", MILLION, True),
    Part("Tree", "10M leaves: at most 2 x a bare loop of as many hashes, 2.5 GB", "tree", 10 * MILLION),
    Part(
        "Figures, 10^5",
        "all figures of all lines, over the example city, against SQL written by hand: at most 1.5 x",
        "figures",
        MILLION // 10,
    ),
    Part("Figures, 10^6", "the same over ten times as many records", "figures", MILLION),
    Part(
        "Figures, 10^7",
        "the same over ten times as many again: at most 1.5 x, 4 GB; a drill-down below a second",
        "figures",
        10 * MILLION,
    ),
    Part(
        "The console",
        "50 users at once for 5 minutes on a book of 1M records, server and load on this machine: no error, 1.5 GB; the "
        "95th percentile of lists and case pages at most 10 x the median of an empty page",
        "console_load",
        MILLION,
    ),
    Part("Deadlines", "1M episodes in custody in columns: at least 50 x as fast as one by one", "limits", MILLION),
)


def measured(parts: tuple[Part, ...], shrink: int) -> Iterator[str]:
    """Yield a chapter for each measure."""
    with ExitStack() as stack:
        lacking = missing()
        server = "" if lacking else stack.enter_context(cluster())
        for part in parts:
            size = part.size // shrink
            said = lacking if part.database and lacking else _asked(part, size, fresh(server) if part.database else "")
            yield f"## {part.title}\n\nTarget: {part.target}.\n\n```text\n{said.strip()}\n```\n"


def _asked(part: Part, size: int, url: str) -> str:
    command = [sys.executable, "-m", f"bench.{part.module}", str(size), *([url] if url else [])]
    run = subprocess.run(command, cwd=REPOSITORY / "tests", capture_output=True, text=True, check=False)
    return run.stdout if run.returncode == 0 else f"failed: {run.stderr.strip().splitlines()[-1]}"


def main() -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="bench.whole", description=__doc__)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--print", action="store_true", help="print only; the page is not written")
    options = parser.parse_args()
    chapters = [HEAD]
    for chapter in measured(PARTS, 10 if options.small else 1):
        print(chapter, flush=True)
        chapters.append(chapter)
    if not options.print and not options.small:
        PAGE.write_text("\n".join(chapters), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast Plumbline reads: measures it and writes docs/reference/speed.md (``make bench``).

    python -m bench.speed [--rounds N] [--print]

Seconds are of the processor, not of the clock. Machines differ, and so do moments on one machine: the figure to trust
is the ratio to jieba tagging the same text in the same run, the two taken in turn.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "speed.md"
MEGABYTES = (0.1, 1, 10)
MEMORY = """
import re, sys
from pathlib import Path
from plumbline.claims import read
def peak():  # Linux's own high-water mark: getrusage would hand on the parent's
    return re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
text = Path(sys.argv[1]).read_text(encoding="utf-8")
before = peak()
kept = read(text)
print(before, peak())
"""


class Growth(NamedTuple):
    """One size: characters, seconds, and peak memory in megabytes before and after reading."""

    megabytes: float
    chars: int
    seconds: float
    before: float
    peak: float


def corpus() -> tuple[str, str]:
    """Whole reports in a row, and what they are: the published ones, else those of this repository repeated."""
    published = Path(os.environ.get("PLUMBLINE_SHARED") or REPOSITORY.parent / "shared") / "reports" / "plain"
    if published.is_dir():
        files = sorted(published.glob("*.txt"))
        return "\n".join(f.read_text(encoding="utf-8") for f in files), f"{len(files)} published reports"
    files = sorted((REPOSITORY / "tests" / "reports").glob("*.txt"))
    text = "\n".join(f.read_text(encoding="utf-8") for f in files)
    return text * (150_000 // len(text) + 1), f"{len(files)} reports of this repository, repeated"


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor seconds for one call."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def alternate(rounds: int, text: str, *works: Callable[[str], object]) -> list[list[float]]:
    """The seconds of each work, taken in turn so that a slow moment of the machine falls on all of them."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(taken, works, strict=True):
            times.append(seconds(work, text))
    return taken


def sized(text: str, megabytes: float) -> str:
    """The text repeated or cut to so many million bytes of UTF-8, at most."""
    size = int(megabytes * 1_000_000)
    per_char = len(text.encode()) / len(text)
    chars = int(size / per_char)
    return (text * (chars // len(text) + 1))[:chars]


def memory(text: str) -> tuple[float, float]:
    """Peak memory in megabytes of a process of its own: with the text loaded, and after reading it."""
    folder = REPOSITORY / ".cache"
    folder.mkdir(exist_ok=True)
    path = folder / "speed.txt"
    path.write_text(text, encoding="utf-8")
    run = subprocess.run([sys.executable, "-c", MEMORY, path], capture_output=True, text=True, check=True)
    path.unlink()
    before, peak = (int(kilobytes) / 1024 for kilobytes in run.stdout.split())
    return before, peak


def growth(read: Callable[[str], object], text: str) -> list[Growth]:
    """Time and memory at each size; the median of three."""
    rows = []
    for megabytes in MEGABYTES:
        part = sized(text, megabytes)
        taken = statistics.median(seconds(read, part) for _ in range(3))
        rows.append(Growth(megabytes, len(part), taken, *memory(part)))
    return rows


def page(text: str, what: str, ours: list[float], theirs: list[float], rows: list[Growth]) -> str:
    """The page, in the form in which it is kept."""
    mine, peer = statistics.median(ours), statistics.median(theirs)
    ratios = sorted(b / a for a, b in zip(ours, theirs, strict=True))
    grown = "\n".join(
        f"| {r.megabytes:g} MB | {r.chars:,} | {r.seconds:.2f} s | {r.chars / r.seconds:,.0f} "
        f"| {r.before:.0f} MB | {r.peak:.0f} MB |"
        for r in rows
    )
    slowdown = (rows[-1].seconds / rows[-1].chars) / (rows[0].seconds / rows[0].chars)
    return f"""# Speed 速度

Measured by `make bench`, which writes this page: processor seconds, one core. Machines differ; the figure to trust is
the ratio to jieba tagging the same text in the same run.
本页由 `make bench` 生成;机器各异,可比的是与 jieba 词性标注在同次运行中的比值。

Text: {what}, {len(text):,} characters. Median of {len(ours)} rounds, the two taken in turn.

| | seconds | characters a second 字/秒 |
|---|---|---|
| `plumbline.claims.read` | {mine:.2f} | {len(text) / mine:,.0f} |
| `jieba.posseg` {version("jieba")} | {peer:.2f} | {len(text) / peer:,.0f} |

**Reading is {statistics.median(ratios):.1f} times as fast as jieba's tagging** (the rounds: {ratios[0]:.1f} to
{ratios[-1]:.1f}).

The same text repeated or cut to size; memory is the peak of a process of its own, with the text loaded and after
reading it:

| size 大小 | characters | time | characters a second | memory before | peak memory 内存峰值 |
|---|---|---|---|---|---|
{grown}

A character of the largest takes {slowdown:.2f} times as long as one of the smallest (1 is linear growth).

Python {sys.version_info.major}.{sys.version_info.minor}, Plumbline {version("plumbline")}.
"""


def main() -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="bench.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--print", action="store_true", help="print only; the page is not written")
    options = parser.parse_args()

    import jieba.posseg

    from plumbline.claims import read

    jieba.setLogLevel("WARNING")
    jieba.initialize()
    text, what = corpus()
    for warm in (read, jieba.posseg.lcut):
        warm(text[:20_000])
    ours, theirs = alternate(options.rounds, text, read, jieba.posseg.lcut)
    result = page(text, what, ours, theirs, growth(read, text))
    print(result)
    if not options.print:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(result, encoding="utf-8")
        print(f"Written: {PAGE.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

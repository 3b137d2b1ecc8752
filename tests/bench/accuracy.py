"""How well Plumbline reads, beside three peers: measures it and writes docs/reference/accuracy.md (``make accuracy``).

    python -m bench.accuracy [FOLDER ...] [--only NAME ...] [--print]

Without folders: ``reports/dev`` of the published reports where they are present, and ``tests/reports`` of this project.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench.peers import PEERS, reading
from bench.scores import Fields, Labelled, Score, Tally, load, load_sentences, scores, tally, total

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "accuracy.md"
COMMAND = REPOSITORY / ".venv" / "bin" / "plumbline"

ROWS = {
    "span_value": "span and value 位置与数值, F1",
    "value": "value, spans overlapping 数值, F1",
    "false": "false claims per 1,000 characters 每千字误报",
    "details": "unit, approximation, rate, direction 单位等要素",
    "counted": "what is counted 所计事项",
    "who": "who 主体",
    "period": "period 期间",
    "tuple": "everything right 全部正确",
    "relations_precision": "relations, precision 关系,准确率",
    "relations_recall": "relations, recall 关系,召回率",
}
ONLY_PLUMBLINE = ("counted", "who", "period", "tuple", "relations_precision", "relations_recall")

HEAD = """# Accuracy 准确度

How well Plumbline finds and reads the numbers in published reports, beside three other ways of finding them, all
measured by the same code on the same texts in one run of `make accuracy`, which writes this page.
Plumbline 读取公开报告中数字的准确度,与另外三种方法在同一次运行中以同一程序测得。本页由 `make accuracy` 生成。

Every number of these texts is labelled by hand: what it is, its value, unit, what it counts, who, when; and the
arithmetic that the text asserts. **F1** weighs what is missed against what is wrongly given. *Span and value* wants the
span right to the character, measure word and approximator included; *value* only an overlap. The shares below them are
of the labelled quantities that were found; *everything right* is of all labelled quantities. A *false claim* is one
given where the labels have no quantity. In brackets: hits of cases for a share, and the 95 % interval: Wilson's for
shares, for the other rows by drawing the texts anew 2,000 times, which is rough where the texts are few. A dash: not
something that reader tries.

These are texts the reader was developed with: on texts it has not met, expect less.
这些文本在开发中使用过;对未见过的文本,结果会低一些。
"""


class Reader(NamedTuple):
    """Something that reads: its title, and what it makes of a text."""

    title: str
    read: Callable[[str], Fields]


class Gold(NamedTuple):
    """A set of labelled texts and what it is called on the page."""

    title: str
    texts: list[Labelled]


def plumbline(text: str) -> Fields:
    """Read a text as a user does: by the command, from a file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        run = subprocess.run([COMMAND, "read", "--json", file.name], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise ChildProcessError(f"plumbline read ended in {run.returncode}: {run.stderr.strip()[-300:]}")
    return json.loads(run.stdout)


def readers() -> dict[str, Reader]:
    """Plumbline and the peers, by the name that --only takes."""
    peers = {name: Reader(peer.title, lambda text, name=name: reading(name, text)) for name, peer in PEERS.items()}
    return {"plumbline": Reader("Plumbline", plumbline), **peers}


def gold_sets(folders: Sequence[Path]) -> list[Gold]:
    """The labelled texts to measure on; by default those of the published reports and of this repository."""
    if folders:
        return [Gold(f"Reports in {folder.name}", load(folder)) for folder in folders]
    published = Path(os.environ.get("PLUMBLINE_SHARED") or REPOSITORY.parent / "shared") / "reports" / "dev"
    sets = [
        Gold("Published reports 公开报告", load(published)),
        Gold("Reports of this repository, in the genre 本仓库所附报告", load(REPOSITORY / "tests" / "reports")),
    ]
    if (published / "tricky.jsonl").exists():
        sets.append(Gold("Short sentences, one hard form each 难句", load_sentences(published / "tricky.jsonl")))
    return [each for each in sets if each.texts]


def measure(reader: Reader, texts: Sequence[Labelled]) -> list[Tally]:
    """One tally a text."""
    with ThreadPoolExecutor(os.cpu_count() if reader.read is plumbline else 1) as pool:
        readings = pool.map(reader.read, [labelled.text for labelled in texts])
        return [tally(labelled, reading) for labelled, reading in zip(texts, readings, strict=True)]


def shown(score: Score, *, percent: bool) -> str:
    """A score as a cell: 96.4 % (159 of 165; 92.3 to 98.3)."""
    if score.value is None:
        return "–"
    figure = (lambda x: f"{100 * x:.1f}") if percent else (lambda x: f"{x:.2f}")
    cell = figure(score.value) + (" %" if percent and score.of else "")
    inside = [f"{score.hits} of {score.of}"] if score.of else []
    if score.low is not None and score.high is not None:
        inside.append(f"{figure(score.low)} to {figure(score.high)}")
    return f"{cell} ({'; '.join(inside)})" if inside else cell


def table(gold: Gold, measured: dict[str, tuple[Reader, list[Tally]]]) -> str:
    """The table of one set of texts: a column for each reader."""
    counts = total(next(iter(measured.values()))[1])
    size = f"{counts.chars:,} characters, {counts.gold} quantities, {counts.relations_gold} relations"
    titles = [reader.title for reader, _ in measured.values()]
    given = [str(total(tallies).said) for _, tallies in measured.values()]
    results = {name: scores(tallies) for name, (_, tallies) in measured.items()}
    lines = [
        f"## {gold.title}",
        "",
        f"{len(gold.texts)} texts, {size}.",
        "",
        f"| | {' | '.join(titles)} |",
        "|---|" + "---|" * len(measured),
        f"| quantities given 给出数量 | {' | '.join(given)} |",
    ]
    for key, label in ROWS.items():
        cells = [
            "–" if key in ONLY_PLUMBLINE and name != "plumbline" else shown(result[key], percent=key != "false")
            for name, result in results.items()
        ]
        if set(cells) != {"–"}:
            lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def versions(names: Sequence[str]) -> str:
    """What was measured, with versions."""
    packages = dict.fromkeys(package for name in names if name in PEERS for package in PEERS[name].packages)
    told = [f"{package} {version(package)}" for package in ("plumbline", *packages)]
    return f"Measured: {', '.join(told)}, on Python {sys.version_info.major}.{sys.version_info.minor}.\n"


def usable(chosen: dict[str, Reader]) -> tuple[dict[str, Reader], list[str]]:
    """The readers that work here, and a sentence on each that does not."""
    working, notes = {}, []
    for name, reader in chosen.items():
        try:
            reader.read("受理案件3件。")
            working[name] = reader
        except (ImportError, OSError, ValueError) as error:
            notes.append(f"{reader.title} could not be run here and is left out: {error}\n")
    return working, notes


def main() -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="bench.accuracy", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of labelled texts")
    parser.add_argument("--only", nargs="+", choices=list(readers()), help="only these; the page is not written")
    parser.add_argument("--print", action="store_true", help="print only; the page is not written")
    options = parser.parse_args()
    working, notes = usable({n: reader for n, reader in readers().items() if n in (options.only or readers())})
    sets = gold_sets(options.folders)
    if not working or not sets:
        print("\n".join(notes) or "No labelled texts found.", file=sys.stderr)
        return 2
    tables = [table(gold, {n: (r, measure(r, gold.texts)) for n, r in working.items()}) for gold in sets]
    page = "\n".join([HEAD, *tables, *notes, versions(list(working))])
    print(page)
    if options.folders or options.only or options.print:
        return 0
    if "plumbline" not in working:
        print("Plumbline itself could not be measured: the page is left as it is.", file=sys.stderr)
        return 2
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    print(f"Written: {PAGE.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

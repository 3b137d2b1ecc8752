"""Records as an object-centric event log, OCEL 2.0 JSON: what happened is an event, cases and bodies are its objects.

Persons are no objects, and no token leaves the book; who entered and approved a record stays in it too. A value is text,
as the published schema has it, and its type is declared with its event type.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from plumbline.errors import Words
from plumbline.exports import ocel_events, ocel_objects
from plumbline.exports.ocel_checked import Checked
from plumbline.exports.ocel_events import Selected
from plumbline.reports.cells import harmless

LOG, NAMES = "log.json", "names.csv"
Data = dict[str, Any]
Step = Callable[[int, int], None]


def write(folder: Path, chosen: Selected, step: Step = lambda done, total: None) -> None:
    """Write the log, and beside it what its types and attributes are called; ``step`` is told of the records done.

    Records are read by the hundred thousand and written as they come, so that the log may be larger than the memory.
    """
    checked = Checked()
    types = [ocel_events.declared(kind) for kind in chosen.kinds]
    head = {"objectTypes": ocel_objects.declared(chosen.kinds), "eventTypes": types}
    checked.whole(head | {"objects": [], "events": []})
    with (folder / LOG).open("w", encoding="utf-8") as file:
        file.write("{" + ",\n".join(f'"{name}": {_json(said)}' for name, said in head.items()))
        _array(file, "objects", (checked.part("object", each) for each in ocel_objects.objects(chosen)))
        _array(file, "events", (checked.part("event", each) for each in _stepped(chosen, step)))
        file.write("}\n")
    named = (ocel_events.labels(kind) for kind in chosen.kinds)
    _named(folder / NAMES, chain(ocel_objects.labels(chosen.kinds), *named))


def _stepped(chosen: Selected, step: Step) -> Iterator[Data]:
    done, total = 0, sum(ocel_events.rows_of(chosen, kind) for kind in chosen.kinds)
    for kind in chosen.kinds:
        for batch in ocel_events.events(chosen, kind):
            step(min(done, total), total)
            yield from batch
            done += len(batch)


def _array(file: TextIO, name: str, parts: Iterable[Data]) -> None:
    file.write(f',\n"{name}": [')
    for at, part in enumerate(parts):
        file.write(("\n" if not at else ",\n") + _json(part))
    file.write("]")


def _json(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _named(path: Path, rows: Iterable[tuple[str, str, Words]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("what", "name", "zh", "en"))
        writer.writerows(map(harmless, (what, name, words.zh, words.en)) for what, name, words in rows)

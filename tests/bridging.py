"""Records of a few cases in short words, and a bridge settled over them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mirrors import tables
from plumbline.figures.bridges import ALL, Scopes, Settled, settle
from plumbline.lines import bridges, line
from plumbline.periods import span
from plumbline.records import Record
from plumbline.records.made_up import token

BODIES = {
    "investigations": "兰州市公安局城关分局",
    "prosecutions": "城关区人民检察院",
    "trials": "城关区人民法院",
    "links": "城关区人民检察院",
    "custody": "城关区看守所",
    "integrity": "兰州市监察委员会",
    "rivers": "城关区水务局",
    "hazards": "城关区应急管理局",
}
DEFAULTS: dict[str, dict[str, Any]] = {
    "Filed": {"offence": "盗窃罪"},
    "Received": {"offence": "盗窃罪", "persons": 1},
    "Docketed": {"offence": "盗窃罪", "persons": 1},
    "Decided": {"outcome": "起诉", "persons": 1},
    "Concluded": {"persons": 1},
    "Transferred": {"persons": 1},
    "Referred": {"to_body": BODIES["investigations"], "persons": 1},
    "Linked": {
        "how": "移送", "from_line": "prosecutions", "to_line": "trials", "to_body": BODIES["trials"],
    },
}  # fmt: skip
"""What a record says unless told otherwise: one person, one court."""


def record(name: str, case: str, on: str, **own: Any) -> Record:
    """Return a record: ``record("trials.Docketed", "刑初1号", "2020-01-06", persons=2)``; ``person=7`` is the seventh token."""
    line_name, kind = name.split(".")
    said = {**DEFAULTS.get(kind, {}), "body": BODIES[line_name], **own}
    if "person" in said:
        said = {k: v for k, v in said.items() if k != "persons"} | {"person": token(said["person"])}
    return line(line_name).kinds[kind].model(case=case, on=on, **said)


def settled(
    folder: Path,
    bridge: str,
    records: Sequence[Record],
    period: str = "2020",
    scopes: Scopes = ALL,
    **more: Any,
) -> dict[str, Settled]:
    """Settle the bridge of that id over these records."""
    over = {b.id: b for b in bridges()}[bridge]
    return settle(over, tables(folder / "mirror", records, **more), span(period), scopes)  # type: ignore[return-value]


def numbers(settled: Settled) -> dict[str, int]:
    """Return every term that is not nought, and the rest if it is not."""
    parts = {p.term: p.number for p in (*settled.left, *settled.right, *settled.causes) if p.number}
    return parts | ({"rest": settled.rest} if settled.rest else {})

"""The description of published figures as a Frictionless data package (datapackage.json, Data Package 1)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plumbline.errors import Words
from plumbline.exports.tables import FIGURE_COLUMNS, FIGURES, TITLE, VALUE_COLUMNS, VALUES, Column, Release
from plumbline.reports import phrases

DESCRIPTOR = "datapackage.json"


def describe(folder: Path, release: Release) -> None:
    """Write the description; without a licence given it names none, which leaves that to the publisher."""
    source = phrases.as_of(release.size, release.root)
    package = {
        "profile": "tabular-data-package",
        "name": "plumbline-figures",
        "title": _both(TITLE),
        "description": _both(source),
        **({"licenses": [_licence(release.licence)]} if release.licence else {}),
        "resources": [
            _resource("figures", FIGURES, FIGURE_COLUMNS, {"primaryKey": ["figure"]}),
            _resource("values", VALUES, VALUE_COLUMNS, {"foreignKeys": [_KNOWN]}),
        ],
    }
    (folder / DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_KNOWN = {"fields": ["figure"], "reference": {"resource": "figures", "fields": ["figure"]}}


def _resource(name: str, path: str, columns: Iterable[Column], keys: dict[str, Any]) -> dict[str, Any]:
    dialect = {"delimiter": ",", "lineTerminator": "\n", "header": True}
    schema = {"fields": [_field(column) for column in columns], "missingValues": [""], **keys}
    return {
        "profile": "tabular-data-resource", "name": name, "path": path, "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "dialect": dialect, "schema": schema,
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if column.required else {}
    return {
        "name": column.name, "type": column.type, "title": _both(column.title), "description": _both(column.means), **required
    }  # fmt: skip


def _licence(given: str) -> dict[str, str]:
    return {"path": given} if given.startswith(("http://", "https://")) else {"name": given}


def _both(words: Words) -> str:
    return f"{words.zh} {words.en}"

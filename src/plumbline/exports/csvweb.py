"""The description of published figures by CSV on the Web (csv-metadata.json, W3C Recommendation of 17 December 2015)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plumbline.errors import Words
from plumbline.exports.tables import FIGURE_COLUMNS, FIGURES, TITLE, VALUE_COLUMNS, VALUES, Column, Release
from plumbline.reports import phrases

METADATA = "csv-metadata.json"


def describe(folder: Path, release: Release) -> None:
    """Write the description of both tables as one group; without a licence given it names none."""
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": _said(TITLE),
        "dc:source": _said(phrases.as_of(release.size, release.root)),
        **({"dc:license": _licence(release.licence)} if release.licence else {}),
        "tables": [
            {"url": FIGURES, "tableSchema": {"columns": _columns(FIGURE_COLUMNS), "primaryKey": "figure"}},
            {"url": VALUES, "tableSchema": {"columns": _columns(VALUE_COLUMNS), "foreignKeys": [_KNOWN]}},
        ],
    }
    (folder / METADATA).write_text(json.dumps(group, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_KNOWN = {"columnReference": "figure", "reference": {"resource": FIGURES, "columnReference": "figure"}}


def _columns(columns: Iterable[Column]) -> list[dict[str, Any]]:
    return [
        {
            "name": column.name,
            "titles": {"und": column.name, "zh": column.title.zh, "en": column.title.en},
            "dc:description": _said(column.means),
            "datatype": column.type,
            "required": column.required,
        }
        for column in columns
    ]


def _licence(given: str) -> dict[str, str] | str:
    return {"@id": given} if given.startswith(("http://", "https://")) else given


def _said(words: Words) -> list[dict[str, str]]:
    return [{"@value": words.zh, "@language": "zh"}, {"@value": words.en, "@language": "en"}]

"""An OCEL log held against its schema before it is written: all declarations, and each shape of object and event once."""

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator, ValidationError

from plumbline.errors import OutputError, Words

SCHEMA = "ocel_schema.json"
Data = dict[str, Any]


def schema() -> Data:
    """Return the schema of an OCEL 2.0 log, in this package's own words."""
    found: Data = json.loads((files("plumbline.exports") / SCHEMA).read_text(encoding="utf-8"))
    return found


class Checked:
    """Checks parts of one log. Parts of one type with the same attributes and relationships are alike: one is enough."""

    def __init__(self) -> None:
        """Take the schema in."""
        self._schema = schema()
        self._types: dict[str, set[str]] = {}
        self._seen: set[tuple[str, ...]] = set()

    def whole(self, log: Data) -> None:
        """Check a log without its objects and events, and note what it declares; raises OutputError."""
        self._require(log, self._schema)
        for declared in (*log["eventTypes"], *log["objectTypes"]):
            self._types[declared["name"]] = {each["name"] for each in declared["attributes"]}

    def part(self, definition: str, part: Data) -> Data:
        """Return an object or event that holds against the schema and its type's declaration; raises OutputError."""
        names = [each["name"] for each in part["attributes"]]
        shape = (part["type"], *names, "", *(each["qualifier"] for each in part["relationships"]))
        if shape not in self._seen:
            self._require(part, {**self._schema, "required": [], **self._schema["definitions"][definition]})
            if not self._types.get(part["type"], set()) >= set(names):
                raise _wrong(part["id"], f"undeclared: {', '.join(names)}")
            self._seen.add(shape)
        return part

    def _require(self, part: Data, against: Data) -> None:
        try:
            Draft7Validator(against).validate(part)
        except ValidationError as error:
            raise _wrong(str(part.get("id", "")), error.message) from error


def _wrong(where: str, message: str) -> OutputError:
    what = Words(f"不合 OCEL 2.0（{message}）", f"is not as OCEL 2.0 asks ({message})")
    return OutputError(f"ocel {where}".strip(), what, Words("请报告此问题", "Report this as a defect"))

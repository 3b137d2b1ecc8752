"""What tests of the console's bulletin share: a page read, and what the command says for the same question."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from typing import Any

import polars as pl
from django.conf import settings

from plumbline.lines import kinds, part
from plumbline.web.book import Book, load

Client = Callable[[str], Any]
COURT = "城关区人民法院"


def said(*words: str) -> Any:
    """What a command says as JSON of the console's book as it is now."""
    from plumbline.web.console import shelf

    return _said(shelf.size(), *words)


@cache
def _said(size: int, *words: str) -> Any:
    command = [sys.executable, "-m", "plumbline", *words, "--book", str(settings.BOOK), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PLUMBLINE_LANG": "zh"})
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def page(client: Any, address: str, status: int = 200) -> str:
    answer = client.get(address)
    while answer.status_code == 202:  # under way
        answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return unescape(answer.content.decode())


def values(text: str, kind: str = "value") -> list[str]:
    return re.findall(rf'<data class="{kind}" value="([^"]*)">', text)


def exact(row: dict[str, Any]) -> str:
    return f"{row['numerator']}/{row['denominator']}"


def docket(book: Book, case: str, body: str, on: date) -> None:
    """Write down that a court took a case on, which nobody sent."""
    kind = kinds()["trials"]["Docketed"]
    example = next(r for e in part("trials", "examples").EXAMPLES for r in e.records if type(r).__name__ == "Docketed")
    row = example.model_dump() | {"case": case, "body": body, "on": on}
    types = {"string": pl.String, "int64": pl.Int64, "bool": pl.Boolean, "date": pl.Date, "time": pl.Time}
    frame = pl.DataFrame([row], schema={c.name: types[c.type] for c in kind.columns})
    load(book, [(kind, frame)], entered_by="录入甲", approved_by="审批乙", recorded_at=datetime.now(UTC))

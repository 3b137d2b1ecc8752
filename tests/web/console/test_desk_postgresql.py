"""The desk's approvals on PostgreSQL: many checkers at once, and a process killed between the ledger and its mark."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import postgres

BEGIN = """
import json, os, signal, sys, threading
from pathlib import Path
from plumbline.web.book import open_book
from plumbline.web.console.serving import prepare
folder = Path(os.environ["PLUMBLINE_BOOK"])
open_book(folder, create=True)
prepare(folder, trial=True, plain=True)
from django.db import connections
from plumbline.errors import Refused
from plumbline.web.book.sessions import asked, reading
from plumbline.web.console import shelf
from plumbline.web.desk import approving, entering, sampling
from plumbline.web.desk.frames import packed
from plumbline.web.desk.models import Batch, Draft
from plumbline.web.people.models import Account, Role
from plumbline.web.people.trial import sign_ins
sign_ins()
book, body = shelf.book(), "城关区人民法院"
checker = Account.objects.get(username="checker")
def submitted(number):
    said = {"case": number, "body": body, "on": "2021-03-01", "offence": "盗窃罪", "persons": "2"}
    own = {"line": "trials", "kind": "Docketed", "body": body, "entered_by": "clerk", "state": "submitted"}
    return Draft.objects.create(once=number, fields=said, **own)
"""
TOGETHER = """
drafts = [submitted(f"（2021）甘0102刑初{i}号") for i in range(1, 7)]
others = [Account.objects.create_user(f"checker-{i}", "plumb-the-line", role=Role.CHECKER, body=body) for i in range(3)]
def all_of(by):
    for draft in drafts:
        try:
            approving.approve(book, draft, by, draft.version)
        except Refused:
            pass
    connections.close_all()
threads = [threading.Thread(target=all_of, args=[by]) for by in others]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""
KILLED = """
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
draft = submitted("（2021）甘0102刑初99号")
approving._marked = die
approving._approved = die
approving.approve(book, draft, checker, draft.version)
"""
GOING_ON = """
approving.recover(book)
approving.recover(book)
from datetime import date
import polars as pl
from plumbline.lines import line
from plumbline.sheets.cells import TYPES
kind = line("trials").kinds["Docketed"]
row = {"case": "（2021）甘0102刑初77号", "body": body, "on": date(2021, 3, 1), "persons": 1,
       "offence": "盗窃罪", "instance": "一审公诉", "procedure": "普通", "scope": "", "in_custody": False,
       "over_one_year": False, "over_three_years": False, "at": None, "person": None}
frame = pl.DataFrame([row], schema={c.name: TYPES[c.type] for c in kind.columns})
batch = Batch.objects.create(name="a.csv", rows=1, content=packed([(kind, frame)]))
draft = Draft.objects.create(once="b", line="trials", body=body, entered_by="clerk", state="submitted", batch=batch)
for one in sampling.sample(draft, checker):
    sampling.confirm(draft, checker, one.row)
approving.approve(book, Draft.objects.select_related("batch").get(pk=draft.pk), checker, draft.version)
"""
END = """
with reading(book) as cursor:
    cases = asked(cursor, 'SELECT "case" FROM book_entry')["case"].to_list()
print(json.dumps([cases, list(Draft.objects.values_list("state", flat=True))]))
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A database of one's own."""
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.cluster() as server:
        yield postgres.fresh(server)


def run(address: str, folder: Path, code: str) -> "subprocess.CompletedProcess[bytes]":
    """Do something in a process of its own, on a console kept by PostgreSQL."""
    said = {"DATABASE_URL": address, "PLUMBLINE_BOOK": str(folder), "PLUMBLINE_SECRET_KEY": "only for tests " * 4}
    said |= {"DJANGO_SETTINGS_MODULE": "plumbline.web.console.settings"}
    command = [sys.executable, "-c", BEGIN + code + END]
    return subprocess.run(command, env=os.environ | said, capture_output=True, timeout=300, check=False)


def told(done: "subprocess.CompletedProcess[bytes]") -> tuple[list[str], list[str]]:
    assert done.returncode == 0, done.stderr.decode()
    cases, states = json.loads(done.stdout.splitlines()[-1])
    return cases, states


def test_approvals_on_postgresql_are_carried_out_once(address: str, tmp_path: Path) -> None:
    folder: Any = tmp_path / "book"
    cases, states = told(run(address, folder, TOGETHER))
    assert sorted(cases) == sorted(f"（2021）甘0102刑初{i}号" for i in range(1, 7))
    assert set(states) == {"approved"}
    assert run(address, folder, KILLED).returncode == -signal.SIGKILL
    cases, states = told(run(address, folder, GOING_ON))
    assert (cases.count("（2021）甘0102刑初99号"), cases.count("（2021）甘0102刑初77号")) == (1, 1)
    assert set(states) == {"approved"}

"""An approval is carried out exactly once: with many checkers at the same moment, and whatever moment the process dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from plumbline.web.book import Book, open_book
from plumbline.web.book.showing import of_case

COURT = "城关区人民法院"
COMMON = """
import os, signal, sys
import django
django.setup()
from plumbline.web.desk import approving, entering
from plumbline.web.desk.models import Draft
from plumbline.web.people.models import Account
from plumbline.web.console import shelf
checker, book = Account.objects.get(username="checker"), shelf.book()
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def after(do):
    def both(*said, **more):
        do(*said, **more)
        die()
    return both
"""
DEATHS = {
    "before the claim": "approving.claim = die",
    "after the claim": "approving.claim = after(approving.claim)",
    "before the entry": "entering.append = die",
    "after the entry": "entering.append = after(entering.append)",
    "before it is marked": "approving._marked = die",
}
"""Where a process is killed, by how it is done to itself."""


def submitted(number: str, **other: Any) -> Any:
    from plumbline.web.desk.models import Draft, State

    said = {"case": number, "body": COURT, "on": "2021-03-01", "offence": "盗窃罪", "persons": "2"}
    own = {"once": os.urandom(8).hex(), "line": "trials", "kind": "Docketed", "body": COURT, "entered_by": "clerk"}
    return Draft.objects.create(**own | {"fields": said, "state": State.SUBMITTED} | other)


def known(book: Book, number: str) -> list[dict[str, Any]]:
    from plumbline.errors import Refused

    try:
        return [shown.entry for shown in of_case(book, number)]
    except Refused:
        return []


@pytest.fixture
def checkers(console: Book) -> list[Any]:
    """Four checkers of one body."""
    from plumbline.web.people.models import Account, Role

    found = []
    for i in range(4):
        name, own = f"checker-{i}", {"role": Role.CHECKER, "body": COURT}
        there = Account.objects.filter(username=name).first()
        found.append(there or Account.objects.create_user(name, "plumb-the-line", **own))
    return found


def together(*tasks: Callable[[], Any]) -> list[Any]:
    """Do tasks at the same moment, each in a thread; return what each gave or raised."""
    from django.db import connections

    gate = threading.Barrier(len(tasks))
    given: list[Any] = [None] * len(tasks)

    def one(place: int, task: Callable[[], Any]) -> None:
        gate.wait()
        try:
            given[place] = task()
        except Exception as error:
            given[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=each) for each in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def test_of_checkers_at_once_one_wins(console: Book, checkers: list[Any]) -> None:
    from plumbline.errors import Refused
    from plumbline.web.desk.approving import approve
    from plumbline.web.desk.models import Draft

    for i in range(8):
        number = f"（2021）甘0102刑初{8001 + i}号"
        draft = submitted(number)
        given = together(*(partial(approve, console, draft, by, draft.version) for by in checkers))
        lost = [one for one in given if one is not None]
        assert len(lost) == len(checkers) - 1
        assert all(isinstance(one, Refused) for one in lost)
        [entry] = known(console, number)
        done = Draft.objects.get(pk=draft.pk)
        assert (done.state, done.position, done.checked_by) == ("approved", entry["position"], entry["approved_by"])


def test_many_approvals_at_once_with_lists_that_recover(console: Book, checkers: list[Any]) -> None:
    """Each of forty drafts is in the book once, though lists go on with what they find half done all the while."""
    from plumbline.web.desk import approving
    from plumbline.web.desk.models import Draft

    numbers = [f"（2021）甘0102刑初{8101 + i}号" for i in range(40)]
    drafts = [submitted(number) for number in numbers]

    def approve_all(by: Any, some: list[Any]) -> None:
        for draft in some:
            approving.approve(console, draft, by, draft.version)

    def look() -> None:
        for _ in range(40):
            for pk in Draft.objects.filter(state="approving").values_list("pk", flat=True):
                approving.finish(console, pk)  # as another process would, which does not know of this one's

    tasks = [partial(approve_all, by, drafts[i::4]) for i, by in enumerate(checkers)]
    assert together(*tasks, look, look) == [None] * 6
    assert [len(known(console, number)) for number in numbers] == [1] * 40
    assert {d.state for d in Draft.objects.filter(pk__in=[d.pk for d in drafts])} == {"approved"}


def test_who_goes_on_waits_for_who_is_at_it(
    console: Book, checkers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one writes an entry, however long that takes, another that goes on with the same draft writes none."""
    from django.utils import timezone

    from plumbline.web.book.appending import append
    from plumbline.web.desk import approving, entering
    from plumbline.web.desk.models import Draft

    number, begun, written = "（2021）甘0102刑初8402号", threading.Event(), []

    def slowly(*said: Any, **more: Any) -> Any:
        written.append(number)
        begun.set()
        time.sleep(0.5)
        return append(*said, **more)

    monkeypatch.setattr(entering, "append", slowly)
    draft = submitted(number)
    approving.claim(draft, checkers[0], draft.version, timezone.now())
    one, other = partial(approving.finish, console, draft.pk), partial(approving.finish, console, draft.pk)
    assert together(one, lambda: begun.wait(30) and other()) == [None, None]
    assert written == [number]
    assert len(known(console, number)) == 1
    assert Draft.objects.get(pk=draft.pk).state == "approved"


@pytest.fixture
def run(environment: dict[str, str]) -> Iterator[Callable[[str], "subprocess.Popen[bytes]"]]:
    """What starts a process with the same console, that does what a few lines say."""
    running: list[subprocess.Popen[bytes]] = []

    def start(code: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", COMMON + code]
        running.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE))
        return running[-1]

    yield start
    for each in running:
        each.kill()
        each.wait()


@pytest.mark.parametrize("death", DEATHS)
def test_a_process_killed_at_any_point_leaves_nothing_lost_nor_doubled(
    console: Book, client_of: Callable[[str], Any], run: Callable[[str], Any], death: str
) -> None:

    number = f"（2021）甘0102刑初{8201 + list(DEATHS).index(death)}号"
    draft = submitted(number)
    ended = run(
        f"{DEATHS[death]}\ndraft = Draft.objects.get(pk={draft.pk})\napproving.approve(book, draft, checker, draft.version)"
    )
    assert ended.wait(120) == -signal.SIGKILL
    entries = known(console, number)
    assert len(entries) == ("after the entry" in death or "marked" in death)
    for _ in range(2):
        assert client_of("checker").get("/approvals/").status_code == 200
        draft.refresh_from_db()
        if death == "before the claim":
            assert (draft.state, known(console, number)) == ("submitted", [])
        else:
            [entry] = known(console, number)
            assert (draft.state, draft.position) == ("approved", entry["position"])
            assert (entry["entered_by"], entry["approved_by"]) == ("clerk", "checker")
            assert not entries or entry == entries[0]


@pytest.mark.soak
def test_a_process_killed_while_it_approves_one_after_another(
    console: Book, client_of: Callable[[str], Any], run: Callable[[str], Any]
) -> None:
    """What it said was done is there, what it had begun is done once, the rest still waits."""
    from plumbline.web.desk.models import Draft

    numbers = [f"（2021）甘0102刑初{8301 + i}号" for i in range(60)]
    drafts = {submitted(number).pk: number for number in numbers}
    acknowledged: list[int] = []
    while left := list(Draft.objects.filter(pk__in=drafts, state="submitted").values_list("pk", flat=True)):
        done = len(acknowledged)
        going = run(
            f"for pk in {left}:\n    draft = Draft.objects.get(pk=pk)\n"
            "    approving.approve(book, draft, checker, draft.version)\n    print(pk, flush=True)\n"
        )
        assert going.stdout
        acknowledged += [int(line) for _, line in zip(range(20), going.stdout, strict=False)]
        time.sleep(0.001 * len(acknowledged))
        going.kill()
        acknowledged += [int(line) for line in going.stdout.read().split(b"\n") if line]
        assert len(acknowledged) > done
        assert client_of("checker").get("/approvals/").status_code == 200
        states = dict(Draft.objects.filter(pk__in=drafts).values_list("pk", "state"))
        assert all(states[pk] == "approved" for pk in acknowledged)
        assert set(states.values()) <= {"approved", "submitted"}
        for pk, number in drafts.items():
            assert len(known(console, number)) == (states[pk] == "approved")


def test_a_refusal_of_the_ledger_leaves_a_draft_waiting(console: Book, checkers: list[Any]) -> None:
    """An approval that was given, and cannot be carried out as the book has moved on, is given back to decide anew."""
    from django.utils import timezone

    from plumbline.web.desk.approving import approve, claim, recover
    from plumbline.web.desk.models import Draft

    number = "（2021）甘0102刑初8401号"
    first, second = submitted(number), submitted(number)
    claim(second, checkers[1], second.version, timezone.now())
    approve(console, first, checkers[0], first.version)
    recover(console)
    again = Draft.objects.get(pk=second.pk)
    assert (again.state, again.checked_by, again.moment) == ("submitted", "", None)
    assert len(known(console, number)) == 1


def test_twenty_clerks_at_once_lose_and_double_nothing(console: Book, client_of: Callable[[str], Any]) -> None:
    """Twenty submit a record each while earlier ones are approved: each is there once, with what its form said."""
    from plumbline.web.desk.models import Draft

    waiting = [submitted(f"（2021）甘0102刑初{8501 + i}号") for i in range(4)]
    numbers = [f"（2021）甘0102刑初{8601 + i}号" for i in range(20)]
    clerks, checker = [client_of("clerk") for _ in numbers], client_of("checker")

    def enter(clerk: Any, number: str, persons: int) -> int:
        said = {"case": number, "on": "2021-03-01", "offence": "盗窃罪", "persons": str(persons), "act": "submit"}
        return int(clerk.post("/desk/new/trials/Docketed/", said).status_code)

    def approve(draft: Any) -> int:
        said = {"act": "approve", "version": draft.version}
        return int(checker.post(f"/approvals/{draft.pk}/decide", said).status_code)

    entering = [partial(enter, clerk, number, i) for i, (clerk, number) in enumerate(zip(clerks, numbers, strict=True))]
    given = together(*entering, *(partial(approve, draft) for draft in waiting))
    assert given == [302] * 24
    for i, number in enumerate(numbers):
        [draft] = Draft.objects.filter(fields__case=number)
        assert (draft.state, draft.fields["persons"]) == ("submitted", str(i))
        assert approve(draft) == 302
        assert [entry["fields"]["persons"] for entry in known(console, number)] == [i]
    assert all(len(known(console, f"（2021）甘0102刑初{8501 + i}号")) == 1 for i in range(4))


def test_entries_of_before_stay_as_they_were(console: Book) -> None:
    from plumbline.web.book.verifying import differences

    assert list(differences(open_book(Path(console.folder), url=""))) == []

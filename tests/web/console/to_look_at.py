"""What there is to look at on every page of the console: drafts in each state, a case, a hazard, jobs that are done."""

import re
import time
from typing import Any, NamedTuple

from tests.web.console import test_desk, test_desk_import, test_files_erasing, test_grid
from tests.web.console.test_accounts_factors import anew
from tests.web.console.test_files import COURT, docketed, file

from plumbline.web.book import Book

NUMBER, HAZARD, PLAN = "（2020）甘0102刑初9801号", "城安隐〔2026〕980号", "criminal-justice-2020"
TEXT = "检察机关受理案件113件，办结110件，在办4件。"


class Made(NamedTuple):
    """What was made, by name; the address of the server; the session of each account."""

    found: dict[str, Any]
    served: str
    sessions: dict[str, str]


def everything(book: Book, served: str, names: list[str]) -> Made:
    """Make it all, and sign the named accounts in."""
    from django.test import Client

    from plumbline.web.people.models import Account, Role

    Account.objects.get_or_create(username="checker2", defaults={"role": Role.CHECKER, "body": COURT})
    for way in ("zh-desk", "en-phone"):
        anew(f"axe-{way}")
    people, by = {name: Client() for name in names}, "allauth.account.auth_backends.AuthenticationBackend"
    for name, client in people.items():
        client.force_login(Account.objects.get(username=name), backend=by)
    found = _of_the_book(book, people) | _drafts(people) | _jobs(people)
    found |= {"court": COURT, "account": Account.objects.get(username="clerk").pk}
    return Made(found, served, {name: client.cookies["sessionid"].value for name, client in people.items()})


def _of_the_book(book: Book, people: dict[str, Any]) -> dict[str, Any]:
    position = docketed(book, NUMBER)
    test_files_erasing.asked_of(people["checker"], position)
    other = docketed(book, "（2020）甘0102刑初9802号")
    test_grid.found(book, HAZARD)
    test_grid.mended(book, HAZARD, by="城关区住房和城乡建设局", post="1")
    people["grid"].post("/grid/report", test_grid.REPORT | {"number": "城安隐〔2026〕981号", "key": "axe"})
    case, limits = file(COURT, NUMBER), file(COURT, NUMBER, first="limits")
    return {"case": case, "limits": limits, "position": other, "hazard": HAZARD}


def _drafts(people: dict[str, Any]) -> dict[str, Any]:
    clerk, checker = people["clerk"], people["checker"]
    submitted = test_desk.entered(clerk, "（2021）甘0102刑初9803号")
    returned = test_desk.entered(clerk, "（2021）甘0102刑初9804号")
    test_desk.decided(checker, returned, "return", "罪名与判决书不符")
    batch = test_desk_import.imported(clerk, test_desk_import.rows_of(98050, 8))
    row = re.search(rf"/approvals/{batch}/rows/\d+/", test_desk.text(checker.get(f"/approvals/{batch}/")))
    assert row
    return {"submitted": submitted, "returned": returned, "batch": batch, "row": row[0]}


def _jobs(people: dict[str, Any]) -> dict[str, Any]:
    """Have a report written, one read, and the book exported and sealed."""
    people["auditor"].post("/audit/seal")
    wanted = {
        "report": ("reporter", "/reports/compile", {"plan": PLAN, "lang": "zh"}, "<iframe"),
        "review": ("clerk", "/review/", {"text": TEXT}, "<iframe"),
        "export": ("auditor", "/audit/export", {"form": "ocel", "lines": "trials"}, "/zip"),
    }
    begun = {name: people[who].post(to, said).headers["Location"] for name, (who, to, said, _) in wanted.items()}
    for name, (who, _, _, sign) in wanted.items():
        _await(people[who], begun[name], sign)
    folder = begun["report"].rsplit("/", 2)[0]
    return begun | {"files": [f"{folder}/{PLAN}.html"]}


def _await(client: Any, address: str, sign: str) -> None:
    for _ in range(200):
        if sign in test_desk.text(client.get(address)):
            return
        time.sleep(0.1)
    raise AssertionError(test_desk.text(client.get(address))[-900:])

"""Between bodies: what one sends on is what the other takes on, file by file along the links that join them.

Every file taken on belongs to one file sent, its home; so each difference is one file's, and one record shows its cause.
"""

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

import ibis

from plumbline.figures.accounting import Account, beside, by_case, term
from plumbline.figures.bridges import Scopes
from plumbline.figures.causes import APART, ASIDE, GOES, MOVED, steps
from plumbline.figures.standing import tagged
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables


class Ends(NamedTuple):
    """The two ends of a chain, each a line, the records that send or take on, and the term they are counted as.

    Columns needed: on, body, case, scope, person, persons, position. ``others``: files may be taken on that nobody sent.
    """

    from_line: str
    sent: "Table"
    sent_as: str
    to_line: str
    taken: "Table"
    taken_as: str
    others: bool = False


def sent_and_taken(
    ends: Ends, links: "Tables", period: Span, scopes: Scopes, elsewhere: dict[str, "Table"] | None = None
) -> Account:
    """Account for: sent = taken on + in transit + elsewhere. ``elsewhere`` gives, by cause, who was not sent on.

    Cases of a flow are counted by days, persons by tokens and headcounts. A file sent is one of ``period`` in
    ``scopes.left``, a file taken on one of ``period`` in ``scopes.right``.
    """
    every, view = links.flow("Linked"), links.engine.settle
    linked = every.filter(every.from_line == ends.from_line)
    ends = ends._replace(sent=view(ends.sent), taken=view(ends.taken))
    edges = view(_edges(linked.filter(linked.to_line == ends.to_line), ends))
    left = view(by_case(_inside(ends.sent, period, scopes.left)))
    right = view(by_case(_inside(ends.taken, period, scopes.right)))
    homes = view(_homes(edges, left))
    came = view(_at_home(right, homes))
    wide = view(_facts(view(_met(left, came)), edges, homes, ends, right, period))
    wide = _from_others(wide, every, ends)
    aside = elsewhere or {}
    wide = _with_aside(
        wide,
        _untold(linked, right),
        {cause: by_case(rows.filter(rows.on <= period.last)) for cause, rows in aside.items()},
    )
    sent = term(left, ends.sent_as, left.position, left.cases, left.persons)
    received = term(came, ends.taken_as, came.position, came.cases, came.persons)
    return Account(sent.union(received), wide, steps(aside))


def _inside(rows: "Table", period: Span, scope: str) -> "Table":
    rows = rows.filter(period.has(rows.on))
    return rows.filter(tagged(rows.scope, scope)) if scope else rows


def _edges(linked: "Table", ends: Ends) -> "Table":
    """Return the links that lead to files taken on; a body that sends no registers may also hand over jurisdiction."""
    guests = linked.filter(linked.how == MOVED).anti_join(ends.sent, "body")
    leading = linked.filter(linked.how.isin((*GOES, APART))).union(guests)
    leading = leading.mutate(goes=leading.how != APART)
    return leading.group_by("body", "case", "to_body", "to_case").agg(
        at=leading.position.min(), goes=leading.goes.any()
    )


def _homes(edges: "Table", left: "Table") -> "Table":
    """Return, for each file taken on, the file it belongs to: of those linked to it the first, one that was sent if any was."""
    known = edges.left_join(left.select("body", "case", sent="position"), ["body", "case"])
    order = ibis.struct({"unsent": known.sent.isnull(), "body": known.body, "case": known.case})
    first = known.group_by("to_body", "to_case").agg(
        home=ibis.struct({"body": known.body, "case": known.case}).argmin(order)
    )
    return first.select("to_body", "to_case", home_body=first.home["body"], home_case=first.home["case"])


def _at_home(right: "Table", homes: "Table") -> "Table":
    """Return the files taken on under the name of the file they belong to; one that no link names keeps its own."""
    joined = right.left_join(homes, [right.body == homes.to_body, right.case == homes.to_case])
    return joined.select(
        "cases", "persons", "position",
        body=joined.home_body.coalesce(joined.body), case=joined.home_case.coalesce(joined.case),
    )  # fmt: skip


def _met(left: "Table", came: "Table") -> "Table":
    """Return one row a file with what was sent and what was taken on of it."""
    zero = ibis.literal(0, "int64")
    none = ibis.null("int64")
    own = left.select(
        "body", "case", sent=left.cases, sent_persons=left.persons, taken=zero, taken_persons=zero, files=zero,
        sent_at=left.position, taken_at=none,
    )  # fmt: skip
    there = came.select(
        "body", "case", sent=zero, sent_persons=zero, taken=came.cases, taken_persons=came.persons, files=zero + 1,
        sent_at=none, taken_at=came.position,
    )  # fmt: skip
    both = own.union(there)
    numbers = ("sent", "sent_persons", "taken", "taken_persons", "files")
    met = both.group_by("body", "case").agg(
        **{n: both[n].sum() for n in numbers}, sent_at=both.sent_at.max(), taken_at=both.taken_at.max()
    )
    return met.mutate(open_cases=met.sent - met.taken, open_persons=met.sent_persons - met.taken_persons)


def _facts(met: "Table", edges: "Table", homes: "Table", ends: Ends, right: "Table", period: Span) -> "Table":
    """Return, beside what met, why a file's links lead to nothing taken on, and when a file was sent if not in the period."""
    odd = met.filter((met.open_cases != 0) | (met.open_persons != 0))
    ever = ends.taken.group_by("body", "case").agg(first=ends.taken.on.min(), last=ends.taken.on.max())
    ever = ever.select("first", "last", to_body="body", to_case="case")
    counted = right.select(to_body="body", to_case="case", counted="position")
    led = edges.left_join(ever, ["to_body", "to_case"]).drop("to_body_right", "to_case_right")
    led = led.left_join(counted, ["to_body", "to_case"]).drop("to_body_right", "to_case_right")
    led = led.join(homes, ["to_body", "to_case"])
    led = led.left_join(ends.sent.select("body", keeps=ibis.literal(True)).distinct(), "body").drop("body_right")
    elsewhere = (led.home_body != led.body) | (led.home_case != led.case)
    why = {
        "outside": led.keeps.isnull(),
        "joined_away": elsewhere & led.counted.notnull(),
        "transit": led.goes & (led["first"].isnull() | (led["first"] > period.last)),
        "taken_before": led.goes & (led["last"] < period.first),
        "scope_there": led.counted.isnull() & (led["first"] <= period.last) & (led["last"] >= period.first),
    }
    found = led.group_by("body", "case").agg(**{f"{name}_at": led.at.min(where=holds) for name, holds in why.items()})
    sent = ends.sent.group_by("body", "case").agg(
        sent_before_at=ends.sent.position.min(where=ends.sent.on < period.first),
        scope_here_at=ends.sent.position.max(where=period.has(ends.sent.on)),
    )
    joined = led.filter(elsewhere & led.counted.notnull())
    theirs = joined.join(by_case(ends.sent).select("body", "case", their_persons="persons"), ["body", "case"])
    theirs = theirs.group_by(body="home_body", case="home_case").agg(
        joined_here_at=theirs.at.min(), joined_here_told=theirs.their_persons.sum()
    )
    return reduce(beside, (found, sent, theirs), odd)


def strangers(linked: "Table", ends: Ends) -> "Table":
    """Return the links by which files taken on came from a third line."""
    return linked.filter((linked.to_line == ends.to_line) & linked.from_line.notin((ends.from_line, ends.to_line)))


def _from_others(wide: "Table", linked: "Table", ends: Ends) -> "Table":
    """Return, beside the facts, what shows that a file came from others: its link or, where any may send, itself."""
    strange = strangers(linked, ends)
    strange = strange.group_by(body=strange.to_body, case=strange.to_case).agg(others_at=strange.position.min())
    wide = beside(wide, strange)
    return wide.mutate(others_at=wide.others_at.coalesce(wide.taken_at)) if ends.others else wide


def _untold(linked: "Table", right: "Table") -> "Table":
    """Return the links without those to a case of their own that was taken on and so counts by itself."""
    apart = linked.filter(linked.how == APART)
    apart = apart.anti_join(right, [apart.to_body == right.body, apart.to_case == right.case])
    return linked.filter(linked.how != APART).union(apart)


def _with_aside(wide: "Table", linked: "Table", elsewhere: dict[str, "Table"]) -> "Table":
    """Return, beside the facts, the links that take persons out or bring some in, and who was dealt with elsewhere."""
    for cause, how, _ in ASIDE:
        rows = linked.filter(linked.how == how)
        told = {f"{cause}_at": rows.position.min(), f"{cause}_told": rows.persons.sum()}
        wide = beside(wide, rows.group_by("body", "case").agg(**told))
    for cause, rows in elsewhere.items():
        named = {f"{cause}_out_at": rows.position, f"{cause}_out_told": rows.persons}
        wide = beside(wide, rows.select("body", "case", **named))
    return wide

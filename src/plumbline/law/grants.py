"""Which extensions count, and how many days of a clock are not counted."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.law.clocks import Grant, Pause
from plumbline.law.levels import worded
from plumbline.law.limits import Extension, Limit
from plumbline.law.units import Days, Length, Months, WorkingDays


class Judged(NamedTuple):
    """A grant, the extension it claims, why it is void (None: it counts)."""

    grant: Grant
    extension: Extension
    void: Words | None

    @property
    def length(self) -> Length:
        """What it adds where it counts."""
        n = min(max(self.grant.n, 1), self.extension.most)
        one = self.extension.length
        if isinstance(one, Months):
            return Months(one.n * n, one.half)
        return WorkingDays(one.n * n) if isinstance(one, WorkingDays) else Days(one.n * n)


def judged_grants(limit: Limit, grants: Iterable[Grant]) -> list[Judged]:
    """Return the grants that claim an extension of this limit, in the order of its extensions, each valid or void.

    Void are: a grant by someone whom the article does not name, one more than the article allows, one that needs
    another extension before it which was not validly granted.
    """
    order = {x.name: i for i, x in enumerate(limit.extensions)}
    mine = sorted((g for g in grants if g.extension in order), key=lambda g: (order[g.extension], g.on, g.n))
    counted: Counter[str] = Counter()
    found = []
    for grant in mine:
        extension = limit.extensions[order[grant.extension]]
        void = _void(grant, extension, limit, counted)
        counted[extension.name] += void is None
        found.append(Judged(grant, extension, void))
    return found


def _void(grant: Grant, extension: Extension, limit: Limit, counted: Counter[str]) -> Words | None:
    if extension.approvers and grant.approver not in extension.approvers:
        right, by = worded(extension.approvers), worded([grant.approver])
        return Words(f"无效：应由{right.zh}批准，实为{by.zh}", f"void: it is for {right.en} to grant, not for {by.en}")
    if extension.times is not None and counted[extension.name] >= extension.times:
        return Words(f"无效：至多{extension.times}次", f"void: it may be granted at most {extension.times}×")
    if extension.after and not counted[extension.after]:
        before = next(x for x in limit.extensions if x.name == extension.after)
        return Words(f"无效：应先有{before.name}", f"void: it needs another first ({before.en})")
    return None


def paused_days(pauses: Iterable[Pause], begins: date, end: date) -> int:
    """Return how many days are not counted: those of pauses that begin before the clock has run out, each day once.

    ``end`` is the end without pauses; each pause counted moves it.
    """
    total, at = 0, begins
    for pause in sorted(pauses):
        first = max(pause.first, at)
        if (first - end).days > total:
            break
        total += max((pause.back - first).days, 0)
        at = max(at, pause.back)
    return total

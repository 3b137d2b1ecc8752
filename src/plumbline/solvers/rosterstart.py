"""Where solving a roster begins: one made shift by shift, the unit of most use first, no rule broken."""

from collections import Counter, defaultdict
from datetime import timedelta

from plumbline.solvers.rosters import Duty, Group, Slot, Unit, group_of

Sent = dict[tuple[str, Group], int]


def start(duty: Duty) -> Sent:
    """Return how many of each unit go to each group of needs."""
    left: Counter[Group] = Counter()
    for need in duty.needs:
        left[group_of(need)] += need.strength
    by_slot: dict[Slot, list[Group]] = defaultdict(list)
    for group in left:
        by_slot[Slot(group.day, group.shift)].append(group)
    worked: dict[str, list[Slot]] = defaultdict(list)
    sent: Sent = {}
    for slot in sorted(by_slot, key=duty.begins):
        free = [unit for unit in duty.units if _may(duty, worked[unit.code], slot)]
        while free:
            best = max(free, key=lambda u: (sum(_use(duty, u, by_slot[slot], left).values()), -len(worked[u.code])))
            use = _use(duty, best, by_slot[slot], left)
            if not use:
                break
            free.remove(best)
            worked[best.code].append(slot)
            left.subtract(use)
            sent.update({(best.code, group): n for group, n in use.items()})
    return sent


def _use(duty: Duty, unit: Unit, groups: list[Group], left: Counter[Group]) -> dict[Group, int]:
    """Return how many of a unit the groups of a slot could do with."""
    has = unit.available.get(groups[0].day, 0) if duty.has("numbers") else left.total()
    use = {}
    for group in groups:
        if duty.takes(unit, group.duty) and (n := min(has, left[group])) > 0:
            use[group] = n
            has -= n
    return use


def _may(duty: Duty, worked: list[Slot], slot: Slot) -> bool:
    """Return whether a unit that worked these earlier slots may work this one."""
    rest = timedelta(hours=(duty.rest.hours or 0) if duty.has("rest") else 0)
    if any(duty.begins(slot) < duty.ends(w) + rest or duty.begins(slot) == duty.begins(w) for w in worked):
        return False
    week, row = duty.rest.shifts_in_7_days, duty.rest.nights_in_a_row
    if week is not None and duty.has("week") and sum(w.day > slot.day - timedelta(days=7) for w in worked) >= week:
        return False
    if row is None or not duty.has("nights") or not duty.shifts[slot.shift].night:
        return True
    nights = {w.day for w in worked if duty.shifts[w.shift].night}
    return not all(slot.day - timedelta(days=n) in nights for n in range(1, row + 1))

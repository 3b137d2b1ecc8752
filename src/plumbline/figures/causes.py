"""What may account for a difference between bodies: which links take part, and the causes in the order they are tried."""

from collections.abc import Iterable

from plumbline.figures.accounting import Row, Step, Take, all_cases, all_persons, known, nothing, up_to

GOES = ("移送", "分案", "并案", "重新移送", "追加")
"""Links along which a file of one body becomes a file of the next."""
APART = "另案"
"""The link along which persons of a file come into one of their own, if that is ever taken on."""
MOVED = "改变管辖"
"""The link to or from a body of another place."""
ASIDE = (("moved", MOVED, 1), ("withdrawn", "撤回", 1), ("severed", APART, 1), ("added", "追加", -1))
"""Links that take persons out of a file or bring some in: the cause, the link, the side it weighs on."""
LEADS = ("joined_away", "transit", "taken_before", "scope_there")
"""Facts about where a file's links lead."""


def steps(elsewhere: Iterable[str]) -> tuple[Step, ...]:
    """The causes, the surest first: decisions, then links, then what the links lead to, then when and how it was tagged."""
    return (
        *(Step(c, f"{c}_out_at", _gone(f"{c}_out_at", LEADS), up_to(f"{c}_out", 1)) for c in elsewhere),
        *(Step(c, f"{c}_at", _gone(f"{c}_at") if side > 0 else nothing, up_to(c, side)) for c, _, side in ASIDE),
        Step(
            "joined",
            "joined_away_at",
            _gone("joined_away_at"),
            all_persons(lambda row: _untaken(row, "joined_away_at")),
        ),
        Step("joined", "joined_here_at", nothing, up_to("joined_here", -1)),
        Step(
            "split",
            "taken_at",
            all_cases(lambda row: row["files"] > 1 and row["sent"] > 0 > row["open_cases"]),
            nothing,
        ),
        *(Step(c, f"{c}_at", *_wanting(f"{c}_at")) for c in ("transit", "taken_before", "scope_there")),
        *(Step(c, f"{c}_at", *_unsent(f"{c}_at")) for c in ("outside", "sent_before", "scope_here", "others")),
        Step("sent_again", "sent_at", *_twice("sent", "taken", 1)),
        Step("again", "taken_at", *_twice("taken", "sent", -1)),
    )


def _untaken(row: Row, at: str) -> bool:
    return known(row, at) and row["taken"] == 0 and row["sent"] > 0


def _gone(at: str, unless: Iterable[str] = ()) -> Take:
    """Take the cases of a file of which nothing was taken on, unless its links say where it went."""
    return all_cases(lambda row: _untaken(row, at) and not any(known(row, f"{lead}_at") for lead in unless))


def _wanting(at: str) -> tuple[Take, Take]:
    """Take what the left has more where a link leads to nothing counted on the right."""
    return (
        all_cases(lambda row: known(row, at) and row["open_cases"] > 0),
        all_persons(lambda row: known(row, at) and row["open_persons"] > 0),
    )


def _unsent(at: str) -> tuple[Take, Take]:
    """Take all of a file that was taken on and not counted on the left."""

    def here(row: Row) -> bool:
        return known(row, at) and row["sent"] == 0 and row["taken"] > 0

    return all_cases(here), all_persons(here)


def _twice(one: str, other: str, side: int) -> tuple[Take, Take]:
    """Take what one end counted more often than the other under the same number."""

    def often(row: Row) -> bool:
        return bool(row[other] > 0 and row["files"] == 1 and row[one] != row[other] and row["open_cases"] * side > 0)

    return all_cases(often), all_persons(lambda row: often(row) and row["open_persons"] * side > 0)

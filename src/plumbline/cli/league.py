"""A league table read from a file: a line a body, indicator and period, with its number and which way is better."""

from pathlib import Path

from plumbline.checks.against.league import League, Row
from plumbline.cli import formshapes
from plumbline.cli.forms import read_form
from plumbline.cli.formshapes import Field
from plumbline.errors import Broken, Words
from plumbline.periods import Span, span

TABLE = formshapes.Table("league", "排名表", (
    Field("indicator", "指标"), Field("body", "单位"), Field("period", "期间"), Field("number", "数值", "decimal"),
    Field("better", "方向"),
), more=True)  # fmt: skip
BETTER = {"higher": True, "高": True, "越高越好": True, "lower": False, "低": False, "越低越好": False}


def load_league(path: Path) -> League:
    """Read a league table: columns indicator, body, period, number, better (higher or lower), in either language.

    Raises InputError: the file cannot be read or has no such table, or a line of it says what cannot be.
    """
    rows = [_row(row) for row in read_form(path, (TABLE,))["league"]]
    try:
        return League(rows)
    except ValueError as twice:
        what = Words(f"“{twice}”有两个数，或两种方向", f"“{twice}” has two numbers, or two ways of being better")
        raise Broken(str(path), what, Words("每项只留一行、一种方向", "Leave one line and one way for each")) from None


def _row(row: formshapes.Row) -> Row:
    said = row.said
    return Row(said["indicator"], said["body"], _period(row), said["number"], _better(row))


def _better(row: formshapes.Row) -> bool:
    if (written := row.said["better"].lower()) in BETTER:
        return BETTER[written]
    what = Words(f"“{row.said['better']}”不是方向", f"“{row.said['better']}” does not say which way is better")
    raise row.wrong(what, Words("写 高 或 低", "Write higher or lower"), "better")


def _period(row: formshapes.Row) -> Span:
    try:
        return span(row.said["period"])
    except ValueError:
        what = Words(f"“{row.said['period']}”不是期间", f"“{row.said['period']}” is no period")
        todo = Words("写成 2020、2020-06 或 2020-01-01/2020-06-30", "Write 2020, 2020-06 or 2020-01-01/2020-06-30")
        raise row.wrong(what, todo, "period") from None

"""A new line taken through everything, by commands alone, in one process: ``python new_line.py PROJECT WORK``.

Prints one line of JSON: what each command printed, and its exit status.
"""

import json
import os
import sys
from pathlib import Path

from click.testing import CliRunner

PLAN = """
period = "2020"
title = { zh = "许可简报", en = "Permits in brief" }
body = { zh = "示例组", en = "Example group" }
date = 2021-01-31
[[text]]
zh = "{period}，审批机关受理行政许可事项{permits.opened}，办结行政许可事项{permits.closed}。"
en = "In {period}, {permits.opened} were taken on."
"""
REPORT = "2020年，审批机关受理行政许可事项12件，办结行政许可事项9件。"
LIMIT = '''"""Limits of permits: twenty days, by an article that stands for any other."""

from datetime import date

from plumbline.figures.clocks import Clocks, until
from plumbline.figures.tables import Tables
from plumbline.law import Days, limit
from plumbline.law.editions import CPL


@limit(
    rule="X1", zh="许可期限", en="permit", starts=("受理", "taken on"), stops=("办结", "concluded"),
    article=CPL(97), length=Days(20), sort="duty",
)  # fmt: skip
def decided(permits: Tables, day: date) -> Clocks:
    """Each case from the day it is taken on."""
    return Clocks(until(permits.flow("Opened"), [permits.flow("Closed")], day))
'''
BY = ("--entered-by", "录入员甲", "--approved-by", "审核员乙")


def scaffold(project: Path) -> None:
    """Scaffold the line, as the first process does, and give it a limit."""
    done = run("new-line", "permits", "--zh", "行政许可", "--en", "Permits", "--body", "审批机关", "--into", project)
    assert done["status"] == 0, done
    (project / "src/plumbline/lines/permits/limits.py").write_text(LIMIT, encoding="utf-8")


def through(work: Path) -> dict[str, dict[str, object]]:
    """Take it from its template to a report checked."""
    os.chdir(work)
    Path("brief.toml").write_text(PLAN, encoding="utf-8")
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    _register(Path("permits.xlsx"))
    return {
        "template": run("load", "--template", "permits", "empty.xlsx"),
        "init": run("book", "init"),
        "load": run("load", "permits.xlsx", "--line", "permits", *BY),
        "mirror": run("book", "mirror"),
        "figures": run("figures", "permits.opened", "permits.pending", "--period", "2020", "--json"),
        "limits": run("limits", "--on", "2020-12-31", "--line", "permits", "--all"),
        "reconcile": run("reconcile", "--json"),
        "report": run("report", "brief.toml", "--out", "report", "--lang", "zh"),
        "check": run("check", "report.txt", "--book", "plumbline-book", "--json"),
    }


def _register(path: Path) -> None:
    from plumbline.lines.permits.examples import EXAMPLES

    from registers import workbook

    rows = {"Opened": [("案号", "单位", "日期", "类别")], "Closed": [("案号", "单位", "日期", "结果")]}
    for record in (r for e in EXAMPLES for r in e.records):
        own = record.sort if type(record).__name__ == "Opened" else record.outcome
        rows[type(record).__name__].append((record.case, record.body, record.on, own))
    workbook(path, {"受理": rows["Opened"], "办结": rows["Closed"]})


def run(*words: object) -> dict[str, object]:
    """Run a command and return how it ended and what it printed."""
    from plumbline.cli.commands import app

    done = CliRunner().invoke(app, [str(w) for w in words], env={"PLUMBLINE_LANG": "en"})
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return {"status": done.exit_code, "said": done.stdout, "errors": done.stderr}


if __name__ == "__main__":
    if len(sys.argv) == 2:
        scaffold(Path(sys.argv[1]))
    else:
        print(json.dumps(through(Path(sys.argv[2]))))

"""The example: a report in Plumbline's own words with the published Lanzhou 2020 figures and three planted mistakes."""

import os
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from plumbline.checks import Finding
from plumbline.cli.commands import check_all
from plumbline.cli.outputs import write_html, write_word
from plumbline.cli.sources import Read, read_all
from plumbline.cli.tables import Terminal, findings_list
from plumbline.errors import Words

TEXT = "lanzhou-2020.txt"
ALONE = Words(
    "未见已公开报告的文件夹，只核对了示例。", "No folder of published reports: the example alone was checked."
)
SERIES = ("hailar-2012", "hailar-2013", "hailar-2014", "hailar-2015")


def run(out: Path, lang: str) -> None:
    """Read and check the example, print what was found, write the page and the Word file into ``out`` and say where.

    Where published reports lie at ``$PLUMBLINE_SHARED/reports`` or ``../shared/reports``, some are checked as well.
    """
    console = Terminal()
    checked = check_all([_named(read) for read in read_all([str(files(__package__) / TEXT)], lang).reads])
    _show(console, checked, out / "lanzhou-2020", lang)
    reports = Path(os.environ.get("PLUMBLINE_SHARED", "../shared")) / "reports"
    if reports.is_dir():
        _published(console, reports, out, lang)
    else:
        console.print(ALONE.in_(lang))


def _named(read: Read) -> Read:
    """Call the example by its name alone, wherever it is installed."""
    return replace(read, document=replace(read.document, name=TEXT))


def _published(console: Console, reports: Path, out: Path, lang: str) -> None:
    one = check_all(read_all([str(reports / "dev" / "lanzhou-2020.txt")], lang).reads)
    _show(console, one, out / "published-lanzhou-2020", lang)
    series = check_all(read_all([str(reports / "plain" / f"{name}.txt") for name in SERIES], lang).reads)
    _show(console, series, out / "published-hailar", lang)


def _show(console: Console, checked: Sequence[tuple[Read, tuple[Finding, ...]]], out: Path, lang: str) -> None:
    for read, findings in checked:
        findings_list(console, read, findings, lang, everything=False)
    page = out.with_suffix(".html")
    write_html(page, checked, lang)
    written = write_word(out.with_suffix(".docx") if len(checked) == 1 else out, checked, lang)
    for path in (page, *written):
        console.print(f"  {Words('已写入', 'wrote').in_(lang)} {path}", highlight=False, soft_wrap=True)
    console.print()

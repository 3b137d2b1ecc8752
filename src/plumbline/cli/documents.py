"""plumbline read and check: what they take, what they print, how they end."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from plumbline.checks import Finding, Severity
from plumbline.cli.guard import guarded
from plumbline.cli.language import error_line, language, say_wrote
from plumbline.cli.options import LANG
from plumbline.cli.sources import Gathered, keep_inputs, read_all
from plumbline.web.reading.checking import Checked, Read, check_all, in_order

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON (docs/reference/json.md).")
HTML = click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="写一个带标注的网页。 Write one annotated, self-contained page.",
)
DOCX = click.option(
    "--docx",
    type=click.Path(path_type=Path),
    help="写带批注的 Word 文件（多份时给文件夹），批注 ✗ ! ?，加 --all 则逐条批注。 "
    "Write a Word file with a comment on each ✗ ! ?, on each finding with --all; a folder for several.",
)
EVERYTHING = click.option(
    "--all",
    "everything",
    is_flag=True,
    help="相符的也逐条列出、逐条批注。 List what holds too, and comment on it with --docx.",
)
BOOK = click.option(
    "--book",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="同时与这本账的指标逐项对照。 Hold each claim against the figures of this book as well.",
)
AS_OF = click.option(
    "--as-of",
    type=click.IntRange(min=0),
    metavar="SIZE",
    help="按账内前 SIZE 条对照。 Read the book as of its first SIZE entries.",
)
LEAGUE = click.option(
    "--league",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="排名表（指标、单位、期间、数值、方向），据以核对名次。 A league table (indicator, body, period, number, better) that "
    "ranks are held against.",
)


@click.command(name="read")
@FILES
@JSON
@HTML
@LANG
def read_command(files: Sequence[str], as_json: bool, html: Path | None, lang: str | None) -> None:
    """读出报告中的每一项数字陈述。

    Read every claim in a report: its value, what is counted, whose, and when.

    FILE 是 .txt .md .html .docx .pdf 文件或文件夹，- 为标准输入。 FILE is a document or a folder; - reads standard input.

    \b
    例 / Examples:
      plumbline read report.docx
      plumbline read --json report.txt | jq '.claims[0]'
      pdftotext report.pdf - | plumbline read -
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        keep_inputs(files, html)
        gathered = read_all(files, spoken)
        reads = gathered.reads
        if html:
            _write(html, None, [(r, ()) for r in reads], spoken, False)
        if as_json:
            _print_json("read_json", reads, gathered.alone)
        if not as_json and not html:
            _print_claims(reads, spoken)
        _name_refused(gathered, spoken)


@click.command(name="check")
@FILES
@JSON
@HTML
@DOCX
@BOOK
@AS_OF
@LEAGUE
@EVERYTHING
@LANG
def check_command(
    files: Sequence[str], as_json: bool, html: Path | None, docx: Path | None, book: Path | None, as_of: int | None,
    league: Path | None, everything: bool, lang: str | None,
) -> None:  # fmt: skip
    """核对报告自身的算术；多份时按给出的先后逐年对照；给出账簿时，逐项与账内指标对照。

    Check a report's own arithmetic. Several reports of one body, given in order of years, are held against each other.
    With --book, each claim is held against the book's figures as well; with --league, each rank against a league table.

    \b
    结束状态 / Exit status:
      0  没有不符 nothing differs
      1  有不符   something differs
      2  无法读取 could not read

    \b
    例 / Examples:
      plumbline check report.docx --html report.html --docx report-checked.docx
      plumbline check 2012.txt 2013.txt 2014.txt 2015.txt
      plumbline check reports/
      plumbline check report.docx --book plumbline-book
      plumbline check report.docx --league league.csv
    """  # noqa: D301
    spoken = language(lang)
    if as_of is not None and book is None:
        raise click.UsageError("--as-of 须与 --book 同用。 --as-of needs --book.")
    with guarded(spoken):
        keep_inputs(files, html, docx)
        gathered = read_all(files, spoken)
        checked = check_all(gathered.reads)
        if book is not None:
            checked = _against(checked, book, as_of, spoken)
        if book is not None or league is not None:
            checked = _ranked(checked, league)
        _write(html, docx, checked, spoken, everything)
        if as_json:
            _print_json("check_json", checked, gathered.alone)
        else:
            _print_findings(checked, spoken, everything)
        _name_refused(gathered, spoken)
    if any(f.severity is Severity.ERROR for _, findings in checked for f in findings):
        sys.exit(1)


def _name_refused(gathered: Gathered, lang: str) -> None:
    """Name every document that could not be read, and end in 2 if there is one: the others are done by now."""
    sys.stdout.flush()
    for error in gathered.refused:
        sys.stderr.write(error_line(error, lang) + "\n")
    if gathered.refused:
        sys.exit(2)


def _against(checked: list[Checked], folder: Path, as_of: int | None, lang: str) -> list[Checked]:
    from plumbline.cli.against import check_against

    return check_against(checked, folder, as_of, lang)


def _ranked(checked: list[Checked], league: Path | None) -> list[Checked]:
    from plumbline.checks.against import standings
    from plumbline.cli.league import load_league

    table = load_league(league) if league else None
    return [(read, in_order(found, standings(read.reading, table))) for read, found in checked]


# What only some runs need is imported where it is needed, so that the others start at once.


def _print_json(form: str, content: Any, alone: bool) -> None:
    from plumbline.cli import jsons

    sys.stdout.write(getattr(jsons, form)(content, alone) + "\n")


def _print_claims(reads: Sequence[Read], lang: str) -> None:
    from plumbline.cli.tables import Terminal, claims_table

    for r in reads:
        claims_table(Terminal(), r, lang)


def _print_findings(checked: Sequence[tuple[Read, Sequence[Finding]]], lang: str, everything: bool) -> None:
    from plumbline.cli.tables import Terminal, findings_list

    for r, findings in checked:
        findings_list(Terminal(), r, findings, lang, everything)


def _write(
    html: Path | None, docx: Path | None, checked: Sequence[tuple[Read, Sequence[Finding]]], lang: str, everything: bool
) -> None:
    if not html and not docx:
        return
    from plumbline.cli.outputs import write_html, write_word

    if html:
        write_html(html, checked, lang)
    written = write_word(docx, checked, lang, everything) if docx else []
    for path in [*([html] if html else []), *written]:
        say_wrote(path, lang)

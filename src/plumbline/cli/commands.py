"""The commands themselves: what they take, what they print, how they end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from plumbline.checks import Finding, Report, Severity, check, check_series
from plumbline.cli.language import error_line, language
from plumbline.cli.sources import Read, read_all
from plumbline.errors import PlumblineError, Words

app = typer.Typer(
    name="plumbline",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Plumbline 准绳 — 逐项读取公开报告，核对其中的数字。 Reads published reports claim by claim and says which figures hold.",
    epilog="先试 / Start with: [bold]plumbline demo[/bold]",
)

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="报告文件或文件夹（.txt .md .html .docx .pdf），- 为标准输入。 Reports or folders; - reads standard input.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON。 Print JSON (docs/reference/json.md).")]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="PATH", help="写一个带标注的网页。 Write an annotated, self-contained page.")
]
Docx = Annotated[
    Path | None,
    typer.Option("--docx", metavar="PATH", help="写带批注的 Word 文件。 Write a Word file with a comment on each finding."),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="zh|en", help="界面语言，默认随系统。 Language of messages; default: the locale's."),
]
All = Annotated[bool, typer.Option("--all", help="相符的也逐条列出。 List what holds too, not only what differs.")]


@app.command(name="read", epilog="例 / Example: plumbline read report.docx · plumbline read --json report.txt | jq '.claims[0]'")
def read_command(files: Files, as_json: Json = False, html: Html = None, lang: Lang = None) -> None:
    """读出报告中的每一项数字陈述。 Read every claim in a report: value, what is counted, whose, when."""
    spoken = language(lang)
    with _guarded(spoken):
        from plumbline.cli import outputs, tables

        reads = read_all(files, spoken)
        if as_json:
            sys.stdout.write(outputs.read_json(reads) + "\n")
        if html:
            outputs.write_html(html, [(r, ()) for r in reads], spoken)
            _wrote([html], spoken)
        if not as_json and not html:
            for r in reads:
                tables.claims_table(Console(), r, spoken)


@app.command(name="check", epilog="例 / Example: plumbline check 2012.txt 2013.txt 2014.txt --html out.html")
def check_command(
    files: Files,
    as_json: Json = False,
    html: Html = None,
    docx: Docx = None,
    everything: All = False,
    lang: Lang = None,
) -> None:
    """核对报告自身的算术；给出多份时按年份前后对照。 Check a report's own arithmetic; several reports, in order of years, are held against each other.

    结束状态 / exit status: 0 没有不符 nothing differs · 1 有不符 something differs · 2 无法读取 could not read.
    """
    spoken = language(lang)
    with _guarded(spoken):
        from plumbline.cli import outputs, tables

        checked = check_all(read_all(files, spoken))
        if as_json:
            sys.stdout.write(outputs.check_json(checked) + "\n")
        else:
            for r, findings in checked:
                tables.findings_list(Console(), r, findings, spoken, everything)
        if html:
            outputs.write_html(html, checked, spoken)
        written = outputs.write_word(docx, checked, spoken) if docx else []
        _wrote([*([html] if html else []), *written], spoken)
    if any(f.severity is Severity.ERROR for _, findings in checked for f in findings):
        raise typer.Exit(1)


@app.command(name="demo")
def demo_command(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="写到哪里。 Where to write the page and the Word file.")] = Path("out/demo"),
    lang: Lang = None,
) -> None:
    """读取随附的示例报告：打印所见，写网页和 Word 文件。 Read the report that ships with Plumbline; print findings, write both faces."""
    spoken = language(lang)
    with _guarded(spoken):
        from plumbline.demo import run

        run(Console(), out, spoken)


def check_all(reads: list[Read]) -> list[tuple[Read, tuple[Finding, ...]]]:
    """Check each document by itself and, where there are several, against those before it."""
    series = check_series([Report(r.document.name, r.reading) for r in reads]) if len(reads) > 1 else [()] * len(reads)
    return [(r, tuple(sorted([*check(r.reading), *over], key=lambda f: f.start))) for r, over in zip(reads, series, strict=True)]


def _wrote(paths: list[Path], lang: str) -> None:
    for path in paths:
        sys.stderr.write(f"{Words('已写入', 'wrote').in_(lang)} {path}\n")


@contextmanager
def _guarded(lang: str) -> Iterator[None]:
    """Turn what goes wrong into one line and an exit status: 2 could not, 130 interrupted."""
    try:
        yield
    except PlumblineError as error:
        sys.stderr.write(error_line(error, lang) + "\n")
        raise typer.Exit(2) from error
    except KeyboardInterrupt:
        sys.stderr.write(Words("已中断，未写入任何文件。", "interrupted; nothing was left half-written.").in_(lang) + "\n")
        raise typer.Exit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def main(run: Callable[[], None] = app) -> None:
    """Run the command line; ends the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    run()

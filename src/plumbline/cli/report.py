"""plumbline report: from a plan and a book to a page, a Word file and a PDF in which every number is a reading."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import click

from plumbline.checks.written import require_read_back
from plumbline.cli.guard import guarded
from plumbline.cli.language import CHOICES, language, say_wrote
from plumbline.cli.options import AS_OF, BOOK
from plumbline.cli.progress import progress
from plumbline.cli.writing import Written, written
from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports.asking import Question, Read
from plumbline.reports.compose import compose, slots_of
from plumbline.reports.shipped import plan_named

FACES = 4
"""Files written one after the other, for the progress bar: records, page, Word, PDF."""


@click.command(name="report")
@click.argument("plan", metavar="PLAN")
@BOOK
@AS_OF
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out/report"), show_default=True,
    help="写到哪里。 Where to write.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(CHOICES),
    help="报告（默认中文）和提示的语言。 Language of the report (default zh) and of messages (default: the locale's).",
)  # fmt: skip
def command(plan: str, folder: Path, size: int | None, out: Path, lang: str | None) -> None:
    """按计划写报告：网页、Word 和 PDF，其中每个数字都是一项读数。

    Write the report that PLAN describes: a web page, a Word file and a PDF by GB/T 9704-2012.

    PLAN 是 TOML 文件，或随附计划的名称：lanzhou-2020、criminal-justice-2020。（six-clearings-2020 是专项行动，没有
    句子，只有进度：plumbline plan board。）文中数字写作花括号里的指标，手写的数字不予接受。

    PLAN is a TOML file, or the name of one that ships: lanzhou-2020, criminal-justice-2020. (six-clearings-2020 is a
    programme: it has no sentences, only a board, see plumbline plan board.) A number in a plan is a figure in braces; one
    written by hand is refused. Every number printed opens to its definition, its period, and the records behind it.

    \b
    例 / Examples:
      plumbline report lanzhou-2020 --book plumbline-book
      plumbline report my-plan.toml --as-of 12000 --out reports/ --lang en
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        for path in report(plan, folder, size, out, lang or "zh", spoken):
            say_wrote(path, spoken)


def report(plan: str, folder: Path, size: int | None, out: Path, lang: str, spoken: str = "zh") -> list[Path]:
    """Write the report of ``plan`` in ``lang`` from the book in ``folder`` into ``out``; return the files, the page first.

    Either all files are written or none is. Raises PlanError for a plan that cannot be composed, NoMirror for a folder
    that holds no book, FigureError for a figure that cannot be read, OutputError where the files cannot be written.
    """
    read_plan = plan_named(plan)
    # Imported here, since they take most of a second.
    from plumbline.cli.mirrors import open_book
    from plumbline.web.reading.readings import Readings

    book = Readings(open_book(folder, size, spoken))
    with progress(Words("写报告", "writing the report").in_(spoken)) as told:
        step = _counting(told, slots_of(read_plan) + FACES)
        composed = compose(read_plan, book.catalogue, _stepped(book.read, step), lang, book.judge)
        require_read_back(composed)
        made = Written(composed, Path(read_plan.name).stem + ("" if lang == "zh" else f".{lang}"))
        return written(made, book.records, out, step)


def _stepped(read: Read, step: Callable[[], None]) -> Read:
    def stepped(asked: Question) -> Reading:
        found = read(asked)
        step()
        return found

    return stepped


def _counting(told: Callable[[int, int], None], total: int) -> Callable[[], None]:
    done = count(1)
    return lambda: told(next(done), total)

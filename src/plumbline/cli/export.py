"""plumbline export: the book's records as an event log, its figures as a data package or as CSV on the Web."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language, say_wrote
from plumbline.cli.options import BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.errors import FigureError, Words

if TYPE_CHECKING:
    from plumbline.figures.opening import Open
    from plumbline.periods import Span


class Asked(NamedTuple):
    """What is exported: the days, the lines of work, the threshold of small numbers, the licence."""

    period: "Span | None"
    lines: tuple[str, ...]
    threshold: int
    licence: str


@click.command(name="export")
@click.argument("form", metavar="FORMAT", type=click.Choice(("ocel", "frictionless", "csvw")))
@BOOK
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="写入的文件夹。 Where to write.",
)  # fmt: skip
@click.option(
    "--period", metavar="PERIOD", help="2020、2018/2020 等，默认账内全部。 2020, 2018/2020; default: all the book has.",
)  # fmt: skip
@click.option(
    "--line", "lines", multiple=True, metavar="LINE",
    help="只导出一条工作条线；可重复。 One line of work only; may be repeated.",
)  # fmt: skip
@click.option(
    "--as-of", "size", type=click.IntRange(min=0), metavar="SIZE",
    help="按总账前 SIZE 条，默认全部。 As of the ledger's first SIZE entries; default: all.",
)  # fmt: skip
@click.option(
    "--threshold", type=click.IntRange(min=0), default=5, show_default=True,
    help="各单位的人数小于它的不显示；0 为全部显示。 Persons by body: numbers below it are hidden; 0 hides none.",
)  # fmt: skip
@click.option(
    "--licence", default="", metavar="LICENCE",
    help="许可协议的名称或网址；不给则留给发布者。 The licence's name or address; without one left to the publisher.",
)  # fmt: skip
@LANG
def command(
    form: str, folder: Path, out: Path, period: str | None, lines: tuple[str, ...], size: int | None, threshold: int,
    licence: str, lang: str | None,
) -> None:  # fmt: skip
    """以开放格式导出：事件日志，或公布的指标。

    Export in an open format. FORMAT is one of:

    \b
      ocel          逐条记录，OCEL 2.0 JSON 事件日志；没有人员
                    the records, as an OCEL 2.0 JSON event log; without persons
      frictionless  指标，Frictionless 数据包（datapackage.json 和 CSV）
                    the figures, as a Frictionless data package
      csvw          指标，万维网 CSV（csv-metadata.json 和 CSV）
                    the figures, as CSV on the Web

    Figures are given for each whole year and month of the period, for all bodies together and for each. FOLDER is
    written whole or not at all; only an earlier export of the same format is replaced.

    \b
    例 / Examples:
      plumbline export ocel --line trials --out out/trials-log
      plumbline export frictionless --period 2020 --licence CC-BY-4.0 --out out/figures-2020
      plumbline export csvw --period 2019/2020 --line trials --line custody --out out/indicators
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli.mirrors import open_book
        from plumbline.exports import FORMATS, exported
        from plumbline.web.reading.asked import period as days

        asked = Asked(days(period) if period else None, _known(lines), threshold, licence)
        book = open_book(folder, size, spoken)
        chosen = next(each for each in FORMATS if each == form)
        make = _log(book, asked, spoken) if chosen == "ocel" else _figures(book, asked, chosen, spoken)
        for path in exported(out, chosen, book.size, book.mirror.roots.get(book.size, ""), make):
            say_wrote(path, spoken)


def _known(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of lines by code or title; FigureError for one that there is not."""
    from plumbline.lines import names
    from plumbline.reports.nearest import did_you_mean
    from plumbline.web.reading.narrowed import line_of

    found = tuple(dict.fromkeys(map(line_of, wanted)))
    for line in found:
        if line not in names():
            what = Words(f"没有“{line}”这条工作条线", f"there is no line of work “{line}”")
            raise FigureError("--line", what, did_you_mean(line, names()))
    return found


def _held(book: "Open", asked: Asked) -> tuple[str, ...]:
    """Return the lines asked for of which the book has records; FigureError where it has of none."""
    found = {segment.line for segment in book.mirror.segments if segment.kind and segment.first < book.size}
    lines = tuple(sorted(found if not asked.lines else found & set(asked.lines)))
    if not lines:
        what = Words("账内没有可导出的记录", "the book has no records to export")
        raise FigureError("--line", what, Words("请核对 --book 和 --line", "Check --book and --line"))
    return lines


def _log(book: "Open", asked: Asked, lang: str) -> Callable[[Path], None]:
    from plumbline.exports.ocel import write
    from plumbline.exports.ocel_events import Selected
    from plumbline.lines import kinds

    known = kinds()
    some = [kind for line in _held(book, asked) for kind in known[line].values()]
    held = tuple(kind for kind in some if book.mirror.of(kind.line, kind.name, book.size))

    def make(folder: Path) -> None:
        with progress(Words("导出记录", "exporting records").in_(lang)) as step:
            write(folder, Selected(held, book.tables, asked.period), step)

    return make


def _figures(book: "Open", asked: Asked, form: str, lang: str) -> Callable[[Path], None]:
    from plumbline.exports import csvweb, datapackage, tables
    from plumbline.exports.published import values
    from plumbline.lines import figures

    lines = _held(book, asked)
    some = [figure for figure in figures() if figure.line in lines]
    over = asked.period or _whole(book)
    release = tables.Release(book.size, book.mirror.roots.get(book.size, ""), asked.licence)
    describe = datapackage.describe if form == "frictionless" else csvweb.describe

    def make(folder: Path) -> None:
        with progress(Words("读取指标", "reading figures").in_(lang)) as step:
            read = values(some, book.tables, over, step, asked.threshold)
            tables.write(folder, some, read, release)
        describe(folder, release)

    return make


def _whole(book: "Open") -> "Span":
    """Return the years of which the book has records, the last as far as the month in which they end."""
    from plumbline.periods import Period, Span
    from plumbline.web.reading.narrowed import kept

    days = kept(book).days
    if days is None:
        what = Words("账内没有可导出的记录", "the book has no records to export")
        raise FigureError("--book", what, Words("请先导入记录", "Load some first"))
    last = Period(days.last.year, days.last.month, days.last.month).span.last
    return Span(Period(days.first.year).span.first, last)

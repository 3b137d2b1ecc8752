"""plumbline export: the book's records as an event log, its figures as a data package or as CSV on the Web."""

from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language, say_wrote
from plumbline.cli.options import BOOK, LANG
from plumbline.cli.progress import progress
from plumbline.errors import Words

RECORDS = Words("导出记录", "exporting records")
FIGURES = Words("读取指标", "reading figures")


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
        from plumbline.web.reading.exporting import Asked, known, making

        asked = Asked(days(period) if period else None, known(lines), threshold, licence)
        book = open_book(folder, size, spoken)
        chosen = next(each for each in FORMATS if each == form)
        write = making(book, asked, chosen)

        def make(aside: Path) -> None:
            with progress((RECORDS if chosen == "ocel" else FIGURES).in_(spoken)) as step:
                write(aside, step)

        for path in exported(out, chosen, book.size, book.mirror.roots.get(book.size, ""), make):
            say_wrote(path, spoken)

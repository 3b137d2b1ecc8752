"""plumbline load: registers into the book, each file whole or not at all."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import BOOK, LANG
from plumbline.errors import NotFound, OutputError, Words

if TYPE_CHECKING:
    from plumbline.records import Kind
    from plumbline.sheets.mapped import Mapped
    from plumbline.web.book.opening import Book

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
LINE = click.option(
    "--line", "line_name", metavar="LINE", help="工作条线，如 trials 或 刑事审判。 The line of work: trials, 刑事审判."
)
KIND = click.option(
    "--kind", "kind_name", metavar="KIND", help="整份文件是哪种记录。 The kind of record the whole file holds."
)
MAP = click.option(
    "--map",
    "map_name",
    metavar="MAPPING",
    help="外来登记簿的对应关系（TOML）。 How a foreign register's columns become records.",
)
ENTERED = click.option("--entered-by", default="", metavar="WHO", help="录入人。 Who enters the records.")
APPROVED = click.option(
    "--approved-by", default="", metavar="WHO", help="审批人，须为另一人。 Who approves them: another person."
)
TEMPLATE = click.option(
    "--template",
    metavar="LINE",
    help="不录入，写一个该条线的空白工作簿到 FILE（.xlsx），不覆盖已有的文件。 "
    "Write that line's empty workbook to FILE (.xlsx) instead; nothing that is there is overwritten.",
)


@click.command(name="load")
@FILES
@LINE
@KIND
@MAP
@BOOK
@ENTERED
@APPROVED
@TEMPLATE
@LANG
def command(
    files: Sequence[Path],
    line_name: str | None,
    kind_name: str | None,
    map_name: str | None,
    folder: Path,
    entered_by: str,
    approved_by: str,
    template: str | None,
    lang: str | None,
) -> None:
    """把登记簿（xlsx、csv）录入账簿：一个文件要么全部录入，要么一行也不录。

    Load registers (xlsx, csv) into the book: all of a file or nothing of it.

    有误的行逐条指明，并写入 FILE-refused.xlsx；改正后可直接再录。同一文件录两次，账簿不变。

    Each refused row is named, and marked in FILE-refused.xlsx, which can be corrected and loaded. Loading a file twice
    changes nothing.

    \b
    结束状态 / Exit status:
      0  全部录入 everything is in the book
      2  有文件被拒或读不了，其余照录 a file was refused or cannot be read; the others are loaded

    \b
    例 / Examples:
      plumbline load --template trials trials.xlsx
      plumbline load trials.xlsx --line trials --entered-by 甲 --approved-by 乙
      plumbline load intake.csv --map cook-county --entered-by A --approved-by B
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        if template is not None:
            _write_template(template, files, spoken)
            return
        from plumbline.cli.registers import Entering, load_or_say
        from plumbline.web.book.admitting import require_accounts
        from plumbline.web.book.opening import open_book

        require_accounts(entered_by, approved_by)
        book = open_book(folder)
        kinds, kind, mapped = _meant(book, line_name, kind_name, map_name)
        entering = Entering(book, kinds, kind, mapped, entered_by, approved_by)
        done = [load_or_say(path, entering, spoken) for path in files]
    if not all(done):
        sys.exit(2)


def _meant(
    book: "Book", line_name: str | None, kind_name: str | None, map_name: str | None
) -> "tuple[dict[str, Kind], Kind | None, Mapped | None]":
    """Return the kinds of the line named, the one kind of the file if named, the mapping if named."""
    from plumbline import lines
    from plumbline.sheets.heads import kind_named
    from plumbline.sheets.mapped import bound
    from plumbline.sheets.mapping import mapping_named

    if map_name:
        return {}, None, bound(map_name, mapping_named(map_name), lines.kinds(), book.keys.token)
    kinds = _kinds(line_name)
    kind = kind_named(kind_name, kinds) if kind_name else None
    if kind_name and kind is None:
        titles = [f"{k.title.zh} {k.name}" for k in kinds.values()]
        raise _no_such(f"--kind {kind_name}", Words("没有这种记录", "there is no such kind of record"), titles)
    return kinds, kind, None


def _kinds(line_name: str | None, option: str = "--line") -> "dict[str, Kind]":
    from plumbline import lines

    if code := line_name and lines.code_of(line_name):
        return lines.line(code).kinds
    known = [f"{line.name} {line.title.zh}" for line in lines.lines()]
    if line_name:
        raise _no_such(f"{option} {line_name}", Words("没有这个工作条线", "there is no such line of work"), known)
    what = Words("没有写明工作条线", "the line of work is not named")
    todo = Words(
        f"请用 {option} 写明：{'、'.join(known)}；外来登记簿用 --map",
        f"Name the line with {option}: {', '.join(known)}; a foreign register takes --map",
    )
    raise NotFound(option, what, todo)


def _no_such(where: str, what: Words, known: list[str]) -> NotFound:
    return NotFound(where, what, Words(f"可用：{'、'.join(known)}", f"Known are: {', '.join(known)}"))


def _write_template(name: str, files: Sequence[Path], lang: str) -> None:
    from plumbline.cli.registers import say
    from plumbline.cli.whole import whole
    from plumbline.lines import part
    from plumbline.sheets.template import write

    kinds = _kinds(name, "--template")
    code = next(iter(kinds.values())).line
    examples = {type(r).__name__: r for case in reversed(part(code, "examples").EXAMPLES) for r in case.records}
    for path in files:
        _require_new(path)
    for path in files:
        whole(path, lambda made: write(made, kinds.values(), examples))
        say(Words(f"已写入 {path}", f"wrote {path}"), lang)


def _require_new(path: Path) -> None:
    """See that nothing is at ``path``, where a register may have been filled in, and that it is named as a workbook."""
    if path.suffix.lower() != ".xlsx":
        what = Words("空白工作簿是 .xlsx 文件", "an empty workbook is an .xlsx file")
        raise OutputError(str(path), what, Words("请把文件名写成 .xlsx", "Give it a name that ends in .xlsx"))
    if path.exists() or path.is_symlink():
        what = Words("已有这个文件，没有覆盖", "it is there already and was not overwritten")
        raise OutputError(
            str(path), what, Words("请换一个文件名，或先移走它", "Choose another name, or move it away first")
        )

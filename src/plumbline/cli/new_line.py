"""plumbline new-line: the four files of a new line of work, ready to be filled in."""

from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import LANG
from plumbline.errors import Words


@click.command(name="new-line")
@click.argument("name")
@click.option("--zh", required=True, metavar="TITLE", help="中文名称，如 行政许可。 The Chinese title.")
@click.option("--en", required=True, metavar="TITLE", help="英文名称，如 Permits。 The English title.")
@click.option(
    "--body", default="各单位", show_default=True, metavar="WORD",
    help="报告怎样称呼报送单位，如 审批机关。 What reports call the bodies that send its records.",
)  # fmt: skip
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="FOLDER",
    help="项目文件夹（其中有 src 和 tests），默认当前文件夹。 The project's folder, with src and tests; default: this one.",
)  # fmt: skip
@LANG
def command(name: str, zh: str, en: str, body: str, into: Path | None, lang: str | None) -> None:
    """新建一个条线：一个文件夹，四个文件，外加手算的读数。

    Begin a new line of work: one folder of four files (records, limits, figures, examples), and the readings that its
    figures must give on the examples. It works as it stands: load, figures, limits, reconcile, report and check know it
    at once, for the folder is the registry. Then write down what the line really records.

    \b
    例 / Examples:
      plumbline new-line permits --zh 行政许可 --en Permits --body 审批机关
      make test ARGS="tests/lines -k permits"
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli.scaffolding import scaffolded

        made = scaffolded(into or Path(), name, Words(zh, en), body)
        click.echo(Words("已新建：", "made:").in_(spoken))
        for path in made:
            click.echo(f"  {path}")
        said = Words(
            f'接着：改写这些文件，再运行 make test ARGS="tests/lines -k {name}"',
            f'Next: write them anew as the line needs, then run make test ARGS="tests/lines -k {name}"',
        )
        click.echo(said.in_(spoken))

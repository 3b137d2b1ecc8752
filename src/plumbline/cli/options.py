"""Options that several commands take, each worded once."""

from pathlib import Path

import click

from plumbline.cli.language import CHOICES

BOOK = click.option(
    "--book", "folder", type=click.Path(path_type=Path, file_okay=False), envvar="PLUMBLINE_BOOK",
    default=Path("plumbline-book"), show_default=True, help="账簿所在文件夹。 The book's folder.",
)  # fmt: skip
AS_OF = click.option(
    "--as-of", "size", type=click.IntRange(min=0), metavar="SIZE",
    help="只读总账的前 SIZE 条，默认全部。 Read the ledger's first SIZE entries only; default: all.",
)  # fmt: skip
AS_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON.")
LANG = click.option(
    "--lang", type=click.Choice(CHOICES), help="界面语言，默认随系统。 Language of messages; default: the locale's."
)
ROWS_OUT = click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), help="写入 .xlsx、.csv 或 .json。 Write it there."
)
SECONDS = click.option(
    "--seconds", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True,
    help="每一步至多求解多少秒。 Most seconds for each step of solving.",
)  # fmt: skip
EXAMPLE = click.option("--example", is_flag=True, help="印出一份样例，照着改。 Print an example to start from.")

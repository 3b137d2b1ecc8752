"""plumbline demo: the example city, through every step."""

from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import LANG

OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out/demo"),
    show_default=True,
    help="写到哪里。 Where to write.",
)


@click.command(name="demo")
@OUT
@click.option(
    "--seed", type=click.IntRange(min=0), default=2020, show_default=True, help="随机种子。 Seed of the draws."
)
@click.option(
    "--registers", "form", type=click.Choice(("xlsx", "csv", "parquet")),
    help="只写登记表，不做其余各步。 Write the registers in this form, and do nothing else.",
)  # fmt: skip
@click.option(
    "--scale", type=click.IntRange(1, 1000), default=1, show_default=True,
    help="几座城市合成一座（须与 --registers 同用）。 As many cities in one; needs --registers.",
)  # fmt: skip
@LANG
def command(out: Path, seed: int, form: str | None, scale: int, lang: str | None) -> None:
    """示例市：从各单位报送的登记表，到账簿、期限、指标、勾稽、报告，再拿一份报告回头核对。

    The example city: from the registers its bodies send to the book, the limits, the figures, the reconciliation and the
    report, and back, a report being checked against it.

    \b
    例 / Examples:
      plumbline demo
      plumbline demo --registers parquet --scale 100 --out out/big-city
    """  # noqa: D301
    spoken = language(lang)
    if scale > 1 and form is None:
        raise click.UsageError("--scale 须与 --registers 同用。 --scale needs --registers.")
    with guarded(spoken):
        from plumbline.demo import registers, run

        if form:
            registers(out, spoken, form, scale, seed)
        else:
            run(out, spoken, seed)

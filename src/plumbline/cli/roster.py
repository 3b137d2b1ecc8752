"""plumbline roster: who stands at which post in which shift, under stated rules of rest; what cannot be filled and why."""

import json
import sys
from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import AS_JSON, EXAMPLE, LANG, ROWS_OUT, SECONDS
from plumbline.errors import NotFound, Words


@click.command(name="roster")
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@ROWS_OUT
@SECONDS
@EXAMPLE
@AS_JSON
@LANG
def command(
    file: Path | None, out: Path | None, seconds: float, example: bool, as_json: bool, lang: str | None
) -> None:
    """勤务排班：按所写的休息规则把单位排到岗位班次，排不满的说明缺几人、卡在哪一条。

    Rosters: units to posts and shifts under the rules of rest the file states; what cannot be filled, and which rule binds.

    FILE 是 TOML，或有“规则、班次、岗位、单位”四张表的 xlsx。单位整队上勤、整队休息；缺人最少为先，其次各单位班次均匀。
    “卡在哪一条”由逐条放宽重排得出。期间之前的班次不计。

    FILE is TOML, or an .xlsx with the sheets rules, shifts, posts, units. A unit works and rests as a whole. As few as can
    be are left lacking, then shifts are evened out. Which rule binds is found by leaving out one at a time. Shifts before
    the period are not looked at.

    \b
    结束状态 / Exit status:
      0  全部排满     everything is manned
      1  有的排不满   something is left lacking
      2  无法读取     could not read

    \b
    例 / Examples:
      plumbline roster --example > guard.toml
      plumbline roster guard.toml
      plumbline roster guard.xlsx --out roster.xlsx
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli.roster_read import EXAMPLE, read_duty

        if example:
            sys.stdout.write(EXAMPLE)
            return
        if file is None:
            what = Words("没有给出文件", "no file is named")
            raise NotFound(
                "FILE", what, Words("样例见 plumbline roster --example", "plumbline roster --example shows one")
            )
        from plumbline.cli.rows_out import require, write

        if out:
            require(out, file)
        duty = read_duty(file)
        from plumbline.cli import roster_shown as shown
        from plumbline.solvers.binding import why
        from plumbline.solvers.rostering import roster

        found = roster(duty, seconds)
        lifted, whys = why(duty, found, seconds)
        said = shown.data(duty, found, lifted, whys)
        if out:
            write(out, shown.grids(duty, found, whys, spoken), said)
        if as_json:
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
        else:
            shown.shown(duty, found, lifted, whys, spoken)
    if found.total:
        sys.exit(1)

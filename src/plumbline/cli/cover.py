"""plumbline cover: where stations should stand so that most calls are within reach."""

from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.options import AS_JSON, BOOK, LANG

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="cover")
@click.option("--period", "days", required=True, metavar="PERIOD", help="接警的期间，如 2020。 Calls of which period.")
@click.option(
    "--cells",
    required=True,
    type=FILE,
    metavar="FILE",
    help="网格：编码、纬度、经度。 Grid cells: code, latitude, longitude.",
)
@click.option(
    "--stations",
    required=True,
    type=FILE,
    metavar="FILE",
    help="可选站点，列同上。 Candidate stations, the same columns.",
)
@click.option(
    "--within",
    required=True,
    type=click.IntRange(0, 1_000_000),
    metavar="METRES",
    help="多远算覆盖，米。 What is in reach, in metres.",
)
@click.option(
    "--number", required=True, type=click.IntRange(0, 10_000), metavar="N", help="至多选几个站。 Stations at most."
)
@click.option("--body", default="", metavar="BODY", help="只计一个单位接的警。 Only calls that one body took.")
@click.option(
    "--seconds", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True,
    help="至多求解多少秒。 Most seconds of solving.",
)  # fmt: skip
@AS_JSON
@BOOK
@LANG
def command(
    days: str,
    cells: Path,
    stations: Path,
    within: int,
    number: int,
    body: str,
    seconds: float,
    as_json: bool,
    folder: Path,
    lang: str | None,
) -> None:
    """从候选站点中选出至多 N 个，使覆盖到的警情最多（最大覆盖选址）。

    Choose at most N of the candidate stations so that they cover the most calls (maximal covering location).

    距离为大圆距离，不是道路里程：大圆距离够不到的，沿路更够不到。在时限内求得最优解，覆盖相同的取站少的；
    未能证明最优的会注明。

    Distances are great-circle, not along roads: what is not reached is not reached by road either. The choice is the
    best there is, of equal ones one with the fewest stations; where time runs out before that is proved, it says so.

    \b
    例 / Example:
      plumbline cover --period 2020 --cells cells.csv --stations stations.csv --within 3000 --number 4
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.cli.covered import covered, print_json, show

        found = covered(folder, days, cells, stations, within, number, seconds, body, spoken)
        if as_json:
            print_json(found)
        else:
            show(found, spoken)

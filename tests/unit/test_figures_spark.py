"""Spark reads every figure as DuckDB does. Runs where Java and pyspark are found, and says which is missing where not."""

import shutil
from collections.abc import Iterator
from datetime import date, time
from importlib.util import find_spec
from pathlib import Path

import pytest

import mirrors
from plumbline.figures.breakdown import breakdown
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import positions
from plumbline.figures.engines.spark import Spark
from plumbline.figures.opening import Open, open_mirror
from plumbline.figures.reading import read
from plumbline.lines import figures, kinds
from plumbline.lines.assets.records import Controlled, Released
from plumbline.lines.trials.records import Concluded, Docketed, Heard
from plumbline.periods import span
from plumbline.records import Record

MISSING = [
    *([] if shutil.which("java") else ["Java (openjdk-17-jre-headless)"]),
    *([] if find_spec("pyspark") else ["pyspark (the optional group spark)"]),
]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.timeout(600),
]

SMALL = {
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}
"""For eight records: no machine code for each query, which takes far longer to make than to do without."""
BODY = "城关区人民法院"
TOKEN = "p_" + "a" * 26
YEAR = span("2020")
ALL = Catalogue(figures())
NAMES = ("trials.docketed", "trials.pending", "trials.clearance_rate", "assets.in_hold")


def _records() -> list[Record]:
    return [
        Docketed(case="甲", body=BODY, on=date(2019, 12, 31), offence="盗窃罪", persons=2, scope="|涉黑|"),
        Docketed(case="乙", body=BODY, on=date(2020, 1, 1), at=time(9), offence="诈骗罪", person=TOKEN),
        Docketed(case="乙", body=BODY, on=date(2020, 1, 1), at=time(8), offence="诈骗罪", persons=3),
        Heard(case="乙", body=BODY, on=date(2020, 2, 3)),
        Concluded(case="甲", body=BODY, on=date(2020, 12, 31), persons=2, scope="|涉黑|"),
        Concluded(case="甲", body=BODY, on=date(2020, 11, 30), persons=2, scope="|涉黑|"),
        Controlled(
            case="甲", body=BODY, on=date(2020, 3, 2), item="1", measure="冻结", nature="资金", amount_fen=2**52
        ),
        Released(case="甲", body=BODY, on=date(2020, 4, 2), item="1", amount_fen=1),
    ]


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Open, Open]]:
    """The same book under DuckDB and under Spark, each with folds of its own."""
    folders = [tmp_path_factory.mktemp(name) for name in ("duckdb", "spark")]
    for folder in folders:
        mirrors.written(folder, _records(), supersedes={5: 4})
    spark = Spark(str(folders[1]), settings=SMALL)  # the session that open_mirror then finds running
    yield open_mirror(folders[0], kinds()), open_mirror(folders[1], kinds(), engine="spark")
    spark.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_reads_the_same_on_spark(engines: tuple[Open, Open], name: str) -> None:
    figure = ALL[name]
    for counting in figure.countings:
        duck, spark = (read(figure, e.tables, YEAR, counting=counting) for e in engines)
        assert duck == spark
    assert positions(figure, engines[0].tables, YEAR) == positions(figure, engines[1].tables, YEAR)


def test_values_are_those_worked_out_by_hand(engines: tuple[Open, Open]) -> None:
    tables = engines[1].tables
    assert read(ALL["trials.docketed"], tables, YEAR, counting="persons").numerator == 4
    assert (
        read(ALL["trials.pending"], tables, YEAR, counting="persons").numerator == 1
    )  # the latest of 乙 names a token
    assert read(ALL["trials.docketed"], tables, span("2019"), scope="涉黑涉恶").numerator == 1
    assert read(ALL["assets.in_hold"], tables, YEAR).numerator == 2**52 - 1


def test_parts_are_the_same_on_spark(engines: tuple[Open, Open]) -> None:
    duck, spark = (breakdown(ALL["trials.docketed"], e.tables, YEAR, ["month", "offence"]) for e in engines)
    assert duck == spark
    assert [(c.values, c.numerator) for c in duck] == [(("2020-01", "诈骗罪"), 1)]


def test_a_fold_that_spark_kept_serves_duckdb(engines: tuple[Open, Open], tmp_path: Path) -> None:
    engines[1].tables("trials").stock(YEAR.last)
    folder = Path(engines[1].engine.at)  # type: ignore[attr-defined]
    kept = folder / "folds" / "8" / "trials-2020-12-31.parquet"
    assert (kept / "_SUCCESS").exists()
    assert read(ALL["trials.pending"], open_mirror(folder, kinds()).tables, YEAR).numerator == 1
    assert (kept / "_SUCCESS").exists()

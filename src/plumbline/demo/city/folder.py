"""The folder of files a city's bodies send: one a line, body and year, those with planted defects beside them, their list."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl

from plumbline.demo.city.defects import Defect
from plumbline.demo.city.registers import Registers
from plumbline.demo.city.sheets import csv, workbook
from plumbline.errors import Words
from plumbline.lines import line

CITY = "兰州市"
LOAD = "plumbline load"
Step = Callable[[str], None]


class Sent(NamedTuple):
    """One file: its line, its year, who sent it, the records in it by kind."""

    line: str
    year: int
    body: str
    registers: dict[str, pl.DataFrame]

    @property
    def name(self) -> str:
        """The file's place in the folder, without its ending."""
        return f"{self.line}/{self.year}-{self.body}"


class Written(NamedTuple):
    """What was written: the registers in the order to load them, the file to be refused, the one sent again, the list."""

    files: tuple[Path, ...]
    refused: Path
    again: Path
    defects: Path


def sent(registers: Registers, by_body: bool) -> Iterator[Sent]:
    """Yield the files: one a line and year, or one a line, year and body; a year's after those of the year before."""
    whole: dict[tuple[str, int, str], dict[str, pl.DataFrame]] = {}
    for (name, kind), rows in registers.items():
        turn = [pl.col("on").dt.year().alias("year"), (pl.col("body") if by_body else pl.lit(CITY)).alias("sender")]
        for (year, sender), some in (
            rows.with_columns(turn).partition_by("year", "sender", as_dict=True, include_key=False).items()
        ):
            whole.setdefault((name, int(year), str(sender)), {})[kind] = some
    yield from (Sent(*key, _in_order(key[0], whole[key])) for key in sorted(whole))


def _in_order(name: str, registers: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {kind: registers[kind] for kind in line(name).kinds if kind in registers}


def write(out: Path, registers: Registers, defects: tuple[Defect, ...], step: Step, by_body: bool = False) -> Written:
    """Write all files as workbooks under ``out`` and tell ``step`` each name; returns what to load, in order."""
    files = list(sent(registers, by_body))
    for file in files:
        workbook(out / "registers" / f"{file.name}.xlsx", file.line, file.registers)
        step(file.name)
    early, broken = _concluded_early(next(f for f in files if f.line == "trials" and f.year == 2019), out)
    again, doubled = _again(next(f for f in files if f.line == "prosecutions" and f.year == 2019), out)
    said = json.dumps(
        [d.as_data(out / "plumbline-book") for d in (*defects, early, again)], ensure_ascii=False, indent=2
    )
    (out / "defects.json").write_text(said + "\n", encoding="utf-8")
    return Written(tuple(out / "registers" / f"{f.name}.xlsx" for f in files), broken, doubled, out / "defects.json")


def _concluded_early(file: Sent, out: Path) -> tuple[Defect, Path]:
    """A file in which one case is concluded in the year before it was docketed; ``registers`` has it corrected."""
    path = out / "planted" / f"{file.name}-first.xlsx"
    rows = file.registers["Concluded"]
    own = rows.join(file.registers["Docketed"].select("case", "body"), on=["case", "body"], how="semi").row(
        3, named=True
    )
    here = (pl.col("case") == own["case"]) & (pl.col("body") == own["body"])
    typed = rows.with_columns(pl.when(here).then(pl.col("on").dt.offset_by("-1y")).otherwise("on").alias("on"))
    workbook(path, file.line, {**file.registers, "Concluded": typed})
    what = Words(f"审结年份误写为 2018：{own['case']}", f"the year of the conclusion was typed 2018: {own['case']}")
    record = {"line": "trials", "kind": "Concluded", "case": own["case"], "body": own["body"]}
    return Defect("concluded_before_docketed", what, LOAD, ("refused",), (record,)), path


def _again(file: Sent, out: Path) -> tuple[Defect, Path]:
    """A file sent once more under another name, its rows in another order."""
    path = out / "planted" / f"{file.name}-again.xlsx"
    workbook(path, file.line, {kind: rows.reverse() for kind, rows in file.registers.items()})
    what = Words("同一份登记以另一文件名再次报送", "the same register was sent again under another name")
    return Defect("file_sent_twice", what, LOAD, ("already",), ({"line": file.line, "file": path.name},)), path


def stream(out: Path, runs: Iterator[Registers], form: str, step: Step) -> None:
    """Write runs of registers as Parquet or csv, a run at a time: ``out/registers/<line>/<run>/<Kind>``."""
    for number, registers in enumerate(runs):
        for (name, kind), rows in registers.items():
            path = out / "registers" / name / f"{number:04}" / f"{kind}.{form}"
            if form == "csv":
                csv(path, line(name).kinds[kind], rows)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                rows.write_parquet(path)
        step(str(number))

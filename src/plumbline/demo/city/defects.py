"""The defects planted in the registers: what each is, which records it is in, how it should be found."""

from pathlib import Path
from shlex import quote
from typing import Any, NamedTuple

import polars as pl

from plumbline.demo.city.registers import Registers
from plumbline.errors import Words

LINKED = ("links", "Linked")
DOCKETED = ("trials", "Docketed")
LIMITS = "plumbline limits --on 2020-12-31 --line custody --all"
RECONCILE = "plumbline reconcile"


class Defect(NamedTuple):
    """One planted defect: ``command`` finds it, under the names ``found_as``; ``records`` name line, kind, case and body."""

    kind: str
    what: Words
    command: str
    found_as: tuple[str, ...]
    records: tuple[dict[str, str], ...]

    def as_data(self, book: Path) -> dict[str, Any]:
        """Return it as JSON takes it, its command for the book in that folder."""
        command = f"{self.command} --book {quote(str(book))}"
        return {**self._asdict(), "what": self.what._asdict(), "command": command}


def planted(registers: Registers) -> tuple[Registers, tuple[Defect, ...]]:
    """Return registers with numbers mistyped and links taken out, and the list of all defects in them."""
    pool = _ordinary(registers)
    link, gone, number = (pool.row(i, named=True) for i in (2, 5, 8))
    sent = _police_links(registers, pool).row(11, named=True)
    registers = _mistype_link(registers, link)
    registers = _mistype_number(registers, number)
    registers = _without(_without(registers, gone), sent)
    return registers, (*_held(registers), _person(registers), *_numbers(link, number), *_gone(gone, sent))


def _ordinary(registers: Registers) -> pl.DataFrame:
    """Links to ordinary first instances of 2019 at the districts' courts, whose number with its last digit doubled is free."""
    cases = registers[DOCKETED].filter(
        pl.col("on").dt.year() == 2019, pl.col("scope") == "", pl.col("instance") == "一审公诉"
    )
    cases = cases.filter(~pl.col("case").str.contains("甘01刑")).select(to_case="case", to_body="body")
    found = registers[LINKED].join(cases, on=["to_case", "to_body"], how="semi").filter(pl.col("how") == "移送")
    doubled = found.with_columns(pl.col("to_case").str.replace(r"(\d)号$", "${1}${1}号").alias("mistyped"))
    taken = registers[DOCKETED].select(mistyped="case")
    return doubled.join(taken, on="mistyped", how="anti").sort("on", "case")


def _police_links(registers: Registers, pool: pl.DataFrame) -> pl.DataFrame:
    """Links from the police to procuratorates, of files that came to court in 2019 and have no other defect."""
    used = (
        pool.rename({"case": "review", "body": "office"})
        .select("review", "office")
        .with_row_index()
        .filter(pl.col("index") > 8)
    )
    found = registers[LINKED].filter(pl.col("how") == "移送", pl.col("to_line") == "prosecutions")
    return found.join(used, left_on=["to_case", "to_body"], right_on=["review", "office"], how="semi").sort(
        "on", "case"
    )


def _mistype_link(registers: Registers, row: dict[str, Any]) -> Registers:
    here = (pl.col("case") == row["case"]) & (pl.col("to_case") == row["to_case"])
    typed = pl.when(here).then(pl.lit(row["mistyped"])).otherwise("to_case")
    return {**registers, LINKED: registers[LINKED].with_columns(to_case=typed)}


def _mistype_number(registers: Registers, row: dict[str, Any]) -> Registers:
    """The court's own register has the number without a nought of the court's code; the link has it right."""
    typed = pl.col("case").replace(row["to_case"], _short(row["to_case"]))
    return {key: f.with_columns(typed) if key[0] == "trials" else f for key, f in registers.items()}


def _short(number: str) -> str:
    return number.replace("甘0", "甘")


def _without(registers: Registers, row: dict[str, Any]) -> Registers:
    here = (pl.col("case") == row["case"]) & (pl.col("to_case") == row["to_case"]) & (pl.col("how") == row["how"])
    return {**registers, LINKED: registers[LINKED].filter(~here)}


def _held(registers: Registers) -> tuple[Defect, Defect]:
    """Episodes whose custody during investigation ends a day late on one reading of the law, or on both."""
    found = []
    for days, first in ((62, (2019, 5, 15)), (61, (2020, 2, 29))):
        arrested = registers["custody", "Arrested"].filter(pl.col("on") == pl.date(*first))
        sent = (
            registers["custody", "HandedOver"]
            .filter(pl.col("stage") == "审查起诉")
            .group_by("case")
            .agg(pl.col("on").min().alias("sent"))
        )
        late = arrested.join(sent, on="case").filter((pl.col("sent") - pl.col("on")).dt.total_days() == days)
        extended = registers["custody", "Extended"].filter(pl.col("rule").str.starts_with("侦查"))
        found.append(late.join(extended, on="case", how="anti").row(0, named=True))
    over, disputed = ({"line": "custody", "kind": "Arrested", "case": f["case"], "body": f["body"]} for f in found)
    what = Words(
        "逮捕后侦查羁押超过二个月一天，未延长",
        "held for investigation a day over two months after arrest, not extended",
    )
    unclear = Words(
        "2月29日逮捕、4月30日移送：两种月末算法结论不同",
        "arrested 29 February, sent 30 April: two ways to count a month's end differ",
    )
    return (
        Defect("custody_over_by_a_day", what, LIMITS, ("missed",), (over,)),
        Defect("disputed_month_end", unclear, LIMITS, ("disputed",), (disputed,)),
    )


def _person(registers: Registers) -> Defect:
    """The files in which a person is counted twice, at the police and at the procuratorate."""
    found = []
    for line, kind in (("investigations", "Transferred"), ("prosecutions", "Received")):
        rows = registers[line, kind]
        twice = rows.filter(pl.col("person").is_duplicated()).sort("on", "case")
        found += [
            {"line": line, "kind": kind, "case": r["case"], "body": r["body"]} for r in twice.iter_rows(named=True)
        ]
    what = Words("同一人在同一单位的两件案件中各计一次", "one person is counted in two files of one body")
    return Defect("person_in_two_files", what, RECONCILE, ("person_twice",), tuple(found))


def _numbers(link: dict[str, Any], number: dict[str, Any]) -> tuple[Defect, Defect]:
    told = Words(
        f"关联中的案号多写一位数字：应为{link['to_case']}",
        f"a digit too many in a link's case number: it should be {link['to_case']}",
    )
    short = Words(
        f"法院登记的案号法院代字少一个0：应为{number['to_case']}",
        f"a court's code lacks a nought in its register: it should be {number['to_case']}",
    )
    wrong = {"line": "trials", "kind": "Docketed", "case": _short(number["to_case"]), "body": number["to_body"]}
    right = _link(number, number["to_case"])
    return (
        Defect("link_mistyped", told, RECONCILE, ("dead_link",), (_link(link, link["mistyped"]),)),
        Defect("number_mistyped", short, RECONCILE, ("odd_number", "dead_link"), (wrong, right)),
    )


def _gone(*rows: dict[str, Any]) -> tuple[Defect, ...]:
    what = Words("没有登记与对方案件的关联", "the link to the other body's file was never recorded")
    return tuple(Defect("link_missing", what, RECONCILE, ("no_link",), (_link(r, r["to_case"]),)) for r in rows)


def _link(row: dict[str, Any], to_case: str) -> dict[str, str]:
    return {
        "line": "links", "kind": "Linked", "case": row["case"], "body": row["body"],
        "to_line": row["to_line"], "to_case": to_case, "to_body": row["to_body"],
    }  # fmt: skip

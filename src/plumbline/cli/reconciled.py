"""A reconciliation made visible: small tables on the terminal, or JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.bridges import Settled, Unexplained
from plumbline.figures.consistency import NAMES, Inconsistency
from plumbline.figures.matching import Candidate
from plumbline.web.reading.reconciling import Reconciled
from plumbline.web.reading.registers import UNITS, lacking

SHOWN = 5
"""Positions and unexplained cases printed; JSON has all of them."""


def show(found: Reconciled, lang: str) -> None:
    """Print each bridge as a table, cases beside persons, then what does not fit together."""
    out = Terminal()
    for _, both in groupby(found.settled, key=lambda s: s.bridge.id):
        _bridge(out, list(both), lang)
    for bridge, missing in found.unsettled:
        title = Words(bridge.zh, bridge.en).in_(lang)
        out.print(Text(f"{title}  ", style="bold").append(lacking(missing).in_(lang), style="dim"), soft_wrap=True)
    _findings(out, found.findings, lang)
    out.print(Text(printable(_summary(found, lang)), style="bold"), soft_wrap=True)


def _bridge(out: Terminal, both: Sequence[Settled], lang: str) -> None:
    first = both[0]
    title = f"{Words(first.bridge.zh, first.bridge.en).in_(lang)}  {first.period}{_scopes(first, lang)}"
    out.print(Text(printable(title), style="bold"), soft_wrap=True)
    table = Table(header_style="bold", expand=False)
    table.add_column("")
    for settled in both:
        table.add_column(UNITS[settled.counting].in_(lang), justify="right")
    table.add_column(Words("总账位置", "positions").in_(lang), overflow="fold")
    for sign, side in (("＋", "left"), ("－", "right"), ("＝", "causes")):
        for term in _terms(both, side):
            table.add_row(*_row(both, side, term, sign, lang))
    rest = [Text(f"{s.rest:,}", style="green" if s.closes else "bold red") for s in both]
    table.add_row(Words("未说明", "unexplained").in_(lang), *rest, "", end_section=True)
    out.print(table)
    for settled in both:
        _unexplained(out, settled, lang)


def _terms(both: Sequence[Settled], side: str) -> list[str]:
    """Return the terms of a side, each once, in the order of the bridge's."""
    found = {part.term for settled in both for part in getattr(settled, side)}
    return [term for term in both[0].bridge.terms if term in found]


def _row(both: Sequence[Settled], side: str, term: str, sign: str, lang: str) -> tuple[str, ...]:
    parts = [{p.term: p for p in getattr(settled, side)}.get(term) for settled in both]
    words = next(p.words for p in parts if p).in_(lang)
    records = sorted({at for p in parts if p for at in p.records})
    return f"{sign} {words}", *(f"{p.number:,}" if p else "0" for p in parts), _positions(records)


def _positions(records: Sequence[int]) -> str:
    more = f" … ({len(records):,})" if len(records) > SHOWN else ""
    return " ".join(map(str, records[:SHOWN])) + more


def _scopes(settled: Settled, lang: str) -> str:
    left, right = settled.scopes
    if left == right:
        return f"  {left}"
    every = Words("全部", "all").in_(lang)
    return f"  {left or every} → {right or every}"


def _unexplained(out: Terminal, settled: Settled, lang: str) -> None:
    unit = UNITS[settled.counting].in_(lang)
    for case in settled.unexplained[:SHOWN]:
        said = f"  ✗ {case.number:+,} {unit}  {case.body}  {case.case}  [{_positions(case.records)}]"
        out.print(Text(printable(said), style="red"), soft_wrap=True)
    if len(settled.unexplained) > SHOWN:
        left = len(settled.unexplained) - SHOWN
        out.print(Text(Words(f"  … 另有 {left:,} 案", f"  … and {left:,} more").in_(lang)))


def _findings(out: Terminal, findings: Iterable[Inconsistency], lang: str) -> None:
    for finding in findings:
        head = Text(f"  ! {NAMES[finding.name].in_(lang)}", style="yellow")
        head.append(
            f"  {printable(finding.body)}  {printable(finding.case)}  [{_positions(finding.records)}]", style="dim"
        )
        out.print(head, soft_wrap=True)
        out.print(Text("    " + printable(finding.sentence.in_(lang))), soft_wrap=True)
        for candidate in finding.candidates:
            out.print(Text("    " + _candidate(candidate, lang), style="italic dim"), soft_wrap=True)


def _candidate(candidate: Candidate, lang: str) -> str:
    why = ("、" if lang == "zh" else ", ").join(w.in_(lang) for w in candidate.why)
    name = Words("很可能是", "likely") if candidate.likely else Words("可能是", "perhaps")
    return f"{name.in_(lang)} [{candidate.other}] {candidate.probability:.1%}  {why}"


def _summary(found: Reconciled, lang: str) -> str:
    bridges, closed = len(found.settled), sum(s.closes for s in found.settled)
    listed = Counter(f.name for f in found.findings)
    names = [f"{NAMES[name].in_(lang)} {times:,}" for name, times in listed.most_common()]
    left = len(found.unsettled)
    none = Words(f"，另有 {left} 项不勾稽", f", {left} not reconciled") if left else Words("", "")
    zh = f"勾稽 {bridges} 项，{closed} 项无余额{none.zh}；不一致：{'、'.join(names) or '无'}（截至第 {found.size:,} 条）。"
    said = f"{closed} of {bridges} bridges close{none.en}"
    en = f"{said}; does not fit: {', '.join(names) or 'nothing'} (as of {found.size:,} entries)."
    return Words(zh, en).in_(lang)


def as_text(found: Reconciled) -> str:
    """Return a reconciliation as JSON: ``period``, ``size``, ``bridges``, ``not_reconciled``, ``findings``."""
    said = {
        "period": str(found.period),
        "size": found.size,
        "bridges": [_bridge_data(s) for s in found.settled],
        "not_reconciled": [{"id": b.id, "zh": b.zh, "en": b.en, "missing": lacks} for b, lacks in found.unsettled],
        "findings": [_finding_data(f) for f in found.findings],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def _bridge_data(settled: Settled) -> dict[str, object]:
    sides = {
        side: [
            {"term": p.term, **p.words._asdict(), "number": p.number, "records": p.records}
            for p in getattr(settled, side)
        ]
        for side in ("left", "right", "causes")
    }
    return {
        "id": settled.bridge.id, "zh": settled.bridge.zh, "en": settled.bridge.en, "counting": settled.counting,
        "scopes": settled.scopes, **sides, "rest": settled.rest,
        "unexplained": [Unexplained._asdict(u) for u in settled.unexplained],
    }  # fmt: skip


def _finding_data(finding: Inconsistency) -> dict[str, object]:
    return {
        "name": finding.name, "line": finding.line, "body": finding.body, "case": finding.case,
        **finding.sentence._asdict(), "records": finding.records,
        "candidates": [
            {"position": c.other, "probability": round(c.probability, 4), "likely": c.likely, "why": [w._asdict() for w in c.why]}
            for c in finding.candidates
        ],
    }  # fmt: skip

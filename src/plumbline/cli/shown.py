"""How ``plumbline figures`` shows what it found: as tables, as JSON, as CSV."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from plumbline.cli.asked import Asked, Found
from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.figures.breakdown import Cell
from plumbline.figures.drilling import Row
from plumbline.figures.shapes import Figure, Reading

COUNTINGS = {"cases": Words("案件", "cases"), "persons": Words("人", "persons"), "amount": Words("合计", "sum")}


def definitions(figures: Sequence[Figure], form: str | None, lang: str) -> None:
    """Print what figures count; a single one in full."""
    if form:
        _plain([_defined(f) for f in figures], form)
    elif len(figures) == 1:
        _in_full(figures[0], lang)
    else:
        heads = Words("指标 名称 单位 计法 定义", "figure phrase unit counts definition").in_(lang).split()
        _table(heads, ([f.id, f.phrase("").in_(lang), f.unit, _ways(f, lang), f.definition.in_(lang)] for f in figures))


def values(found: Sequence[Found], asked: Asked, form: str | None, lang: str) -> None:
    """Print values, with their parts and records where these were asked for."""
    if form == "json":
        _plain([_as_data(f, asked) for f in found], form)
    elif form == "csv":
        _plain(_lines(found, asked), form)
    else:
        heads = Words("指标 名称 数值 单位 由来", "figure phrase value unit of").in_(lang).split()
        _table(heads, ([f.reading.figure.id, *_said(f.reading, lang)] for f in found), right={2})
        for f in found:
            _parts(f, asked, lang)
            _behind(f, lang)


def _in_full(figure: Figure, lang: str) -> None:
    kind = (
        Words("存量（期末）", "stock (at the end)") if figure.stock else Words("流量（期内）", "flow (over the period)")
    )
    rows = (
        (Words("名称", "phrase"), figure.phrase(Words("〔范围〕", "[scope]").in_(lang)).in_(lang)),
        (Words("又作", "also"), "、".join(w.replace("{scope}", "〔范围〕") for w in figure.also)),
        (Words("定义", "definition"), figure.definition.in_(lang)),
        (Words("不含", "leaves out"), figure.leaves_out.in_(lang)),
        (Words("单位", "unit"), f"{figure.unit} · {_ways(figure, lang)} · {kind.in_(lang)}"),
        (Words("占", "share of"), figure.base.id if figure.base else ""),
        (Words("主体", "bodies"), "、".join(figure.body)),
    )
    _table(["", figure.id], ([head.in_(lang), said] for head, said in rows if said))


def _said(r: Reading, lang: str) -> list[str]:
    return [r.figure.phrase(r.scope).in_(lang), _value(r.numerator, r.denominator, r.unit), r.unit, _of(r, lang)]


def _value(numerator: int, denominator: int, unit: str) -> str:
    if unit == "%":
        return f"{numerator * 100 / denominator:.2f}" if denominator else "—"
    return f"{numerator / denominator:,.2f}" if denominator > 1 else f"{numerator:,}"


def _of(r: Reading, lang: str) -> str:
    """Return what a value is made of: a share's two numbers, how persons were counted, what was erased."""
    said = [f"{r.numerator:,} / {r.denominator:,}"] if r.unit == "%" else []
    if r.tokens or r.headcount:
        said.append(
            Words(f"按标识 {r.tokens}，按人数 {r.headcount}", f"{r.tokens} by token, {r.headcount} by headcount").in_(
                lang
            )
        )
    if r.erased:
        said.append(Words(f"另有 {r.erased} 条依令删除", f"{r.erased} records erased by order").in_(lang))
    return "；".join(said) if lang == "zh" else "; ".join(said)


def _ways(figure: Figure, lang: str) -> str:
    return "、".join(COUNTINGS[c].in_(lang) for c in figure.countings)


def _parts(found: Found, asked: Asked, lang: str) -> None:
    if not asked.by:
        return
    unit = found.reading.unit
    rows = [[*c.values, _cell(c, asked, unit)] for c in found.cells]
    _table([*asked.by, unit], rows, title=found.reading.figure.id, right={len(asked.by)})
    if any(c.numerator is None for c in found.cells):
        words = Words(
            f"“<{asked.threshold}”：人数过小，连同可由合计推出它的数一并不显示。",
            f"“<{asked.threshold}”: too few persons; numbers that would give them away by sums are hidden with them.",
        )
        Terminal().print(words.in_(lang), style="dim")


def _cell(cell: Cell, asked: Asked, unit: str) -> str:
    if cell.numerator is None:
        return f"<{asked.threshold}*"
    return _value(cell.numerator, cell.denominator or 0, unit)


def _behind(found: Found, lang: str) -> None:
    if not found.records:
        return
    heads = Words("位置 记录 案号 单位 日期 内容", "position record case body on says").in_(lang).split()
    _table(heads, (_record(row) for row in found.records), title=found.reading.figure.id)


ENVELOPE = (
    "position",
    "line",
    "kind",
    "case",
    "body",
    "on",
    "at",
    "moment",
    "recorded_at",
    "entered_by",
    "approved_by",
)


def _record(row: Row) -> list[str]:
    own = {k: v for k, v in row.items() if k not in (*ENVELOPE, "supersedes") and v not in (None, "")}
    says = " ".join(f"{k}={v}" for k, v in own.items())
    return [str(row["position"]), f"{row['line']}.{row['kind']}", row["case"], row["body"], str(row["on"]), says]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", right: Iterable[int] = ()) -> None:
    table = Table(title=title or None, title_justify="left", header_style="bold")
    for at, head in enumerate(heads):
        table.add_column(head, justify="right" if at in right else "left", overflow="fold", no_wrap=at == 0)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    Terminal().print(table)


def _plain(rows: Sequence[dict[str, Any]], form: str) -> None:
    if form == "json":
        sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, default=str) + "\n")
        return
    heads = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(sys.stdout, heads)
    writer.writeheader()
    writer.writerows(rows)


def _defined(f: Figure) -> dict[str, Any]:
    return {
        "figure": f.id, "zh": f.zh, "en": f.en, "unit": f.unit, "counts": " ".join(f.countings), "stock": f.stock,
        "definition_zh": f.definition.zh, "definition_en": f.definition.en,
        "leaves_out_zh": f.leaves_out.zh, "leaves_out_en": f.leaves_out.en, "base": f.base.id if f.base else "",
    }  # fmt: skip


def _read(r: Reading) -> dict[str, Any]:
    return {
        "figure": r.figure.id, "counting": r.counting, "period": str(r.period), "scope": r.scope, "body": r.body,
        "numerator": r.numerator, "denominator": r.denominator, "unit": r.unit, "tokens": r.tokens,
        "headcount": r.headcount, "erased": r.erased, "size": r.size, "root": r.root,
    }  # fmt: skip


def _as_data(found: Found, asked: Asked) -> dict[str, Any]:
    parts = [
        {**dict(zip(asked.by, c.values, strict=True)), "numerator": c.numerator, "denominator": c.denominator}
        for c in found.cells
    ]
    return (
        _read(found.reading)
        | ({"by": parts} if asked.by else {})
        | ({"records": found.records} if found.records else {})
    )


def _lines(found: Sequence[Found], asked: Asked) -> list[dict[str, Any]]:
    """Return a row for each record where records were asked for, for each part of a breakdown, else for each reading."""
    if asked.limit or asked.drawn:
        return [{"figure": f.reading.figure.id, **row} for f in found for row in f.records]
    if not asked.by:
        return [_read(f.reading) for f in found]
    return [{**_read(f.reading), **part} for f in found for part in _as_data(f, asked)["by"]]

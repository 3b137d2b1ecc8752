"""From what was read and found to what a face shows: the one place where claims and findings become marks."""

from collections.abc import Iterable
from decimal import Decimal

from plumbline.checks.findings import KINDS, Finding, Severity
from plumbline.checks.numbers import shown
from plumbline.claims import Claim, Reading
from plumbline.errors import Words
from plumbline.reports.marks import Field, Mark, Page, Remark, Status

STATUS: dict[Severity, Status] = {
    Severity.ERROR: "differs",
    Severity.NOTE: "note",
    Severity.UNTOLD: "untold",
    Severity.OK: "holds",
}
ORDER: tuple[Status, ...] = ("differs", "note", "untold", "holds")

APPROX = {
    "exact": Words("确数", "exact"),
    "over": Words("以上", "over"),
    "near": Words("接近", "nearly"),
    "about": Words("大约", "about"),
    "under": Words("以下", "under"),
    "range": Words("区间", "range"),
}
RATES = {
    "daily": Words("日均", "daily"),
    "monthly": Words("月均", "monthly"),
    "per_capita": Words("人均", "per head"),
    "share": Words("占比或比率", "share or rate"),
    "yoy": Words("同比", "year on year"),
    "change": Words("与另一基数相比", "against another base"),
    "multiple": Words("倍数", "multiple"),
}
DIRECTIONS = {"up": Words("上升", "up"), "down": Words("下降", "down")}
KIND_NAMES = {
    "rank": Words("名次", "a rank"),
    "date": Words("日期", "a date"),
    "period": Words("期间", "a period"),
    "name": Words("名称或固定说法", "a name or set phrase"),
    "ordinal": Words("序数", "an ordinal"),
    "fused": Words("数字粘连，未解读", "digits run together; not read"),
    "zero": Words("以文字表示的零", "a nought in words"),
}
WORDED = Words("名次或评价，没有数", "rank or praise, without a number")
LABELS = {
    "value": Words("数值", "value"),
    "bounds": Words("含义范围", "bounds"),
    "approx": Words("确切程度", "approximation"),
    "unit": Words("单位", "unit"),
    "rate": Words("性质", "rate"),
    "direction": Words("方向", "direction"),
    "counted": Words("所计", "counted"),
    "who": Words("主体", "who"),
    "period": Words("期间", "period"),
    "plan": Words("性质", "nature"),
    "kind": Words("类别", "kind"),
}


def page(name: str, reading: Reading, findings: Iterable[Finding]) -> Page:
    """Return a read report ready to be shown, each number marked, each finding on the number it is about."""
    by_span: dict[tuple[int, int], list[Finding]] = {}
    for f in findings:
        by_span.setdefault((f.start, f.end), []).append(f)
    marks = [_mark(c, by_span.pop((c.start, c.end), [])) for c in reading.claims]
    worded = [_worded_mark(span, found) for span, found in by_span.items() if _apart(span, reading)]
    return Page(name, reading.text, tuple(sorted([*marks, *worded], key=lambda m: m.start)))


def _apart(span: tuple[int, int], reading: Reading) -> bool:
    """Say whether a span is of words between the numbers, not of a number or part of one."""
    return not any(c.start < span[1] and span[0] < c.end for c in reading.claims)


def _worded_mark(span: tuple[int, int], findings: list[Finding]) -> Mark:
    """Return the mark of words without a number (位居全省前列, 成效显著)."""
    remarks = sorted((_remark(f) for f in findings), key=lambda r: ORDER.index(r.status))
    return Mark(*span, remarks[0].status, (Field(LABELS["kind"], WORDED, "stated", span),), tuple(remarks))


def _mark(c: Claim, findings: list[Finding]) -> Mark:
    remarks = sorted((_remark(f) for f in findings), key=lambda r: ORDER.index(r.status))
    plain: Status = "claim" if c.kind in ("quantity", "zero") else "apart"
    status = remarks[0].status if remarks else plain
    return Mark(c.start, c.end, status, tuple(_fields(c)), tuple(remarks))


def _remark(f: Finding) -> Remark:
    return Remark(STATUS[f.severity], KINDS[f.kind].name, f.sentence, f.working, f.related)


def _same(text: str) -> Words:
    return Words(text, text)


def _fields(c: Claim) -> list[Field]:
    if c.kind != "quantity":
        return [Field(LABELS["kind"], KIND_NAMES[c.kind], "stated", (c.start, c.end))]
    here = (c.start, c.end)
    rows = [Field(LABELS["value"], _same(_value(c)), "stated", here)]
    if c.approx != "exact":
        rows.append(Field(LABELS["bounds"], _bounds(c), "implied", here))
        rows.append(Field(LABELS["approx"], APPROX[c.approx], "stated", here))
    rows += _worded(c)
    nature = Words("目标（计划）", "a target") if c.plan else Words("事实陈述", "a statement of fact")
    return [*rows, Field(LABELS["plan"], nature, "implied")]


def _worded(c: Claim) -> list[Field]:
    values = {
        "unit": _same(c.unit), "counted": _same(c.counted), "who": _same(c.who), "period": _same(c.period),
        "rate": RATES.get(c.rate, _same(c.rate)), "direction": DIRECTIONS.get(c.direction, _same(c.direction)),
    }  # fmt: skip
    return [
        Field(LABELS[name], values[name], source.how, None if source.how == "implied" else (source.start, source.end))
        for name, source in c.sources
        if values[name].zh
    ]


def _value(c: Claim) -> str:
    if isinstance(c.value, tuple):
        return f"{shown(c.value[0])} – {shown(c.value[1])}"
    return shown(c.value) if isinstance(c.value, Decimal) else "—"


def _bounds(c: Claim) -> Words:
    low = shown(c.lower) if c.lower is not None else ""
    high = shown(c.upper) if c.upper is not None else ""
    if low and high:
        return _same(f"{low} – {high}")
    return Words(f"{low}及以上", f"{low} or more") if low else Words(f"{high}及以下", f"{high} or less")

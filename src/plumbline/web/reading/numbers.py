"""A value as it is shown, with its unit, and what it is made of."""

from plumbline.errors import Words
from plumbline.figures.shapes import Reading

COUNTINGS = {"cases": Words("案件", "cases"), "persons": Words("人", "persons"), "amount": Words("合计", "sum")}


def number(numerator: int, denominator: int, unit: str) -> str:
    """Return a value as it is shown: a share in %, money in 元 of fen, a mean with two decimals, else the whole number."""
    if unit == "%":
        return f"{numerator * 100 / denominator:.2f}%" if denominator else "—"
    if denominator != 1 and unit != "元":  # a mean
        return f"{numerator / denominator:,.2f} {unit}" if denominator else "—"
    return f"{numerator / 100:,.2f} {unit}" if unit == "元" else f"{numerator:,} {unit}"


def made_of(r: Reading) -> Words:
    """Return what a value is made of: a share's two numbers, how persons were counted, what was erased."""
    counted = Words(
        f"按标识 {r.tokens:,}，按人数 {r.headcount:,}", f"{r.tokens:,} by token, {r.headcount:,} by headcount"
    )
    both = f"{r.numerator:,} / {r.denominator:,}"
    said = [Words(both, both)] if r.unit == "%" or r.denominator != 1 else []
    said += [counted] if r.counting == "persons" and r.numerator else []
    said += [Words(f"这类记录依令删除 {r.erased} 条", f"erased by order: {r.erased} of this kind")] if r.erased else []
    return Words("；".join(w.zh for w in said), "; ".join(w.en for w in said))


ENGLISH = {"件": " cases", "人": " persons", "元": " yuan"}
"""Units that a number needs beside a figure's English words; those of other things are in these."""


def valued(numerator: int, denominator: int, unit: str) -> Words:
    """Return a value as it is shown in each language."""
    zh = number(numerator, denominator, unit)
    plain, _, _ = zh.partition(" ")
    return Words(zh, plain + ENGLISH.get(unit, ""))

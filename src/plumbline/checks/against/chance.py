"""A change that agrees in number and is within chance: worth a note, as it cannot be told whether anything fell or rose."""

from collections.abc import Iterator

from plumbline.checks.against.asking import Answer
from plumbline.checks.against.book import Book
from plumbline.checks.findings import Finding
from plumbline.checks.numbers import decimal, quantity
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.change import WORDS, Change, bounds, why_not
from plumbline.figures.shapes import Reading

NOTE = Words(
    "数字相符，但这一变化在随机波动范围内{}，尚不能判断升降。",
    "The number agrees, but the change is within chance{}: whether it fell or rose cannot be told.",
)


def judged(now: Reading, before: Reading, book: Book) -> Change | None:
    """Return the change of a figure that chance moves, judged; None for others."""
    return book.judge(now, before) if now.figure.chance and not why_not(now.figure) else None


def chance_note(claim: Claim, answer: Answer, book: Book) -> Iterator[Finding]:
    """Yield a note where a change that a claim has right is within chance."""
    change = judged(answer.reading, answer.before, book) if answer.before and answer.value else None
    if change and change.verdict == "unclear":
        span = bounds(change)
        zh, en = (f"（{span.zh}）", f" ({span.en})") if span.zh else ("", "")
        yield Finding("chance", claim.start, claim.end, Words(NOTE.zh.format(zh), NOTE.en.format(en)))


def moved(now: Reading, before: Reading, change: Change | None) -> Words:
    """Say in a line how a figure moved: both values, by how much, within what, and what may be said of it."""
    values = " → ".join(quantity(decimal(r.value), r.unit) for r in (before, now))
    size = f"{float((now.value - before.value) * 100 / before.value):+.1f}%" if before.value else ""
    span, said = bounds(change), WORDS[change.verdict] if change else Words("", "")
    name = now.figure.phrase()
    zh = "，".join(part for part in (values, size, span.zh, said.zh) if part)
    return Words(f"{name.zh}：{zh}", f"{name.en}: {', '.join(p for p in (values, size, span.en, said.en) if p)}")

"""What the terminal shows: claims as a table, findings as a list that reads like sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from plumbline.checks import KINDS, Finding, Severity
from plumbline.checks.marks import APPROX, DIRECTIONS, RATES
from plumbline.claims import Claim, Kind
from plumbline.cli.language import printable
from plumbline.errors import Words
from plumbline.web.reading.checking import Read

GLYPHS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.NOTE: ("!", "yellow"),
    Severity.UNTOLD: ("?", "cyan"),
    Severity.OK: ("✓", "green"),
}
NAMES = {
    Severity.ERROR: Words("不符", "differ"),
    Severity.NOTE: Words("提示", "to note"),
    Severity.UNTOLD: Words("无法判断", "cannot be told"),
    Severity.OK: Words("相符", "hold"),
}
DIGITS = frozenset("0123456789.,，０１２３４５６７８９")
UNLISTED = ("no_record",)
"""Kinds of finding of which a report against a book has dozens, and which say little one by one."""
WORST = tuple(GLYPHS)
"""The severities as the page ranks them, the gravest first."""
AROUND = 12
"""Characters of text shown to each side of a number."""


class Terminal(Console):
    """Standard output; a reader that closes it early ends the work in peace."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError, as any other writing would."""
        raise BrokenPipeError


def place(text: str, at: int) -> str:
    """Return a place as ``line:column``, both from 1."""
    line = text.count("\n", 0, at) + 1
    return f"{line}:{at - (text.rfind(chr(10), 0, at) + 1) + 1}"


def claims_table(console: Console, read: Read, lang: str) -> None:
    """Print the claims of one document as a table, the numbers kept apart counted below it."""
    claims = [c for c in read.reading.claims if c.kind == "quantity"]
    apart: Counter[Kind] = Counter(c.kind for c in read.reading.claims if c.kind != "quantity")
    heads = Words("位置 数值 所计 主体 期间 性质", "place number counted who period nature").in_(lang).split()
    table = Table(title=escape(printable(read.document.name)), title_justify="left", header_style="bold", expand=False)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head == heads[0])
    for c in claims:
        table.add_row(*(Text(printable(cell)) for cell in _row(read.document.text, c, lang)))
    console.print(table)
    console.print(_apart_line(len(claims), apart, lang), highlight=False)


def _row(text: str, c: Claim, lang: str) -> tuple[str, ...]:
    return place(text, c.start), c.text, c.counted, c.who, c.period, _nature(c, lang)


def _nature(c: Claim, lang: str) -> str:
    words = [RATES[c.rate].in_(lang)] if c.rate in RATES else []
    words += [DIRECTIONS[c.direction].in_(lang)] if c.direction in DIRECTIONS else []
    words += [APPROX[c.approx].in_(lang)] if c.approx != "exact" else []
    words += [Words("目标", "target").in_(lang)] if c.plan else []
    return " ".join(words)


COMMAND = re.compile(r"(?:；查看：|; see )(?=plumbline )")
"""What stands before a command in a line of working: the command gets a line of its own, to be copied."""
APART = {
    "date": Words("日期", "dates"),
    "period": Words("期间", "periods"),
    "name": Words("名称", "names"),
    "ordinal": Words("序数", "ordinals"),
    "rank": Words("名次", "ranks"),
    "fused": Words("数字粘连", "digits run together"),
    "zero": Words("文字表示的零", "noughts in words"),
}


def _apart_line(claims: int, apart: Counter[Kind], lang: str) -> str:
    listed = [f"{APART[kind].in_(lang)} {count}" for kind, count in apart.most_common()]
    if lang == "zh":
        return f"陈述 {claims} 项；另有不作陈述的数字：{'、'.join(listed) or '无'}。"
    return f"{_claims(claims)}; numbers kept apart: {', '.join(listed) or 'none'}."


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"


def findings_list(console: Console, read: Read, findings: Sequence[Finding], lang: str, everything: bool) -> None:
    """Print what was found about one document: what differs first.

    What holds, and what a book has no record of, is only counted unless everything is asked for.
    """
    text = read.document.text
    unlisted = () if everything else UNLISTED
    console.print(Text(printable(read.document.name), style="bold"))
    order = (Severity.ERROR, Severity.NOTE, Severity.UNTOLD, *((Severity.OK,) if everything else ()))
    for severity in order:
        for f in (f for f in findings if f.severity is severity and f.kind not in unlisted):
            _finding(console, text, f, lang)
    for kind in unlisted:
        _counted(console, kind, sum(f.kind == kind for f in findings), lang)
    console.print(summary(findings, _stated(read, findings), lang), highlight=False)
    console.print()


def _stated(read: Read, findings: Sequence[Finding]) -> int:
    """Return how many claims there are: numbers, and words of rank or praise that were answered."""
    apart = {(c.start, c.end) for c in read.reading.claims if c.kind != "rank"}
    worded = {(f.start, f.end) for f in findings} - apart
    return len(worded) + sum(c.kind == "quantity" for c in read.reading.claims)


def _counted(console: Console, kind: str, count: int, lang: str) -> None:
    glyph, style = GLYPHS[KINDS[kind].severity]
    words = Words(f"{count} 项，加 --all 逐条列出", f"{count}; --all lists them")
    if count:
        console.print(Text(f"  {glyph} {KINDS[kind].name.in_(lang)}", style=style), words.in_(lang), highlight=False)


def _finding(console: Console, text: str, f: Finding, lang: str) -> None:
    glyph, style = GLYPHS[f.severity]
    head = Text("  ")
    head.append(f"{glyph} {KINDS[f.kind].name.in_(lang)}", style=style)
    head.append(f"  {place(text, f.start)}  ", style="dim")
    head.append(printable(text[_whole(text, f.start - AROUND, -1) : f.start]), style="dim")
    head.append(printable(text[f.start : f.end]), style="bold underline")
    head.append(printable(text[f.end : _whole(text, f.end + AROUND, 1)]), style="dim")
    console.print(head, soft_wrap=True)
    console.print(Text("    " + printable(f.sentence.in_(lang))), soft_wrap=True)
    for line in (part for said in f.working for part in COMMAND.split(said.in_(lang))):
        console.print(Text("    " + printable(line), style="italic dim"), soft_wrap=True)


def _whole(text: str, at: int, step: int) -> int:
    """Return a place to cut a quotation that does not cut a number, at most a dozen characters further out."""
    for _ in range(AROUND):
        if not 0 < at < len(text) or not (text[at - 1] in DIGITS and text[at] in DIGITS):
            break
        at += step
    return min(max(at, 0), len(text))


def summary(findings: Iterable[Finding], claims: int, lang: str) -> str:
    """Return one line that counts the findings by severity, each number once under its gravest, as the page does."""
    gravest = sorted(findings, key=lambda f: WORST.index(f.severity), reverse=True)
    counts = Counter({(f.start, f.end): f.severity for f in gravest}.values())
    parts = [f"{NAMES[s].in_(lang)} {counts[s]}" for s in Severity]
    return f"  陈述 {claims} 项：{'，'.join(parts)}。" if lang == "zh" else f"  {_claims(claims)}: {', '.join(parts)}."

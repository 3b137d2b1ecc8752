"""Checks inside one report: its own arithmetic, and statements that cannot be as written."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from plumbline.checks.findings import Finding
from plumbline.checks.numbers import amount, shown, squeezed
from plumbline.claims import Claim, Reading, Relation
from plumbline.errors import Words

BROKEN = {"sum": "broken_sum", "part_le": "part_exceeds", "ratio": "differs", "change": "differs", "again": "restated"}


def check(reading: Reading) -> tuple[Finding, ...]:
    """Return all findings about one text, in text order: what holds, what does not, what cannot be told."""
    by_start = {c.start: c for c in reading.claims}
    found = [f for r in reading.relations if (f := _related(r, by_start))]
    found += [*_persons(reading, by_start), *_differences(reading), *_impossible(reading), *_points(reading, found), *_fused(reading), *_headings(reading)]
    return tuple(sorted(found, key=lambda f: (f.start, f.kind)))


def _related(r: Relation, claims: dict[int, Claim]) -> Finding | None:
    if r.type not in BROKEN or r.total is None:
        return None
    total, parts = claims[r.total], [claims[p] for p in r.parts]
    if r.type == "change" and total.unit == "倍" and total.direction == "down":
        return None
    subject = parts[0] if r.type in ("part_le", "again") else total
    others = tuple((c.start, c.end) for c in [total, *parts] if c is not subject)
    if r.type == "change" and _points_meant(total, parts):
        return _points_finding(total, parts[1], others)
    sentence, working = SAYERS[r.type](total, parts, r.holds)
    return Finding(_kind(r, total, parts), subject.start, subject.end, sentence, working, others)


def _kind(r: Relation, total: Claim, parts: list[Claim]) -> str:
    if r.holds is None:
        return "ambiguous"
    if not r.holds:
        return BROKEN[r.type]
    everyone = [total, *parts]
    if any(c.approx != "exact" for c in everyone):
        return "within"
    rounded = r.type in ("ratio", "change") or any(c.step != 1 for c in everyone)
    return "rounds" if rounded else "agrees"


def _sum_words(total: Claim, parts: list[Claim], holds: bool | None) -> tuple[Words, tuple[Words, ...]]:
    left = " + ".join(amount(p) for p in parts)
    values = [p.value for p in parts]
    exact = sum((v for v in values if isinstance(v, Decimal)), Decimal(0))
    line = f"{left} = {shown(exact)}{total.unit}"
    if holds:
        return Words(f"分项合计等于所称{amount(total)}。", f"The parts add up to the stated {amount(total)}."), (Words(line, line),)
    zh = f"分项合计应为{shown(exact)}{total.unit}，文中总数为{squeezed(total.text)}。"
    en = f"The parts add up to {shown(exact)}{total.unit}, but the total is stated as {squeezed(total.text)}."
    return Words(zh, en), (Words(line, line), _against(exact, total))


def _against(expected: Decimal, stated: Claim) -> Words:
    if not isinstance(stated.value, Decimal):
        return Words(f"所称 {squeezed(stated.text)}", f"stated {squeezed(stated.text)}")
    gap = shown(abs(expected - stated.value))
    return Words(f"与所称 {amount(stated)} 相差 {gap}{stated.unit}", f"off the stated {amount(stated)} by {gap}{stated.unit}")


def _part_words(total: Claim, parts: list[Claim], holds: bool | None) -> tuple[Words, tuple[Words, ...]]:
    part = parts[0]
    sign = "≤" if holds else ">"
    line = f"{amount(part)} {sign} {amount(total)}"
    if holds:
        return Words(f"其中的{amount(part)}不超过总数{amount(total)}。", f"The part {amount(part)} is within {amount(total)}."), (Words(line, line),)
    zh = f"“其中”的{squeezed(part.text)}应不大于总数{squeezed(total.text)}。"
    en = f"The part {squeezed(part.text)} should not exceed the whole {squeezed(total.text)}."
    return Words(zh, en), (Words(line, line),)


def _share_words(total: Claim, parts: list[Claim], holds: bool | None) -> tuple[Words, tuple[Words, ...]]:
    numerator, denominator = parts
    a, b = _middle(numerator), _middle(denominator)
    if not b:
        return _untold()
    scale = {"%": 100, "‰": 1000}.get(total.unit, 1)
    expected = shown(a / b * scale, _places(total) + (0 if holds else 1)) + (total.unit if scale > 1 else "")
    line = f"{amount(numerator)} ÷ {amount(denominator)} = {expected}"
    return _compared(total, expected, holds), (Words(line, line),)


def _change_words(total: Claim, parts: list[Claim], holds: bool | None) -> tuple[Words, tuple[Words, ...]]:
    before, after = parts
    a, b = _middle(before), _middle(after)
    if not a:
        return _untold()
    extra = 0 if holds else 1
    if total.unit == "%" or (total.unit == "倍" and total.direction == "up" and total.rate != "multiple"):
        expected = shown((b - a) / a * 100, _places(total) + extra) + "%"
        line = f"({amount(after)} − {amount(before)}) ÷ {amount(before)} = {expected}"
    elif total.unit == "倍":
        expected = shown(b / a, _places(total) + extra) + "倍"
        line = f"{amount(after)} ÷ {amount(before)} = {expected}"
        if total.direction == "up" and "翻" not in total.text:
            more = shown((b - a) / a, _places(total) + extra) + "倍"
            line, expected = f"({amount(after)} − {amount(before)}) ÷ {amount(before)} = {more}", more
    else:
        expected = shown(abs(b - a)) + total.unit
        line = f"{amount(after)} − {amount(before)} = {shown(b - a)}{total.unit}"
    return _compared(total, expected, holds), (Words(line, line),)


def _again_words(total: Claim, parts: list[Claim], holds: bool | None) -> tuple[Words, tuple[Words, ...]]:
    again = parts[0]
    what = total.counted
    line = Words(f"前文：{what} {amount(total)}", f"before: {what} {amount(total)}"), Words(f"此处：{what} {amount(again)}", f"here: {what} {amount(again)}")
    if holds:
        return Words("与前文所述一致。", "As stated before."), line
    return Words(f"“{what}”前文为{squeezed(total.text)}，此处为{squeezed(again.text)}。", f"“{what}” was {squeezed(total.text)} before and is {squeezed(again.text)} here."), line


SAYERS: dict[str, Callable[[Claim, list[Claim], bool | None], tuple[Words, tuple[Words, ...]]]] = {
    "sum": _sum_words,
    "part_le": _part_words,
    "ratio": _share_words,
    "change": _change_words,
    "again": _again_words,
}


def _compared(total: Claim, expected: str, holds: bool | None) -> Words:
    stated = squeezed(total.text)
    if holds:
        return Words(f"重算为{expected}，与所称{stated}相符。", f"Recomputed as {expected}, as stated ({stated}).")
    if holds is None:
        return Words("所给数据不足以重算。", "What is given does not allow it to be recomputed.")
    return Words(f"按所给两数重算应为{expected}，文中为{stated}。", f"Recomputed from the two numbers it is {expected}, but {stated} is stated.")


def _untold() -> tuple[Words, tuple[Words, ...]]:
    return Words("基数为零，无法重算。", "The base is zero, so nothing can be recomputed."), ()


def _middle(claim: Claim) -> Decimal:
    if isinstance(claim.value, tuple):
        return (claim.value[0] + claim.value[1]) / 2
    return claim.value or Decimal(0)


def _places(claim: Claim) -> int:
    exponent = claim.step.normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _persons(reading: Reading, claims: dict[int, Claim]) -> Iterator[Finding]:
    """受理X件Y人，办结A件B人: where the cases are parts, the persons beside them are too."""
    beside = {r.parts[0]: r.parts[1] for r in reading.relations if r.type == "stack"}
    for r in reading.relations:
        if r.type not in ("sum", "part_le") or r.total not in beside:
            continue
        whole = claims[beside[r.total]]
        for part in (claims[beside[p]] for p in r.parts if p in beside):
            if part.unit == whole.unit and _middle(part) > _middle(whole) and part.approx == whole.approx == "exact":
                sentence, working = _part_words(whole, [part], False)
                yield Finding("part_exceeds", part.start, part.end, sentence, working, ((whole.start, whole.end),))


def _differences(reading: Reading) -> Iterator[Finding]:
    """今年N件，比上年减少D件、下降P%: the base is N plus or minus D."""
    numbers = [c for c in reading.claims if c.kind == "quantity"]
    changed = {r.total for r in reading.relations if r.type == "change"}
    for now, gap, share in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if share.start in changed or gap.start in changed or not _moves(now, gap, share, reading.text):
            continue
        before = _middle(now) - _middle(gap) * (1 if gap.direction == "up" else -1)
        if before <= 0:
            continue
        expected = _middle(gap) / before * 100
        line = f"{amount(gap)} ÷ {shown(before)}{now.unit} = {shown(expected, _places(share) + 1)}%"
        holds = abs(expected - _middle(share)) <= share.step
        related = (now.start, now.end), (gap.start, gap.end)
        yield Finding("rounds" if holds else "differs", share.start, share.end, _compared(share, shown(expected, _places(share) + 1) + "%", holds), (Words(line, line),), related)


def _moves(now: Claim, gap: Claim, share: Claim, text: str) -> bool:
    same = now.unit == gap.unit and share.unit == "%" and gap.direction == share.direction != "none" and now.direction == "none"
    plain = all(isinstance(c.value, Decimal) and c.approx == "exact" for c in (now, gap, share))
    between = text[now.end : share.start]
    named = re.search(r"比上年|比去年|较上年|较去年|同比", between)
    return same and plain and bool(named) and now.counted == gap.counted and not re.search(r"[。；;\n]|其中|分别", between) and len(between) < 40


def _impossible(reading: Reading) -> Iterator[Finding]:
    """下降n倍: a quantity cannot fall by more than itself."""
    for c in reading.claims:
        if c.kind == "quantity" and c.unit == "倍" and c.direction == "down":
            zh = f"“下降{squeezed(c.text)}”不成立：数量最多下降100%，应以百分比、成或几分之几表述。"
            en = f"Nothing can fall by {squeezed(c.text)}: a quantity falls by 100% at most; state it in %, tenths or a fraction."
            yield Finding("impossible", c.start, c.end, Words(zh, en))
        elif c.kind == "quantity" and c.unit == "%" and c.direction == "down" and isinstance(c.value, Decimal) and c.value > 100:
            zh, en = f"下降{squeezed(c.text)}不成立：数量最多下降100%。", f"Nothing can fall by {squeezed(c.text)}: a quantity falls by 100% at most."
            yield Finding("impossible", c.start, c.end, Words(zh, en))


RATE_NAME = re.compile(r"(?:率|比重|占比|比例)$")
GROWTH_NAME = re.compile(r"(?:增长|发生|死亡|费|利|汇|税|效|功|频|速|概|发案|万人|万车|伤亡|回报|收益)率$")


def _points(reading: Reading, found: list[Finding]) -> Iterator[Finding]:
    """A rate stated in % and right after it its change in %: percentage points are meant."""
    settled = {f.start for f in found if f.kind in ("agrees", "rounds", "within", "points")}
    numbers = [c for c in reading.claims if c.kind == "quantity"]
    for level, change in zip(numbers, numbers[1:], strict=False):
        if change.start in settled or change.unit != "%" or change.direction == "none" or change.rate not in ("yoy", "change"):
            continue
        if level.unit != "%" or level.rate != "share" or not _same_rate(level, change, reading.text):
            continue
        yield _points_finding(change, level, ((level.start, level.end),))


def _points_meant(total: Claim, parts: list[Claim]) -> bool:
    """Say whether a change written in % is the plain difference of two percentages."""
    if any(c.unit != "%" or not isinstance(c.value, Decimal) for c in [total, *parts]):
        return False
    before, after = _middle(parts[0]), _middle(parts[1])
    return abs(abs(after - before) - _middle(total)) < total.step and abs(abs(after - before) / (before or 1) * 100 - _middle(total)) > total.step


def _points_finding(change: Claim, level: Claim, others: tuple[tuple[int, int], ...]) -> Finding:
    verb = "下降" if change.direction == "down" else "上升"
    zh = f"“{change.counted}”是比率，其{verb}应以百分点计，文中写作{squeezed(change.text)}。"
    en = f"“{change.counted}” is a rate; its change is in percentage points, but {squeezed(change.text)} is written."
    return Finding("points", change.start, change.end, Words(zh, en), related=others)


def _same_rate(level: Claim, change: Claim, text: str) -> bool:
    if not RATE_NAME.search(change.counted) or GROWTH_NAME.search(change.counted):
        return False
    return level.counted == change.counted and not re.search(r"[。；;\n]", text[level.end : change.start])


def _fused(reading: Reading) -> Iterator[Finding]:
    for c in reading.claims:
        if c.kind == "fused":
            zh = f"“{squeezed(c.text)[:40]}”位数过多，疑有漏字使两个数连在一起，未予解读。"
            en = f"“{squeezed(c.text)[:40]}” has too many digits: a word may be missing between two numbers; it was not read."
            yield Finding("fused", c.start, c.end, Words(zh, en))


ANNOUNCED = re.compile(r"(?P<n>[一二两三四五六七八九十]|[0-9]{1,2})\s*个\s*(?P<word>[\u4e00-\u9fff]{2})")
NUMERALS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def _headings(reading: Reading) -> Iterator[Finding]:
    """八个聚焦 announced: as many headings should begin with the word."""
    lines = [line.strip() for line in reading.text.split("\n")]
    heads = [line for line in lines if 3 < len(line) <= 45 and not re.search(r"[。；]$", line)]
    for c in reading.claims:
        m = ANNOUNCED.search(c.text) if c.kind == "name" else None
        m = m or (ANNOUNCED.match(reading.text, c.start) if c.kind == "name" else None)
        if not m:
            continue
        n, word = int(NUMERALS.get(m["n"], 0) or m["n"]), m["word"]
        count = sum(1 for h in heads if re.match(rf"(?:[（(]?[一二三四五六七八九十]+[）)、]?|[0-9]+[.、])?\s*{word}", h))
        if 2 <= count != n:
            zh, en = f"文中称“{n}个{word}”，以“{word}”开头的标题有{count}个。", f"“{n}个{word}” is announced; {count} headings begin with “{word}”."
            yield Finding("headings", c.start, c.end, Words(zh, en))

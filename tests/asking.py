"""What tests ask of a reading: the claim at a piece of the text, the numbers of a kind, what a check found."""

from plumbline.checks import Finding, Report, Severity, check, check_series
from plumbline.claims import Claim, as_data, read


def claim(text: str, piece: str) -> Claim:
    """The one number of the text that is printed as ``piece``."""
    found = [c for c in read(text).claims if c.text == piece]
    assert len(found) == 1, (piece, [c.text for c in read(text).claims])
    return found[0]


def field(text: str, piece: str, name: str) -> object:
    """One field of the number printed as ``piece``, as plain data."""
    return next(c for c in as_data(read(text))["claims"] if c["text"] == piece)[name]


def each(text: str, name: str) -> list[object]:
    """One field of each quantity of the text, in order, as plain data."""
    return [c[name] for c in as_data(read(text))["claims"] if c["kind"] == "quantity"]


def kinds(text: str) -> dict[str, str]:
    """Each number of the text with its kind."""
    return {c.text: c.kind for c in read(text).claims}


def relations(text: str) -> list[tuple[str, str | None, tuple[str, ...], bool | None]]:
    """The relations of the text, their numbers as printed."""
    reading = read(text)
    words = {c.start: c.text for c in reading.claims}
    return [(r.type, words.get(r.total), tuple(words[p] for p in r.parts), r.holds) for r in reading.relations]


def found(text: str) -> list[tuple[str, str]]:
    """What a check finds inside the text: each finding's kind and the number it is about."""
    return [(f.kind, text[f.start : f.end]) for f in check(read(text))]


def over_years(*texts: str) -> list[Finding]:
    """What the last text shows when it is held against those before it."""
    reports = [Report(f"{i}.txt", read(text)) for i, text in enumerate(texts, 1)]
    return list(check_series(reports)[-1])


def errors(findings: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    """The findings that accuse."""
    return [f for f in findings if f.severity is Severity.ERROR]

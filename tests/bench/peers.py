"""Three other ways of finding numbers in Chinese text, each giving what the scores want.

    python -m bench.peers digits|jieba|recognizers FILE

prints ``{"claims": [...], "relations": []}``. Their packages are in the optional group ``bench``, nowhere else.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Fields = dict[str, Any]

MEASURES = (
    "个百分点|百分点|平方公里|平方米|立方米|公里|人次|批次|件次|户次|辆次|场次|万元|亿元|元|美元|件|起|宗|案|人|名|位|个|次|"
    "项|条|户|家|部|套|处|所|台|辆|张|份|场|期|支|本|幅|栋|亩|吨|公斤|千克|克|米|倍|成|天|年|小时|分钟|岁|组|批|座|枚|册|篇|对|头|只"
)
CHINESE = "零〇一二两三四五六七八九十百千万亿余多"
MEASURE_WORDS = frozenset([*MEASURES.split("|"), "%", "％"])
DIGITS = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
BEFORE = {"近": "near", "将近": "near", "约": "about", "超过": "over", "超": "over", "逾": "over", "不足": "under"}
AFTER = {"余": "over", "多": "over", "以上": "over", "左右": "about", "上下": "about"}
NUMBER = re.compile(
    rf"""(?<![0-9０-９A-Za-z第.．/\-])
    (?:(?P<before>将近|超过|不足|近|约|超|逾)\s?)?
    (?P<low>{DIGITS})(?:\s?[-—–~～至到]+\s?(?P<high>{DIGITS}))?\s?
    (?P<over>[余多])?\s?(?P<scale>万亿|亿|万|千|百)?(?P<over2>[余多])?\s?
    (?P<unit>[%％]|{MEASURES})?(?P<after>以上|左右|上下)?
    (?![0-9０-９A-Za-z])""",
    re.VERBOSE,
)
IN_WORDS = re.compile(
    r"百分之(?P<percent>[零〇一二三四五六七八九十百点两]+)|(?P<tenths>[一二三四五六七八九])成(?![为立效果功员就交])"
)
CALENDAR = re.compile(r"\s?(?:[-—至]\s?\d+\s?)?(?:[年月日时号届点]|分[^之])")
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
UNITS = {"名": "人", "位": "人", "万元": "元", "亿元": "元", "％": "%"}


def mention(text: str, start: int, end: int, value: float | list[float] | None, **fields: str) -> Fields:
    """One number found, in the form that the scores want."""
    blank = {"unit": "", "approx": "exact", "rate": "none", "direction": "none", "counted": "", "who": "", "period": ""}
    return {"start": start, "end": end, "text": text[start:end], "value": value, **blank, "kind": "quantity", **fields}


def amount(written: str) -> float | None:
    """The value of a number, by cn2an; None where it reads none."""
    import cn2an

    plain = re.sub(r"[\s,余多]", "", unicodedata.normalize("NFKC", written))
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return None


def digits(text: str) -> Iterator[Fields]:
    """A careful regular expression for digits, with measure words and approximators; values by cn2an."""
    for found in sorted([*NUMBER.finditer(text), *IN_WORDS.finditer(text)], key=re.Match.start):
        if found.re is IN_WORDS:
            percent = found["percent"]
            value = amount(percent) if percent else amount(found["tenths"])
            if value is not None:
                yield mention(text, found.start(), found.end(), value if percent else value * 10, unit="%")
        elif not _is_calendar(text, found):
            yield _quantity(text, found)


def _is_calendar(text: str, found: re.Match[str]) -> bool:
    """Dates and years: 2020年, 3月5日, 第5; a number of years keeps its two digits at most (连续5年)."""
    year = re.fullmatch(r"[12][0-9]{3}", found["low"]) and found["unit"] in ("年", None) and not found["scale"]
    return bool(year or (found["unit"] is None and CALENDAR.match(text, found.end())))


def _quantity(text: str, found: re.Match[str]) -> Fields:
    scale = SCALES[found["scale"] or ""]
    unit = found["unit"] or ""
    if unit in ("万元", "亿元"):
        scale *= SCALES[unit[0]]
    low, high = amount(found["low"]), amount(found["high"]) if found["high"] else None
    ends = [x * scale for x in (low, high) if x is not None]
    approx = BEFORE.get(found["before"] or "") or AFTER.get(found["over"] or found["over2"] or found["after"] or "")
    return mention(
        text,
        found.start(),
        found.start() + len(found[0].rstrip()),
        ends if high is not None else ends[0] if ends else None,
        unit=UNITS.get(unit, unit),
        approx="range" if high is not None else approx or "exact",
    )


def jieba(text: str) -> Iterator[Fields]:
    """Runs of words that jieba tags as numerals (m), and a measure word after them; values by cn2an."""
    import jieba.posseg

    jieba.setLogLevel("WARNING")
    at = start = end = 0
    open_, closed = False, False
    for word, tag in [*jieba.posseg.cut(text), ("", "end")]:
        measure = tag in ("q", "mq") or word in MEASURE_WORDS
        if open_ and (closed or not (tag == "m" or measure or word == " ")):
            yield _tagged(text, start, end)
            open_ = closed = False
        if tag == "m" or (open_ and measure):
            start, end, closed = start if open_ else at, at + len(word), measure
            open_ = True
        at += len(word)


def _tagged(text: str, start: int, end: int) -> Fields:
    """A run of words as number and unit: jieba leaves 万件 in one word."""
    written = text[start:end]
    unit = re.sub(rf"^[\s0-9０-９.．,，{CHINESE}]*", "", written)
    number = written.removesuffix(unit)
    return mention(text, start, end, amount(number), unit=UNITS.get(unit, unit))


def recognizers(text: str) -> Iterator[Fields]:
    """Recognizers-Text: numbers, percentages, ages, currencies, dimensions; of overlapping ones the longest."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        import recognizers_number as number
        import recognizers_number_with_unit as with_unit

    units = {"Chinese yuan": "元", "Year": "岁", "Kilometer": "公里", "Meter": "米", "Square meter": "平方米"}
    recognize = [
        number.recognize_number,
        number.recognize_percentage,
        with_unit.recognize_age,
        with_unit.recognize_currency,
        with_unit.recognize_dimension,
    ]
    found = [result for each in recognize for result in each(text, number.Culture.Chinese)]
    end = 0
    for result in sorted(found, key=lambda r: (r.start, -r.end)):
        if result.start >= end and result.resolution:
            end = result.end + 1
            said = str(result.resolution.get("value") or "")
            unit = "%" if said.endswith("%") else str(result.resolution.get("unit") or "")
            yield mention(text, result.start, end, amount(said.rstrip("%")), unit=units.get(unit, unit))


class Peer(NamedTuple):
    """A peer: what it is called in a table, how it reads, the packages whose versions are told."""

    title: str
    read: Callable[[str], Iterator[Fields]]
    packages: tuple[str, ...]


PEERS = {
    "digits": Peer("digit regex + cn2an", digits, ("cn2an",)),
    "jieba": Peer("jieba m/q tags", jieba, ("jieba", "cn2an")),
    "recognizers": Peer(
        "Recognizers-Text", recognizers, ("recognizers-text-number", "recognizers-text-number-with-unit")
    ),
}


def reading(name: str, text: str) -> Fields:
    """What the named peer reads in a text; ImportError where its packages are not installed."""
    return {"claims": list(PEERS[name].read(text)), "relations": []}


def main() -> None:
    """Print what a peer reads in a file."""
    if len(sys.argv) != 3 or sys.argv[1] not in PEERS:
        sys.exit(f"usage: python -m bench.peers {'|'.join(PEERS)} FILE")
    print(json.dumps(reading(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")), ensure_ascii=False))


if __name__ == "__main__":
    main()

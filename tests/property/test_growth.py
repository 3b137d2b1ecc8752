"""Work grows with the length of a text and no faster, whatever the text is made of.

Each compiled pattern of the reading is fed texts made of its own characters and of the genre's; reading as a whole is fed the
same. Only ratios are looked at, never a time: fourfold length may cost fourfold work, and quadratic growth would cost
sixteenfold. Where a ratio is too high it is measured again, as another process may have been in the way.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import cache

import pytest

import plumbline.claims
from plumbline.claims import read

SHORT, LONG = 1000, 4000
LINEAR, MOST = LONG // SHORT, 9
"""The ratio of a linear pattern, and the highest that is let pass: well above noise, well below the 16 of a quadratic one."""
NOTHING = 0.002
"""Seconds of processor time below which a ratio is all noise, and in which a quadratic pattern would not be done."""
TRIES = 4

PIECES = (
    *"1 一 1, 1,234 1. 1- 1至 1: 1/ 1件 1年 1月1日 一、 十 百万 数十 近1 1余 百分之 一分之 每万人".split(),
    *'第 第1 ( [1] “ " ， 。 、 的 又 其中 分别 同比增长 比上年 共 受理 法院 全市 翻 半 零 ￥ + A A1 http:// 电话'.split(),
    *(" ", " 1", "\n", "\n1.", "\u202e", "\ud800"),
)

ON_ONE_CLAUSE = {"CHANGE", "LIST_HEAD", "ROSE", "RUN", "TOTAL"}
"""Patterns put to one clause (at most drafts.REACH characters) or matched right after a number: matched once here."""


def compiled(thing: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The patterns in an attribute of a module: itself, or inside dicts, sequences and objects that hold some."""
    if isinstance(thing, re.Pattern):
        yield thing
    elif depth and isinstance(thing, dict):
        for each in thing.values():
            yield from compiled(each, depth - 1)
    elif depth and isinstance(thing, list | tuple | set | frozenset):
        for each in thing:
            yield from compiled(each, depth - 1)
    elif depth and type(thing).__module__.startswith("plumbline."):
        yield from compiled(getattr(thing, "__dict__", {}), depth - 1)


SEEN: set[re.Pattern[str]] = set()


@cache
def patterns(module: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of a module that none before it has, by the name of the attribute that holds them."""
    found = {}
    for name, thing in vars(importlib.import_module(module)).items():
        fresh = tuple(dict.fromkeys(p for p in compiled(thing) if p not in SEEN))
        if fresh:
            found[name] = fresh
            SEEN.update(fresh)
    return found


MODULES = [m.name for m in pkgutil.walk_packages(plumbline.claims.__path__, "plumbline.claims.") if patterns(m.name)]


def made_of(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """What to feed a pattern: the genre's pieces, and up to ten of the characters it is made of."""
    own = [c for c in dict.fromkeys(pattern.pattern) if ord(c) > 127]
    return [*PIECES, *own[:: max(1, len(own) // 10)][:10]]


def cost(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def too_fast(work: Callable[[str], object], piece: str) -> float:
    """The ratio of work where fourfold length costs far more than fourfold, else 0."""
    ratio = 0.0
    for _ in range(TRIES):
        long = cost(work, made_of(piece, LONG))
        if long < NOTHING:
            return 0.0
        ratio = long / max(min(cost(work, made_of(piece, SHORT)) for _ in range(3)), NOTHING / 100)
        if ratio <= MOST:
            return 0.0
    return ratio


def search_all(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("module", MODULES)
def test_no_pattern_of_the_reading_grows_faster_than_its_text(module: str) -> None:
    grown = [
        (name, pattern.pattern[:60], piece, ratio)
        for name, held in patterns(module).items()
        for pattern in held
        for piece in pieces(pattern)
        if (ratio := too_fast(pattern.match if name in ON_ONE_CLAUSE else search_all(pattern), piece))
    ]
    assert not grown, f"bound the repeats of these, or make them possessive: {grown}"


def test_every_module_with_patterns_is_walked() -> None:
    last = {name.rpartition(".")[2] for name in MODULES}
    assert {"amounts", "apart", "bare", "classes", "forms", "plain", "single", "sorting", "units"} <= last
    assert sum(len(held) for module in MODULES for held in patterns(module).values()) > 200


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_reading_grows_with_its_text(piece: str) -> None:
    assert not too_fast(read, piece)


@pytest.mark.parametrize(
    ("head", "tail"), [("一", "年来"), ("1", "年来"), ("十", "分之"), ("9", "件"), ("1,", "234件"), ("(", ")")]
)
def test_a_long_run_before_a_number_kept_apart_is_read_once(head: str, tail: str) -> None:
    assert not too_fast(lambda text: read(text + tail), head)


def test_the_measure_tells_quadratic_growth_from_linear() -> None:
    assert too_fast(search_all(re.compile("一*二")), "一") > MOST
    assert not too_fast(search_all(re.compile("一{0,40}二")), "一")

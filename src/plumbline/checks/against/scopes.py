"""Which class of case a claim names: a scope of the catalogue, none, or one that the catalogue does not know."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plumbline.checks.against.words import NOISE

TAGS = re.compile(r"(?:涉[\u4e00-\u9fff])+")
NO_TAG = re.compile(r"涉(?=[案嫌及诉法企外众])")
SHORT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"涉黑恶(?:势力)?(?:犯罪)?"), "涉黑涉恶"),
    (re.compile(r"黑恶势力(?:犯罪)?(?=案|刑事|嫌疑人)|黑恶(?:犯罪)?(?=案|刑事|嫌疑人)"), "涉黑涉恶"),
    (re.compile(r"(?:破坏)?环境(?:和|与|及)?资源(?:保护)?"), "环境资源"),
)
"""Shorter or longer names of scopes."""
CASES = re.compile("(?:(?:涉[\u4e00-\u9fff])+|环境资源)(?:犯罪|刑事|违法)*(?:案|嫌疑|被告|资|财|\0案)")
"""A scope that says which cases; the zero stands for the 涉 of 涉案."""
CRIME = re.compile(
    "刑事|犯罪|嫌疑人|被告人|起诉|公诉|逮捕|批捕|拘留|羁押|在押|破获|破案|侦查|在侦|抓获|打掉|黑恶|查扣|查控|冻结|涉案"
)
"""Words by which a claim that names no class of case still says that it counts criminal ones."""


class Named(NamedTuple):
    """The scope in some words ("" for none), the words without it, whether the catalogue knows the scope."""

    scope: str
    rest: str
    known: bool = True


def named(words: str, scopes: Mapping[str, frozenset[str]]) -> Named:
    """Find the scope that ``words`` name; tags in any order are one scope, one tag more is another."""
    words = NOISE.sub("", words)
    for pattern, full in SHORT:
        words = pattern.sub(full, words)
    whole = next((s for s in sorted(scopes, key=len, reverse=True) if s in words and not TAGS.search(s)), "")
    if whole:
        return Named(whole, words.replace(whole, "", 1))
    return _tagged(words, scopes)


def _tagged(words: str, scopes: Mapping[str, frozenset[str]]) -> Named:
    found = TAGS.search(NO_TAG.sub("\0", words))
    if not found:
        return Named("", words)
    tags = frozenset(re.findall(r"涉.", found.group()))
    same = next((s for s, of in scopes.items() if of == tags), None)
    rest = words[: found.start()] + words[found.end() :]
    return Named(found.group() if same is None else same, rest, same is not None)


def of_cases(words: str, scopes: Mapping[str, frozenset[str]]) -> str:
    """Return the scope that words name as a class of cases, persons in them or property: not 涉恶 in 涉恶犯罪集团."""
    words = NOISE.sub("", words)
    for pattern, full in SHORT:
        words = pattern.sub(full, words)
    found = [m for m in CASES.finditer(NO_TAG.sub("\0", words)) if named(m.group(), scopes).known]
    return named(found[-1].group(), scopes).scope if found else ""

"""Scopes: which cases a figure speaks of.

A case carries tags; a named scope is a set of tags, so that words which differ by one tag (涉黑涉恶, 涉黑涉恶涉霸涉伞) are
different scopes.
"""

import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from plumbline.errors import Words

TAGS: dict[str, Words] = {
    "涉黑": Words("涉黑", "mafia-type organisation"),
    "涉恶": Words("涉恶", "evil force"),
    "涉霸": Words("涉霸", "village bully"),
    "涉伞": Words("涉伞", "protective umbrella"),
    "环境资源": Words("环境资源", "environment and resources"),
}
"""Every tag a case may carry. None describes a person."""


class ScopeName(NamedTuple):
    """A scope as reports name it: a case is in it if it carries any of ``tags``."""

    zh: str
    en: str
    tags: frozenset[str]


SCOPES: dict[str, ScopeName] = {
    s.zh: s
    for s in (
        ScopeName("涉黑", "mafia-type", frozenset({"涉黑"})),
        ScopeName("涉恶", "evil-force", frozenset({"涉恶"})),
        ScopeName("涉黑涉恶", "organised-crime (mafia-type, evil-force)", frozenset({"涉黑", "涉恶"})),
        ScopeName(
            "涉黑涉恶涉霸涉伞",
            "organised-crime (mafia-type, evil-force, village-bully, umbrella)",
            frozenset({"涉黑", "涉恶", "涉霸", "涉伞"}),
        ),
        ScopeName("涉伞", "umbrella", frozenset({"涉伞"})),
        ScopeName("环境资源", "environment-and-resources", frozenset({"环境资源"})),
    )
}


def scope_named(zh: str) -> ScopeName | None:
    """Return the scope that ``zh`` names; None for a name that is none."""
    return SCOPES.get(zh)


def _joined(value: object) -> object:
    """Write tags in one form: in the order of ``TAGS``, a bar before, between and after (|涉黑|涉恶|); "" for none."""
    parts = re.split(r"[|;；,，、\s]+", value.strip()) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple | set | frozenset):
        return value
    tags = {str(p) for p in parts if p}
    if unknown := sorted(tags - TAGS.keys()):
        known = {"unknown": "、".join(unknown), "known": "、".join(TAGS)}
        raise PydanticCustomError("scope", "no such tag: {unknown}; known are {known}", known)
    return "".join(["|", *(f"{t}|" for t in TAGS if t in tags)]) if tags else ""


Scope = Annotated[str, BeforeValidator(_joined)]
"""A case's tags, written ``|涉黑|涉恶|``: a case has a tag if the text holds it between bars."""

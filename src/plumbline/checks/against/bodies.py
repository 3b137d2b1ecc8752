"""Whose work a claim speaks of: a figure's bodies all together, one of them, or somebody else."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Figure

WIDER = re.compile(r"^(?:全国|全省|全自治区|省(?!.{0,6}市)|各省|国家|最高|地方各级)")
ALL = re.compile(
    r"^(?:全市|我市|本市|全县|全区|全州|市|县|区|州|各级|两级|各|基层|人民|政法|司法|办案|系统|单位|部门|机关)*$"
)
BEFORE_ALL = re.compile(r"^(?:全市|我市|本市|全县|全区|全州|各级|两级|各|基层|人民)*$")
"""What may stand before 法院 where all courts are meant; 市法院 is one of them."""
ASIDE = re.compile("^扫黑除恶(?:专项斗争)?(?:开展)?(?:以来|中|期间)")
OWN = re.compile(r"^(?:我院|本院|我局|本局|全院|全局)")
TOGETHER = re.compile("[、和与及]|监督|督促|协助|配合|会同")

TITLE = 40
"""Characters of a title."""


class Whose(NamedTuple):
    """Whether a figure speaks of a claim's body, and which of its bodies may be meant ("" all of them), the likeliest first.

    ``why`` says why it does not, where there is more to say than that the body is another.
    """

    fits: bool
    bodies: tuple[str, ...] = ("",)
    why: Words | None = None


def whose(who: str, figure: Figure, names: Sequence[str], home: str = "") -> Whose:
    """Return how a figure whose records come from the bodies ``names`` meets the body that a claim names ("" for none).

    ``home`` is the body whose report it is, where its title says so: meant by 我院, and perhaps where none is named.
    """
    who = ASIDE.sub("", "".join(who.split()))
    if WIDER.match(who):
        return Whose(False, why=Words(f"“{who}”不限于账内的单位", f"“{who}” reaches beyond the bodies of this book"))
    if home in names and (OWN.match(who) or not who):
        return Whose(True, (home,) if who else (home, ""))
    if ALL.match(who) and not _speaks_of(who, figure):
        return Whose(True)
    if OWN.match(who) or TOGETHER.search(who) or not _speaks_of(who, figure):
        return Whose(False)
    if any(who.endswith(word) and _of_all(who.removesuffix(word), names) for word in figure.body):
        return Whose(True)
    return _one(who, names)


def _speaks_of(who: str, figure: Figure) -> bool:
    return any(word in who for word in figure.body)


def _of_all(place: str, names: Sequence[str]) -> bool:
    """Say whether words before 法院 mean all of a book's: 全市两级, or the place that all its bodies are of."""
    return bool(BEFORE_ALL.match(place)) or (bool(names) and all(n.startswith((place, f"{place}市")) for n in names))


def _one(who: str, names: Sequence[str]) -> Whose:
    """Find the one body that a shorter name means: 城关区法院 is 兰州市城关区人民法院."""
    short = full(who)
    found = [name for name in names if full(name).endswith(short)]
    if len(found) == 1:
        return Whose(True, (found[0],))
    if found:
        return Whose(False, why=Words(f"“{who}”可指多个单位", f"“{who}” may be any of several bodies"))
    return Whose(False, why=Words(f"账内没有“{who}”的记录", f"the book has no records of “{who}”"))


def home_of(text: str, names: Iterable[str]) -> str:
    """Return the one body of a book whose name opens a report's first line (城关区人民法院工作报告), "" where none does."""
    title = full("".join(text.lstrip().partition("\n")[0][:TITLE].split()))
    found = {name for name in names if title.startswith(full(name))}
    return found.pop() if len(found) == 1 else ""


def full(name: str) -> str:
    """Return a body's name in its shortest usual form."""
    name = re.sub("中级人民法院|中级法院|中院", "中院", name)
    return name.replace("人民法院", "法院").replace("人民检察院", "检察院")

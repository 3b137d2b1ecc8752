"""Whose work a claim speaks of: a figure's bodies all together, one of them, or somebody else."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plumbline.checks.against import saying
from plumbline.errors import Words
from plumbline.figures.shapes import Figure

WIDER = re.compile(
    r"^(?:全国|全省|全自治区|省(?!.{0,6}市)|各省|国家|最高|地方各级|高院|我省|本省|(?:公安|司法)部(?!门))"
)
ALL = re.compile(
    r"^(?:全市|我市|本市|全县|全区|全州|市|县|区|州|各级|两级|各|基层|人民|政法|司法|办案|系统|单位|部门|机关)*$"
)
BEFORE_ALL = re.compile(r"^(?:全市|我市|本市|全县|全区|全州|各级|两级|各|基层|人民)*$")
"""What may stand before 法院 where all courts are meant; 市法院 is one of them."""
ASIDE = re.compile("^扫黑除恶(?:专项斗争)?(?:开展)?(?:以来|中|期间)")
OWN = re.compile(r"^(?:我院|本院|我局|本局|全院|全局)")
TOGETHER = re.compile("[、和与及]|监督|督促|协助|配合|会同")

OF_CITY = re.compile("^(?:全市|我市|本市)")
OF_COUNTY = re.compile("^(?:全区|全县|我区|我县|本区|本县)")
CITY = re.compile("^[^区县旗]*市[^区县旗分]*$")
"""A city's own body: 兰州市公安局, not its 分局."""
PARTS = {
    "公安部门": "公安机关",
    "检察部门": "检察机关",
    "审判部门": "审判机关",
    "中院": "中级法院",
    "法院系统": "法院",
} | {f"{of}系统": f"{of}机关" for of in ("检察", "公安", "审判")}
"""Other words for bodies of a kind."""

TITLE = 40
"""Characters of a title."""


class Whose(NamedTuple):
    """Whether a figure speaks of a claim's body, and which of its bodies may be meant ("" all of them), the likeliest first.

    ``why`` says why it does not, where there is more to say than that the body is another.
    """

    fits: bool
    bodies: tuple[str, ...] = ("",)
    why: Words | None = None


def whose(who: str, figure: Figure, names: Sequence[str], home: str = "", *, city: bool = True) -> Whose:
    """Return how a figure whose records come from the bodies ``names`` meets the body that a claim names ("" for none).

    ``home`` is the body whose report it is, where its title says so: meant by 我院, and perhaps where none is named.
    ``city`` says that the book is a city's: 全市 is then all of it, and 全区 a part that it does not name.
    """
    who = _usual(ASIDE.sub("", "".join(who.split())))
    if who in figure.body:
        return Whose(True)
    if WIDER.match(who) or (OF_CITY.match(who) and not city):
        return Whose(False, why=saying.beyond(who))
    if OF_COUNTY.match(who) and city:
        return Whose(False, why=saying.no_records_of(who))
    if home in names and (OWN.match(who) or not who):
        return Whose(True, (home,) if who else (home, ""))
    if ALL.match(who) and not _speaks_of(who, figure):
        return Whose(True)
    if _all_of(who, figure):
        return Whose(True)
    if OWN.match(who) or TOGETHER.search(who) or not _speaks_of(who, figure):
        return Whose(False)
    if any(who.endswith(word) and _of_all(who.removesuffix(word), names) for word in figure.body):
        return Whose(True)
    return _one(who, names)


def _usual(who: str) -> str:
    for part, usual in PARTS.items():
        who = who.replace(part, usual)
    return who


def _speaks_of(who: str, figure: Figure) -> bool:
    return any(word in who for word in figure.body)


def _all_of(who: str, figure: Figure) -> bool:
    """Say whether several bodies are named together and the figure's words name each: 市委常委会、市政府常务会."""
    parts = who.split("、")
    return len(parts) > 1 and (who in figure.body or all(part in figure.body for part in parts))


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
        return Whose(False, why=saying.any_of_several(who))
    return Whose(False, why=saying.no_records_of(who))


def home_of(text: str, names: Iterable[str]) -> str:
    """Return the one body of a book whose name opens a report's first line (城关区人民法院工作报告), "" where none does."""
    title = full("".join(text.lstrip().partition("\n")[0][:TITLE].split()))
    found = {name for name in names if title.startswith(full(name))}
    return found.pop() if len(found) == 1 else ""


def is_city(names: Iterable[str]) -> bool:
    """Say whether a book with records of these bodies is a city's: whether one of them is the city's own."""
    return any(CITY.match(name) for name in names)


def full(name: str) -> str:
    """Return a body's name in its shortest usual form."""
    name = re.sub("中级人民法院|中级法院|中院", "中院", name)
    return name.replace("人民法院", "法院").replace("人民检察院", "检察院")

"""Which installed fonts stand in for those the standard names, and how that is recorded."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping

from plumbline.errors import OutputError, Words
from plumbline.reports.official.measures import LATIN, OFFICIAL, Face

_SERIF = "Noto Serif CJK SC|Source Han Serif SC"
_LISTED: dict[Face, str] = {
    "小标宋": f"方正小标宋简体|FZXiaoBiaoSong-B05S|STZhongsong|华文中宋|FandolSong|{_SERIF}",
    "仿宋": f"仿宋_GB2312|FangSong_GB2312|FangSong|仿宋|STFangsong|FandolFang|FandolFang R|{_SERIF}",
    "楷体": f"楷体_GB2312|KaiTi_GB2312|KaiTi|楷体|STKaiti|FandolKai|AR PL UKai CN|{_SERIF}",
    "黑体": "黑体|SimHei|STHeiti|FandolHei|Noto Sans CJK SC|Source Han Sans SC|WenQuanYi Zen Hei",
    "宋体": f"宋体|SimSun|STSong|FandolSong|{_SERIF}",
}
STAND_INS: dict[Face, tuple[str, ...]] = {face: tuple(names.split("|")) for face, names in _LISTED.items()}
"""For each typeface the fonts that may set it, the official one first."""

ALTERNATES: dict[str, str] = dict(zip(OFFICIAL.values(), ("华文中宋", "仿宋", "楷体", "SimHei", "SimSun"), strict=True))
"""The font a Word file names beside each, for machines that lack it."""

Fonts = Mapping[Face, str]


def installed() -> frozenset[str]:
    """Return the families that fontconfig knows on this machine; none where it is not there."""
    if not shutil.which("fc-list"):
        return frozenset()
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


def chosen(families: Iterable[str]) -> Fonts:
    """Return for each typeface the font of ``families`` that sets it; raises OutputError where one has none."""
    at_hand = set(families)
    found = {face: next((name for name in names if name in at_hand), "") for face, names in STAND_INS.items()}
    if lacking := [face for face, name in found.items() if not name]:
        what = Words(f"没有能排{'、'.join(lacking)}的字体", f"no font is installed that sets {', '.join(lacking)}")
        todo = Words("请安装 fonts-noto-cjk，或标准所用的字体", "Install fonts-noto-cjk, or the fonts of the standard")
        raise OutputError("PDF", what, todo)
    return found


def substitutions(fonts: Fonts) -> Words:
    """Return which official fonts were replaced by which; empty words where none was."""
    pairs = [(OFFICIAL[face], name) for face, name in fonts.items() if name not in STAND_INS[face][:1]]
    if not pairs:
        return Words("", "")
    zh = "；".join(f"{official}以{name}代" for official, name in pairs)
    en = "; ".join(f"{name} for {official}" for official, name in pairs)
    return Words(f"字体替代：{zh}。", f"Fonts substituted: {en}.")


def named() -> Words:
    """Return which fonts a Word file names, and what to do on a machine that lacks them."""
    names = "、".join([*OFFICIAL.values(), LATIN])
    return Words(
        f"所用字体：{names}；缺者由阅读软件替代。", f"Fonts named: {names}; a reader that lacks one substitutes it."
    )

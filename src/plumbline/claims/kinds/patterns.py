"""What the patterns of numbers kept apart are made of."""

from typing import NamedTuple

from plumbline.claims.shapes import Kind

D = "[0-9]"
C = "[一二两三四五六七八九十百千零〇]"
Y = r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9])"
YEAR = rf"(?:{Y}|[一二][九〇零][一二三四五六七八九〇零]{{2}}(?=年))"
FEW = rf"(?:{D}{{1,2}}|{C}{{1,3}})"
NO_DIGIT = "(?<![0-9.])"


class Pattern(NamedTuple):
    """A form of number kept apart: its kind, the characters it can begin with (as in a character class), its pattern."""

    kind: Kind
    first: str
    words: str

"""The nearest of the known words to one that is not known, to be named in an error."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from plumbline.errors import Words


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word of ``known`` that looks most like ``word``; "" where none is known."""
    return max(known, key=lambda other: SequenceMatcher(None, word, other).ratio(), default="")


def did_you_mean(word: str, known: Iterable[str]) -> Words:
    """Return what to say of an unknown word beside its error: the nearest known one."""
    near = nearest(word, known)
    if not near:
        return Words("请改正", "Correct it")
    return Words(f"最接近的是“{near}”", f"The nearest is “{near}”")

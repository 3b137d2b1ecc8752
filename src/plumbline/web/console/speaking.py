"""In which of its two languages the console speaks to whoever asks."""

from django.utils.translation import get_language

from plumbline.errors import Words


def spoken() -> str:
    """Return "zh" or "en"."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def said(words: Words) -> str:
    """Return words in the language spoken."""
    return words.in_(spoken())

"""Both languages side by side in a template: {% w "你好" "Hello" %}, and words of the core: {{ figure.title|words }}."""

from django import template

from plumbline.errors import Words
from plumbline.web.console.speaking import said, spoken

register = template.Library()


@register.simple_tag
def w(zh: str, en: str) -> str:
    """Return one of two texts, by the language spoken."""
    return said(Words(zh, en))


@register.filter
def words(both: Words) -> str:
    """Return words in the language spoken."""
    return said(both)


@register.simple_tag
def lang() -> str:
    """Return the code of the language spoken, as HTML wants it."""
    return {"zh": "zh-Hans", "en": "en"}[spoken()]

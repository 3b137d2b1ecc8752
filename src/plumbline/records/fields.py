"""The types a record's fields may have. Each refuses what a record must never hold, and has one canonical written form."""

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from plumbline.errors import Words

FIRST_DAY = date(1979, 1, 1)
"""The year the Criminal Law and the Criminal Procedure Law were made: no record is older."""

LAST_DAY = date(2199, 12, 31)
"""No day that a record names is later: what lies beyond is mistyped, or stands for "without end"."""

MOST = 2**53 - 1
"""The largest whole number a field takes: beyond it JavaScript, and with it the reader in a browser, loses digits."""

_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_OLD = _PROVINCE + "[0-9]{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}"
NUMBERS = r"(?:[1-9][0-9]{16}[0-9Xx]|" + _OLD + r"|(?:\+86|0086)?1[3-9][0-9]{9})"
"""An 18-digit identity number, an old one of 15 digits with a day of birth in it, or an 11-digit mobile number."""

GAPS = r"[\s\-\u2010-\u2015\u2212]"
"""Blanks and hyphens: what people write between the digits of such numbers."""

_NEW = _PROVINCE + "[0-9]{4}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
DATED = f"(?:{_NEW}|{_OLD})"
"""An identity number told by its province and its day of birth: sure enough to be looked for across any signs."""

IDENTITY = re.compile(f"(?<![0-9]){NUMBERS}(?![0-9])")
"""Such a number between other signs than digits; ask it of NFKC, with and without ``GAPS``."""

_DATED = re.compile(f"(?<![0-9]){DATED}(?![0-9])")
NUMERALS = "〇一二三四五六七八九"
"""Chinese numerals in the order of what they are worth; 零 is a nought too."""


class Label(Words):
    """A field's name in both languages, as sheets and forms show it."""

    __slots__ = ()


def label(zh: str, en: str) -> Label:
    """Return a field's label, to be put into its ``Annotated`` type."""
    return Label(zh, en)


def label_of(field: FieldInfo) -> Label:
    """Return the label a field was declared with; raises TypeError where it has none."""
    for part in field.metadata:
        if isinstance(part, Label):
            return part
    raise TypeError("a record's field has no label")


def against_rules(code: str, zh: str, en: str) -> PydanticCustomError:
    """Return the error that a model raises where fields of a record do not go together, in both languages."""
    return PydanticCustomError(code, "{en}", {"zh": zh, "en": en})


def _composed(value: object) -> object:
    """Bring text into Unicode's composed form, without blanks around it: one written form for what looks the same."""
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


def holds_identity(text: str) -> bool:
    """Return whether an identity or telephone number is in a text, however its digits are written and kept apart."""
    wide = unicodedata.normalize("NFKC", text)
    if IDENTITY.search(wide) or IDENTITY.search(re.sub(GAPS, "", wide)):
        return True
    return sum(map(str.isnumeric, text)) > 14 and bool(_DATED.search("".join(map(_bare, text))))


def _bare(sign: str) -> str:
    """Return a sign as a digit if it is one in any script, a letter as it is, "" for all others (①, /, a blank)."""
    if sign.isdecimal():
        return str(int(sign))
    if sign in NUMERALS:
        return str(NUMERALS.index(sign))
    letter = unicodedata.normalize("NFKC", sign)
    return "0" if sign == "零" else letter if letter.isalpha() else ""


def _no_identity(value: str) -> str:
    if holds_identity(value):
        raise PydanticCustomError("identity", "holds what looks like an identity or telephone number")
    return value


def _printable(value: str) -> str:
    if not value.isprintable():
        raise PydanticCustomError("unprintable", "holds control characters")
    return value


def numbered(value: str) -> str:
    """Return a number or reference as it is; refuses one of several signs without a digit, which is how names look."""
    if len(value) > 1 and not any(map(str.isdecimal, value)):
        raise PydanticCustomError("unnumbered", "has no digit in it, as a name has none; the book keeps no names")
    return value


def _of_an_age(value: date) -> date:
    if not FIRST_DAY <= value <= LAST_DAY:
        raise against_rules("age", "不在 1979 年至 2199 年之间", "is not in the years 1979 to 2199")
    return value


_CLEAN = (BeforeValidator(_composed), AfterValidator(_printable), AfterValidator(_no_identity))

CaseNumber = Annotated[str, StringConstraints(min_length=1, max_length=60), *_CLEAN, AfterValidator(numbered)]
"""A case's own number at the body that keeps it, as that body writes it. Never what people call it: that names somebody."""

Body = Annotated[str, StringConstraints(min_length=2, max_length=40), *_CLEAN]
"""The name of a body (城关区人民法院). Never a person."""

Category = Annotated[str, StringConstraints(min_length=1, max_length=60), *_CLEAN]
"""A word from a list that somebody else keeps: a charge, an offence class."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=120), *_CLEAN]
"""A few words, such as the reason for an order. Not for accounts of people."""

Reference = Annotated[str, StringConstraints(min_length=1, max_length=120), *_CLEAN, AfterValidator(numbered)]
"""The number of a document or of a thing held, as the body writes it. Never a name."""

Token = Annotated[str, StringConstraints(pattern=r"^p_[a-z2-7]{26}$"), BeforeValidator(_composed)]
"""A person in a case: a keyed token, ``p_`` and 26 characters of base 32, that means nothing outside the book."""

Day = Annotated[date, AfterValidator(_of_an_age)]
"""A day that a record names beside its own: when something is due, or how far it reaches."""

Count = Annotated[int, Field(ge=0, le=10_000_000)]
"""How many, of things that are counted one by one."""

Amount = Annotated[int, Field(ge=0, le=MOST)]
"""Money in fen, so that it is whole. The name of such a field ends in ``_fen``."""

Latitude = Annotated[int, Field(ge=-90_000_000, le=90_000_000)]
"""Degrees north in millionths (WGS 84), of where something happened; the field's name ends in ``_microdegrees``."""

Longitude = Annotated[int, Field(ge=-180_000_000, le=180_000_000)]
"""Degrees east in millionths (WGS 84), of where something happened; the field's name ends in ``_microdegrees``."""

Post = Annotated[str, StringConstraints(pattern=r"^K[0-9]{1,4}(\+[0-9]{3})?$"), BeforeValidator(_composed)]
"""A kilometre post of a road, with the metres beyond it: K1745+300."""

"""Which forms of number can begin with which character."""

import re

from plumbline.claims.numbers.amounts import (
    FEW_FORM,
    FORMAL_FORM,
    NUMBER_FORM,
    PAIR_FORM,
    SEVERAL_FORM,
    Amount,
    Form,
    first_of,
)
from plumbline.claims.numbers.portions import DOUBLED_FORM, HALF_FORM, PARTS_FORM, SLASH_FORM, TENTHS_FORM

FORMS: dict[str, tuple[Form, ...]] = {
    **dict.fromkeys("0123456789", (PARTS_FORM, SLASH_FORM, TENTHS_FORM, NUMBER_FORM)),
    **dict.fromkeys("一二两三四五六七八九十百千万亿零〇", (PARTS_FORM, HALF_FORM, TENTHS_FORM, PAIR_FORM, NUMBER_FORM)),
    **dict.fromkeys("壹贰叁肆伍陆柒捌玖拾佰仟", (FORMAL_FORM,)),
    **dict.fromkeys("半过近大", (HALF_FORM,)),
    "数": (SEVERAL_FORM,),
    "几": (SEVERAL_FORM, FEW_FORM),
    "翻": (DOUBLED_FORM,),
}
STARTS = re.compile(
    r"[0-9一二两三四五六七八九十百千万亿〇半壹贰叁肆伍陆柒捌玖拾佰仟几翻]|[过近大](?=半)|零(?!下)|数(?=[十百千万亿])"
)
"""Where a number can begin."""


def amount_at(text: str, at: int) -> Amount | None:
    """Read the number whose first character is ``text[at]``; None where there is none."""
    return first_of(FORMS.get(text[at], ()), text, at)

"""What river bodies write down of a problem on a reach: the case is its number in the register, the body who keeps it.

A reach's chief (河长) is a post, known by its number.
"""

from typing import Annotated, Literal

from plumbline.records import Body, Persons, Record, Reference, label
from plumbline.records.verification import Mended, Verification

Disorder = Literal["乱占", "乱采", "乱堆", "乱建"]


class Found(Record):
    """发现问题 Problem found."""

    roles = ("begins",)

    disorder: Annotated[Disorder, label("四乱类别", "disorder")]
    reach: Annotated[Reference, label("河段编号", "reach")]
    chief: Annotated[Reference | None, label("河长岗位编号", "post of the chief")] = None


class Rectified(Mended):
    """清理整改 Put right."""

    follows = ("Found",)


class Verified(Verification):
    """复查 Verified."""

    follows = ("Found", "Rectified")


class Closed(Record):
    """销号 Closed."""

    follows = ("Found", "Verified")
    roles = ("ends",)


class Referred(Persons):
    """移送公安机关 Referred to the police."""

    follows = ("Found",)
    roles = ("counts",)

    to_body: Annotated[Body, label("接收单位", "police body")]

"""A quantity in the making."""

from dataclasses import dataclass, field

from plumbline.claims.mentions import Mention

RATIO_UNITS = frozenset(("%", "‰", "个百分点", "倍"))


@dataclass(slots=True)
class Draft:
    """A quantity in the making: the mention and the fields read so far (spans in the plain text)."""

    m: Mention
    sentence: int
    clause: int
    left: str = ""
    lead: str = ""
    right: str = ""
    counted: str = ""
    counted_how: str = "stated"
    counted_span: tuple[int, int] = (0, 0)
    who: str = ""
    who_how: str = "stated"
    who_span: tuple[int, int] = (0, 0)
    period: str = ""
    period_how: str = "stated"
    period_span: tuple[int, int] = (0, 0)
    rate: str = "none"
    rate_how: str = "stated"
    rate_span: tuple[int, int] = (0, 0)
    direction: str = "none"
    plan: bool = False
    verb: str = ""
    object: str = ""
    listed: bool = False
    stacked: bool = False
    ratio: bool = False
    list_of: int = 0
    align: list[str] = field(default_factory=list)

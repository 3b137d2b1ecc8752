"""What is written down of arrivals and the sites where they stay. Headcounts only: nobody is told apart.

The case is a batch, by its number; of a site's own records, the site by its code. ``site`` is that code: a site's
records and those of stays at it are written by the body that runs it.
"""

from typing import Annotated

from plumbline.records import CaseNumber, Count, Record, label


class Arrived(Record):
    """接返 Batch arrived."""

    roles = ("begins",)

    persons: Annotated[Count, label("人数", "persons")]


class _Stay(Record):
    """留观 Stay."""

    site: Annotated[CaseNumber, label("留观点编号", "site")]
    persons: Annotated[Count, label("人数", "persons")]


class Placed(_Stay):
    """入住留观 Placed at a site."""

    follows = ("Arrived",)


class Left(_Stay):
    """解除留观 Left a site."""

    follows = ("Placed",)


class Transferred(_Stay):
    """转送医院 Taken to hospital."""

    follows = ("Placed",)


class SiteOpened(Record):
    """启用留观点 Site opened, or its capacity changed."""

    capacity: Annotated[Count, label("可容纳人数", "capacity in persons")]


class SiteClosed(Record):
    """停用留观点 Site closed."""

    follows = ("SiteOpened",)

"""What GB/T 9704-2012 asks of a document's number and title, held before anything is set."""

import re

from plumbline.errors import PlanError, Words
from plumbline.reports.plan import Head

_NUMBER = re.compile(r"\D+〔(?:19|20)\d\d〕[1-9]\d*号")
TITLE_LINE = 20
"""Characters of 2号 that fit in one line of a title: 156 mm of 22 pt."""


def checked(head: Head, name: str) -> Head:
    """Return ``head``; raises PlanError for a number or a title that an official document may not have."""
    if head.number.zh and not _NUMBER.fullmatch(head.number.zh):
        what = Words(
            f"“{head.number.zh}”不合发文字号的写法", f"“{head.number.zh}” is not how a document number is written"
        )
        todo = Words(
            "年份用六角括号，序号不编虚位：某发〔2021〕1号", "Write it like 某发〔2021〕1号: these brackets, no padding"
        )
        raise PlanError(f"{name}, number", what, todo)
    for line in head.title.zh.split("\n"):
        if len(line) > TITLE_LINE:
            what = Words(f"标题有一行{len(line)}字", f"a line of the title has {len(line)} characters")
            todo = Words(
                f"一行排{TITLE_LINE}字，请按词意用换行断开", f"A line holds {TITLE_LINE}: break it by its sense"
            )
            raise PlanError(f"{name}, title", what, todo)
    return head

"""Who may grant what: the levels of approver that the articles on extensions name."""

from collections.abc import Iterable
from typing import Literal

from plumbline.errors import Words

Approver = Literal[
    "办案部门负责人",
    "县级公安机关负责人",
    "本级检察院",
    "上一级检察院",
    "省级检察院",
    "本院院长",
    "上一级法院",
    "高级法院",
    "最高法院",
    "全国人大常委会",
]
"""A level of approver, in the words of the articles."""
ENGLISH: dict[str, str] = {
    "办案部门负责人": "the head of the department handling the case",
    "县级公安机关负责人": "the head of the county's police",
    "本级检察院": "the procuratorate itself",
    "上一级检察院": "the procuratorate one level up",
    "省级检察院": "the province's procuratorate",
    "本院院长": "the president of the court itself",
    "上一级法院": "the court one level up",
    "高级法院": "the high court",
    "最高法院": "the Supreme People's Court",
    "全国人大常委会": "the Standing Committee of the National People's Congress",
}


def worded(approvers: Iterable[str | None]) -> Words:
    """Return approvers in both languages; one not recorded is a dash, one of no known level stays as it is written."""
    named = [each or "—" for each in approvers]
    return Words("、".join(named), " or ".join(ENGLISH.get(each, each) for each in named))

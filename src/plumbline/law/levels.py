"""Who may grant what: the levels of approver that the articles on extensions name."""

from typing import Literal

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

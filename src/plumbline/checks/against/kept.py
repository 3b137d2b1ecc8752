"""Work of which no record is kept, and why: what people say, believe, gather for or complain of."""

import re

from plumbline.claims import Claim
from plumbline.errors import Words

NOT_KEPT: tuple[tuple[re.Pattern[str], Words], ...] = (
    (
        re.compile(r"谣言|有害信息|舆情|网评|言论|帖文|跟帖|删帖|封号|网络生态|网上信息"),
        Words("人们在网上或别处说了什么", "what people say, online or elsewhere"),
    ),
    (re.compile(r"邪教|信教|教徒|信众|宗教|法轮|传教"), Words("人们信仰什么", "what people believe")),
    (re.compile(r"群体性|集会|游行|示威|聚集|聚访|维权行为"), Words("人们为何聚集", "what people gather for")),
    (
        re.compile(
            r"信访|上访|访民|缠访|闹访|非访|越级访|进京访|息诉罢访|来信来访|群众来信|来访群众|群众来访|接待来访"
        ),
        Words("谁来上访、为何上访", "who petitions, and for what"),
    ),
    (
        re.compile(r"特殊人群|重点人员|重点人群|特殊群体|稳控|涉稳|高危人员|前科人员|风险人员|犯罪预测|预测预警"),
        Words("“特殊人群”的名册和对人的预测", "registers of “special groups”, and predictions about persons"),
    ),
)
"""Words that name such work, and what it would take to record it."""
CLAUSE = "，。；：\n,;"


def reason(claim: Claim, text: str) -> Words | None:
    """Return what a record of the claim's matter would hold, if it is a matter that is not kept; None if it is not.

    Looked for in what the claim counts and in the claim's own clause (between commas).
    """
    words = claim.counted + clause(text, claim.start)
    return next((why for pattern, why in NOT_KEPT if pattern.search(words)), None)


def clause(text: str, at: int) -> str:
    """Return the words between the last comma or stop and ``at``, without blanks."""
    return "".join(text[max(text.rfind(stop, 0, at) for stop in CLAUSE) + 1 : at].split())

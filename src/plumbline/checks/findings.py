"""What a check may find, in a fixed vocabulary, each kind with its severity."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.checks.against.book import Evidence


class Severity(Enum):
    """How much a finding weighs: ``ERROR`` makes the command end in 1."""

    ERROR = "error"
    NOTE = "note"
    UNTOLD = "untold"
    OK = "ok"


class Kind(NamedTuple):
    """A kind of finding: its name in both languages, its severity, and when it is given."""

    name: Words
    severity: Severity
    meaning: Words


def _kind(zh: str, en: str, severity: Severity, meaning_zh: str, meaning_en: str) -> Kind:
    return Kind(Words(zh, en), severity, Words(meaning_zh, meaning_en))


KINDS: dict[str, Kind] = {
    "broken_sum": _kind(
        "分项不等于总数",
        "broken sum",
        Severity.ERROR,
        "各分项相加不等于所称总数",
        "the parts do not add up to the stated total",
    ),
    "part_exceeds": _kind(
        "部分大于总体",
        "part exceeds whole",
        Severity.ERROR,
        "“其中”的数大于它所属的总数",
        "a part (其中) is larger than the whole it belongs to",
    ),
    "differs": _kind(
        "不符",
        "differs",
        Severity.ERROR,
        "重算或账内读数与所称不同",
        "recomputed, or read from the book, the result differs from what is stated",
    ),
    "restated": _kind(
        "前后不一",
        "restated differently",
        Severity.ERROR,
        "同一事项前后两次所述数值不同",
        "the same thing is stated twice with different values",
    ),
    "points": _kind(
        "应为百分点",
        "points meant",
        Severity.ERROR,
        "比率之差应以百分点计，文中写作百分比",
        "a difference of two rates is in percentage points, but % is written",
    ),
    "impossible": _kind(
        "不可能",
        "impossible",
        Severity.ERROR,
        "“下降n倍”等不成立的表述",
        "a statement that cannot be, such as a fall by n times (下降n倍)",
    ),
    "headings": _kind(
        "数目与标题不符",
        "headings do not match",
        Severity.NOTE,
        "所称条目数与文中实际条目数不同",
        "the number of items announced is not the number found",
    ),
    "fused": _kind(
        "数字粘连",
        "digits run together",
        Severity.NOTE,
        "数字过长，疑漏字，未予解读",
        "a run of digits too long for one number; a word may be missing; it was not read",
    ),
    "no_cut_off": _kind(
        "未写截止日",
        "no cut-off",
        Severity.NOTE,
        "累计数没有写明截止哪一天",
        "a running total does not say up to which day it reckons",
    ),
    "chance": _kind(
        "不出随机波动",
        "within chance",
        Severity.NOTE,
        "升降的数字相符，但变化在随机波动范围内，尚不能判断升降",
        "the number of a change agrees, but chance alone would often do as much: it cannot be told whether it fell or rose",
    ),
    "ambiguous": _kind(
        "无法判断",
        "cannot be told",
        Severity.UNTOLD,
        "所给数据不足以判断，或文字可指几个指标、口径或期间",
        "what is given does not decide it, or the words may mean several figures, scopes or periods",
    ),
    "other_measure": _kind(
        "指标已变",
        "other measure",
        Severity.UNTOLD,
        "两年指标的名称或口径不同",
        "the measure's words or scope changed between the years",
    ),
    "other_unit": _kind(
        "单位不同",
        "other unit",
        Severity.UNTOLD,
        "两年计量单位不同，或账内按另一单位计",
        "the unit changed between the years, or the book counts in another",
    ),
    "other_period": _kind(
        "期间不同",
        "other period",
        Severity.UNTOLD,
        "两年统计期间不同，或账内记录不含所述期间",
        "the period changed between the years, or the book's records do not reach over the one stated",
    ),
    "no_record": _kind(
        "账内无此项",
        "no record",
        Severity.UNTOLD,
        "账内没有与这些文字、主体和口径相应的指标",
        "no figure of the book answers to these words, this body and this scope",
    ),
    "not_kept": _kind(
        "不作记录",
        "not kept",
        Severity.UNTOLD,
        "所述事项涉及言论、信仰、聚集、信访或对人的评定，账内不记",
        "it concerns what people say, believe, gather for or petition, or a rating of persons, of which no record is kept",
    ),
    "agrees": _kind("相符", "agrees", Severity.OK, "与重算结果或账内读数完全一致", "exactly as recomputed or read"),
    "rounds": _kind(
        "四舍五入相符",
        "agrees as rounded",
        Severity.OK,
        "按所示位数四舍五入后一致",
        "as recomputed or read, at the precision printed",
    ),
    "within": _kind(
        "在所述范围内",
        "within the words",
        Severity.OK,
        "落在“余、近、约”等词所示范围内",
        "inside the range that words such as 余, 近, 约 give",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found about a text.

    ``kind`` is a key of ``KINDS``. ``start:end`` is the number the finding is about, ``related`` the spans of the other
    numbers it rests on; ``sentence`` says in one plain sentence what was expected; ``working`` shows the arithmetic line by
    line.
    ``source`` names the earlier report a comparison over years rests on ("" for the text itself); ``evidence`` the readings
    of a book that a finding against it rests on.
    """

    kind: str
    start: int
    end: int
    sentence: Words
    working: tuple[Words, ...] = ()
    related: tuple[tuple[int, int], ...] = ()
    source: str = ""
    evidence: "tuple[Evidence, ...]" = ()

    @property
    def severity(self) -> Severity:
        """How much the finding weighs."""
        return KINDS[self.kind].severity


def worst(findings: tuple[Finding, ...]) -> Severity:
    """Return the heaviest severity among ``findings``; ``OK`` where there are none."""
    order = [Severity.ERROR, Severity.NOTE, Severity.UNTOLD]
    return next((s for s in order if any(f.severity is s for f in findings)), Severity.OK)

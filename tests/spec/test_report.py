"""Written reports: a sentence of a plan, what its figures read, what is printed. Worked out by hand from the rules."""

from typing import NamedTuple

import pytest

from plumbline.checks.written import require_read_back
from plumbline.errors import PlanError
from readings import Parts, composed


class Sentence(NamedTuple):
    """A question in both languages, a plan's sentence, what the figures read, and what is printed in each language.

    Where ``printed`` is empty the sentence is refused, and ``refused`` is why. ``english`` is the English sentence.
    """

    zh: str
    en: str
    plan: str
    reads: Parts
    printed: str = ""
    refused: str = ""
    english: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        """Name the case in pytest's output."""
        return self.en


WRITTEN = (
    Sentence(
        "件数和人数怎样写？",
        "How are cases and persons written?",
        "受理案件{trials.docketed unit=案}{trials.docketed counting=persons}。",
        {"docketed": (103, 1), "docketed/persons": (1957, 1)},
        "受理案件103案1957人。",
        english=("{trials.docketed} cases, {trials.docketed counting=persons} persons.", "103 cases, 1,957 persons."),
    ),
    Sentence(
        "金额怎样写成亿元？",
        "How does an amount become 亿元?",
        "查扣冻结涉案资金{assets.controlled as=亿元}。",
        {"controlled": (292_601_234_567, 1)},
        "查扣冻结涉案资金29.26亿元。",
        english=("{assets.controlled as=亿元} controlled.", "2.926 billion yuan controlled."),
    ),
    Sentence(
        "恰在两数正中，进还是舍？",
        "Exactly half way: up or down?",
        "查扣冻结涉案资金{assets.controlled as=亿元}。",
        {"controlled": (292_650_000_000, 1)},
        "查扣冻结涉案资金29.26亿元。",
    ),
    Sentence(
        "比率怎样写？",
        "How is a share written?",
        "结案率为{trials.clearance_rate}，或{trials.clearance_rate places=1}。",
        {"clearance_rate": (93, 103)},
        "结案率为90.29%，或90.3%。",
    ),
    Sentence(
        "同比升降由谁写？",
        "Who writes rise or fall?",
        "受理{trials.docketed}，同比{trials.docketed against=2019}。",
        {"docketed": (92, 1), "docketed/2019": (100, 1)},
        "受理92件，同比下降8.0%。",
        english=("{trials.docketed}, {trials.docketed against=2019} on 2019.", "92, down 8.0% on 2019."),
    ),
    Sentence(
        "比率的升降是百分点还是百分之几？",
        "Does a share rise by per cent or by points?",
        "结案率同比{trials.clearance_rate against=2019}。",
        {"clearance_rate": (95, 100), "clearance_rate/2019": (90, 100)},
        "结案率同比上升5.00个百分点。",
    ),
    Sentence(
        "“余”可以写吗？",
        "May a number be vague?",
        "打掉黑恶势力{investigations.disbanded as=余}。",
        {"disbanded": (122, 1)},
        "打掉黑恶势力100余个。",
    ),
    Sentence(
        "恰为整数时可以写“余”吗？",
        "And a round number, as more than that?",
        "打掉黑恶势力{investigations.disbanded as=余}。",
        {"disbanded": (100, 1)},
        refused="100 is not over a multiple of 100",
    ),
    Sentence(
        "手写的数字可以吗？",
        "May a number be written by hand?",
        "受理{trials.docketed}，审结93件。",
        {"docketed": (103, 1)},
        refused="“93” in “，审结93件。” is a number that is no reading",
    ),
    Sentence(
        "手写的“近”字可以吗？",
        "May 近 be written before a reading?",
        "受理近{trials.docketed}。",
        {"docketed": (103, 1)},
        refused="“103件” would be read as 近103件, which its reading is not",
    ),
    Sentence(
        "上年为零，升降怎样写？",
        "What of a rise from nothing?",
        "受理{trials.docketed}，同比{trials.docketed against=2019}。",
        {"docketed": (3, 1), "docketed/2019": (0, 1)},
        refused="the base is zero: there is no rate of change",
    ),
)


@pytest.mark.parametrize("sentence", [s for s in WRITTEN if s.printed], ids=str)
def test_a_sentence_is_printed_so_and_read_back(sentence: Sentence) -> None:
    report = composed(sentence.plan, sentence.reads)
    assert report.text == sentence.printed
    require_read_back(report)
    if sentence.english[0]:
        assert composed(sentence.english[0], sentence.reads, "en").text == sentence.english[1]


@pytest.mark.parametrize("sentence", [s for s in WRITTEN if s.refused], ids=str)
def test_a_sentence_that_would_not_be_true_is_refused(sentence: Sentence) -> None:
    with pytest.raises(PlanError) as caught:
        require_read_back(composed(sentence.plan, sentence.reads))
    assert sentence.refused in caught.value.what.en

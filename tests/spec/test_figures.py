"""Figures: what counts, by small tables of records. The numbers are worked out by hand from the definitions."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import mirrors
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.opening import open_mirror
from plumbline.figures.reading import read
from plumbline.lines import figures, kinds
from plumbline.periods import span
from spec.tables import Asks, Told, register

A, B, C = (f"p_{letter * 26}" for letter in "abc")

TOLD = (
    Told(
        "哪一年的案件？",
        "Which year's cases?",
        "trials",
        """
        0 Docketed 甲 2019-12-31
        1 Docketed 乙 2020-01-01
        2 Docketed 丙 2020-12-31
        3 Docketed 丁 2021-01-01
        """,
        (
            Asks("trials.docketed", "2020", 2),
            Asks("trials.docketed", "2019/2020", 3),
            Asks("trials.docketed", "2020-12-31", 1),
        ),
        "期间首尾两天都算在内。",
        "Both the first and the last day of a period belong to it.",
    ),
    Told(
        "退回后再次立案的计几件？",
        "Docketed, sent away, docketed again: how many?",
        "trials",
        """
        0 Docketed  甲 2019-11-04
        1 Concluded 甲 2019-11-20 outcome=移送他院
        2 Docketed  甲 2020-02-03
        """,
        (
            Asks("trials.docketed", "2019", 1),
            Asks("trials.docketed", "2020", 1),
            Asks("trials.docketed", "2019/2020", 2),
            Asks("trials.pending", "2019", 0),
            Asks("trials.pending", "2020", 1),
        ),
        "流量逐次计：再次立案再计一件，不抹去上一年的。存量按期末所处状态计。",
        "A flow counts each time, so that last year's is not lost; a stock counts how the case stands at the end.",
    ),
    Told(
        "人怎样计？",
        "How are persons counted?",
        "trials",
        f"""
        0 Docketed 甲 2020-03-02 person={A}
        1 Docketed 甲 2020-03-02 person={B}
        2 Docketed 甲 2020-03-05 person={B}
        3 Docketed 乙 2020-03-09 person={B}
        4 Docketed 丙 2020-03-10 persons=4
        """,
        (
            Asks("trials.docketed", "2020", 4),
            Asks("trials.docketed", "2020", 7, counting="persons"),
            Asks("trials.pending", "2020", 3),
            Asks("trials.pending", "2020", 7, counting="persons"),
        ),
        "同一单位同一案中同一标识计一人，换一案另计：甲 2 人、乙 1 人；只有人数的相加：丙 4 人。"
        "案件按单位、案号、日期计：甲在两天立案，计 2 件。",
        "One token counts once a body and case, again in another case: 甲 2, 乙 1; headcounts are summed: 丙 4. "
        "Cases of a flow count by body, case and day: 甲 was docketed on two days, so it counts twice.",
    ),
    Told(
        "旧存、新收、审结、未结",
        "Carried over, docketed, concluded, pending",
        "trials",
        """
        0 Docketed  甲 2019-10-08 persons=2
        1 Docketed  乙 2019-12-30 persons=3
        2 Concluded 甲 2020-01-15 persons=2
        3 Docketed  丙 2020-05-06 persons=1
        4 Docketed  丁 2020-06-01 persons=5
        5 Heard     丁 2020-07-01
        6 Concluded 丙 2020-08-03 persons=1
        7 Concluded 乙 2021-01-04 persons=3
        """,
        (
            Asks("trials.carried_over", "2020", 2),
            Asks("trials.carried_over", "2020", 5, counting="persons"),
            Asks("trials.docketed", "2020", 2),
            Asks("trials.concluded", "2020", 2),
            Asks("trials.pending", "2020", 2),
            Asks("trials.pending", "2020", 8, counting="persons"),
            Asks("trials.heard_pending", "2020", 1),
            Asks("trials.unheard", "2020", 1),
            Asks("trials.clearance_rate", "2020", (2, 4)),
            Asks("trials.concluded_per_docketed", "2020", (2, 2)),
        ),
        "旧存 2 + 新收 2 = 审结 2 + 未结 2。结案率以旧存与新收之和为分母，结收比只以新收为分母。",
        "Carried over 2 + docketed 2 = concluded 2 + pending 2. The clearance rate divides by carried over and docketed, "
        "the ratio by docketed alone.",
    ),
    Told(
        "涉黑涉恶与涉黑涉恶涉霸涉伞是一个范围吗？",
        "Are 涉黑涉恶 and 涉黑涉恶涉霸涉伞 one scope?",
        "trials",
        """
        0 Docketed 甲 2020-01-06 scope=|涉黑|
        1 Docketed 乙 2020-01-07 scope=|涉黑|涉恶|
        2 Docketed 丙 2020-01-08 scope=|涉伞|
        3 Docketed 丁 2020-01-09
        """,
        (
            Asks("trials.docketed", "2020", 4),
            Asks("trials.docketed", "2020", 1, scope="涉恶"),
            Asks("trials.docketed", "2020", 2, scope="涉黑涉恶"),
            Asks("trials.docketed", "2020", 3, scope="涉黑涉恶涉霸涉伞"),
            Asks("trials.pending", "2020", 2, scope="涉黑涉恶"),
        ),
        "案件带任一所列标签即在范围内，带两个的也只计一次。",
        "A case with any of a scope's tags is in it; one with two of them counts once.",
    ),
    Told(
        "更正之后读几？更正之前呢？",
        "What does it read after a correction, and what before?",
        "trials",
        """
        0 Docketed 甲 2020-01-06 persons=2
        1 Docketed 乙 2020-01-07 persons=3
        2 Docketed 乙 2019-12-31 persons=4 supersedes=1
        """,
        (
            Asks("trials.docketed", "2020", 1),
            Asks("trials.docketed", "2020", 2, counting="persons"),
            Asks("trials.docketed", "2019", 4, counting="persons"),
            Asks("trials.docketed", "2020", 2, size=2),
            Asks("trials.docketed", "2020", 5, counting="persons", size=2),
            Asks("trials.docketed", "2020", 1, size=1),
            Asks("trials.docketed", "2020", 0, size=0),
            Asks("trials.carried_over", "2020", 1),
            Asks("trials.carried_over", "2020", 0, size=2),
        ),
        "更正是新的一条，被更正的不再计；按总账较早的大小读，读到的就是当时的数。",
        "A correction is a new entry and what it corrects no longer counts; as of an earlier size of the ledger a figure "
        "reads as it read then.",
    ),
    Told(
        "同一案号在两个单位是一件吗？",
        "Is one case number at two bodies one case?",
        "trials",
        """
        0 Docketed 甲 2020-01-06
        1 Docketed 甲 2020-01-06 body=七里河区人民法院
        """,
        (
            Asks("trials.docketed", "2020", 2),
            Asks("trials.docketed", "2020", 1, body="七里河区人民法院"),
            Asks("trials.pending", "2020", 1, body="七里河区人民法院"),
            Asks("trials.docketed", "2020", 0, body="安宁区人民法院"),
        ),
        "案号是各单位自己的，须与单位合看。",
        "A case number is a body's own and means nothing without it.",
    ),
    Told(
        "金额怎样计？",
        "How is money counted?",
        "assets",
        """
        0 Controlled 甲 2020-02-03 item=1 amount_fen=150000
        1 Controlled 甲 2020-02-03 item=2 amount_fen=50001
        2 Controlled 乙 2020-03-02 nature=车辆 amount_fen=9000000
        3 Released   甲 2020-06-01 item=1 amount_fen=100000
        """,
        (
            Asks("assets.controlled", "2020", 200_001),
            Asks("assets.property_controlled", "2020", 9_200_001),
            Asks("assets.released", "2020", 100_000),
            Asks("assets.in_hold", "2020", 9_100_001),
        ),
        "以分为单位的整数相加，不经小数。累计与在控是两个数：解除的只减后者。",
        "Whole fen are added, never fractions. What was put under control and what is still held are two numbers: a "
        "release lowers the second alone.",
    ),
    Told(
        "没有记录时读几？",
        "What does it read where there are no records?",
        "trials",
        "",
        (
            Asks("trials.docketed", "2020", 0),
            Asks("trials.docketed", "2020", 0, counting="persons"),
            Asks("trials.pending", "2020", 0),
            Asks("trials.clearance_rate", "2020", (0, 0)),
        ),
        "读零；比例的分母为零，没有值。",
        "Nought; a share of nothing has no value.",
    ),
)

EACH = [(told, asks) for told in TOLD for asks in told.asks]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Told], Path]:
    """Return where a table's records are mirrored, each written once."""

    @cache
    def written(at: int) -> Path:
        place = tmp_path_factory.mktemp("mirror")
        made = register(TOLD[at])
        mirrors.written(place, made.records, supersedes=made.supersedes)
        return place

    return lambda told: written(TOLD.index(told))


@pytest.mark.parametrize(("told", "asks"), EACH, ids=[f"{t.en} {a.figure} {a.period}" for t, a in EACH])
def test_a_figure_reads_what_its_definition_says(told: Told, asks: Asks, folder: Callable[[Told], Path]) -> None:
    tables = open_mirror(folder(told), kinds(), asks.size).tables
    figure = Catalogue(figures())[asks.figure]
    reading = read(figure, tables, span(asks.period), counting=asks.counting, scope=asks.scope, body=asks.body)
    top, below = asks.gives if isinstance(asks.gives, tuple) else (asks.gives, 1)
    assert (reading.numerator, reading.denominator) == (top, below)

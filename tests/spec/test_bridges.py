"""Bridges by example: a small table of records, a bridge, both sides and the causes, worked out by hand."""

from pathlib import Path
from typing import NamedTuple

import pytest

from bridging import numbers, record, settled
from plumbline.figures.bridges import Scopes


class Crossing(NamedTuple):
    """A question in both languages, the records, the bridge of that id for 2020, and its terms in cases and persons."""

    zh: str
    en: str
    records: str
    bridge: str
    cases: str
    persons: str
    scopes: Scopes = Scopes()


CROSSINGS = (
    Crossing(
        "收结存怎样相符？",
        "How do stock and flow meet?",
        """
        trials.Docketed  旧账1号 2019-10-08 persons=3
        trials.Concluded 旧账1号 2020-01-07 persons=3
        trials.Docketed  灯会1号 2020-01-22 persons=2
        trials.Concluded 灯会1号 2020-03-10 persons=2
        trials.Docketed  雪夜1号 2020-12-21 persons=2
        """,
        "trials.balance",
        "carried_over=1 taken_on=2 concluded=2 pending=1",
        "carried_over=3 taken_on=4 concluded=5 pending=2",
    ),
    Crossing(
        "判决的人比受理的少一人，没有关联说明呢？",
        "One person fewer is judged than was docketed, and no link says why?",
        """
        trials.Docketed  渡口1号 2020-06-15 persons=5
        trials.Concluded 渡口1号 2020-11-06 persons=4
        """,
        "trials.balance",
        "taken_on=1 concluded=1",
        "taken_on=5 concluded=4 rest=1",
    ),
    Crossing(
        "起诉一案，法院分为两案呢？",
        "Prosecuted as one case, docketed as two?",
        """
        prosecutions.Decided 西瓜1号   2020-05-08 persons=5
        links.Linked         西瓜1号   2020-05-08 how=分案 to_case=西瓜1号甲
        links.Linked         西瓜1号   2020-05-08 how=分案 to_case=西瓜1号乙
        trials.Docketed      西瓜1号甲 2020-05-11 persons=3
        trials.Docketed      西瓜1号乙 2020-05-11 persons=2
        """,
        "links.prosecuted_docketed",
        "prosecuted=1 docketed=2 split=-1",
        "prosecuted=5 docketed=5",
    ),
    Crossing(
        "年末起诉，次年才收案呢？",
        "Prosecuted on the last day of the year, docketed in the next?",
        """
        prosecutions.Decided 跨年1号 2020-12-31 persons=2
        links.Linked         跨年1号 2020-12-31 to_case=跨年1号
        trials.Docketed      跨年1号 2021-01-04 persons=2
        """,
        "links.prosecuted_docketed",
        "prosecuted=1 transit=1",
        "prosecuted=2 transit=2",
    ),
    Crossing(
        "检察院按“涉黑涉恶”、法院按“涉黑涉恶涉霸涉伞”统计呢？",
        "The procuratorates count 涉黑涉恶 and the courts 涉黑涉恶涉霸涉伞?",
        """
        prosecutions.Decided 水车1号 2020-04-03 persons=4 scope=涉恶
        links.Linked         水车1号 2020-04-03 to_case=水车1号
        trials.Docketed      水车1号 2020-04-08 persons=4 scope=涉恶
        prosecutions.Decided 村口1号 2020-09-10 persons=6
        links.Linked         村口1号 2020-09-10 to_case=村口1号
        trials.Docketed      村口1号 2020-09-14 persons=6 scope=涉霸
        """,
        "links.prosecuted_docketed",
        "prosecuted=1 docketed=2 scope_here=-1",
        "prosecuted=4 docketed=10 scope_here=-6",
        Scopes("涉黑涉恶", "涉黑涉恶涉霸涉伞"),
    ),
    Crossing(
        "办结三人，只起诉二人呢？",
        "A review of three persons concluded, two of them prosecuted?",
        """
        prosecutions.Decided   雪夜1号 2020-12-18 persons=2
        prosecutions.Decided   雪夜1号 2020-12-18 persons=1 outcome=酌定不起诉
        prosecutions.Concluded 雪夜1号 2020-12-18 persons=3
        links.Linked           雪夜1号 2020-12-18 to_case=雪夜1号
        trials.Docketed        雪夜1号 2020-12-21 persons=2
        """,
        "links.concluded_docketed",
        "reviewed=1 docketed=1",
        "reviewed=3 docketed=2 not_prosecuted=1",
    ),
)


def terms(words: str) -> dict[str, int]:
    """Read ``taken_on=1 pending=1``."""
    return {name: int(number) for name, number in (pair.split("=") for pair in words.split())}


@pytest.mark.parametrize("crossing", CROSSINGS, ids=lambda c: c.en)
def test_a_bridge_comes_out_as_the_manual_says(tmp_path: Path, crossing: Crossing) -> None:
    rows = [line.split() for line in crossing.records.strip().splitlines()]
    records = [record(kind, case, on, **dict(pair.split("=") for pair in own)) for kind, case, on, *own in rows]
    found = settled(tmp_path, crossing.bridge, records, "2020", crossing.scopes)
    assert numbers(found["cases"]) == terms(crossing.cases)
    assert numbers(found["persons"]) == terms(crossing.persons)

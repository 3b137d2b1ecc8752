"""Made-up batches and sites. Headcounts only."""

from typing import Any

from plumbline.lines.arrivals.records import Arrived, Left, Placed, SiteClosed, SiteOpened, Transferred
from plumbline.records.made_up import Example, example

CITY = "兰州市公安局"
NEW_AREA = "兰州新区公安局"

Happened = tuple[Any, ...]


def _site(name: str, shows: str, case: str, body: str, *happened: Happened) -> Example:
    told = ((kind, on, {"capacity": holds[0]} if holds else {}) for kind, on, *holds in happened)
    return example(name, shows, case, body, *told)


def _batch(name: str, shows: str, case: str, body: str, came: tuple[str, int], *moved: Happened) -> Example:
    """A batch: the day and number it came with, then its moves (kind, day, site, persons)."""
    told = ((kind, on, {"site": site, "persons": persons}) for kind, on, site, persons in moved)
    return example(name, shows, case, body, (Arrived, came[0], {"persons": came[1]}), *told)


EXAMPLES = (
    _site("牡丹园|Peony", "一直启用|open throughout", "点1号", CITY, (SiteOpened, "2020-03-10", 120)),
    _site(
        "黄河楼|River house", "扩容后停用|enlarged, then closed", "点2号", CITY,
        (SiteOpened, "2020-03-15", 80), (SiteOpened, "2020-04-01", 100), (SiteClosed, "2020-06-30"),
    ),
    _site("飞天苑|Apsara", "另一单位的点|another body's", "新点1号", NEW_AREA, (SiteOpened, "2020-03-20", 60)),
    _site(
        "小西湖|Little West Lake", "有人未走即停用|closed with people in it", "点4号", CITY,
        (SiteOpened, "2020-03-12", 30), (SiteClosed, "2020-03-31"),
    ),
    _batch(
        "头一批|The first", "一人转送医院|one taken to hospital", "境外2020-1批", CITY, ("2020-03-12", 100),
        (Placed, "2020-03-12", "点1号", 100), (Transferred, "2020-03-18", "点1号", 1), (Left, "2020-03-26", "点1号", 99),
    ),
    _batch(
        "分住两点|Two roofs", "一批分住两点|one batch at two sites", "境外2020-2批", CITY, ("2020-03-20", 90),
        (Placed, "2020-03-20", "点1号", 20), (Placed, "2020-03-20", "点2号", 70),
        (Left, "2020-04-03", "点1号", 20), (Left, "2020-04-03", "点2号", 70),
    ),
    _batch(
        "停用之后|After the closing", "留观点停用后才走|left after it was closed", "境外2020-3批", CITY, ("2020-03-28", 110),
        (Placed, "2020-03-28", "点1号", 90), (Placed, "2020-03-28", "点4号", 20),
        (Left, "2020-04-11", "点1号", 90), (Left, "2020-04-11", "点4号", 20),
    ),
    _batch(
        "挤一夜|One night too full", "超容十人，次日调走|ten too many for a night", "新区2020-1批", NEW_AREA, ("2020-04-05", 70),
        (Placed, "2020-04-05", "新点1号", 70), (Left, "2020-04-06", "新点1号", 10), (Left, "2020-04-19", "新点1号", 60),
    ),
    _batch(
        "春末|Late spring", "平常一批|an ordinary batch", "境外2020-5批", CITY, ("2020-04-20", 50),
        (Placed, "2020-04-20", "点2号", 50), (Left, "2020-05-04", "点2号", 50),
    ),
    _batch(
        "跨年|Over New Year", "五人未安置|five never placed", "境外2020-6批", CITY, ("2020-12-25", 40),
        (Placed, "2020-12-25", "点1号", 35), (Left, "2021-01-08", "点1号", 35),
    ),
    _batch(
        "元旦入住|Placed on New Year's Day", "年末待安置|waiting at the year's end", "境外2020-7批", CITY, ("2020-12-30", 25),
        (Placed, "2021-01-01", "点1号", 25), (Transferred, "2021-01-03", "点1号", 2), (Left, "2021-01-15", "点1号", 23),
    ),
    _batch(
        "开年第一批|The new year's first", "次年的批次|a batch of the next year", "境外2021-1批", CITY, ("2021-01-10", 30),
        (Placed, "2021-01-10", "点1号", 30), (Left, "2021-01-24", "点1号", 30),
    ),
)  # fmt: skip
"""Every example of the line."""

"""Made-up cases in the bodies' own ranks. Persons are headcounts, or numbers behind tokens."""

from typing import Any

from plumbline.lines.integrity.records import Disciplined, Dropped, Filed, SentForProsecution
from plumbline.records.made_up import Example, example, token

CITY = "兰州市监察委员会"
CHENGGUAN = "城关区监察委员会"
POLICE = "兰州市公安局督察支队"
SHIELD, FAVOUR, OTHER = "充当保护伞", "办关系案人情案金钱案", "其他违纪违法"

Happened = tuple[Any, ...]


def _case(name: str, shows: str, case: str, body: str, ranks: str, misconduct: str, *happened: Happened) -> Example:
    """A case of one kind in one of the ranks: both go into every record that says them."""
    said = {"ranks": ranks, "misconduct": misconduct}
    told = ((kind, on, {**({} if kind is Dropped else said), **own}) for kind, on, own in happened)
    return example(name, shows, case, body, *told)


def _some(kind: type, on: str, persons: int, **own: Any) -> Happened:
    return kind, on, {"persons": persons, **own}


def _one(kind: type, on: str, number: int, **own: Any) -> Happened:
    return kind, on, {"person": token(number), **own}


EXAMPLES = (
    _case(
        "茶楼案|Teahouse", "两人处分，一人移送|two disciplined, one sent on", "兰监立〔2020〕1号", CITY, "公安", SHIELD,
        _some(Filed, "2020-02-03", 2), _some(Disciplined, "2020-06-10", 2),
        _some(SentForProsecution, "2020-06-15", 1, scope="涉伞"),
    ),
    _case(
        "账外案|Off the books", "只有处分|disciplined only", "兰监立〔2020〕2号", CITY, "法院", FAVOUR,
        _some(Filed, "2020-03-02", 3), _some(Disciplined, "2020-09-01", 3),
    ),
    _case(
        "两人分案|Two persons, two ends", "一人移送，一人撤销|one sent on, one dropped",
        "城监立〔2020〕1号", CHENGGUAN, "公安", SHIELD,
        _one(Filed, "2020-03-10", 501), _one(Filed, "2020-03-10", 502), _one(Disciplined, "2020-07-01", 501),
        _one(Dropped, "2020-07-01", 502), _one(SentForProsecution, "2020-07-03", 501, scope="涉伞"),
    ),
    _case(
        "旧年案|From the year before", "上年立案，次年处分|filed in one year, disciplined in the next",
        "兰监立〔2019〕7号", CITY, "检察", OTHER,
        _some(Filed, "2019-11-04", 1), _some(Disciplined, "2020-01-13", 1),
    ),
    _case(
        "跨年移送案|Sent on in the new year", "上年已处分，计在上年|disciplined, and so counted, in the year before",
        "兰监立〔2019〕8号", CITY, "公安", SHIELD,
        _some(Filed, "2019-10-08", 4), _some(Disciplined, "2019-12-20", 4),
        _some(SentForProsecution, "2020-01-06", 3, scope="涉黑|涉伞"),
    ),
    _case(
        "查否案|Unfounded", "查否撤销|found baseless and dropped", "城监立〔2020〕2号", CHENGGUAN, "司法行政", OTHER,
        _some(Filed, "2020-04-01", 1), _some(Dropped, "2020-05-06", 1),
    ),
    _case(
        "在查案|Under way", "尚在审查调查|still under inquiry", "城监立〔2020〕3号", CHENGGUAN, "公安", FAVOUR,
        _some(Filed, "2020-11-16", 2),
    ),
    _case(
        "岁末案|Year's end", "次年处分、移送|disciplined and sent on in the next year", "兰监立〔2020〕3号", CITY, "法院", SHIELD,
        _some(Filed, "2020-12-21", 1), _some(Disciplined, "2021-02-01", 1),
        _some(SentForProsecution, "2021-02-03", 1, scope="涉伞"),
    ),
    _case(
        "直送案|Sent straight on", "没有处分，直接移送|sent on without discipline", "兰监立〔2020〕4号", CITY, "公安", FAVOUR,
        _some(Filed, "2020-05-11", 2), _some(SentForProsecution, "2020-08-10", 2),
    ),
    _case(
        "值班案|On duty", "公安督察办理|handled by the police's own inspectors", "兰公督〔2020〕1号", POLICE, "公安", OTHER,
        _some(Filed, "2020-06-01", 1), _some(Disciplined, "2020-06-20", 1),
    ),
    _case(
        "车管案|Vehicle office", "分两次处分|disciplined in two steps", "兰公督〔2020〕2号", POLICE, "公安", OTHER,
        _some(Filed, "2020-07-06", 5), _some(Disciplined, "2020-08-03", 3), _some(Disciplined, "2020-08-20", 2),
    ),
    _case(
        "会所案|Clubhouse", "移送即首次处理|sent on first of all", "城监立〔2020〕4号", CHENGGUAN, "其他", SHIELD,
        _some(Filed, "2020-08-03", 1), _some(SentForProsecution, "2020-10-12", 1, scope="涉伞"),
    ),
)  # fmt: skip
"""Every example of the line."""

"""Made-up disputes. Every one is invented; parties are only counted."""

from plumbline.lines.disputes.records import (
    Accepted,
    Agreed,
    Answered,
    Applied,
    Decided,
    Extended,
    Failed,
    Performed,
    Settled,
)
from plumbline.records.made_up import example

STREET = "城关区张掖路街道人民调解委员会"
VILLAGE = "七里河区西园街道人民调解委员会"
CENTRE = "兰州市矛盾纠纷多元化解中心"
CHENGGUAN, QILIHE = {"court": "城关区人民法院"}, {"court": "七里河区人民法院"}

WATER_PIPE = example(
    "水管案|Water pipe",
    "口头协议，当场记录，如约履行|an oral agreement, written down on the spot and kept",
    "张调〔2020〕1号",
    STREET,
    (Accepted, "2020-03-02", {"dispute": "邻里", "came_by": "当事人申请", "parties": 2}),
    (Settled, "2020-03-06"),
    (Agreed, "2020-03-06", {"form": "口头"}),
    (Performed, "2020-03-10", {"extent": "全部"}),
)
MELON_STALL = example(
    "瓜摊案|Melon stall",
    "排查发现，两日调成|found by screening, settled in two days",
    "张调〔2020〕2号",
    STREET,
    (Accepted, "2020-07-06", {"dispute": "消费", "came_by": "排查发现", "parties": 2}),
    (Settled, "2020-07-08"),
    (Agreed, "2020-07-08", {"form": "书面", "amount_fen": 120_000}),
    (Performed, "2020-07-20", {"extent": "全部"}),
)
WAGES = example(
    "工钱案|Wages",
    "调成后司法确认，如期履行|settled, confirmed by a court, kept",
    "张调〔2020〕3号",
    STREET,
    (Accepted, "2020-01-06", {"dispute": "劳动", "came_by": "当事人申请", "parties": 13}),
    (Settled, "2020-01-15"),
    (Agreed, "2020-01-15", {"form": "书面", "amount_fen": 8_600_000}),
    (Applied, "2020-01-17", CHENGGUAN),
    (Answered, "2020-01-20", CHENGGUAN | {"answer": "受理"}),
    (Decided, "2020-02-03", CHENGGUAN | {"outcome": "确认有效"}),
    (Performed, "2020-02-10", {"extent": "全部"}),
)
SHEEPFOLD = example(
    "羊圈案|Sheepfold",
    "协议生效第三十一日才申请确认，法院不予受理|confirmation applied for on the thirty-first day, not accepted",
    "张调〔2020〕4号",
    STREET,
    (Accepted, "2020-04-01", {"dispute": "土地", "came_by": "当事人申请", "parties": 4}),
    (Settled, "2020-04-20"),
    (Agreed, "2020-04-20", {"form": "书面"}),
    (Applied, "2020-05-21", CHENGGUAN),
    (Answered, "2020-05-22", CHENGGUAN | {"answer": "不予受理"}),
)
COURTYARD_WALL = example(
    "院墙案|Courtyard wall",
    "调解不成，转入诉讼|not settled, went to court",
    "西调〔2020〕1号",
    VILLAGE,
    (Accepted, "2020-05-06", {"dispute": "邻里", "came_by": "排查发现", "parties": 2}),
    (Failed, "2020-06-05", {"went_to": "诉讼"}),
)
OVERTIME = example(
    "加班案|Overtime",
    "调解不成，转入仲裁|not settled, went to arbitration",
    "西调〔2020〕2号",
    VILLAGE,
    (Accepted, "2020-06-08", {"dispute": "劳动", "came_by": "当事人申请", "parties": 6}),
    (Failed, "2020-07-10", {"went_to": "仲裁"}),
)
BOUNDARY_STONE = example(
    "界石案|Boundary stone",
    "调解不成，由行政机关处理|not settled, went to an authority",
    "兰化〔2020〕1号",
    CENTRE,
    (Accepted, "2020-08-03", {"dispute": "土地", "came_by": "其他移交", "parties": 5}),
    (Failed, "2020-09-18", {"went_to": "行政处理"}),
)
DOORBELL = example(
    "门铃案|Doorbell",
    "一方要求终止调解，去向另记|ended at one party's wish",
    "兰化〔2020〕2号",
    CENTRE,
    (Accepted, "2020-09-01", {"dispute": "物业", "came_by": "当事人申请", "parties": 3}),
    (Failed, "2020-09-30", {"went_to": "其他"}),
)
OLD_DEBT = example(
    "旧账案|Old debt",
    "上年受理，本年调成|taken on in one year, settled in the next",
    "张调〔2019〕9号",
    STREET,
    (Accepted, "2019-11-11", {"dispute": "损害赔偿", "came_by": "排查发现", "parties": 2}),
    (Settled, "2020-01-08"),
    (Agreed, "2020-01-08", {"form": "书面", "amount_fen": 3_000_000}),
)
NEW_YEAR = example(
    "跨年案|New Year's Eve",
    "年末受理，次年调成|taken on at the end of a year, settled in the next",
    "兰化〔2020〕3号",
    CENTRE,
    (Accepted, "2020-12-28", {"dispute": "婚姻家庭", "came_by": "当事人申请", "parties": 2}),
    (Settled, "2021-01-05"),
)
LONG_RUN = example(
    "长跑案|Long run",
    "院长批准延长十日后确认，只履行一部分|confirmed after ten days more by leave of the president; kept in part",
    "西调〔2020〕3号",
    VILLAGE,
    (Accepted, "2020-08-10", {"dispute": "损害赔偿", "came_by": "公安移交", "parties": 3}),
    (Settled, "2020-08-24"),
    (Agreed, "2020-08-24", {"form": "书面", "amount_fen": 15_000_000}),
    (Applied, "2020-08-31", QILIHE),
    (Answered, "2020-09-02", QILIHE | {"answer": "受理"}),
    (Extended, "2020-09-15", QILIHE | {"approver": "本院院长", "days": 10}),
    (Decided, "2020-09-25", QILIHE | {"outcome": "确认有效"}),
    (Performed, "2020-10-20", {"extent": "部分"}),
)
TWO_RULES = example(
    "两尺案|Two yardsticks",
    "第二十三日驳回：逾十五日，未逾三十日|rejected on the twenty-third day: over fifteen, within thirty",
    "兰化〔2020〕4号",
    CENTRE,
    (Accepted, "2020-10-12", {"dispute": "物业", "came_by": "法院委派", "parties": 2}),
    (Settled, "2020-10-20"),
    (Agreed, "2020-10-20", {"form": "书面"}),
    (Applied, "2020-10-26", CHENGGUAN),
    (Answered, "2020-10-28", CHENGGUAN | {"answer": "受理"}),
    (Decided, "2020-11-20", CHENGGUAN | {"outcome": "驳回申请"}),
)
OLD_TREE = example(
    "老树案|Old tree",
    "年末仍在调解|still in mediation at the year's end",
    "西调〔2020〕4号",
    VILLAGE,
    (Accepted, "2020-11-09", {"dispute": "邻里", "came_by": "排查发现", "parties": 2}),
)
SECOND_HELPING = example(
    "回锅案|Second helping",
    "调成又反悔，同一编号再次受理，转入诉讼|settled, taken on again under one number, and went to court",
    "张调〔2020〕5号",
    STREET,
    (Accepted, "2020-02-10", {"dispute": "消费", "came_by": "当事人申请", "parties": 2}),
    (Settled, "2020-02-17"),
    (Agreed, "2020-02-17", {"form": "口头"}),
    (Accepted, "2020-06-15", {"dispute": "消费", "came_by": "当事人申请", "parties": 2}),
    (Failed, "2020-07-01", {"went_to": "诉讼"}),
)
SNOWY_NIGHT = example(
    "雪夜案|Snowy night",
    "年末调成，尚可申请司法确认|settled late in the year; confirmation may still be applied for",
    "张调〔2020〕6号",
    STREET,
    (Accepted, "2020-12-21", {"dispute": "其他", "came_by": "排查发现", "parties": 2}),
    (Settled, "2020-12-30"),
    (Agreed, "2020-12-30", {"form": "书面", "amount_fen": 500_000}),
)

EXAMPLES = (
    OLD_DEBT, WATER_PIPE, MELON_STALL, WAGES, SHEEPFOLD, COURTYARD_WALL, OVERTIME, BOUNDARY_STONE, DOORBELL, LONG_RUN,
    TWO_RULES, OLD_TREE, SECOND_HELPING, SNOWY_NIGHT, NEW_YEAR,
)  # fmt: skip
"""Every example of the line."""

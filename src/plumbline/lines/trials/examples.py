"""Made-up trials. Every one is invented; the same nicknames go through all lines of work."""

from plumbline.lines.trials.records import (
    Concluded,
    Converted,
    Docketed,
    Excluded,
    Extended,
    Heard,
    Postponed,
    Resumed,
    Retransferred,
    Suspended,
)
from plumbline.records.made_up import example

CHENGGUAN = "城关区人民法院"
QILIHE = "七里河区人民法院"
CITY = "兰州市中级人民法院"
GANG, EVIL = "涉黑", "涉恶"

LANTERN = example(
    "灯会案|Lantern fair",
    "从收案到宣判的平常一案|an ordinary trial from docket to judgment",
    "（2020）甘0102刑初1号",
    CHENGGUAN,
    (Docketed, "2020-01-22", {"offence": "盗窃罪", "persons": 2, "in_custody": True}),
    (Heard, "2020-02-24"),
    (Concluded, "2020-03-10", {"persons": 2}),
)
LANTERN_APPEAL = example(
    "灯会案二审|Lantern fair, on appeal",
    "上诉后另立一案，各审级各计一件|an appeal is a case of its own: one at each instance",
    "（2020）甘01刑终1号",
    CITY,
    (Docketed, "2020-03-25", {"offence": "盗窃罪", "persons": 2, "instance": "二审"}),
    (Concluded, "2020-05-22", {"persons": 2, "outcome": "裁定"}),
)
FERRY = example(
    "渡口案|Ferry",
    "经上一级法院批准延长审限|its limit extended by the court above",
    "（2020）甘0102刑初2号",
    CHENGGUAN,
    (
        Docketed,
        "2020-06-15",
        {"offence": "参加黑社会性质组织罪", "persons": 5, "scope": GANG, "over_three_years": True},
    ),
    (Heard, "2020-07-20"),
    (Extended, "2020-08-28", {"approver": "上一级法院", "months": 3}),
    (Concluded, "2020-11-06", {"persons": 5, "scope": GANG}),
)
MELON = example(
    "西瓜案之一|Watermelon, first file",
    "一案起诉，分两案审理|prosecuted as one, tried as two",
    "（2020）甘0102刑初3号",
    CHENGGUAN,
    (Docketed, "2020-05-11", {"offence": "寻衅滋事罪", "persons": 3, "scope": EVIL}),
    (Heard, "2020-06-01"),
    (Concluded, "2020-07-03", {"persons": 3, "scope": EVIL}),
)
MELON_TWO = example(
    "西瓜案之二|Watermelon, second file",
    "分案审理的另一半|the other half of the split",
    "（2020）甘0102刑初4号",
    CHENGGUAN,
    (Docketed, "2020-05-11", {"offence": "寻衅滋事罪", "persons": 2, "scope": EVIL}),
    (Heard, "2020-06-02"),
    (Concluded, "2020-07-03", {"persons": 2, "scope": EVIL}),
)
WATERWHEEL = example(
    "水车案|Waterwheel",
    "两案起诉，并为一案审理|prosecuted as two, tried as one",
    "（2020）甘0103刑初5号",
    QILIHE,
    (Docketed, "2020-04-08", {"offence": "敲诈勒索罪", "persons": 4, "scope": EVIL}),
    (Heard, "2020-05-06"),
    (Concluded, "2020-06-05", {"persons": 4, "scope": EVIL}),
)
PAGODA = example(
    "白塔案|White pagoda",
    "中止审理两个月后恢复|suspended for two months and resumed",
    "（2020）甘0102刑初6号",
    CHENGGUAN,
    (Docketed, "2020-03-02", {"offence": "诈骗罪", "persons": 1}),
    (Suspended, "2020-03-20"),
    (Resumed, "2020-05-20"),
    (Heard, "2020-06-10"),
    (Concluded, "2020-07-01", {"persons": 1}),
)
NOODLES = example(
    "牛肉面案|Beef noodles",
    "简易程序转为普通程序|turned from summary to ordinary procedure",
    "（2020）甘0102刑初7号",
    CHENGGUAN,
    (Docketed, "2020-04-01", {"offence": "故意伤害罪", "persons": 1, "procedure": "简易"}),
    (Converted, "2020-04-15", {"procedure": "普通"}),
    (Heard, "2020-05-12"),
    (Concluded, "2020-06-12", {"persons": 1}),
)
MONTH_END = example(
    "月末案|Month's end",
    "二月二十九日收案，两种算法差一天|docketed on 29 February, where two readings differ by a day",
    "（2020）甘0103刑初8号",
    QILIHE,
    (Docketed, "2020-02-29", {"offence": "危险驾驶罪", "persons": 1}),
    (Excluded, "2020-03-04", {"reason": "另行委托辩护人", "until": "2020-03-09"}),
    (Heard, "2020-03-25"),
    (Concluded, "2020-04-30", {"persons": 1}),
)
DAY_OVER = example(
    "超一日案|A day over",
    "速裁十日止于周六，顺延至周一，周二才审结|ten days ended on a Saturday, ran on to Monday; concluded on Tuesday",
    "（2020）甘0103刑初9号",
    QILIHE,
    (Docketed, "2020-07-15", {"offence": "危险驾驶罪", "persons": 1, "procedure": "速裁"}),
    (Heard, "2020-07-28"),
    (Concluded, "2020-07-28", {"persons": 1}),
)
OLD_DEBT = example(
    "旧账案|Old debt",
    "上年收案，本年审结|docketed in one year, concluded in the next",
    "（2019）甘0102刑初90号",
    CHENGGUAN,
    (Docketed, "2019-10-08", {"offence": "寻衅滋事罪", "persons": 3, "scope": EVIL}),
    (Heard, "2019-12-02"),
    (Concluded, "2020-01-07", {"persons": 3, "scope": EVIL}),
)
NEW_YEAR = example(
    "跨年案|New Year's Eve",
    "年末起诉，次年才收案|prosecuted on the last day of a year, docketed in the next",
    "（2021）甘0102刑初1号",
    CHENGGUAN,
    (Docketed, "2021-01-04", {"offence": "组织黑社会性质组织罪", "persons": 2, "scope": GANG}),
)
VILLAGE_GATE = example(
    "村口案|Village gate",
    "法院标为涉霸，检察院未标；已开庭未宣判|tagged by the court and not by the procuratorate; heard, not judged",
    "（2020）甘0103刑初10号",
    QILIHE,
    (Docketed, "2020-09-14", {"offence": "强迫交易罪", "persons": 6, "scope": "涉霸"}),
    (Heard, "2020-10-20"),
    (Postponed, "2020-10-21", {"round": 1}),
    (Retransferred, "2020-11-20", {"round": 1}),
)
SNOWY_NIGHT = example(
    "雪夜案|Snowy night",
    "年末收案，未开庭|docketed late in the year, not yet heard",
    "（2020）甘0102刑初11号",
    CHENGGUAN,
    (Docketed, "2020-12-21", {"offence": "敲诈勒索罪", "persons": 2, "scope": "涉恶|涉伞"}),
)
SECOND_HELPING = example(
    "回炉案|Second helping",
    "撤诉后再次起诉，同一案号两次收案|withdrawn and prosecuted again: docketed twice under one number",
    "（2020）甘0103刑初13号",
    QILIHE,
    (Docketed, "2020-03-16", {"offence": "合同诈骗罪", "persons": 1}),
    (Concluded, "2020-05-15", {"persons": 1, "outcome": "准许撤诉"}),
    (Docketed, "2020-08-03", {"offence": "合同诈骗罪", "persons": 1}),
    (Heard, "2020-09-08"),
    (Concluded, "2020-10-09", {"persons": 1}),
)

EXAMPLES = (
    OLD_DEBT, LANTERN, LANTERN_APPEAL, FERRY, MELON, MELON_TWO, WATERWHEEL, PAGODA, NOODLES, MONTH_END, DAY_OVER,
    VILLAGE_GATE, SNOWY_NIGHT, SECOND_HELPING, NEW_YEAR,
)  # fmt: skip
"""Every example of the line."""

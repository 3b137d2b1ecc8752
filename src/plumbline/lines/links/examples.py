"""Made-up links between the made-up cases of the other lines, as the bodies would write them down."""

from plumbline.lines.links.records import Linked
from plumbline.records.made_up import Example, example

POLICE = {"城": "兰州市公安局城关分局", "七": "兰州市公安局七里河分局"}
PROCURATORATE = {"城": "城关区人民检察院", "七": "七里河区人民检察院"}
COURT = {"城": "城关区人民法院", "七": "七里河区人民法院"}


def _to_procuratorate(name: str, at: str, case: str, to_case: str, *days: str, persons: int | None = None) -> Example:
    """The police's file becomes the procuratorate's."""
    to = {"from_line": "investigations", "to_line": "prosecutions", "to_case": to_case, "to_body": PROCURATORATE[at]}
    sent = ((Linked, day, {"how": "移送" if day == days[0] else "重新移送", "persons": persons, **to}) for day in days)
    return example(name, "移送审查起诉|transferred for prosecution", f"兰公（{at}）刑立字{case}", POLICE[at], *sent)


def _to_court(name: str, at: str, case: str, to_case: str, *days: str, how: str = "移送") -> Example:
    """The procuratorate's file becomes the court's."""
    to = {"from_line": "prosecutions", "to_line": "trials", "to_case": to_case, "to_body": COURT[at]}
    sent = ((Linked, day, {"how": how if day == days[0] else "重新移送", **to}) for day in days)
    return example(name, "提起公诉|sent to court", f"{at}检受{case}", PROCURATORATE[at], *sent)


def _to_police(name: str, body: str, case: str, to_body: str, to_case: str, *days: str) -> Example:
    """A river body's case becomes the police's."""
    to = {"from_line": "rivers", "to_line": "investigations", "to_case": to_case, "to_body": to_body}
    sent = ((Linked, day, {"how": "移送" if day == days[0] else "重新移送", **to}) for day in days)
    return example(name, "移送公安机关|referred to the police", case, body, *sent)


def _from_ranks(name: str, case: str, body: str, to_case: str, day: str, persons: int) -> Example:
    """A case in the ranks goes to the city's procuratorate, whose register is still to come."""
    to = {"from_line": "integrity", "to_line": "prosecutions", "to_case": to_case, "to_body": "兰州市人民检察院"}
    sent = {"how": "移送", "persons": persons, **to}
    return example(name, "移送司法，尚未受理|sent for prosecution, not yet received", case, body, (Linked, day, sent))


EXAMPLES = (
    _to_procuratorate("旧账案|Old debt", "城", "〔2019〕8号", "城检受〔2019〕80号", "2019-09-02"),
    _to_procuratorate("灯会案|Lantern fair", "城", "〔2019〕11号", "城检受〔2020〕1号", "2020-01-06", persons=2),
    _to_procuratorate("渡口案|Ferry", "城", "〔2019〕12号", "城检受〔2020〕2号", "2020-01-13", persons=5),
    _to_procuratorate("西瓜案|Watermelon", "城", "〔2020〕3号", "城检受〔2020〕3号", "2020-04-13"),
    _to_procuratorate("水车案之一|Waterwheel, first file", "七", "〔2020〕4号", "七检受〔2020〕4号", "2020-03-09"),
    _to_procuratorate("水车案之二|Waterwheel, second file", "七", "〔2020〕5号", "七检受〔2020〕5号", "2020-03-11"),
    _to_procuratorate("白塔案|White pagoda", "城", "〔2019〕16号", "城检受〔2020〕6号", "2020-02-03"),
    _to_procuratorate("牛肉面案|Beef noodles", "城", "〔2020〕7号", "城检受〔2020〕7号", "2020-03-16"),
    _to_procuratorate("月末案|Month's end", "七", "〔2019〕1号", "七检受〔2020〕1号", "2020-01-31"),
    _to_procuratorate("超一日案|A day over", "七", "〔2020〕9号", "七检受〔2020〕9号", "2020-07-03"),
    _to_procuratorate("村口案|Village gate", "七", "〔2020〕10号", "七检受〔2020〕10号", "2020-08-10"),
    _to_procuratorate("雪夜案|Snowy night", "城", "〔2020〕11号", "城检受〔2020〕11号", "2020-11-23"),
    _to_procuratorate("远行案|Far away", "城", "〔2020〕12号", "城检受〔2020〕12号", "2020-10-12"),
    _to_procuratorate("回炉案|Second helping", "七", "〔2020〕2号", "七检受〔2020〕3号", "2020-02-17", "2020-07-06"),
    _to_procuratorate("石榴案|Pomegranate", "七", "〔2020〕20号", "七检受〔2020〕20号", "2020-12-07"),
    _to_procuratorate("风筝案|Kite", "城", "〔2020〕8号", "城检受〔2020〕8号", "2020-06-01"),
    _to_procuratorate("跨年案|New Year's Eve", "城", "〔2020〕13号", "城检受〔2020〕13号", "2020-12-02"),
    _to_court("旧账案起诉|Old debt, prosecuted", "城", "〔2019〕80号", "（2019）甘0102刑初90号", "2019-09-30"),
    _to_court("灯会案起诉|Lantern fair, prosecuted", "城", "〔2020〕1号", "（2020）甘0102刑初1号", "2020-01-20"),
    _to_court("渡口案起诉|Ferry, prosecuted", "城", "〔2020〕2号", "（2020）甘0102刑初2号", "2020-06-12"),
    _to_court("西瓜案之一起诉|Watermelon, first file, prosecuted",
              "城", "〔2020〕3号", "（2020）甘0102刑初3号", "2020-05-08", how="分案"),
    _to_court("西瓜案之二起诉|Watermelon, second file, prosecuted",
              "城", "〔2020〕3号", "（2020）甘0102刑初4号", "2020-05-08", how="分案"),
    _to_court("水车案之一起诉|Waterwheel, first file, prosecuted",
              "七", "〔2020〕4号", "（2020）甘0103刑初5号", "2020-04-03", how="并案"),
    _to_court("水车案之二起诉|Waterwheel, second file, prosecuted",
              "七", "〔2020〕5号", "（2020）甘0103刑初5号", "2020-04-03", how="并案"),
    _to_court("白塔案起诉|White pagoda, prosecuted", "城", "〔2020〕6号", "（2020）甘0102刑初6号", "2020-02-28"),
    _to_court("牛肉面案起诉|Beef noodles, prosecuted", "城", "〔2020〕7号", "（2020）甘0102刑初7号", "2020-03-31"),
    _to_court("月末案起诉|Month's end, prosecuted", "七", "〔2020〕1号", "（2020）甘0103刑初8号", "2020-02-28"),
    _to_court("超一日案起诉|A day over, prosecuted", "七", "〔2020〕9号", "（2020）甘0103刑初9号", "2020-07-13"),
    _to_court("村口案起诉|Village gate, prosecuted", "七", "〔2020〕10号", "（2020）甘0103刑初10号", "2020-09-10"),
    _to_court("雪夜案起诉|Snowy night, prosecuted", "城", "〔2020〕11号", "（2020）甘0102刑初11号", "2020-12-18"),
    _to_court("回炉案起诉|Second helping, prosecuted", "七", "〔2020〕3号", "（2020）甘0103刑初13号", "2020-03-13", "2020-07-31"),
    _to_court("跨年案起诉|New Year's Eve, prosecuted", "城", "〔2020〕13号", "（2021）甘0102刑初1号", "2020-12-31"),
    _to_police("采砂船案移送|Sand dredger, referred", "城关区水务局", "城河〔2020〕2号", "永登县公安局",
               "永公刑立字〔2020〕30号", "2020-04-10"),
    _to_police("挖沙坑案移送|Sand pit, referred", "七里河区水务局", "七河〔2020〕2号", "榆中县公安局",
               "榆公刑立字〔2020〕31号", "2020-07-20", "2020-08-03"),
    _to_police("夜采案移送|Dredging by night, referred", "城关区水务局", "城河〔2020〕7号", "永登县公安局",
               "永公刑立字〔2020〕32号", "2020-12-29"),
    _from_ranks("茶楼案移送|Teahouse, sent on", "兰监立〔2020〕1号", "兰州市监察委员会", "兰检受〔2020〕31号", "2020-06-15", 1),
    _from_ranks("分案移送|Two persons, one sent on",
                "城监立〔2020〕1号", "城关区监察委员会", "兰检受〔2020〕32号", "2020-07-03", 1),
    _from_ranks("跨年案移送|New year, sent on", "兰监立〔2019〕8号", "兰州市监察委员会", "兰检受〔2020〕33号", "2020-01-06", 3),
    _from_ranks("会所案移送|Clubhouse, sent on", "城监立〔2020〕4号", "城关区监察委员会", "兰检受〔2020〕34号", "2020-10-12", 1),
    _from_ranks("岁末案移送|Year's end, sent on", "兰监立〔2020〕3号", "兰州市监察委员会", "兰检受〔2021〕31号", "2021-02-03", 1),
    example(
        "远行案移送|Far away, moved", "改变管辖，移送他市|moved to another city", "城检受〔2020〕12号", PROCURATORATE["城"],
        (Linked, "2020-10-26", {"how": "改变管辖", "from_line": "prosecutions", "to_line": "prosecutions",
                                "to_case": "白检受〔2020〕7号", "to_body": "白银市人民检察院", "persons": 4}),
    ),
    example(
        "灯会案上诉|Lantern fair, appealed", "上诉|appealed", "（2020）甘0102刑初1号", COURT["城"],
        (Linked, "2020-03-20", {"how": "上诉", "from_line": "trials", "to_line": "trials",
                                "to_case": "（2020）甘01刑终1号", "to_body": "兰州市中级人民法院", "persons": 2}),
    ),
)  # fmt: skip
"""Every example of the line."""

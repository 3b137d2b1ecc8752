"""The laws the limits rest on, each in the edition that was read, with the days it is in force.

``tag`` is the evidence: V the text itself was read, S a published page says so, K known but not found in what was
read, C sources conflict and both readings are computed.
"""

from datetime import date
from typing import Literal, NamedTuple

from plumbline.errors import Words

Tag = Literal["V", "S", "K", "C"]
TAGS = {
    "V": Words("已核对原文", "the text itself was read"),
    "S": Words("依公开转述", "a published page says so"),
    "K": Words("有待查证", "known, not found in what was read"),
    "C": Words("有两种说法，均予计算", "sources conflict, both are computed"),
}


class Edition(NamedTuple):
    """One edition of a law: its name, the days it is in force (both included), the evidence for it."""

    name: Words
    since: date
    until: date | None = None
    tag: Tag = "V"

    def __call__(self, *articles: int | str) -> "Cited":
        """Cite articles of this edition."""
        return Cited(self, tuple(map(str, articles)))

    def in_force(self, day: date) -> bool:
        """Whether a case of ``day`` is judged by this edition."""
        return self.since <= day and (self.until is None or day <= self.until)


class Cited(NamedTuple):
    """Articles of an edition, by number; a paragraph is written ``105(4)``."""

    edition: Edition
    articles: tuple[str, ...]

    @property
    def words(self) -> Words:
        """The citation in both languages."""
        zh = "、".join(
            f"第{a}条" if "(" not in a else f"第{a.replace('(', '条第').replace(')', '款')}" for a in self.articles
        )
        name = self.edition.name
        return Words(f"《{name.zh}》{zh}", f"{name.en}, art. {', '.join(self.articles)}")


CPL = Edition(Words("刑事诉讼法（2018年修正）", "Criminal Procedure Law (2018)"), date(2018, 10, 26))
SPC_2012 = Edition(
    Words(
        "最高人民法院关于适用刑事诉讼法的解释（法释〔2012〕21号）",
        "SPC interpretation of the Criminal Procedure Law (2012)",
    ),
    date(2013, 1, 1),
    date(2021, 2, 28),
)
SPC_2021 = Edition(
    Words(
        "最高人民法院关于适用刑事诉讼法的解释（法释〔2021〕1号）",
        "SPC interpretation of the Criminal Procedure Law (2021)",
    ),
    date(2021, 3, 1),
)
SPP = Edition(
    Words("人民检察院刑事诉讼规则（2019年）", "Criminal procedure rules of the procuratorates (2019)"),
    date(2019, 12, 30),
)
MPS = Edition(
    Words("公安机关办理刑事案件程序规定（2020年修正）", "Criminal procedure rules of the police (2020)"),
    date(2020, 9, 1),
    None,
    "K",
)
"""The text was read; that it is in force from 2020-09-01 was not found in it."""
CUSTODY_2006 = Edition(
    Words("公安机关适用刑事羁押期限规定（公通字〔2006〕17号）", "Police rules on terms of custody (2006)"),
    date(2006, 5, 1),
    None,
    "S",
)
SX_2000 = Edition(
    Words("最高人民法院关于严格执行案件审理期限制度的若干规定（2000年）", "SPC rules on trial limits (2000)"),
    date(2000, 9, 28),
)
RMTJ = Edition(Words("人民调解法", "People's Mediation Law"), date(2011, 1, 1))
SFQR = Edition(
    Words(
        "最高人民法院关于人民调解协议司法确认程序的若干规定（法释〔2011〕5号）",
        "SPC rules on the confirmation of mediation agreements (2011)",
    ),
    date(2011, 3, 30),
)
CVL_2017 = Edition(
    Words("民事诉讼法（2017年修正）", "Civil Procedure Law (2017)"), date(2017, 7, 1), date(2021, 12, 31), "K"
)
"""Not read: neither its days nor the numbers of its articles were found in what was read."""
CVL = Edition(
    Words("民事诉讼法（2021年、2023年修正）", "Civil Procedure Law (2021, 2023)"), date(2022, 1, 1), None, "K"
)
"""Both texts were read, and say the same under one number; that the first is in force from 2022-01-01 was not found in it."""
CVL_2023 = Edition(Words("民事诉讼法（2023年修正）", "Civil Procedure Law (2023)"), date(2024, 1, 1), None, "K")
"""The text was read; that it is in force from 2024-01-01 was not found in it."""

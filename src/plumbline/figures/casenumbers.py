"""The numbers courts give their cases, as 法〔2015〕137号 (in force 2016-01-01, amended by 法〔2018〕335号) has them [S].

（收案年度）法院代字 类型代字 案件编号 号[之N]. Local habits differ, so what does not fit is worth a look, no more.
"""

import re
from datetime import date

from plumbline.errors import Words

PROVINCES = "京津沪渝冀晋内辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔云藏陕甘青宁新军兵"
FORM = re.compile(
    rf"[（(〔\[](?P<year>(?:19|20)\d\d)[）)〕\]]"
    rf"(?P<court>最高法|[{PROVINCES}](?:\d{{4}}|\d\d)?)(?P<type>[\u4e00-\u9fff]{{1,4}})(?P<no>[1-9]\d{{0,7}})号"
    r"(?:之[一二三四五六七八九十]+)?"
)
BEFORE_2016 = re.compile(r"[（(〔\[](?:19|20)\d\d[）)〕\]][\u4e00-\u9fff]+字?第\d+号")
COURTS = {
    "甘01": "兰州市中级", "甘0102": "城关", "甘0103": "七里河", "甘0104": "西固", "甘0105": "安宁", "甘0111": "红古",
    "甘0121": "永登", "甘0122": "皋兰", "甘0123": "榆中",
}  # fmt: skip
"""Lanzhou's courts by code: 甘01 and 甘0102 as published [S], the others by the rule that digits follow GB/T 2260."""


def doubt(number: str, body: str, docketed: date) -> Words | None:
    """Return what is odd about the number a court gave a case it docketed on a day; None where nothing is."""
    plain = re.sub(r"\s", "", number)
    form = FORM.fullmatch(plain)
    if not form:
        return None if BEFORE_2016.fullmatch(plain) and docketed.year < 2016 else _malformed(number)
    if int(form["year"]) != docketed.year:
        return Words(
            f"案号写 {form['year']} 年，收案在 {docketed.year} 年",
            f"numbered in {form['year']}, docketed in {docketed.year}",
        )
    named = COURTS.get(form["court"])
    if any(place in body for place in COURTS.values()) and named and named not in body:
        return Words(
            f"案号的代字 {form['court']} 是{named}法院的", f"{form['court']} is the code of another court ({named})"
        )
    return None


def _malformed(number: str) -> Words:
    return Words(f"“{number}”不合法院案号的格式", f"“{number}” has not the form of a court's case number")

"""Heads of what is said of persons: names, numbers, ways to reach them, what they are. No register holds any of it."""

from plumbline.sheets.plain import plain

_NUMBERS = ("姓名", "户名", "身份证", "公民身份", "证件号", "电话", "手机", "联系方式", "住址", "住所", "地址", "户籍")
_TRAITS = ("性别", "出生", "生日", "年龄", "民族", "籍贯", "宗教", "政治面貌")
_PERSONS = (
    "嫌疑人", "被告人", "当事人", "被害人", "证人", "举报人", "报警人", "申请人", "联系人", "负责人", "驾驶人", "死者", "伤者",
)  # fmt: skip
_WHOLE = {"name", "fullname", "idcard", "idnumber", "id", "phone", "telephone", "mobile", "address"}
_WORDS = {
    "suspect",
    "defendant",
    "victim",
    "witness",
    "caller",
    "driver",
    "informant",
    "surname",
    "sex",
    "gender",
    "birth",
    "birthday",
    "dob",
}


def personal(head: str) -> bool:
    """Return whether a head is of something that no register holds: its column is to be deleted, not renamed."""
    text, words = plain(head), set(head.lower().replace("_", " ").split())
    chinese = any(word in text for word in (*_NUMBERS, *_TRAITS)) or text.endswith(_PERSONS)
    return chinese or text in _WHOLE or not words.isdisjoint(_WORDS)

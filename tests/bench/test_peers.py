"""The peers find what they are known to find; they skip where the optional group ``bench`` is not installed."""

import pytest

from bench.peers import Fields, reading


def read(name: str, text: str) -> list[tuple[str, float | list[float] | None, str]]:
    return [(claim["text"], claim["value"], claim["unit"]) for claim in reading(name, text)["claims"]]


def spans_hold(text: str, claims: list[Fields]) -> bool:
    return all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理 1,256 件", [("1,256 件", 1256, "件")]),
        ("追缴29.26亿元", [("29.26亿元", 2926000000, "元")]),
        ("４０００ 余人", [("４０００ 余人", 4000, "人")]),
        ("上升12.8％", [("12.8％", 12.8, "%")]),
        ("占三成,即百分之三十点五", [("三成", 30, "%"), ("百分之三十点五", 30.5, "%")]),
        ("每场10至15人", [("10至15人", [10, 15], "人")]),
        ("2020年3月5日,第3次", []),
        ("近3000万元", [("近3000万元", 30000000, "元")]),
    ],
)
def test_digits(text: str, expected: list[tuple[str, float | list[float], str]]) -> None:
    pytest.importorskip("cn2an")
    assert read("digits", text) == expected


def test_jieba() -> None:
    pytest.importorskip("jieba")
    assert read("jieba", "办结 110 件,出席2953人") == [("110 件", 110, "件"), ("2953人", 2953, "人")]


def test_recognizers() -> None:
    pytest.importorskip("recognizers_number_with_unit")
    assert read("recognizers", "追缴29.26亿元,占三成") == [("29.26亿元", 2926000000, "元"), ("三成", 30, "%")]


@pytest.mark.parametrize(
    ("name", "package"), [("digits", "cn2an"), ("jieba", "jieba"), ("recognizers", "recognizers_number")]
)
def test_spans_lie_in_the_text(name: str, package: str) -> None:
    pytest.importorskip(package)
    text = "去年\n受理 ３５ 件、550多万件;百分之四十,占1.5倍。🙂 三十余万元 A3 第十四届2.12案"
    assert spans_hold(text, reading(name, text)["claims"])

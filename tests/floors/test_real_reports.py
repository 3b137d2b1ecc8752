"""Published reports: nothing in them is accused that holds, and the series show what was worked out by hand."""

from pathlib import Path

import pytest

from asking import errors
from plumbline.checks import Finding, Report, Severity, check, check_series
from plumbline.claims import read

SINGLE = [
    "hailar-2012",
    "hailar-2013",
    "hailar-2014",
    "hailar-2015",
    "national-2021",
    "npc-2020",
    "npc-2022",
    "npc-2024",
    "province-2026-guangdong",
    "province-2026-hainan",
    "province-2026-ningxia",
    "province-2026-shaanxi",
    "province-2026-zhejiang",
]
HAILAR = {
    # level and growth: what the two reports give. Levels of 2011: 198.5, 16, 84 (all 亿元), 20251 and 14315 元
    "hailar-2013": {
        ("235.2亿元", "18.5%"): "holds",  # 235.2 / 198.5 = 1.1849
        ("20.67亿元", "28.8%"): "holds",  # 20.67 / 16 = 1.2919; 16 is 15.5 to 16.5: 25.2 % to 33.4 %
        ("97.9亿元", "16.2%"): "holds",  # 97.9 / 84 = 1.1655; 84 is 83.5 to 84.5: 15.8 % to 17.3 %
        ("23267元", "14.9%"): "holds",  # 23267 / 20251 = 1.1489
        ("16720元", "16.8%"): "holds",  # 16720 / 14315 = 1.1680
    },
    "hailar-2014": {
        ("253.7亿元", "10.1%"): "untold",  # 7.9 % by levels, but growth of output is at constant prices
        ("24.85亿元", "20.3%"): "holds",  # 24.85 / 20.67 = 1.2022
        ("110.6亿元", "13%"): "holds",  # 110.6 / 97.9 = 1.1297
        ("207.2亿元", "56.6%"): "untold",  # 50.4 % by levels, but the firms above the limit changed
        ("25852元", "11.1%"): "holds",  # 25852 / 23267 = 1.1111
        ("19080元", "14.1%"): "holds",  # 19080 / 16720 = 1.1411
    },
    "hailar-2015": {
        ("274.4亿元", "9.1%"): "untold",  # 8.2 % by levels, constant prices
        ("24.9亿元", "0.4%"): "holds",  # 24.9 / 24.85 = 1.0020; 24.9 is 24.85 to 24.95: 0 % to 0.4 %
        ("121.1亿元", "33.5%"): "untold",  # 区本级全社会固定资产投资额 became 区本级固定资产投资
        ("28541元", "10.4%"): "holds",  # 28541 / 25852 = 1.1040
        ("21618元", "13.6%"): "differs",  # 21618 / 19080 = 1.1330
        ("123.4亿元", "11.6%"): "holds",  # 123.4 / 110.6 = 1.1157
        ("166.7亿元", "16.2%"): "untold",  # 207.2 the year before; the firms above the limit changed
    },
}
STATUS = {Severity.OK: "holds", Severity.UNTOLD: "untold", Severity.ERROR: "differs"}


def text(shared: Path, name: str) -> str:
    return (shared / "reports" / "plain" / f"{name}.txt").read_text(encoding="utf-8")


def series(shared: Path, *names: str) -> dict[str, tuple[Finding, ...]]:
    reports = [Report(name, read(text(shared, name))) for name in names]
    return dict(zip(names, check_series(reports), strict=True))


@pytest.mark.parametrize("name", SINGLE)
def test_no_published_report_is_accused_of_what_holds(name: str, shared: Path) -> None:
    words = text(shared, name)
    assert [(f.kind, words[f.start - 30 : f.end + 5]) for f in errors(check(read(words)))] == []


def test_four_years_of_one_district_show_what_their_figures_give(shared: Path) -> None:
    found = series(shared, "hailar-2012", "hailar-2013", "hailar-2014", "hailar-2015")
    assert found["hailar-2012"] == ()
    for name, expected in HAILAR.items():
        words = text(shared, name)
        shown = {(words[slice(*f.related[0])], words[f.start : f.end]): STATUS[f.severity] for f in found[name]}
        assert shown == expected, name


def test_the_one_growth_that_differs_names_the_base_and_both_figures(shared: Path) -> None:
    found = series(shared, "hailar-2012", "hailar-2013", "hailar-2014", "hailar-2015")
    [differs] = [f for findings in found.values() for f in errors(findings)]
    assert differs.source == "hailar-2014"
    assert "13.3%" in differs.sentence.zh
    assert "增长13.6%" in differs.sentence.zh


def test_a_changed_measure_is_told_by_its_words(shared: Path) -> None:
    found = series(shared, "hailar-2014", "hailar-2015")["hailar-2015"]
    [changed] = [f for f in found if f.kind == "other_measure"]
    assert "“区本级全社会固定资产投资额”" in changed.sentence.zh
    assert "“区本级固定资产投资”" in changed.sentence.zh


def test_assemblies_two_years_apart_are_not_held_against_each_other(shared: Path) -> None:
    # cases handled by the procuratorates: 2019, 2021 and 2023, each with its growth on the year between
    assert all(findings == () for findings in series(shared, "npc-2020", "npc-2022", "npc-2024").values())


@pytest.mark.parametrize(
    ("name", "total", "parts"),
    [
        ("npc-2020", "2956人", ["2886人", "70人"]),
        ("npc-2022", "2951人", ["2761人", "190人"]),
        ("npc-2024", "2956人", ["2877人", "79人"]),
    ],
)
def test_the_roll_call_of_each_assembly_adds_up(name: str, total: str, parts: list[str], shared: Path) -> None:
    words = text(shared, name)
    [held] = [f for f in check(read(words)) if words[f.start : f.end] == total]
    assert held.kind == "agrees"
    assert [words[start:end] for start, end in held.related] == parts


def test_laws_passed_are_the_sum_of_their_kinds(shared: Path) -> None:
    # 2024: 通过其中21件，包括制定法律6件、修改法律8件、决定7件
    words = text(shared, "npc-2024")
    sums = [f for f in check(read(words)) if words[f.start : f.end] == "21件" and len(f.related) == 3]
    assert [f.kind for f in sums] == ["agrees"]

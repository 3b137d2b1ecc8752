"""Rivers: what river bodies refer to the police and what the police file meet along links; none is counted twice."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bridging import BODIES, numbers, record, settled
from mirrors import tables
from plumbline.checks.against import Match, matches
from plumbline.claims import read as claims
from plumbline.cli.reconciled import show
from plumbline.figures.breakdown import breakdown
from plumbline.figures.bridges import Scopes
from plumbline.lines import figures
from plumbline.periods import Span, span
from plumbline.records import Record
from plumbline.web.reading.reconciling import Asked, Reconciled, reconcile, whole
from tabled import book

FIGURES = {f.id: f for f in figures()}
RIVERS, POLICE = BODIES["rivers"], BODIES["investigations"]
ENVIRONMENT = "环境资源"


def found(case: str, on: str = "2020-03-02", disorder: str = "乱采", **own: Any) -> Record:
    return record("rivers.Found", case, on, disorder=disorder, reach="黄河3段", **own)


def referred(case: str, on: str = "2020-03-10", **own: Any) -> Record:
    return record("rivers.Referred", case, on, **own)


def linked(case: str, to_case: str, on: str = "2020-03-10", **own: Any) -> Record:
    to = {"from_line": "rivers", "to_line": "investigations", "to_body": POLICE, "body": RIVERS}
    return record("links.Linked", case, on, to_case=to_case, **to | own)


def filed(case: str, on: str = "2020-03-12", scope: str = ENVIRONMENT) -> Record:
    return record("investigations.Filed", case, on, offence="非法采矿罪", scope=scope)


def crossed(folder: Path, *records: Record, scopes: Scopes = Scopes()) -> dict[str, int]:  # noqa: B008
    [found] = settled(folder, "links.referred_filed", records, scopes=scopes).values()
    return numbers(found)


def reconciled(folder: Path, *records: Record) -> Reconciled:
    return reconcile(tables(folder, records), Asked(span("2020")))


def test_as_many_filed_as_were_referred(tmp_path: Path) -> None:
    both = crossed(
        tmp_path, referred("河1", persons=3), linked("河1", "公1"), filed("公1"),
        referred("河2"), linked("河2", "公2"), filed("公2"),
    )  # fmt: skip
    assert both == {"referred": 2, "filed_environment": 2}


def test_one_in_transit_at_the_end_of_the_year(tmp_path: Path) -> None:
    told = (referred("河1", "2020-12-29"), linked("河1", "公1", "2020-12-29"), filed("公1", "2021-01-04"))
    assert crossed(tmp_path, *told) == {"referred": 1, "transit": 1}


def test_one_filed_in_the_next_year_was_sent_before(tmp_path: Path) -> None:
    told = (referred("河1", "2019-12-30"), linked("河1", "公1", "2019-12-30"), filed("公1", "2020-01-03"))
    assert crossed(tmp_path, *told) == {"filed_environment": 1, "sent_before": -1}


def test_one_referred_twice_and_filed_once(tmp_path: Path) -> None:
    told = (referred("河1"), referred("河1", "2020-04-01"), linked("河1", "公1"), filed("公1"))
    assert crossed(tmp_path, *told) == {"referred": 2, "filed_environment": 1, "sent_again": 1}


def test_two_referred_and_filed_as_one(tmp_path: Path) -> None:
    told = (
        referred("河1"),
        referred("河2"),
        linked("河1", "公1", how="并案"),
        linked("河2", "公1", how="并案"),
        filed("公1"),
    )
    assert crossed(tmp_path, *told) == {"referred": 2, "filed_environment": 1, "joined": 1}


def test_one_filed_from_elsewhere_is_the_polices_own(tmp_path: Path) -> None:
    told = (referred("河1"), linked("河1", "公1"), filed("公1"), filed("公2"), filed("公3", scope=""))
    assert crossed(tmp_path, *told) == {"referred": 1, "filed_environment": 2, "others": -1}


def test_one_filed_without_the_tag_is_outside_the_scope_there(tmp_path: Path) -> None:
    told = (referred("河1"), linked("河1", "公1"), filed("公1", scope="涉恶"))
    assert crossed(tmp_path, *told) == {"referred": 1, "scope_there": 1}


def test_a_scope_asked_for_narrows_the_filings_on_the_environment_and_brings_no_others(tmp_path: Path) -> None:
    organised = Scopes("涉黑涉恶", "涉黑涉恶")
    told = (referred("河1"), linked("河1", "公1"), filed("公1"), filed("公2", scope="涉恶"), filed("公3", scope="涉黑"))
    assert crossed(tmp_path / "apart", *told, scopes=organised) == {}
    both = (referred("河1"), linked("河1", "公1"), filed("公1", scope="环境资源、涉恶"), filed("公2", scope="涉恶"))
    assert crossed(tmp_path / "both", *both, scopes=organised) == {"filed_environment": 1, "scope_here": -1}


def test_one_referred_that_no_link_follows_stays_open(tmp_path: Path) -> None:
    assert crossed(tmp_path, referred("河1"), filed("公1")) == {
        "referred": 1, "filed_environment": 1, "others": -1, "rest": 1,
    }  # fmt: skip


def test_what_is_unlinked_is_found_on_the_river_side_only(tmp_path: Path) -> None:
    told = (
        found("河1"),
        referred("河1"),
        found("河2"),
        referred("河2"),
        linked("河2", "公9"),
        filed("公1"),
        filed("公2", "2020-09-07"),
    )
    odd = reconciled(tmp_path, *told)
    assert [(f.name, f.line, f.case, f.records) for f in odd.findings] == [
        ("no_link", "rivers", "河1", (1,)), ("dead_link", "links", "河2", (4,)),
    ]  # fmt: skip
    assert not odd.holds


def test_a_book_without_rivers_cannot_settle_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    got = reconciled(tmp_path, filed("公1"), linked("河1", "公1"))
    assert {u.bridge.id: u.missing for u in got.unsettled}["links.referred_filed"] == ("rivers",)
    assert got.findings == ()
    show(got, "zh")
    assert "清四乱移送与立案  账内没有清四乱登记簿，此项不勾稽" in capsys.readouterr().out


def test_a_book_of_rivers_and_police_settles_it_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = (found("河1"), referred("河1"), linked("河1", "公1"), filed("公1"), filed("公2"))
    got = reconciled(tmp_path, *told)
    assert got.holds
    show(got, "zh")
    shown = capsys.readouterr().out
    assert "河湖管理单位移送公安机关" in shown
    assert "其他来源" in shown


def test_the_days_there_are_take_in_the_rivers(tmp_path: Path) -> None:
    opened = tables(tmp_path, (found("河1", "2020-03-02"), filed("公1", "2020-05-06")))
    assert whole(opened) == Span(span("2020-03-02").first, span("2020-05-06").last)


@pytest.mark.parametrize("own", [{}, {"fixed_post": "岗1"}])
def test_who_put_it_right_may_not_verify_it(own: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="put it right"):
        record("rivers.Verified", "河1", "2020-03-12", fixed_by=RIVERS, verified_by=RIVERS, **own)


@pytest.mark.parametrize("own", [{"disorder": "乱倒"}, {"reach": "黄河段"}, {"chief": "某某"}])
def test_a_problem_of_another_kind_or_with_a_name_in_it_is_refused(own: dict[str, str]) -> None:
    said = {"disorder": "乱建", "reach": "黄河3段"} | own
    with pytest.raises(ValidationError):
        record("rivers.Found", "河1", "2020-03-02", **said)


def test_problems_by_kind(tmp_path: Path) -> None:
    opened = tables(tmp_path, (found("河1"), found("河2"), found("河3", disorder="乱堆"), found("河4", "2021-01-05")))
    cells = breakdown(FIGURES["rivers.found"], opened, span("2020"), ["disorder"])
    assert {c.values: c.numerator for c in cells} == {("乱采",): 2, ("乱堆",): 1}


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("破获环境资源犯罪案件22件", "investigations.cleared_files"),
        ("破获环境资源犯罪案件22起", "investigations.cleared"),
        ("依法起诉环境资源犯罪案件22件", "prosecutions.prosecuted"),
        ("整改四乱问题22个", "rivers.rectified"),
        ("发现“四乱”问题22个", "rivers.found"),
        ("清理“四乱”问题22个", "rivers.rectified"),
        ("向公安机关移送涉河湖犯罪案件22件", "rivers.referred"),
        ("排查整治安全隐患22处", "hazards.found"),
        ("排查重大安全隐患22处", "hazards.major"),
        ("逾期未整改隐患22处", "hazards.overdue"),
        ("安全隐患整改率98.6%", "hazards.rectification_rate"),
    ],
)
def test_what_reports_say_finds_one_figure(words: str, figure: str) -> None:
    [(_, got)] = matches(claims(f"2020年，{words}。"), book())
    assert isinstance(got, tuple)
    assert isinstance(got[0], Match)
    assert got[0].figure.id == figure


def test_two_stages_in_one_number_are_not_chosen_between() -> None:
    [*_, (_, got)] = matches(
        claims("2020年，持续推进“携手清四乱，保护母亲河”专项行动，依法起诉破获环境资源犯罪案件22件。"), book()
    )
    assert {f.id for f in got.figures} == {"investigations.cleared", "prosecutions.prosecuted"}

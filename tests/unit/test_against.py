"""Claims against a book, part by part: words, scopes, bodies, units, periods, and what is said where they fail."""

from dataclasses import replace
from datetime import date

import pytest

from plumbline.checks import Finding, Severity
from plumbline.checks.against import Match, against, matches
from plumbline.checks.against.bodies import home_of, is_city, whose
from plumbline.checks.against.classes import of_class
from plumbline.checks.against.dates import dates
from plumbline.checks.against.scopes import named, of_cases
from plumbline.checks.against.words import fit, plain
from plumbline.claims import read
from plumbline.errors import NotCounted, Words
from plumbline.figures import Figure, Reading
from plumbline.lines import figures
from plumbline.periods import Span, span
from plumbline.records import SCOPES
from tabled import BODIES, book

TAGS = {name: scope.tags for name, scope in SCOPES.items()}
FIGURES = {f.id: f for f in figures()}


def found(text: str, table: str = "") -> list[tuple[str, str]]:
    """Each finding's kind with the number it is about."""
    return [(f.kind, text[f.start : f.end]) for f in against(read(text), book(table))]


def only(text: str, table: str = "") -> Finding:
    [finding] = against(read(text), book(table))
    return finding


def matched(text: str) -> tuple[Match, list[Span]]:
    """The match of a text's only number, and the periods it may speak of."""
    [(_, got)] = matches(read(text), book())
    assert isinstance(got, tuple), got
    return got[0], [days.value for days in got[1]]


class TestWords:
    @pytest.mark.parametrize(
        ("claim", "phrase"),
        [
            ("受理案件", "受理案件"),
            ("案件受理", "受理案件"),
            ("共受理案件数", "受理案件"),
            ("依法提起公诉犯罪案件", "起诉案件"),
            ("侦破刑事案件", "破获刑事案件"),
            ("查封、冻结、扣押涉案资产", "查扣冻结涉案资产"),
            ("受理", "受理案件"),
        ],
    )
    def test_the_same(self, claim: str, phrase: str) -> None:
        assert fit(plain(claim), plain(phrase)).same

    @pytest.mark.parametrize(
        ("claim", "phrase"),
        [
            ("不起诉案件", "起诉案件"),
            ("审结民商事案件", "审结案件"),
            ("未开庭", "已开庭未宣判"),
            ("一审审结案件", "审结案件"),
            ("受理线索", "受理案件"),
            ("监督立案", "立案"),
            ("结案率", "结案"),
            ("", "受理案件"),
        ],
    )
    def test_another(self, claim: str, phrase: str) -> None:
        assert not fit(plain(claim), plain(phrase)).same

    def test_a_claim_that_leaves_out_its_object_is_bare(self) -> None:
        assert fit(plain("受理"), plain("受理案件")).bare
        assert not fit(plain("受理案件"), plain("受理案件")).bare

    def test_words_for_property_meet_loosely_and_never_as_well_as_the_word_itself(self) -> None:
        loose, strict = (fit(plain("查扣冻结涉案资金"), plain(p)) for p in ("查扣冻结涉案财物", "查扣冻结涉案资金"))
        assert loose.same
        assert loose.loose
        assert not strict.loose
        assert strict.score - loose.score >= 0.1


class TestScopes:
    @pytest.mark.parametrize(
        ("words", "scope", "rest", "known"),
        [
            ("受理涉黑涉恶案件", "涉黑涉恶", "受理案件", True),
            ("受理涉恶、涉黑案件", "涉黑涉恶", "受理案件", True),
            ("受理涉黑恶案件", "涉黑涉恶", "受理案件", True),
            ("受理涉黑涉恶涉霸涉伞案件", "涉黑涉恶涉霸涉伞", "受理案件", True),
            ("受理涉黑涉恶涉霸案件", "涉黑涉恶涉霸", "受理案件", False),
            ("受理涉毒案件", "涉毒", "受理案件", False),
            ("查扣冻结涉案资金", "", "查扣冻结涉案资金", True),
            ("办结环境资源案件", "环境资源", "办结案件", True),
            ("受理案件", "", "受理案件", True),
        ],
    )
    def test_named(self, words: str, scope: str, rest: str, known: bool) -> None:
        assert named(words, TAGS) == (scope, rest, known)

    def test_a_scope_is_carried_from_cases_and_not_from_groups(self) -> None:
        assert of_cases("检察机关受理涉黑涉恶案件", TAGS) == "涉黑涉恶"
        assert of_cases("打掉涉恶犯罪集团", TAGS) == ""


class TestBodies:
    @pytest.mark.parametrize(
        ("who", "fits", "bodies"),
        [
            ("", True, ("",)),
            ("全市", True, ("",)),
            ("政法机关", True, ("",)),
            ("审判机关", True, ("",)),
            ("全市两级法院", True, ("",)),
            ("兰州法院", True, ("",)),
            ("城关区法院", True, ("兰州市城关区人民法院",)),
            ("市中级人民法院", True, ("兰州市中级人民法院",)),
            ("榆中县法院", False, ("",)),
            ("检察机关", False, ("",)),
            ("全国法院", False, ("",)),
            ("我院", False, ("",)),
            ("检察机关、审判机关", False, ("",)),
            ("检察机关监督法院", False, ("",)),
            ("铁路运输法院", False, ("",)),
        ],
    )
    def test_whose(self, who: str, fits: bool, bodies: tuple[str, ...]) -> None:
        got = whose(who, FIGURES["trials.docketed"], BODIES["trials"])
        assert (got.fits, got.bodies) == (fits, bodies)

    def test_a_report_of_one_body_speaks_of_it_where_it_says_we_and_perhaps_where_it_names_none(self) -> None:
        names = BODIES["trials"]
        home = home_of("城关区人民法院工作报告\n2020年……", [n.removeprefix("兰州市") for n in names])
        assert home == "城关区人民法院"
        figure = FIGURES["trials.docketed"]
        assert whose("我院", figure, ["城关区人民法院"], home).bodies == (home,)
        assert whose("", figure, ["城关区人民法院"], home).bodies == (home, "")

    @pytest.mark.parametrize(
        ("who", "city", "fits"),
        [("全市法院", True, True), ("全市法院", False, False), ("全区法院", True, False), ("全区法院", False, True)],
    )
    def test_all_of_a_city_or_a_county_is_all_of_its_own_book_only(self, who: str, city: bool, fits: bool) -> None:
        assert whose(who, FIGURES["trials.docketed"], BODIES["trials"], city=city).fits is fits

    @pytest.mark.parametrize(
        ("name", "city"),
        [
            ("兰州市公安局", True),
            ("兰州市公安局城关分局", False),
            ("兰州市城关区人民法院", False),
            ("榆中县人民法院", False),
        ],
    )
    def test_a_citys_own_body(self, name: str, city: bool) -> None:
        assert is_city([name]) is city

    @pytest.mark.parametrize(
        ("who", "bodies"),
        [
            ("中院", ("兰州市中级人民法院",)),
            ("市中级法院", ("兰州市中级人民法院",)),
            ("法院系统", ("",)),
            ("我市法院", ("",)),
        ],
    )
    def test_shorter_names(self, who: str, bodies: tuple[str, ...]) -> None:
        assert whose(who, FIGURES["trials.docketed"], BODIES["trials"]) == (True, bodies, None)

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("2020年，七里河区法院审结刑事案件402件。", "账内没有“七里河区法院”的记录"),
            ("2020年，铁路公安机关抓获犯罪嫌疑人12人。", "账内没有“铁路公安机关”的记录"),
            ("2020年，公安部抓获犯罪嫌疑人12人。", "“公安部”不限于账内的单位"),
        ],
    )
    def test_a_body_that_the_book_has_no_registers_of_is_said(self, text: str, why: str) -> None:
        finding = only(text)
        assert (finding.kind, finding.sentence.zh) == ("no_record", why)


class TestNarrowing:
    @pytest.mark.parametrize(
        ("counted", "found"),
        [
            ("办理“套路贷”案件", "套路贷"),
            ("抓获毒品犯罪嫌疑人", "毒品"),
            ("破获刑事案件", ""),
            ("审结涉黑涉恶案件", ""),
            ("受理审查起诉案件", ""),
            ("抓获犯罪嫌疑人", None),
            ("冻结涉案资金", None),
        ],
    )
    def test_a_class_of_case_that_is_no_scope(self, counted: str, found: str | None) -> None:
        assert of_class(counted) == found

    @pytest.mark.parametrize(
        "text",
        [
            "2020年，公安机关办理套路贷案件14件，抓获犯罪嫌疑人187人。",
            "2020年，对涉民营企业的人员，检察机关不批捕187人。",
            "2020年，针对疫情期间的嫌疑人，检察机关不起诉187人。",
            "2020年，检察机关对主动退赃的嫌疑人提起公诉187人。",
            "2020年，检察机关对有自首情节的作出不起诉决定187人。",
            "2020年，法院15个派出法庭共审结刑事案件187人。",
        ],
    )
    def test_words_around_a_number_that_no_figure_knows_leave_it_open(self, text: str) -> None:
        assert found(text)[-1] == ("ambiguous", "187人")

    @pytest.mark.parametrize(
        "text",
        [
            "2020年，公安机关办理套路贷案件14件；抓获犯罪嫌疑人187人。",
            "2020年，公安机关办理套路贷案件14件，抓获各类犯罪嫌疑人187人。",
            "2020年，公安机关共抓获犯罪嫌疑人187人。",
        ],
    )
    def test_and_others_do_not(self, text: str) -> None:
        assert found(text, "investigations.caught 2020 - persons 187")[-1] == ("agrees", "187人")


class TestRespectively:
    TABLE = """
    prosecutions.received 2019 涉黑涉恶 cases 10
    prosecutions.received 2020 涉黑涉恶 cases 11
    prosecutions.received 2019 涉黑涉恶 persons 100
    prosecutions.received 2020 涉黑涉恶 persons 80
    """

    def test_each_change_is_of_the_number_in_its_place(self) -> None:
        text = "2020年，检察机关受理涉黑涉恶案件11件80人，同比分别上升10%和下降20%。"
        assert [kind for kind, _ in found(text, self.TABLE)] == ["agrees"] * 4

    def test_as_many_as_there_are_numbers_or_it_is_open(self) -> None:
        text = "2020年，检察机关受理涉黑涉恶案件11件，同比分别上升10%和下降20%。"
        kinds = [kind for kind, _ in found(text, self.TABLE)]
        assert kinds[0] == "agrees"
        assert {"agrees", "differs"}.isdisjoint(kinds[1:])


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "spans"),
        [
            ("2020年，检察机关受理涉黑涉恶案件9件。", ["2020"]),
            ("2020年上半年，检察机关受理涉黑涉恶案件9件。", ["2020-01/2020-06"]),
            ("2018年至2020年，检察机关受理涉黑涉恶案件9件。", ["2018/2020"]),
            ("2020年工作情况\n检察机关受理涉黑涉恶案件9件。", ["2020"]),
            ("2020年工作情况\n上半年，检察机关受理涉黑涉恶案件9件。", ["2020-01/2020-06"]),
            ("截至2020年11月底，检察机关办结涉黑涉恶案件9件。", ["2020-01/2020-11", "2018-01-03/2020-11-30"]),
            ("截至2020年11月底，检察机关累计办结涉黑涉恶案件9件。", ["2018-01-03/2020-11-30", "2020-01/2020-11"]),
            ("截至2020年6月30日，扫黑除恶中检察机关办结涉黑涉恶案件9件。", ["2018-01/2020-06", "2020-01/2020-06"]),
            (
                "自2018年1月扫黑除恶专项斗争开展以来，检察机关受理涉黑涉恶案件9件。（截至2020年10月底）",
                ["2018-01/2020-10"],
            ),
            ("2018年6月以来，检察机关受理涉黑涉恶案件9件。（截至2020年10月底）", ["2018-06/2020-10"]),
            ("自2018年6月15日启动以来，检察机关受理涉黑涉恶案件9件。（截至2020年10月底）", ["2018-06-15/2020-10-31"]),
            ("2020年工作情况\n年底，检察机关在办涉黑涉恶案件9件。", ["2020"]),
            ("2020年3月2日至2020年3月12日，检察机关受理涉黑涉恶案件9件。", ["2020-03-02/2020-03-12"]),
            ("2020年3月2日至12日，检察机关受理涉黑涉恶案件9件。", ["2020-03-02/2020-03-12"]),
            ("2020年3月2日到4月5日，检察机关受理涉黑涉恶案件9件。", ["2020-03-02/2020-04-05"]),
            ("2019年10月至2020年11月，检察机关受理涉黑涉恶案件9件。", ["2019-10/2020-11"]),
            ("2020年3月12日，检察机关受理涉黑涉恶案件9件。", ["2020-03-12"]),
            ("自2020年3月2日起，检察机关受理涉黑涉恶案件9件。（截至2020年10月底）", ["2020-03-02/2020-10-31"]),
        ],
    )
    def test_the_likeliest_first(self, text: str, spans: list[str]) -> None:
        assert matched(text)[1] == [span(s) for s in spans]

    @pytest.mark.parametrize("words", ["去年同期", "三年来", "近期", "“十三五”时期", "春节期间"])
    def test_words_without_a_definite_period_are_not_guessed_at(self, words: str) -> None:
        assert found(f"{words}，检察机关受理涉黑涉恶案件9件。") == [("ambiguous", "9件")]

    def test_no_period_and_no_year_in_the_report_is_not_guessed_at(self) -> None:
        assert only("检察机关受理涉黑涉恶案件9件。").sentence.zh == "文中没有写明期间。"

    @pytest.mark.parametrize("year", ["2017", "2021"])
    def test_a_period_that_the_records_do_not_reach_over_is_another(self, year: str) -> None:
        assert found(f"{year}年，检察机关受理涉黑涉恶案件9件。") == [("other_period", "9件")]

    def test_records_that_begin_in_the_first_month_reach_over_it(self) -> None:
        assert matched("2018年，检察机关受理涉黑涉恶案件9件。")[1] == [span("2018")]

    def test_an_empty_book_covers_nothing(self) -> None:
        [finding] = against(read("2020年，检察机关受理涉黑涉恶案件9件。"), book(covers=None))
        assert (finding.kind, finding.sentence.zh) == ("other_period", "账内还没有记录。")

    def test_a_report_dates_itself(self) -> None:
        text = "兰州市工作综述\n（2021年1月31日）\n2020年，受理案件9件。截至2020年12月15日，在办3件。"
        assert dates(read(text)) == (2020, date(2020, 12, 15), date(2021, 1, 31))
        assert dates(read("受理案件9件。")) == (None, None, None)

    def test_two_cut_offs_are_none(self) -> None:
        assert dates(read("截至2020年6月30日受理9件，截至2020年9月30日受理12件。")).cut_off is None


class TestVerdicts:
    PERIOD = "2020年，检察机关受理涉黑涉恶案件{}。"

    @pytest.mark.parametrize(
        ("stated", "recorded", "kind"),
        [
            ("113件", 113, "agrees"),
            ("113件", 114, "differs"),
            ("1.2万件", 12_340, "rounds"),
            ("1.2万件", 12_501, "differs"),
            ("110余件", 119, "within"),
            ("110余件", 120, "differs"),
            ("近120件", 113, "within"),
            ("100件以上", 100, "within"),
        ],
    )
    def test_at_the_precision_printed(self, stated: str, recorded: int, kind: str) -> None:
        table = (
            f"prosecutions.received 2020 涉黑涉恶 cases {recorded}\nprosecutions.on_hand 2020 涉黑涉恶 cases {recorded}"
        )
        assert found(self.PERIOD.format(stated), table) == [(kind, stated)]

    def test_received_may_include_what_was_carried_over_so_a_difference_that_explains_is_no_accusation(self) -> None:
        table = "prosecutions.received 2020 涉黑涉恶 cases 100\nprosecutions.on_hand 2020 涉黑涉恶 cases 113"
        assert found(self.PERIOD.format("113件"), table) == [("ambiguous", "113件")]

    def test_that_it_includes_them_may_be_said(self) -> None:
        table = "trials.on_hand 2020 - cases 3320"
        text = "2020年，全市法院受理刑事案件3320件（含旧存214件）。"
        assert found(text, table)[0] == ("agrees", "3320件")

    @pytest.mark.parametrize(
        ("words", "before", "now", "kind"),
        [
            ("同比上升20%", 2000, 2400, "agrees"),
            ("同比下降20%", 2000, 2400, "differs"),
            ("同比下降12.5%", 2400, 2100, "agrees"),
            ("同比上升33.3%", 1800, 2400, "rounds"),
            ("同比上升33.3%", 0, 2400, "ambiguous"),
            ("同比增加400件", 2000, 2400, "agrees"),
        ],
    )
    def test_a_change_is_held_against_two_readings(self, words: str, before: int, now: int, kind: str) -> None:
        table = f"trials.concluded 2020 - cases {now}\ntrials.concluded 2019 - cases {before}"
        text = f"2020年，全市法院审结刑事案件{now}件，{words}。"
        assert found(text, table)[1][0] == kind

    def test_a_change_from_before_the_book_begins_is_not_reckoned(self) -> None:
        text = "2018年，全市法院审结刑事案件2400件，同比上升20%。"
        assert [kind for kind, _ in found(text, "trials.concluded 2018 - cases 2400")] == ["agrees", "ambiguous"]

    def test_a_rate_that_rose_in_per_cent_may_mean_points(self) -> None:
        text = "2020年，法院涉黑涉恶案件结案率90%，同比上升5%。"
        table = "trials.clearance_rate 2020 涉黑涉恶 cases 9/10\ntrials.clearance_rate 2019 涉黑涉恶 cases 8/10"
        assert [kind for kind, _ in found(text, table)] == ["agrees", "ambiguous"]

    def test_points_are_the_difference_of_two_shares(self) -> None:
        text = "2020年，法院涉黑涉恶案件结案率90%，同比上升10个百分点。"
        table = "trials.clearance_rate 2020 涉黑涉恶 cases 9/10\ntrials.clearance_rate 2019 涉黑涉恶 cases 8/10"
        assert [kind for kind, _ in found(text, table)] == ["agrees", "agrees"]

    def test_a_share_of_nothing_is_untold(self) -> None:
        text = "2020年，法院涉黑涉恶案件结案率90%。"
        assert only(text, "trials.clearance_rate 2020 涉黑涉恶 cases 0/0").kind == "ambiguous"

    def test_one_body_of_several_is_read_alone(self) -> None:
        text = "2020年，城关区人民法院审结涉黑涉恶案件12件。"
        assert found(text, "trials.concluded 2020 涉黑涉恶 cases 12 兰州市城关区人民法院") == [("agrees", "12件")]

    def test_what_the_book_cannot_narrow_so_is_no_accusation(self) -> None:
        def refuses(figure: Figure, *_: object) -> Reading:
            raise NotCounted(
                figure.id, Words("这个指标不分单位", "it has no bodies"), Words("请不带单位读取", "Leave it out")
            )

        text = "2020年，城关区人民法院审结涉黑涉恶案件12件。"
        [finding] = against(read(text), replace(book(), ask=refuses))
        assert (finding.kind, finding.sentence.zh) == ("no_record", "这个指标不分单位。")

    def test_in_a_bodys_own_report_a_number_may_be_its_own_or_all_bodies(self) -> None:
        text = "兰州市城关区人民法院工作报告\n2020年，审结涉黑涉恶案件12件。"
        own = "trials.concluded 2020 涉黑涉恶 cases 12 兰州市城关区人民法院"
        others = "trials.concluded 2020 涉黑涉恶 cases 30 兰州市城关区人民法院\ntrials.concluded 2020 涉黑涉恶 cases 12"
        assert found(text, own) == [("agrees", "12件")]
        assert found(text, others) == [("ambiguous", "12件")]

    def test_only_a_difference_accuses(self) -> None:
        text = "2020年，检察机关受理涉黑涉恶案件113起，监督立案9件，处置谣言3条，受理涉毒案件4件。"
        assert {f.severity for f in against(read(text), book())} == {Severity.UNTOLD}


class TestEvidence:
    def test_a_finding_carries_its_reading_and_where_its_records_lie(self) -> None:
        finding = only("2020年，检察机关办结涉黑涉恶案件110件。", "prosecutions.concluded 2020 涉黑涉恶 cases 110")
        [evidence] = finding.evidence
        assert (evidence.reading.figure.id, evidence.reading.numerator) == ("prosecutions.concluded", 110)
        assert evidence.records == 110
        assert evidence.positions == tuple(range(100))

    def test_a_change_carries_both_readings(self) -> None:
        table = "trials.concluded 2020 - cases 2400\ntrials.concluded 2019 - cases 2000"
        change = against(read("2020年，全市法院审结刑事案件2400件，同比上升20%。"), book(table))[1]
        assert [e.reading.period for e in change.evidence] == [span("2020"), span("2019")]

    def test_what_was_taken_without_being_said_is_said(self) -> None:
        text = "2020年工作情况\n扫黑除恶成效明显，抓获犯罪嫌疑人1580人。"
        finding = only(text, "investigations.caught 2020 涉黑涉恶 persons 1580")
        assert "所在文字讲扫黑除恶，口径作涉黑涉恶解" in [line.zh for line in finding.working]


class TestCutOff:
    TABLE = (
        "investigations.disbanded 2018-01/2020-12 - cases 122\ninvestigations.cleared 2018-01/2020-12 涉黑涉恶 amount 9"
    )

    def test_a_running_total_without_one_is_noted_once(self) -> None:
        text = "2020年综述\n至目前，全市共打掉黑恶势力122个，破获刑事案件9起。"
        assert [kind for kind, _ in found(text, self.TABLE)] == ["agrees", "no_cut_off", "agrees"]

    def test_one_with_a_cut_off_is_not(self) -> None:
        text = "截至2020年12月31日，全市共打掉黑恶势力122个，破获刑事案件9起。"
        assert [kind for kind, _ in found(text, self.TABLE)] == ["agrees", "agrees"]

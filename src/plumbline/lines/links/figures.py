"""What the figures on links count: how often files of one body became files of another."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.accounting import Account
from plumbline.figures.bridges import Scopes, bridge
from plumbline.figures.chains import Ends, sent_and_taken
from plumbline.figures.standing import happened, tagged
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

DROPPED = ("法定不起诉", "酌定不起诉", "存疑不起诉", "附条件不起诉")
UMBRELLA = Scopes("涉伞", "涉伞")
ENVIRONMENT = "环境资源"
BODIES = ("政法机关", "公安机关", "检察机关", "审判机关")


def _linked(links: "Tables", period: Span, *how: str) -> "Table":
    rows = happened(links, "Linked", period)
    return rows.filter(rows.how.isin(how))


@figure(
    unit="件",
    zh="分案处理案件",
    en="files split",
    also=("分案审理案件", "分案起诉案件"),
    body=BODIES,
    leaves_out=("另案处理的人", "persons dealt with in a case of their own"),
)
def split(links: "Tables", period: Span) -> "Table":
    """期内被分为两个以上案件的案件。

    Files split into several in the period.
    """
    return _linked(links, period, "分案")


@figure(
    unit="件",
    zh="并案处理案件",
    en="files joined",
    also=("并案审理案件", "并案侦查案件"),
    body=BODIES,
    leaves_out=("接收并入的案件", "the files that others were joined to"),
)
def joined(links: "Tables", period: Span) -> "Table":
    """期内并入其他案件的案件。

    Files joined to another in the period.
    """
    return _linked(links, period, "并案")


@figure(
    unit="件",
    zh="改变管辖案件",
    en="files moved by jurisdiction",
    also=("指定管辖案件", "移送管辖案件"),
    body=BODIES,
    leaves_out=("上诉、抗诉和发回的", "appeals, protests and remands"),
)
def jurisdiction_moved(links: "Tables", period: Span) -> "Table":
    """期内因改变管辖而移送其他单位的案件。

    Files that went to another body in the period because jurisdiction changed.
    """
    return _linked(links, period, "改变管辖")


@figure(
    unit="件",
    zh="上诉抗诉案件",
    en="files appealed or protested",
    also=("提起上诉抗诉案件",),
    body=BODIES,
    leaves_out=("再审抗诉", "protests against judgments in force"),
)
def appealed(links: "Tables", period: Span) -> "Table":
    """期内因上诉或抗诉移送上级法院的案件。

    Files that went up in the period by appeal or protest.
    """
    return _linked(links, period, "上诉", "抗诉")


@figure(
    unit="件",
    zh="发回重审案件",
    en="files sent back for retrial",
    also=("发回案件",),
    body=BODIES,
    leaves_out=("改判和维持的", "judgments changed or upheld"),
)
def remanded(links: "Tables", period: Span) -> "Table":
    """期内由上级法院发回重审的案件。

    Files a higher court sent back for retrial in the period.
    """
    return _linked(links, period, "发回")


def _transferred(investigations: "Tables", prosecutions: "Tables") -> Ends:
    sent = _charged(investigations.flow("Transferred"), investigations.flow("Filed"))
    return Ends("investigations", sent, "transferred", "prosecutions", prosecutions.flow("Received"), "received")


def _prosecuted(prosecutions: "Tables", trials: "Tables") -> Ends:
    decided = prosecutions.flow("Decided")
    sent = _charged(decided.filter(decided.outcome == "起诉"), prosecutions.flow("Received"))
    return Ends("prosecutions", sent, "prosecuted", "trials", _first_instance(trials), "docketed")


def _charged(rows: "Table", begun: "Table") -> "Table":
    """Return records with the offence their case began with."""
    first = begun.group_by("body", "case").agg(offence=begun.offence.min())
    return rows.left_join(first, ["body", "case"]).drop("body_right", "case_right")


@bridge(zh="移送起诉与受理", en="transferred for prosecution, and received", left=("transferred",), right=("received",))
def transferred_received(
    investigations: "Tables", prosecutions: "Tables", links: "Tables", period: Span, scopes: Scopes
) -> Account:
    """公安机关移送审查起诉的案件和人，检察机关都应受理。

    Every case and person the police transferred is received by a procuratorate.
    """
    return sent_and_taken(_transferred(investigations, prosecutions), links, period, scopes)


@bridge(zh="办结与法院受理", en="reviews concluded, and cases docketed", left=("reviewed",), right=("docketed",))
def concluded_docketed(
    prosecutions: "Tables", trials: "Tables", links: "Tables", period: Span, scopes: Scopes
) -> Account:
    """检察机关办结的案件和人，除不起诉、撤回、移送他院的以外，法院都应受理（一审公诉）。

    Every case and person concluded is docketed at first instance, save those not prosecuted, withdrawn or moved.
    """
    decided = prosecutions.flow("Decided")
    elsewhere = {
        "not_prosecuted": decided.filter(decided.outcome.isin(DROPPED)),
        "withdrawn": decided.filter(decided.outcome == "撤回移送"),
        "moved": decided.filter(decided.outcome == "移送他院"),
        "joined_away": decided.filter(decided.outcome == "并入他案"),
    }
    ends = _prosecuted(prosecutions, trials)._replace(sent=prosecutions.flow("Concluded"), sent_as="reviewed")
    return sent_and_taken(ends, links, period, scopes, elsewhere)


@bridge(zh="起诉与法院受理", en="prosecuted, and docketed", left=("prosecuted",), right=("docketed",))
def prosecuted_docketed(
    prosecutions: "Tables", trials: "Tables", links: "Tables", period: Span, scopes: Scopes
) -> Account:
    """检察机关起诉的案件和人，法院都应受理（一审公诉）。

    Every case and person prosecuted is docketed at first instance.
    """
    return sent_and_taken(_prosecuted(prosecutions, trials), links, period, scopes)


def _first_instance(trials: "Tables") -> "Table":
    docketed = trials.flow("Docketed")
    return docketed.filter(docketed.instance == "一审公诉")


def _referred(rivers: "Tables", investigations: "Tables") -> Ends:
    sent = rivers.flow("Referred").mutate(scope=ibis.literal(f"|{ENVIRONMENT}|"))
    filed = investigations.flow("Filed").mutate(person=ibis.null("string"), persons=ibis.null("int64"))
    return Ends("rivers", sent, "referred", "investigations", filed, "filed_environment", others=True)


@bridge(
    zh="清四乱移送与立案",
    en="river cases referred, and filed by the police",
    left=("referred",),
    right=("filed_environment",),
    weights=("cases",),
    terms={
        "referred": ("河湖管理单位移送公安机关", "referred by river bodies"),
        "filed_environment": ("公安机关立案（环境资源）", "filed by the police (environment and resources)"),
    },
)
def referred_filed(
    rivers: "Tables", investigations: "Tables", links: "Tables", period: Span, scopes: Scopes
) -> Account:
    """河湖管理单位移送的案件，公安机关都应立案并标入环境资源；公安机关另有其他来源的，两个数不能相加。

    Every case referred is filed, tagged environment; the police have others besides, so that the two do not add up.
    """
    ends = _referred(rivers, investigations)
    ends = ends._replace(taken=_within(ends.taken, scopes.right))
    return sent_and_taken(ends, links, period, scopes._replace(right=ENVIRONMENT))


CHAINS = (_transferred, _prosecuted, _referred)
"""How files go from body to body: each takes the tables of the lines its parameters name, and returns the chain's ends."""


@bridge(
    zh="队伍内“保护伞”移送与受理",
    en="umbrellas in the ranks sent for prosecution, and received",
    left=("umbrellas_sent",),
    right=("umbrellas_received",),
    terms={
        "umbrellas_sent": ("移送司法的“保护伞”", "umbrellas sent for prosecution"),
        "umbrellas_received": ("检察机关受理涉伞", "umbrellas received by procuratorates"),
    },
)
def umbrellas_sent_received(
    integrity: "Tables", prosecutions: "Tables", links: "Tables", period: Span, scopes: Scopes
) -> Account:
    """队伍内部移送司法、标有涉伞的案件和人，检察机关都应受理并标入涉伞；公安机关移送的列为其他来源。

    Every umbrella case and person sent on from inside the ranks is received, tagged so; what the police transfer is shown.
    """
    sent = _within(integrity.flow("SentForProsecution"), scopes.left)
    received = _within(prosecutions.flow("Received"), scopes.right)
    ends = Ends("integrity", sent, "umbrellas_sent", "prosecutions", received, "umbrellas_received")
    return sent_and_taken(ends, links, period, UMBRELLA)


def _within(rows: "Table", scope: str) -> "Table":
    return rows.filter(tagged(rows.scope, scope)) if scope else rows

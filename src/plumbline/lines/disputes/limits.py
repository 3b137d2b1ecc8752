"""Limits of disputes: those of judicial confirmation. For mediation itself the law sets no time (人民调解法21: "in time").

How long the court may take has two sources, 法释〔2011〕5号 and the special procedure of the Civil Procedure Law; which
of them governs is not settled, so both are counted.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, belonging, until
from plumbline.figures.tables import Tables
from plumbline.law import Days, Extension, limit
from plumbline.law.editions import CVL, CVL_2017, CVL_2023, RMTJ, SFQR, Edition

MONTH = Days(30)
CIVIL, CIVIL_2017 = (CVL("85(2)"), CVL("85(3)")), (CVL_2017("82(2)"), CVL_2017("82(3)"))
"""The day a period begins on is not counted; a day off moves its end."""
ANSWERED: dict[str, Any] = {
    "starts": ("法院受理确认申请", "application accepted"), "stops": ("作出决定", "decided"), "sort": "case",
}  # fmt: skip
TEN_MORE = Extension("批准延长十日", "ten days more", Days(10), ("本院院长",), SFQR(5))
BEFORE_2022 = Extension(
    "批准延长（按批准日数）", "as many days more as granted", Days(1), ("本院院长",), CVL_2017(180), times=None, most=365
)  # fmt: skip
"""The article says who may extend, not by how much: as many days as the president of the court granted."""
SINCE_2022 = replace(BEFORE_2022, article=CVL(187))


@limit(
    rule="M1", zh="共同申请司法确认的期限", en="joint application for confirmation", article=RMTJ(33), also=(CVL_2023(205),),
    starts=("调解协议生效", "agreement in force"), stops=("申请司法确认", "confirmation applied for"), length=MONTH, sort="duty",
    days_by=CIVIL,
)  # fmt: skip
def applied(disputes: Tables, day: date) -> Clocks:
    """Agreements for which confirmation was or still may be applied for; nobody has to, so that others run out in silence."""
    rows = until(disputes.flow("Agreed"), [disputes.flow("Applied")], day)
    return Clocks(
        rows.filter(rows["stops_on"].notnull() | (rows["begins_on"] >= day - min(timedelta(MONTH.n), day - date.min)))
    )


@limit(
    rule="M2", zh="司法确认申请的受理期限", en="answer to an application for confirmation", article=SFQR(4),
    starts=("收到司法确认申请", "application received"), stops=("决定是否受理", "answered"), length=Days(3), sort="duty", warn=1,
    days_by=CIVIL,
)  # fmt: skip
def accepted(disputes: Tables, day: date) -> Clocks:
    """Applications for confirmation; a decision on the spot answers too."""
    made = disputes.flow("Applied")
    return Clocks(_of_court(until(made, [disputes.flow("Answered"), disputes.flow("Decided")], day), made))


@limit(
    rule="M2", zh="司法确认的审查期限（2011年规定）", en="confirmation decided (rules of 2011)", article=SFQR(5),
    length=Days(15), extensions=(TEN_MORE,), tag="C", days_by=CIVIL, **ANSWERED,
)  # fmt: skip
def decided(disputes: Tables, day: date) -> Clocks:
    """Applications accepted, by the Supreme Court's rules of 2011."""
    return _decided(disputes, day, SFQR, TEN_MORE)


@limit(
    rule="M3", zh="司法确认的审限（特别程序，2021年以前）", en="confirmation decided (special procedure, up to 2021)",
    article=CVL_2017(180), length=MONTH, extensions=(BEFORE_2022,), tag="C", days_by=CIVIL_2017, **ANSWERED,
)  # fmt: skip
def decided_before_2022(disputes: Tables, day: date) -> Clocks:
    """Applications accepted, by the special procedure as it was numbered up to the end of 2021."""
    return _decided(disputes, day, CVL_2017, BEFORE_2022)


@limit(
    rule="M3", zh="司法确认的审限（特别程序）", en="confirmation decided (special procedure)", article=CVL(187),
    length=MONTH, extensions=(SINCE_2022,), tag="C", days_by=CIVIL, **ANSWERED,
)  # fmt: skip
def decided_since_2022(disputes: Tables, day: date) -> Clocks:
    """Applications accepted, by the special procedure of today."""
    return _decided(disputes, day, CVL, SINCE_2022)


def _decided(disputes: Tables, day: date, edition: Edition, more: Extension) -> Clocks:
    """From acceptance to decision, for applications accepted while an edition is in force."""
    answered = disputes.flow("Answered")
    on = answered["on"].between(edition.since, edition.until or day)
    begun = answered.filter((answered["answer"] == "受理") & on)
    rows = until(begun, [disputes.flow("Decided")], day)
    return Clocks(_of_court(rows, begun), _extended(rows, disputes.flow("Extended"), day, more))


def _extended(rows: Table, extended: Table, day: date, more: Extension) -> Table:
    n = ibis.literal(1, "int64") if more is TEN_MORE else extended["days"]
    told = {"extension": ibis.literal(more.name), "approver": extended["approver"], "on": extended["on"], "n": n}
    return belonging(rows, extended.filter(extended["on"] <= day), **told)


def _of_court(rows: Table, begun: Table) -> Table:
    """Clocks under the name of the court whose duty it is, not of the mediators who keep the file."""
    courts = begun.select("position", "court")
    return rows.left_join(courts, "position").drop("position_right", "body").rename(body="court")

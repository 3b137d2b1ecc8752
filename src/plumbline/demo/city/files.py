"""The files: one row each, with what it is about and the days of its steps. Everything else is taken from these rows."""

import numpy as np
import polars as pl

from plumbline.demo.city.bodies import WEIGHTS
from plumbline.demo.city.chance import Draw, Ints
from plumbline.demo.city.plan import LAST, Part
from plumbline.demo.city.timeline import steps

OFFENCES: dict[str, dict[str, float]] = {
    "group": {
        "组织、领导、参加黑社会性质组织罪": 2, "寻衅滋事罪": 4, "敲诈勒索罪": 3, "聚众斗殴罪": 1.5,
        "强迫交易罪": 1, "诈骗罪": 1.5,
    },
    "bully": {"寻衅滋事罪": 2, "故意毁坏财物罪": 1},
    "umbrella": {"受贿罪": 2, "徇私枉法罪": 1, "包庇、纵容黑社会性质组织罪": 1},
    "common": {
        "盗窃罪": 6, "危险驾驶罪": 6, "诈骗罪": 3, "故意伤害罪": 3, "交通肇事罪": 2, "贩卖毒品罪": 2, "开设赌场罪": 1,
    },
    "environment": {"污染环境罪": 2, "非法采矿罪": 2, "非法占用农用地罪": 2, "滥伐林木罪": 1},
}  # fmt: skip
"""Offences by scope, and how often each comes up."""
CLASSES = ("黑社会性质组织", "恶势力犯罪集团", "恶势力团伙")
GONE = {
    "unsolved": "caught", "dropped": "caught", "sent_elsewhere": "received",
    "not_prosecuted": "docketed", "review_elsewhere": "docketed", "withdrawn": "docketed", "court_elsewhere": "docketed",
}  # fmt: skip
"""From which step on a file of that fate has no more."""
STEPS = (
    "filed", "dropped", "caught", "cleared", "asked", "arrested", "transferred", "received", "returned_1", "resent_1",
    "returned_2", "resent_2", "prolonged", "concluded", "docketed", "turned", "resumed", "lengthened", "heard", "judged",
    "served",
)  # fmt: skip


def files(draw: Draw, parts: tuple[Part, ...], times: int) -> pl.DataFrame:
    """Return the files of all parts, ``times`` over, with persons, traits and the days of their steps since 1970."""
    return pl.concat([_part(draw, p, times) for p in parts])


def _part(draw: Draw, part: Part, times: int) -> pl.DataFrame:
    """Files that the courts join come in pairs that share their days and their seat."""
    pair = 2 if part.fate == "joined" else 1
    n = part.files * times
    traits = _traits(draw, part, n // pair)
    placed = _placed(draw, part, traits.hstack(steps(draw, traits)))
    rows = placed.with_row_index("pair").select(
        pl.all().repeat_by(pair).explode(), pl.lit(part.scope == "group").alias("campaign")
    )
    return rows.with_columns(persons=_persons(draw, part, n, times), refused=_refused(part, n, times))


def _persons(draw: Draw, part: Part, n: int, times: int) -> Ints:
    if part.persons:
        return draw.shares(part.persons * times, n, 1 if part.fate == "not_prosecuted" else 2)
    return 1 + draw.rng.poisson(0.35, n)


def _refused(part: Part, n: int, times: int) -> Ints:
    """One person not prosecuted in each of the first files of the part."""
    return (np.arange(n) < part.refused * times).astype(np.int64)


def _traits(draw: Draw, part: Part, n: int) -> pl.DataFrame:
    group = part.scope in ("group", "bully", "umbrella")
    custody = (
        np.ones(n, bool) if group or part.inquiry else draw.happens(n, 0.0 if part.scope == "environment" else 0.55)
    )
    offences = OFFENCES[part.scope]
    return pl.DataFrame({
        "fate": np.full(n, part.fate), "scope": np.full(n, part.scope), "group": np.full(n, group), "custody": custody,
        "seat": draw.places(n, WEIGHTS), "offence": draw.chosen(n, list(offences), list(offences.values())),
        "class": np.full(n, "村霸") if part.scope == "bully" else draw.chosen(n, CLASSES, (1, 2.5, 5)),
        "ground": _ground(draw, part, n), "inquiry": np.full(n, part.inquiry), **_manner(draw, part, n, custody, group),
    })  # fmt: skip


def _ground(draw: Draw, part: Part, n: int) -> np.ndarray:
    if part.scope == "umbrella":
        return np.full(n, "监察移送")
    weights = {"common": (3, 3, 2)}.get(part.scope, (0, 0, 1)) if not part.inquiry else (1, 0, 0)
    return draw.chosen(n, ("一般", "特殊情况", "流窜多次结伙"), weights)


def _manner(draw: Draw, part: Part, n: int, custody: np.ndarray, group: bool) -> dict[str, np.ndarray]:
    """How the file is handled: by which procedure, extended or not, sent back or not."""
    procedure = np.full(n, "普通") if group else draw.chosen(n, ("普通", "简易", "速裁"), (4, 3, 3))
    quick, waiting = procedure == "速裁", part.fate in ("unheard", "heard")
    slow = ~quick & (part.fate != "reviewing")
    rounds = draw.places(n, (5, 3, 2) if group else (88, 10, 2)) * (
        slow & (part.scope not in ("environment", "umbrella"))
    )
    path = draw.chosen(n, ("", "suspended", "postponed", "excluded"), (70, 10, 10, 10))
    path = np.where(procedure == "简易", draw.chosen(n, ("", "converted"), (85, 15)), path)
    path = np.where(custody | quick, "", path)
    return {
        "procedure": procedure, "quick": quick, "rounds": rounds, "path": path,
        "over_one_year": draw.happens(n, 0.9 if group else 0.4),
        "over_three_years": draw.happens(n, 0.6 if group else 0.2) & (path != "converted"),
        "long_review": draw.happens(n, 0.5 if group else 0.15) & slow,
        "long_trial": (draw.happens(n, 0.55 if group else 0.08) | waiting) & (procedure == "普通") & (path == ""),
    }  # fmt: skip


def _placed(draw: Draw, part: Part, rows: pl.DataFrame) -> pl.DataFrame:
    """Turn offsets into days, so that the part's event falls into its window; steps that are not taken become null."""
    n, event = rows.height, rows[part.event].to_numpy()
    earliest = np.full(n, LAST + part.since) if part.first is None else LAST + part.first - event
    filed = draw.between(n, earliest, LAST + part.last - event)
    days = [pl.when(pl.col(s) >= 0).then(pl.col(s) + pl.lit(pl.Series(filed))).alias(s) for s in STEPS]
    return _cut(rows.with_columns(days), part)


def _cut(rows: pl.DataFrame, part: Part) -> pl.DataFrame:
    gone = GONE.get(part.fate, "")
    lost = set(STEPS[STEPS.index(gone) :]) if gone else set()
    lost |= set() if part.fate == "dropped" else {"dropped"}
    lost |= {"filed", "cleared", "transferred"} if part.scope == "umbrella" else set()
    rows = rows.with_columns(pl.lit(None, pl.Int64).alias(s) for s in sorted(lost))
    late = pl.col("docketed").clip(LAST + 1) if part.fate == "in_transit" else pl.col("docketed")
    return rows.with_columns(late)

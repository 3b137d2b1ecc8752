"""How long each step of a file takes, in days from its filing: within every limit, by some days on every reading of it."""

import numpy as np
import polars as pl

from plumbline.demo.city.chance import Draw, Ints

# A month is taken as 27 days, two as 58, three as 88, five as 148, seven as 205: fewer than any month or months have.
MONTH, LONG_REVIEW = 27, 42
GAPS = {"一般": (1, 2), "特殊情况": (3, 6), "流窜多次结伙": (5, 28), "监察移送": (1, 3)}
"""Days from detention to the request for arrest, by ground."""


def steps(draw: Draw, traits: pl.DataFrame) -> pl.DataFrame:
    """Return a column of day offsets for each step of each file, given the files' traits."""
    police = _police(draw, traits)
    review = _review(draw, traits, police["received"])
    return pl.DataFrame(
        {"filed": np.zeros(traits.height, np.int64), **police, **review, **_court(draw, traits, review)}
    )


def _police(draw: Draw, traits: pl.DataFrame) -> dict[str, Ints]:
    n, group, custody = traits.height, traits["group"].to_numpy(), traits["custody"].to_numpy()
    caught = np.where(group, draw.days(n, 35, 0.7, 4, 150), draw.days(n, 9, 0.9, 1, 60))
    asked = caught + _gap(draw, traits["ground"].to_numpy())
    arrested = asked + draw.between(n, 1, 6)
    inquiry = np.where(group, draw.days(n, 75, 0.5, 40, 205), draw.days(n, 38, 0.5, 12, 56))
    inquiry = np.where(traits["fate"] == "investigating", 140, inquiry)
    inquiry = np.where(traits["inquiry"].to_numpy() > 0, traits["inquiry"].to_numpy(), inquiry)
    transferred = np.where(custody, arrested + inquiry, caught + draw.days(n, 40, 0.6, 10, 120))
    received = transferred + np.where(traits["inquiry"].to_numpy() > 0, 0, draw.between(n, 0, 1))
    received = np.where(traits["fate"] == "sent_last_day", transferred + 1, received)
    received = np.where(traits["scope"] == "umbrella", caught, received)
    return {
        "caught": caught, "asked": asked, "arrested": arrested, "transferred": transferred, "received": received,
        "cleared": caught + draw.between(n, 0, 4), "dropped": draw.between(n, 30, 90),
    }  # fmt: skip


def _gap(draw: Draw, ground: np.ndarray) -> Ints:
    least, most = (np.array([GAPS[g][end] for g in ground], dtype=np.int64) for end in (0, 1))
    return draw.between(len(ground), least, most)


def _review(draw: Draw, traits: pl.DataFrame, received: Ints) -> dict[str, Ints]:
    n, rounds, at = traits.height, traits["rounds"].to_numpy(), received
    found: dict[str, Ints] = {}
    for turn in (1, 2):
        back = at + draw.between(n, 12, MONTH)
        again = back + draw.between(n, 12, MONTH)
        found |= {
            f"returned_{turn}": np.where(rounds >= turn, back, -1),
            f"resent_{turn}": np.where(rounds >= turn, again, -1),
        }
        at = np.where(rounds >= turn, again, at)
    long = traits["long_review"].to_numpy()
    stint = np.where(long, draw.between(n, 29, LONG_REVIEW), draw.days(n, 21, 0.3, 13, MONTH))
    quick = np.where(traits["over_one_year"].to_numpy(), draw.between(n, 8, 13), draw.between(n, 3, 8))
    stint = np.where(traits["quick"].to_numpy(), quick, stint)
    stint = np.where(traits["fate"] == "reviewing", MONTH, stint)
    prolonged = np.where(long, at + draw.between(n, 20, 26), -1)
    return {**found, "prolonged": prolonged, "concluded": at + stint}


def _court(draw: Draw, traits: pl.DataFrame, review: dict[str, Ints]) -> dict[str, Ints]:
    n, procedure, path = traits.height, traits["procedure"].to_numpy(), traits["path"].to_numpy()
    docketed = review["concluded"] + np.where(procedure == "速裁", draw.between(n, 0, 2), draw.between(n, 0, 5))
    turn = docketed + draw.between(n, 12, 17)
    back = turn + np.where(path == "postponed", draw.between(n, 10, 25), draw.between(n, 20, 90))
    trial = _trial(draw, traits)
    since = np.select(
        [path == "converted", path == "postponed", path == "suspended"], [turn, back, back - 12], docketed
    )
    judged = since + np.where(np.isin(path, ["", "excluded"]), trial, draw.between(n, 20, 38))
    long = traits["long_trial"].to_numpy()
    heard = np.where(long, docketed + draw.between(n, 26, 44), judged - _talk(draw, procedure))
    return {
        "docketed": docketed, "turned": np.where(path != "", turn, -1),
        "resumed": np.where(np.isin(path, ["postponed", "suspended"]), back, -1),
        "lengthened": np.where(long, docketed + draw.between(n, 30, 38), -1),
        "heard": np.maximum(heard, docketed + 1), "judged": judged, "served": judged + draw.between(n, 11, 14),
    }  # fmt: skip


def _trial(draw: Draw, traits: pl.DataFrame) -> Ints:
    n, procedure = traits.height, traits["procedure"].to_numpy()
    usual = draw.days(n, 30, 0.3, 18, 38)
    short = np.where(traits["over_three_years"].to_numpy(), draw.between(n, 20, 36), draw.between(n, 7, 18))
    quick = np.where(traits["over_one_year"].to_numpy(), draw.between(n, 6, 13), draw.between(n, 3, 8))
    trial = np.select([procedure == "简易", procedure == "速裁"], [short, quick], usual)
    long = np.where(np.isin(traits["fate"], ["unheard", "heard"]), 126, draw.days(n, 95, 0.2, 62, 126))
    return np.where(traits["long_trial"].to_numpy(), long, trial)


def _talk(draw: Draw, procedure: np.ndarray) -> Ints:
    """Days from the hearing to the judgment: none in the fast-track procedure, which judges at once."""
    return np.where(procedure == "速裁", 0, draw.between(len(procedure), 1, 7))

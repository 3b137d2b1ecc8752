"""The persons in the files, by token alone: one row each, with how far the file went for them."""

import numpy as np
import polars as pl

from plumbline.demo.city.chance import Draw, Ints
from plumbline.demo.city.plan import LAST

WHOLE = {
    "not_prosecuted": ("酌定不起诉", "存疑不起诉"), "review_elsewhere": ("移送他院",), "withdrawn": ("撤回移送",),
}  # fmt: skip
"""What is decided for all persons of files of that fate; all others are prosecuted, but for those refused."""


def people(draw: Draw, rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row a person of the files given: ``file``, ``person``, ``outcome``, ``lag`` (days after the first), ``held``."""
    counts = rows["persons"].to_numpy()
    n, place = int(counts.sum()), _places(counts)
    each = {
        name: np.repeat(rows[name].to_numpy(), counts)
        for name in ("file", "refused", "fate", "custody", "group", "ground")
    }
    late = each["group"] & (each["ground"] != "监察移送") & (place > 0)
    lag = np.where(late, draw.between(n, 0, 20), 0)
    return pl.DataFrame({
        "file": each["file"], "person": draw.tokens(n), "lag": lag, "held": each["custody"],
        "outcome": _outcomes(draw, each["fate"], place < each["refused"]),
        "granted": ~(each["group"] & (place > 1) & draw.happens(n, 0.06)),
        "lenient": ~each["group"] & draw.happens(n, 0.25),
    })  # fmt: skip


def _places(counts: Ints) -> Ints:
    """Return each person's place in the file, from 0."""
    starts = np.cumsum(counts) - counts
    return np.arange(int(counts.sum())) - np.repeat(starts, counts)


def _outcomes(draw: Draw, fate: np.ndarray, refused: np.ndarray) -> np.ndarray:
    outcome = np.where(refused, "酌定不起诉", "起诉").astype("U8")
    for name, words in WHOLE.items():
        some = fate == name
        outcome[some] = draw.chosen(int(some.sum()), words, [1.0] * len(words))
    return outcome


def released(draw: Draw, leads: pl.DataFrame, count: int) -> pl.DataFrame:
    """Return persons caught with a group and let go: ``file``, ``person``, ``lag``, ``asked`` (arrest asked and refused)."""
    each = draw.shares(count, leads.height, 0)
    n = int(each.sum())
    return pl.DataFrame({
        "file": np.repeat(leads["file"].to_numpy(), each), "person": draw.tokens(n), "lag": draw.between(n, 0, 20),
        "stay": draw.days(n, 9, 0.7, 1, 27), "denied": draw.happens(n, 0.3), "bail": draw.happens(n, 0.4),
    })  # fmt: skip


def twice(persons: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the persons with one of them in two files of one procuratorate: planted, none of them in custody."""
    fit = rows.filter((pl.col("scope") == "common") & ~pl.col("custody") & (pl.col("fate") == "judged"))
    pair = fit.filter((pl.col("seat") == 1) & (pl.col("received") < LAST - 200)).sort("file")["file"].head(2)
    tokens = [persons.filter(pl.col("file") == file)["person"][0] for file in pair]
    return persons.with_columns(pl.col("person").replace(tokens[1], tokens[0]))

"""What runs up within each clock, of rows sorted by clock: over whole columns, as a window for each clock is slow."""

import polars as pl

APART = 10**8
"""More than any two values of one clock lie apart."""


def sum_before(each: pl.Expr, *within: str) -> pl.Expr:
    """Return the sum of the values before this one, of those alike in the columns ``within`` too."""
    before = each.cast(pl.Int64).cum_sum() - each
    return before - pl.when(_first(*within)).then(before).forward_fill()


def least(each: pl.Expr) -> pl.Expr:
    """Return the least value up to this one."""
    return (each - _apart()).cum_min() + _apart()


def greatest(each: pl.Expr) -> pl.Expr:
    """Return the greatest value up to this one."""
    return (each + _apart()).cum_max() - _apart()


def one_before(each: pl.Expr, none: pl.Expr) -> pl.Expr:
    """Return the value before this one; ``none`` at a clock's first."""
    return pl.when(_first()).then(none).otherwise(each.shift(1))


def _first(*within: str) -> pl.Expr:
    """Return whether a row is its clock's first."""
    return pl.any_horizontal(pl.col(key) != pl.col(key).shift(1) for key in ("position", *within)).fill_null(True)


def _apart() -> pl.Expr:
    """Return what lifts each clock's values above those of the one before."""
    return _first().cast(pl.Int64).cum_sum() * APART

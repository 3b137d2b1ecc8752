"""Case numbers by each body's grammar: a natural sequence within a body and a year (or a day, or a month)."""

import polars as pl

_YEAR, _NO = pl.col("_day").dt.year(), pl.col("_no")
_FOUR = _NO.cast(pl.String).str.zfill(4)
FORMS = {
    "police": ("code", "1mo", pl.format("A{}000000{}{}", "code", pl.col("_day").dt.strftime("%Y%m"), _FOUR)),
    "review": ("short", "1y", pl.format("{}检刑诉受〔{}〕{}号", "short", _YEAR, _NO)),
    "trial": ("court_code", "1y", pl.format("（{}）{}刑初{}号", _YEAR, "court_code", _NO)),
    "appeal": ("court_code", "1y", pl.format("（{}）{}刑终{}号", _YEAR, "court_code", _NO)),
    "episode": ("house_code", "1d", pl.format("{}{}{}", "house_code", pl.col("_day").dt.strftime("%Y%m%d"), _FOUR)),
}
FORMS |= {
    name: ("short", "1y", pl.format("{}" + word + "〔{}〕{}号", "short", _YEAR, _NO))
    for name, word in (
        ("matter", "督"), ("misconduct", "监立"), ("honour", "表"), ("post", "岗"), ("team", "队"), ("site", "点"),
        ("batch", "批"), ("crash", "交事"), ("hazard", "隐"), ("chief", "路长"), ("request", "企求"), ("liaison", "护航"),
        ("measure", "措"), ("dispute", "调"), ("river", "河"),
    )
} | {"call": ("short", "1d", pl.format("{}接{}-{}", "short", pl.col("_day").dt.strftime("%Y%m%d"), _FOUR))}  # fmt: skip
"""What a sequence belongs to, how often it begins anew, and how its numbers are written."""


class Numbers:
    """The numbers given so far, so that a city drawn in several runs never gives one twice."""

    def __init__(self) -> None:
        """Begin with none given."""
        self.given: dict[str, pl.DataFrame] = {}

    def put(self, rows: pl.DataFrame, form: str, day: str, name: str) -> pl.DataFrame:
        """Return ``rows`` (which know their seat) with a column ``name`` of numbers, in order of the column ``day``."""
        key, every, written = FORMS[form]
        dated = rows.with_columns(pl.from_epoch(day, time_unit="d").alias("_day"))
        series = dated.with_columns(pl.col("_day").dt.truncate(every).alias("_turn")).sort("_day", maintain_order=True)
        counted = series.with_columns(pl.int_range(1, pl.len() + 1).over(key, "_turn").alias("_no"))
        counted = self._after(counted, form, key)
        return counted.with_columns(written.alias(name)).select(*rows.columns, name)

    def _after(self, counted: pl.DataFrame, form: str, key: str) -> pl.DataFrame:
        """Go on from the last number given in each series."""
        if form in self.given:
            before = self.given[form].rename({"_no": "_before"})
            counted = counted.join(before, on=[key, "_turn"], how="left", maintain_order="left")
            counted = counted.with_columns(pl.col("_no") + pl.col("_before").fill_null(0))
        last = counted.group_by(key, "_turn").agg(pl.col("_no").max())
        earlier = self.given.get(form, last.clear())
        self.given[form] = pl.concat([earlier, last]).group_by(key, "_turn").agg(pl.col("_no").max())
        return counted

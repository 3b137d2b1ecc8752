"""The canonical text of records, built in columns; byte for byte what ``ledger.canonical`` makes of each by itself.

The text has three parts: what of the envelope sorts before ``fields``, the kind's own fields, and what sorts after. As
the first and the last can be made again from an entry's columns, verifying compares texts and need not parse them.
"""

import polars as pl

from plumbline.records import Kind

HEAD = ("approved_by", "at", "body", "case", "entered_by")
TAIL = ("kind", "line", "on", "recorded_at", "supersedes")
RECORD = ("at", "body", "case", "kind", "line", "on")
"""What of the envelope makes a record the same record: not who entered it, nor when, nor what it corrected."""

_TYPES: dict[str, pl.DataType | type[pl.DataType]] = {
    "string": pl.String, "int64": pl.Int64, "bool": pl.Boolean, "date": pl.Date, "time": pl.Time,
}  # fmt: skip


def arranged(kind: Kind, frame: pl.DataFrame) -> pl.DataFrame:
    """Return records of a kind as line, kind, case, body, on, at (text) and ``fields``, the own fields' canonical text.

    Raises ValueError for a frame whose columns are not exactly the kind's.
    """
    names = [c.name for c in kind.columns]
    if set(frame.columns) != set(names):
        raise ValueError(f"{kind.line}.{kind.name}: columns {sorted(frame.columns)} are not {sorted(names)}")
    frame = frame.select(_written(c.name, c.type) for c in kind.columns)
    own = sorted(c.name for c in kind.own)
    fields = pl.struct(own).struct.json_encode() if own else pl.lit("{}")
    said = (pl.lit(kind.line).alias("line"), pl.lit(kind.name).alias("kind"))
    return frame.select(*said, "case", "body", "on", "at", fields.alias("fields"))


def _written(name: str, type_: str) -> pl.Expr:
    column = pl.col(name).cast(_TYPES[type_])
    if type_ == "time":
        return column.dt.to_string("%H:%M:%S")
    return column.dt.to_string("%Y-%m-%d") if type_ == "date" else column


def before() -> pl.Expr:
    """Return the canonical text up to and with ``"fields":``."""
    return pl.concat_str(_json(HEAD).str.strip_suffix("}"), pl.lit(',"fields":'))


def after() -> pl.Expr:
    """Return the canonical text from the comma that follows the fields."""
    return pl.concat_str(pl.lit(","), _json(TAIL).str.strip_prefix("{"))


def payload() -> pl.Expr:
    """Return the whole canonical text of an entry."""
    return pl.concat_str(before(), pl.col("fields"), after())


def same_record() -> pl.Expr:
    """Return a text that is the same for the same record, whoever entered it and when."""
    return pl.concat_str(_json(RECORD), pl.col("fields"))


def fields() -> pl.Expr:
    """Return the own fields' text out of an entry's payload and its columns; null where the two do not fit together."""
    text, head, tail = pl.col("payload"), before(), after()
    inner = text.str.strip_prefix(head).str.strip_suffix(tail)
    whole = text.str.starts_with(head) & text.str.ends_with(tail)
    return pl.when(whole & inner.str.starts_with("{") & inner.str.ends_with("}")).then(inner).alias("fields")


def own(kind: Kind, texts: pl.Series) -> pl.DataFrame:
    """Return a kind's own fields, a column each in its own type (times as text), out of their canonical texts."""
    if not kind.own:
        return pl.DataFrame(height=len(texts))
    read = {c.name: _TYPES[c.type] if c.type in ("int64", "bool") else pl.String() for c in kind.own}
    days = [pl.col(c.name).str.to_date("%Y-%m-%d") for c in kind.own if c.type == "date"]
    return texts.str.json_decode(pl.Struct(read)).struct.unnest().with_columns(days)


def encoded(texts: pl.Series) -> list[bytes]:
    """Return texts as UTF-8."""
    found: list[bytes] = texts.cast(pl.Binary).to_list()
    return found


def _json(names: tuple[str, ...]) -> pl.Expr:
    return pl.struct(*names).struct.json_encode()

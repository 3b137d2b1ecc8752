"""A mapping at work: rows of a foreign register become rows of the kinds it names."""

from collections.abc import Callable
from typing import Any, NamedTuple

import polars as pl

from plumbline.errors import Words
from plumbline.records import Column, Kind
from plumbline.sheets.cells import READERS, dates_1904, dates_as, times_as
from plumbline.sheets.mapping import Mapping, Rule, Source, broken
from plumbline.sheets.marks import EXCEL_ERROR
from plumbline.sheets.plain import plain
from plumbline.sheets.shapes import ROW, Cells, Fault, Reader, Rows, Sheet

Tokens = Callable[[str], str]


class Mapped(NamedTuple):
    """A mapping bound to kinds (one for each rule) and to what makes a person's key into a token."""

    mapping: Mapping
    rules: tuple[tuple[Rule, Kind], ...]
    kinds: tuple[Kind, ...]
    token: Tokens

    @property
    def flags(self) -> bool:
        """Whether records out of order are only noted."""
        return self.mapping.order == "flag"

    @property
    def leaves_out(self) -> bool:
        """Whether records of an impossible day are left out, and noted."""
        return self.mapping.impossible == "leave out"

    def seen(self, sheet: Sheet) -> Sheet:
        """Return a sheet without the columns that are never to be read."""
        never = {plain(name) for name in self.mapping.never}
        kept = [i for i, head in enumerate(sheet.heads) if plain(head) not in never]
        cells = sheet.cells.select(pl.col(str(i)).alias(str(n)) for n, i in enumerate(kept))
        return sheet._replace(heads=tuple(sheet.heads[i] for i in kept), cells=cells)

    def rows_of(self, sheet: Sheet, file: str) -> tuple[list[Rows], list[Fault]]:
        """Return the rows that a sheet gives for each rule of its file, and a fault for each column it lacks."""
        rules = [(rule, kind) for rule, kind in self.rules if rule.file in ("", file)]
        places = self._places(sheet)
        lacking = sorted({name for rule, _ in rules for name in _asked(rule) if plain(name) not in places})
        if not rules:
            return [], [_no_rule(sheet, file, self.mapping)]
        if lacking:
            return [], [_lacks(sheet, name) for name in lacking]
        words = {places[plain(n)]: w for n, w in self.mapping.words.items() if plain(n) in places}
        numbered = sheet.cells.with_row_index(ROW, sheet.head_row + 1).with_columns(pl.col(ROW).cast(pl.Int64))
        cells = numbered.with_columns(pl.col(place).replace(said) for place, said in words.items())
        return [self._rows(sheet, cells, places, rule, kind) for rule, kind in rules], []

    def _places(self, sheet: Sheet) -> dict[str, str]:
        """Return where the heads of a sheet are, the first of each; a column that is not there by another head it has."""
        places = {plain(head): str(i) for i, head in reversed(list(enumerate(sheet.heads)))}
        for name, others in self.mapping.heads.items():
            there = [places[plain(other)] for other in others if plain(other) in places]
            places |= {plain(name): there[0]} if there and plain(name) not in places else {}
        return places

    def _rows(self, sheet: Sheet, cells: pl.DataFrame, places: dict[str, str], rule: Rule, kind: Kind) -> Rows:
        kept = cells.filter(_wanted(rule, places))
        columns = {column.name: column for column in kind.columns}
        fields = {name: self._field(sheet, kept, places, columns[name], source) for name, source in rule.fields.items()}
        return Rows(kind, sheet.name, kept[ROW], fields)

    def _field(
        self, sheet: Sheet, kept: pl.DataFrame, places: dict[str, str], column: Column, source: str | Source
    ) -> Cells:
        given = _source(source)
        if given.is_ is not None:
            said = str(given.is_).lower() if isinstance(given.is_, bool) else str(given.is_)
            return Cells(column.label.zh, pl.repeat(said, len(kept), dtype=pl.String, eager=True), READERS[column.type])
        name = given.token or given.column
        texts = kept[places[plain(name)]]
        texts = self._tokens(texts) if given.token else _worded(texts, given)
        return Cells(name, texts, self._reader(sheet, column))

    def _tokens(self, keys: pl.Series) -> pl.Series:
        distinct = keys.drop_nulls().unique()
        # a cell in error is no person's key: it stays, and is refused
        tokens = [k if k.startswith(EXCEL_ERROR) else self.token(f"{self.mapping.title[1]}\0{k}") for k in distinct]
        return keys.replace_strict(distinct, pl.Series(tokens, dtype=pl.String), default=None, return_dtype=pl.String)

    def _reader(self, sheet: Sheet, column: Column) -> Reader:
        if column.type == "date" and self.mapping.dates:
            return dates_as(self.mapping.dates)
        if column.type == "time" and self.mapping.times:
            return times_as(self.mapping.times)
        return dates_1904 if column.type == "date" and sheet.since_1904 else READERS[column.type]


def bound(name: str, mapping: Mapping, kinds: dict[str, dict[str, Kind]], token: Tokens) -> Mapped:
    """Return the mapping called ``name`` bound to kinds (by line, by name); Broken where it names what there is not."""
    rules = []
    for rule in mapping.record:
        kind = kinds.get(rule.line, {}).get(rule.kind)
        if kind is None:
            what = f"{rule.line}.{rule.kind}"
            raise broken(name, Words(f"没有 {what} 这种记录", f"there is no kind of record {what}"))
        if wrong := _wrong(rule, kind, mapping):
            raise broken(name, wrong)
        rules.append((rule, kind))
    lines = dict.fromkeys(kind.line for _, kind in rules)
    return Mapped(mapping, tuple(rules), tuple(k for line in lines for k in kinds[line].values()), token)


def _wrong(rule: Rule, kind: Kind, mapping: Mapping) -> Words | None:
    """Return what a rule cannot mean, if anything."""
    what, never = f"{rule.line}.{rule.kind}", set(map(plain, mapping.never))
    if unknown := ", ".join(sorted(rule.fields.keys() ^ _due(rule, kind))):
        return Words(f"字段缺少或不存在：{what}: {unknown}", f"fields missing or unknown: {what}: {unknown}")
    if unread := ", ".join(sorted(name for name in _asked(rule) if plain(name) in never)):
        return Words(f"never 的列不得读取：{what}: {unread}", f"a column of never is read: {what}: {unread}")
    if rule.adds_up and "persons" not in rule.fields:
        return Words(f"{what} 没有可相加的人数", f"{what} has no headcount to add up")
    return None


def _due(rule: Rule, kind: Kind) -> set[str]:
    """Return the fields a rule should give: all that may not be empty, and of the others those it does give."""
    return {column.name for column in kind.columns if not column.optional or column.name in rule.fields}


def _source(given: str | Source) -> Source:
    return Source.model_validate({"column": given}) if isinstance(given, str) else given


def _asked(rule: Rule) -> set[str]:
    sources = [_source(given) for given in rule.fields.values()]
    named = {s.token or s.column for s in sources if s.is_ is None}
    same = {str(rule.unless["same"])} if rule.unless else set()
    return {*named, *rule.when, *rule.not_, *(rule.unless.keys() - {"same"}), *same}


def _wanted(rule: Rule, places: dict[str, str]) -> pl.Expr:
    """Return which rows a rule takes."""
    has = [_holds(places, name, words) for name, words in rule.when.items()]
    lacks = [~_holds(places, name, words) for name, words in rule.not_.items()]
    others = [name for name in rule.unless if name != "same"]
    same = places[plain(str(rule.unless["same"]))] if others else ""
    lacks += [~_holds(places, name, rule.unless[name]).any().over(same) for name in others]
    return pl.all_horizontal(pl.lit(True), *has, *lacks)


def _holds(places: dict[str, str], name: str, words: Any) -> pl.Expr:
    column = pl.col(places[plain(name)])
    if isinstance(words, bool):
        return column.is_not_null() if words else column.is_null()
    return column.is_in(words).fill_null(False)


def _worded(texts: pl.Series, source: Source) -> pl.Series:
    if source.otherwise:
        others = texts.is_not_null() & ~texts.is_in(list(source.words))
        texts = texts.replace(source.words).set(others, source.otherwise)
    else:
        texts = texts.replace(source.words)
    return texts.fill_null(source.empty) if source.empty else texts


def _lacks(sheet: Sheet, name: str) -> Fault:
    what = Words(f"缺少“{name}”一列", f"the column “{name}” is missing")
    todo = Words("补上该列，或改用别的 --map", "Add it, or use another mapping")
    return Fault(sheet.name, sheet.head_row, "", what, todo)


def _no_rule(sheet: Sheet, file: str, mapping: Mapping) -> Fault:
    files = ", ".join(sorted({rule.file for rule in mapping.record}))
    what = Words(f"对应关系文件没有说到“{file}”", f"the mapping says nothing of a file “{file}”")
    return Fault(sheet.name, sheet.head_row, "", what, Words(f"文件名应为：{files}", f"Call the file one of: {files}"))

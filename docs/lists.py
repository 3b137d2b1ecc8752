"""Pages that list what the lines of work declare: every figure, every bridge, by line, with its words as the code has them."""

from collections.abc import Iterator

from plumbline.figures.accounting import TERMS
from plumbline.figures.bridges import Bridge
from plumbline.figures.shapes import Figure
from plumbline.lines import bridges, lines
from plumbline.lines import figures as every_figure
from spec import test_bridges, test_figures
from spec.tables import Asks, Told

FIGURES = """# Figures 指标

Every figure of every line of work: the phrase a report prints and a claim is matched by, what counts, what does not. `{scope}`
stands where the name of a scope goes (涉黑涉恶). A figure returns records; the same code counts cases, persons and money for all.

每条工作条线的全部指标：报告所用的词语、计入什么、不计什么。`{scope}` 处填入口径的名称。
"""

BRIDGES = """# Bridges 勾稽

How figures must meet. The left less the right is the sum of the causes; what is left over must be 0 in every single case. Causes
are positive where the left has more. Why and how: [explanation](../explanation/bridges.md).

指标之间应有的衔接：左边减右边等于各项原因之和，逐案余额应为 0；左边多为正。
"""

COUNTINGS = {"cases": "件 cases", "persons": "人 persons", "amount": "金额 amount"}


def figures() -> str:
    """The page of figures: a chapter a line, an entry a figure."""
    listed = [part for line in lines() for part in _line(line.name, line.title)]
    return "\n".join([FIGURES, *listed, "## Counting, by example 以例说明计法\n", *map(_told, test_figures.TOLD)])


def _told(told: Told) -> str:
    table = "\n".join(line.strip() for line in told.records.strip().splitlines())
    asked = "\n".join(map(_asked, told.asks))
    return f"### {told.zh} {told.en}\n\n```text\n{table}\n```\n\n{asked}\n\n{told.why_zh} {told.why_en}\n"


def _asked(a: Asks) -> str:
    words = [f"`{a.figure}`", a.period, a.scope, a.body, COUNTINGS[a.counting] if a.counting else ""]
    size = [f"as of {a.size} entries 截至第 {a.size} 条"] if a.size is not None else []
    return f"- {', '.join(w for w in (*words, *size) if w)}: **{_gives(a.gives)}**"


def _gives(gives: int | tuple[int, int]) -> str:
    return f"{gives[0]} ÷ {gives[1]}" if isinstance(gives, tuple) else str(gives)


def _line(name: str, title: tuple[str, str]) -> Iterator[str]:
    yield f"## {title[0]} {title[1]} (`{name}`)\n"
    for figure in every_figure():
        if figure.line == name:
            yield _figure(figure)


def _figure(f: Figure) -> str:
    also = f"- 也作 also: {'；'.join(f'`{words}`' for words in f.also)}\n" if f.also else ""
    base = (
        f"- 分母 denominator: `{f.base.id}`{'' if f.among else '（不必包含分子 need not contain these）'}\n"
        if f.base
        else ""
    )
    counts = "、".join(COUNTINGS[c] for c in f.countings)
    stands = "期末存量 a stock, at the period's end" if f.stock else "期间流量 a flow, over the period"
    return (
        f"### `{f.id}` {f.phrase().zh} {f.phrase().en}\n\n{f.definition.zh} {f.definition.en}\n\n"
        f"- 词语 phrase: `{f.zh}`\n{also}- 单位 unit: {f.unit}；{counts}；{stands}\n{base}"
        f"- 不计 leaves out: {f.leaves_out.zh}。 {f.leaves_out.en}.\n"
    )


def crossings() -> str:
    """The page of bridges: each with its sides, then the causes, then the examples that the tests hold them to."""
    causes = (f"| `{name}` | {words.zh} | {words.en} |" for name, words in TERMS.items())
    table = "\n".join(["## Terms 各项\n", "| term | 名称 | name |\n|---|---|---|", *causes, ""])
    return "\n".join(
        [BRIDGES, *map(_bridge, bridges()), table, "## Examples 示例\n", *map(_crossing, test_bridges.CROSSINGS)]
    )


def _bridge(b: Bridge) -> str:
    left, right = (" + ".join(b.terms[term].zh for term in side) for side in (b.left, b.right))
    return f"## `{b.id}` {b.zh} {b.en}\n\n{b.definition.zh} {b.definition.en}\n\n    {left} = {right} + 原因 causes\n"


def _crossing(c: test_bridges.Crossing) -> str:
    table = "\n".join(line.strip() for line in c.records.strip().splitlines())
    read = f"口径 scopes: {c.scopes.left} → {c.scopes.right}\n\n" if any(c.scopes) else ""
    return (
        f"### {c.zh} {c.en}\n\n```text\n{table}\n```\n\n`{c.bridge}`, 2020\n\n{read}"
        f"- 件 cases: {_said(c.cases)}\n- 人 persons: {_said(c.persons)}\n"
    )


def _said(terms: str) -> str:
    words = {name: words.en for name, words in TERMS.items()} | {"rest": "**unexplained 未说明**"}
    return "; ".join(f"{words[name]} {number}" for name, number in test_bridges.terms(terms).items())

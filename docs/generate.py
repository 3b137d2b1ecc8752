"""Pages of the reference made from what the program and its tests hold, so that they cannot be out of date.

``reading.md`` and the examples of ``findings.md`` are the tables of tests/spec, which the tests hold the program to.
"""

import html
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP / "tests"), str(TOP / "docs")]

import lists  # noqa: E402

from plumbline.checks import KINDS, Severity  # noqa: E402
from plumbline.cli.commands import app  # noqa: E402
from plumbline.cli.limits_shown import rule_lines  # noqa: E402
from plumbline.lines import limits as limits_of  # noqa: E402
from plumbline.lines import lines  # noqa: E402
from spec import (  # noqa: E402
    test_against,
    test_apart,
    test_approximations,
    test_counted,
    test_deadlines,
    test_findings,
    test_period,
    test_plans,
    test_rates_and_direction,
    test_relations,
    test_report,
    test_units,
    test_values,
    test_who,
)
from spec.cases import FIRST_YEAR, Case, Found, Tie, Topic  # noqa: E402

CHAPTERS: tuple[Topic, ...] = (
    test_values.TOPIC,
    test_approximations.TOPIC,
    test_units.TOPIC,
    test_rates_and_direction.TOPIC,
    test_counted.TOPIC,
    test_who.TOPIC,
    test_period.TOPIC,
    test_plans.TOPIC,
    test_apart.TOPIC,
    test_relations.TOPIC,
)

FOUND: tuple[Topic, ...] = (test_findings.TOPIC, test_against.TOPIC)
"""Chapters of the page on findings."""

READING = """# Reading 读法

What Plumbline reads in a text, by example: a question, a made-up sentence, the answer. The fields have the names that
`plumbline read --json` prints. How a field was come by is `stated` (its clause says it), `inherited` (an earlier one
does) or `implied`. Every example on this page is a test.

以例说明读法：一问、一句编写的话、一答。要素用 `plumbline read --json` 中的名称；由来分三种：stated 本句写明，
inherited 承前文，implied 隐含。本页每一例都是测试。
"""

FINDINGS = """# Findings 核验结论

A check says one of these and nothing else. An *error* ends `plumbline check` with exit status 1; a *note* is worth a
look; *untold* is no accusation; *ok* is listed with `--all`.

核对只说下列结论。error 使命令以状态 1 结束；note 值得一看；untold 不是指错；ok 在加 `--all` 时列出。

| kind | 名称 | name | severity | 何时给出 | when it is given |
|---|---|---|---|---|---|
"""

WRITING = """# Writing 写法

What a sentence of a plan prints, by example: the sentence, what its figures read, what is printed, or why it is refused.
Every example on this page is a test. 以例说明计划里的一句话印成什么：原句、各指标读出的数、印出的字，或不予接受的原因。
"""

COMMANDS = """# Command line 命令行

What `plumbline --help` and `plumbline COMMAND --help` print. 以下为命令自身的帮助。

Exit status 结束状态: 0 nothing differs 没有不符, 1 something differs 有不符, 2 could not read or write 无法读写.
"""

LIMITS = """# Limits 法定期限

Every limit that Plumbline keeps, made from the code that counts it: from which event to which and how long; the
articles and the evidence; who may extend it; the edition in force.
[How days are counted](../explanation/how-days-are-counted.md) has the rest.

以下由计算期限的代码生成：起止与长度、条文与依据、延长与批准机关、所据版本。
"""

EXAMPLES = """## By example 举例

Worked out by hand from the articles; each row is a test. 按条文手工算得，每行都是测试。

| limit 期限 | begins 起算 | with 情形 | earliest end 最早届满 | latest end 最晚届满 |
|---|---|---|---|---|"""
MARKS = {"held": "在押 held", "longer": "可至上限 up to the outermost"}

LABELS = {
    "kind": "类别", "value": "数值", "lower": "最小", "upper": "最大", "step": "末位", "unit": "单位", "unit_written": "原单位",
    "approx": "确切程度", "rate": "性质", "direction": "方向", "counted": "所计", "who": "主体", "period": "期间", "plan": "目标",
    "counted_how": "所计由来", "who_how": "主体由来", "period_how": "期间由来", "rate_how": "性质由来",
}  # fmt: skip
HOLDS = {True: "holds 成立", False: "does not hold 不成立", None: "cannot be told 无法判断"}


def reading() -> str:
    """The page on reading: a chapter for each topic of tests/spec but findings."""
    return "\n".join([READING, *(_chapter(topic) for topic in CHAPTERS)])


def findings() -> str:
    """The page on findings: the vocabulary, then an example of each kind, inside a report and against a book."""
    rows = (
        f"| `{kind}` | {k.name.zh} | {k.name.en} | {k.severity.value} | {k.meaning.zh} | {k.meaning.en} |"
        for kind, k in KINDS.items()
    )
    return "\n".join([FINDINGS + "\n".join(rows) + "\n", *map(_chapter, FOUND)])


def writing() -> str:
    """The page on writing: each sentence of tests/spec/test_report.py."""
    return "\n".join([WRITING, *("\n".join(_sentence(sentence)) for sentence in test_report.WRITTEN)])


def command_line() -> str:
    """The page on the command line: the help of each command."""
    wide = {"max_content_width": 100, "terminal_width": 100}
    top = click.Context(app, info_name="plumbline", **(app.context_settings | wide))
    helps = ((context.command_path, context.get_help()) for context in _contexts(top, wide))
    return "\n".join([COMMANDS, *(f"## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in helps)])


def _contexts(above: click.Context, wide: Mapping[str, Any]) -> Iterator[click.Context]:
    """A command, then those below it, each in the order in which its group lists them."""
    yield above
    if isinstance(group := above.command, click.Group):
        for name in group.list_commands(above):
            command = group.get_command(above, name)
            assert command, name
            yield from _contexts(click.Context(command, info_name=name, parent=above, **wide), wide)


def limits() -> str:
    """The page on limits: each rule of each line, in both languages."""
    chapters = [LIMITS]
    for line in lines():
        mine = limits_of(line.name)
        chapters += [f"## {line.title.zh} {line.title.en}\n"] if mine else []
        for each in mine:
            said = "\n".join(f"- {words}" for lang in ("zh", "en") for words in rule_lines(each, lang))
            chapters.append(f"### {each.rule} {each.zh} {each.en}\n\n`{each.id}`\n\n{said}\n")
    return "\n".join([*chapters, EXAMPLES, *map(_worked, test_deadlines.CASES)])


def _worked(case: test_deadlines.Case) -> str:
    also = case.also
    grants = "；".join(f"{g.extension}（{g.approver}, {g.on}）" for g in also.get("grants", ()))
    pauses = "；".join(f"{p.first} → {p.back}" for p in also.get("pauses", ()))
    marks = [words for key, words in MARKS.items() if also.get(key)]
    told = "；".join([*marks, *filter(None, (grants, pauses))])
    return f"| {test_deadlines.LIMITS[case.limit].zh} | {case.begins} | {told} | {case.earliest} | {case.latest} |"


PAGES = {
    "reference/figures.md": lists.figures,
    "reference/bridges.md": lists.crossings,
    "reference/reading.md": reading,
    "reference/findings.md": findings,
    "reference/writing.md": writing,
    "reference/command-line.md": command_line,
    "reference/limits.md": limits,
}
"""Each generated page by its place in the site."""


def _chapter(topic: Topic) -> str:
    head = f"## {topic.zh} {topic.en}\n\n{topic.rules_en}\n\n{topic.rules_zh}\n"
    return "\n".join([head, *("\n".join(_case(case)) for case in topic.cases)])


def _case(case: Case) -> Iterator[str]:
    yield f"### {case.zh} {case.en}\n"
    for year, text in enumerate(case.before, FIRST_YEAR):
        yield f"*{year}.txt*\n\n{_quoted(text, ())}\n"
    if case.book:
        table = "\n".join(line.strip() for line in case.book.strip().splitlines())
        yield f"The book 账簿:\n\n```text\n{table}\n```\n"
    yield _quoted(case.text, tuple(case.numbers)) + "\n"
    if case.numbers:
        yield _table(case.numbers) + "\n"
    yield from (_relation(tie) for tie in case.relations or ())
    yield from (_finding(found) for found in case.findings or ())
    if case.relations == () or case.findings == ():
        yield "None. 没有。\n"


def _sentence(sentence: test_report.Sentence) -> Iterator[str]:
    yield f"## {sentence.zh} {sentence.en}\n"
    yield f"```text\n{sentence.plan}\n```\n"
    read = (
        f"`{name}` {top:,}" + (f" ÷ {below:,}" if below != 1 else "") for name, (top, below) in sentence.reads.items()
    )
    yield f"- Read 读出: {'; '.join(read)}"
    if sentence.printed:
        yield f"- Printed 印出: **{sentence.printed}**" + (f" **{sentence.english[1]}**" if sentence.english[1] else "")
    else:
        yield f"- Refused 不予接受: {html.escape(sentence.refused, quote=False)}"
    yield ""


def _quoted(text: str, numbers: tuple[str, ...]) -> str:
    shown = html.escape(text, quote=False)
    if numbers:
        longest_first = "|".join(re.escape(words) for words in sorted(numbers, key=len, reverse=True))
        shown = re.sub(rf"(?<![0-9.,])(?:{longest_first})", r"<mark>\g<0></mark>", shown)
    return "> " + shown.replace("\n", "<br>\n> ")


def _table(numbers: Mapping[str, Mapping[str, Any]]) -> str:
    names = list(dict.fromkeys(name for fields in numbers.values() for name in fields))
    heads = "".join(f" `{name}` {LABELS[name]} |" for name in names)
    rows = [
        f"| {words} |" + "".join(f" {_shown(fields[name]) if name in fields else ''} |" for name in names)
        for words, fields in numbers.items()
    ]
    return "\n".join([f"| |{heads}", "|---|" + "---|" * len(names), *rows])


def _shown(value: object) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " – ".join(_shown(each) for each in value)
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _relation(tie: Tie) -> str:
    parts = tie.parts
    written = {
        "sum": f"{tie.total} = {' + '.join(parts)}",
        "part_le": f"{parts[0]} ≤ {tie.total}",
        "ratio": f"{tie.total} = {parts[0]} ÷ {parts[-1]}",
        "change": f"{parts[0]} → {parts[-1]}: {tie.total}",
        "again": f"{tie.total} = {parts[0]}",
    }.get(tie.type, "、".join(parts))
    return f"- `{tie.type}` {written}: {HOLDS[tie.holds]}\n"


def _finding(found: Found) -> str:
    kind = KINDS[found.kind]
    working = "".join(f"    - `{line}`\n" for line in found.working)
    severity = "" if kind.severity is Severity.OK else f" ({kind.severity.value})"
    said = f"- `{found.kind}`{severity}, {kind.name.zh} {kind.name.en}: **{found.number}**. {found.zh} {found.en}"
    return f"{said}\n{working}"

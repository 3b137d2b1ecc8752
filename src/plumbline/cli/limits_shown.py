"""How ``plumbline limits`` shows deadlines, their working and the rules."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from rich.text import Text

from plumbline.cli.language import printable
from plumbline.cli.tables import Terminal
from plumbline.errors import Words
from plumbline.law import SORTS, STATES, Deadline, Extension, Limit, working
from plumbline.law.clocks import LAST
from plumbline.law.editions import TAGS
from plumbline.law.levels import worded
from plumbline.periods import Span
from plumbline.web.reading.deadlines import Asked, Row

STYLES = {"missed": "bold red", "disputed": "yellow", "due": "cyan", "untold": "dim", "running": "", "kept": "green"}
URGENCY = ("missed", "disputed", "due", "untold", "running", "kept")
TOKEN = len("p_") + 4
"""Characters of a person's token that are shown: enough to tell those of a case apart; JSON has all."""
ENDS = Words("届满", "ends")
NO_RULES = Words(
    "这条工作条线没有法定期限：没有法条规定，或未查到",
    "this line of work has no limits set by law: no article sets one, or none was found",
)
NO_APPROVER = Words("条文未定批准机关", "the article names no approver")
NOT_RECORDED = Words("（单位未记明）", "(body not recorded)")


def since(days: Span | None, asked: Asked, lang: str) -> None:
    """Say where the records end, where the day asked for is later."""
    if days is None or asked.day <= days.last:
        return
    said = Words(
        f"账内最后一条记录：{days.last}；此后至{asked.day}发生了什么，账内不知",
        f"the book's last record: {days.last}; what happened since, up to {asked.day}, is not known",
    )
    Terminal().print(said.in_(lang), style="yellow", highlight=False, soft_wrap=True)


def listed(
    rows: Sequence[Row], ended: Counter[tuple[str, str]], asked: Asked, lang: str, *, unknown: bool = False
) -> None:
    """Print the deadlines, the gravest first and each by body; what cannot be told is only counted unless ``unknown``."""
    console = Terminal()
    told = [r for r in rows if unknown or r.row["state"] != "untold"]
    for body, some in groupby(sorted(told, key=_urgent), key=lambda r: r.row["body"] or ""):
        console.print(Text(printable(body or NOT_RECORDED.in_(lang)), style="bold"))
        for each in some:
            console.print(_line(each, lang), soft_wrap=True)
    if dark := [r for r in rows if r.row["state"] == "untold"]:
        console.print(_untold(dark, lang, listed=unknown), highlight=False, soft_wrap=True)
    counts = Counter(r.row["state"] for r in rows)
    stop = Words("，", ", ").in_(lang)
    total = stop.join(f"{words.in_(lang)} {counts[state]}" for state, words in STATES.items() if counts[state])
    none = Words("没有将届满、有争议或超期的", "nothing falls due, is in dispute or is over").in_(lang)
    console.print(f"{asked.day}  {total or none}", highlight=False)
    if ended:
        console.print(_ended(ended, lang), highlight=False)


def _urgent(r: Row) -> tuple[int, str]:
    return URGENCY.index(r.row["state"]), r.row["body"] or ""


def _untold(dark: Sequence[Row], lang: str, *, listed: bool) -> str:
    """Return one line: how many cannot be told, and why."""
    whys = Counter(_why(r) for r in dark)
    reasons = Words("，", ", ").in_(lang).join(f"{why.in_(lang)} {n}" for why, n in whys.most_common())
    more = Words("", "") if listed else Words("；--unknown 逐条列出", "; --unknown lists them")
    said = Words(f"无法判断：{len(dark)}（{reasons}{more.zh}）", f"cannot be told: {len(dark)} ({reasons}{more.en})")
    return said.in_(lang)


def _why(r: Row) -> Words:
    edition = r.limit.governing.edition
    if not edition.since <= r.row["begins_on"] <= (edition.until or date.max):
        return Words("始于所据条文施行期外", "begun when the article was not in force")
    if r.row["latest"] is None:
        return Words(
            "届满日不明（节假日未公布或羁押与否未记明）",
            "end unknown (holidays not published, or custody not recorded)",
        )
    return Words("时刻未记明", "hour not recorded")


def _ended(ended: Counter[tuple[str, str]], lang: str) -> str:
    late = sum(n for (_, state), n in ended.items() if state == "missed")
    doubt = sum(n for (_, state), n in ended.items() if state == "disputed")
    return Words(
        f"另有已结束的：超期 {late}，有争议 {doubt}（--all 列出）",
        f"ended before: {late} late, {doubt} in dispute (--all lists them)",
    ).in_(lang)


def _line(r: Row, lang: str) -> Text:
    limit, row = r
    begins, stops = (_moment(row[f"{at}_moment"] or row[f"{at}_on"]) for at in ("begins", "stops"))
    told = [f"{limit.starts.in_(lang)} {begins}", f"{ENDS.in_(lang)} {_ends(row['earliest'], row['latest'])}"]
    told += [f"{limit.stops.in_(lang)} {stops}"] if stops else []
    who = f" {row['person'][:TOKEN]}…" if row["person"] else ""
    who += f"  {Words('财物', 'item').in_(lang)} {row['item']}" if row.get("item") else ""
    line = Text("  ").append(STATES[row["state"]].in_(lang), style=STYLES[row["state"]])
    line.append(printable(f"  {SORTS[limit.sort].in_(lang)}  {limit.rule} {limit.title.in_(lang)}  {row['case']}{who}"))
    return line.append("\n      ").append(printable("; ".join(told)), style="dim")


def _moment(at: Any) -> str:
    if at is None:
        return ""
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else str(at)


def _end(at: datetime) -> str:
    return str(at.date()) if at.time() == LAST else f"{at:%Y-%m-%d %H:%M}"


def _ends(earliest: datetime | None, latest: datetime | None) -> str:
    if earliest is None:
        return "?"
    if latest == earliest:
        return _end(earliest)
    return f"{_end(earliest)} / {_end(latest) if latest else '?'}"


def explained(deadlines: Sequence[Deadline], case: str, lang: str) -> None:
    """Print every limit of a case with its working, step by step."""
    console = Terminal()
    console.print(Text(printable(case), style="bold"))
    for d in deadlines:
        head, *steps = (step.in_(lang) for step in working(d))
        state = Text(f"  {STATES[d.state].in_(lang)} ", style=STYLES[d.state])
        console.print(state.append(printable(f"{d.limit.rule} {head}  {d.clock.body}"), style="bold"), soft_wrap=True)
        for i, step in enumerate(steps, 1):
            console.print(Text(printable(f"    {i}. {step}")), soft_wrap=True)


def rules(limits: Sequence[Limit], lang: str) -> None:
    """Print all rules: what runs from what to what, how long, who may extend it, by which article; say so if there are none."""
    console = Terminal()
    if not limits:
        console.print(NO_RULES.in_(lang), soft_wrap=True)
    for limit in limits:
        console.print(Text(f"{limit.rule}  {limit.title.in_(lang)}  [{limit.id}]", style="bold"), soft_wrap=True)
        for line in rule_lines(limit, lang):
            console.print(Text(f"    {line}"), soft_wrap=True)


def rule_lines(limit: Limit, lang: str) -> list[str]:
    """Return what a rule says, line by line."""
    edition = limit.governing.edition
    cited = Words("；", "; ").in_(lang).join(c.words.in_(lang) for c in limit.articles)
    runs = f"{limit.starts.in_(lang)} → {limit.stops.in_(lang)}"
    lines = [
        f"{runs}{Words('：', ': ').in_(lang)}{_length(limit, lang)}",
        f"{cited} [{limit.tag}] {TAGS[limit.tag].in_(lang)}",
    ]
    lines += [_extension(x).in_(lang) for x in limit.extensions]
    until = edition.until or Words("今", "now").in_(lang)
    lines.append(f"{edition.name.in_(lang)} {edition.since} – {until} [{edition.tag}]; {SORTS[limit.sort].in_(lang)}")
    return lines


def _extension(x: Extension) -> Words:
    """Return what one more stretch of time is: how long, how often, granted by whom, when asked for, by which article."""
    by, length, ask, cited = worded(x.approvers), x.length.words, x.file_before, x.article and x.article.words
    most = Words("", "") if x.most == 1 else Words(f"（至多{x.most}倍）", f" (up to {x.most} times that)")
    often = Words("可多次", "again and again") if x.times is None else Words(f"至多{x.times}次", f"at most {x.times}×")
    who = Words(f"由{by.zh}批准", f"granted by {by.en}") if x.approvers else NO_APPROVER
    said = [
        Words(
            f"+ {x.name}：{length.zh}{most.zh}，{often.zh}，{who.zh}",
            f"+ {x.en}: {length.en}{most.en}, {often.en}, {who.en}",
        ),
        Words(f"届满{ask.n}日前报请", f"asked for {ask.n} days before the end") if ask else None,
        cited,
    ]
    return Words("；".join(each.zh for each in said if each), "; ".join(each.en for each in said if each))


def _length(limit: Limit, lang: str) -> str:
    said = limit.length.words.in_(lang)
    if limit.at_most is None:
        return said
    most = Words(f"{said}，至迟{limit.at_most.words.zh}", f"{said}, at the latest {limit.at_most.words.en}").in_(lang)
    when = limit.at_most_when
    return most + Words(f"（{when.zh}）", f" ({when.en})").in_(lang) if when else most


def row_data(r: Row) -> dict[str, Any]:
    """Return a listed deadline as JSON's types: days as YYYY-MM-DD, moments as ISO 8601."""
    plain = {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in r.row.items()}
    return {"rule": r.limit.rule, "limit": r.limit.id, "sort": r.limit.sort, **plain}


def deadline_data(d: Deadline) -> dict[str, Any]:
    """Return an explained deadline as JSON's types."""
    ends = {
        name: getattr(d.ends, name).isoformat() if d.ends and getattr(d.ends, name) else None
        for name in ("due", "earliest", "latest")
    }
    return {
        "rule": d.limit.rule, "limit": d.limit.id, "sort": d.limit.sort, "case": d.clock.case, "body": d.clock.body,
        "person": d.clock.person, "state": d.state, **ends, "working": [step._asdict() for step in working(d)],
    }  # fmt: skip


def rule_data(limit: Limit) -> dict[str, Any]:
    """Return a rule as JSON's types."""
    return {
        "rule": limit.rule, "limit": limit.id, "title": limit.title._asdict(), "sort": limit.sort, "tag": limit.tag,
        "starts": limit.starts._asdict(), "stops": limit.stops._asdict(), "length": limit.length.words._asdict(),
        "at_most": limit.at_most.words._asdict() if limit.at_most else None,
        "articles": [c.words._asdict() for c in limit.articles],
        "in_force": [str(limit.governing.edition.since), str(limit.governing.edition.until or "")],
        "extensions": [{"name": x.name, "length": x.length.words._asdict(), "approvers": x.approvers} for x in limit.extensions],
    }  # fmt: skip

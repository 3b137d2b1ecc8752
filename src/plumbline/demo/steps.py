"""The steps of the example, each a command as anybody would give it, with what it shows and how it may end."""

from pathlib import Path
from typing import NamedTuple

from rich.text import Text

from plumbline.cli.commands import app
from plumbline.cli.tables import Terminal
from plumbline.demo.city.folder import Written
from plumbline.errors import Words
from plumbline.lines import names

FIRST = ("investigations", "prosecutions", "trials", "custody", "assets")
"""The lines whose registers are loaded first; the others follow in the order of their names, links last."""
ENTERED, APPROVED = "录入员甲", "审核员乙"
CAMPAIGN = ("--period", "2018/2020")
BOTH = ("--scope", "涉黑涉恶", "--to-scope", "涉黑涉恶涉霸涉伞")


class Step(NamedTuple):
    """A command: what it shows, its arguments, the exit status it ends with here."""

    words: Words
    args: tuple[str, ...]
    status: int = 0


def steps(written: Written, text: Path, out: Path) -> list[Step]:
    """Return the steps over the files written: ``out`` takes the book, the report and what is found in ``text``."""
    book = ("--book", str(out / "plumbline-book"))
    return [
        Step(Words("建一本账簿", "Make a book"), ("book", "init", *book)),
        *_loading(written, book),
        Step(Words("封账：此后每个数字都能追到这一版账", "Seal the book as it is now"), ("book", "checkpoint", *book)),
        Step(Words("写出镜像，供指标读取", "Write the mirror that figures read"), ("book", "mirror", *book)),
        *_reading(book, out),
        *_reporting(book, out),
        Step(
            Words("核对一份已公开样式的报告（埋有三处错误）", "Check a report of the published kind: three mistakes are in it"),
            ("check", str(text), *book, "--html", str(out / "lanzhou-2020.html"), "--docx", str(out / "lanzhou-2020.docx")),
            status=1,
        ),
    ]  # fmt: skip


def _loading(written: Written, book: tuple[str, str]) -> list[Step]:
    by = (*book, "--entered-by", ENTERED, "--approved-by", APPROVED)
    shown = [
        Step(
            Words(f"录入 {name} 的登记表，一年一份", f"Load the registers of {name}, one a year"),
            ("load", *(str(f) for f in written.files if f.parent.name == name), "--line", name, *by),
        )
        for name in _order()
    ]
    refused = Words(
        "先试一份有误的：整份退回，指明哪一行", "First one with a mistake: all of it is refused, the row named"
    )
    again = Words(
        "同一份登记换个名字再报一次：什么也不会多", "The same register once more, under another name: nothing is added"
    )
    return [
        Step(refused, ("load", str(written.refused), "--line", written.refused.parent.name, *by), status=2),
        *shown,
        Step(again, ("load", str(written.again), "--line", written.again.parent.name, *by)),
    ]


def _order() -> list[str]:
    others = [name for name in names() if name not in (*FIRST, "links")]
    return [*FIRST, *others, "links"]


def _reading(book: tuple[str, str], out: Path) -> list[Step]:
    groups = ("investigations.cleared", "investigations.caught", "assets.controlled")
    review = ("prosecutions.received", "prosecutions.concluded", "prosecutions.pending")
    court = ("trials.docketed", "trials.concluded", "trials.heard_pending", "trials.unheard")
    four = ("crashes.crashed", "crashes.deaths_at_7", "crashes.injured", "crashes.property_loss")
    return [
        Step(
            Words("法定期限：哪些超期，哪些两种算法结论不同", "Time limits: what is over, what two readings dispute"),
            ("limits", "--on", "2020-12-31", "--line", "custody", "--all", *book),
        ),
        Step(
            Words("读指标：公安机关、检察机关", "Read figures: the police and the procuratorates"),
            ("figures", *groups, *review, "--scope", "涉黑涉恶", *CAMPAIGN, *book),
        ),
        Step(
            Words("读指标：审判机关，口径更宽", "Read figures: the courts, in their wider scope"),
            ("figures", *court, "--scope", "涉黑涉恶涉霸涉伞", *CAMPAIGN, *book),
        ),
        Step(
            Words("交通事故四项指标：都比上年少，哪些真的降了", "The four indicators of crashes: all lower; which of them fell"),
            ("figures", *four, "--period", "2020", "--against", "2019", *book),
        ),
        Step(
            Words("勾稽：110案995人怎样成了103案957人", "Reconcile: how 110 cases and 995 persons became 103 and 957"),
            ("reconcile", *BOTH, *book),
            status=1,
        ),
        Step(
            Words("画出案件在各单位间的去向", "Draw how cases pass between the bodies"),
            ("reconcile", *BOTH, *CAMPAIGN, *book, "--chart", str(out / "flow.svg")),
        ),
        Step(
            Words("年度计划：各项任务到年底的状态", "The year's plan: how each task stands at its end"),
            ("plan", "board", "lanzhou-2020", *book, "--on", "2020-12-31", "--html", str(out / "plan.html")),
        ),
    ]  # fmt: skip


def _reporting(book: tuple[str, str], out: Path) -> list[Step]:
    folder = out / "report"
    return [
        Step(
            Words("按计划写年度报告，每个数字都可点开", "Write the yearly report, each number opening to its records"),
            ("report", "lanzhou-2020", *book, "--out", str(folder), "--lang", "zh"),
        ),
        Step(
            Words("同一份报告的英文版", "The same report in English"),
            ("report", "lanzhou-2020", *book, "--out", str(folder), "--lang", "en"),
        ),
        Step(
            Words("把写成的报告读回来，逐项与账簿核对", "Read the report back and check it claim by claim"),
            ("check", str(folder / "lanzhou-2020.docx"), *book),
        ),
    ]


def take(console: Terminal, step: Step, place: str, lang: str) -> None:
    """Show a step and run its command; a command that ends otherwise than it should ends the whole."""
    console.print(Text(f"{place}  {step.words.in_(lang)}", style="bold"))
    console.print(Text(f"$ plumbline {_shown(step.args)}", style="dim"), soft_wrap=True)
    status = _status(step.args if "--lang" in step.args else (*step.args, "--lang", lang))
    console.print()
    if status != step.status:
        raise SystemExit(status or 1)


def _shown(args: tuple[str, ...]) -> str:
    """Return a command as one types it: many files of a folder as one pattern."""
    files = [a for a in args if a.endswith(".xlsx")]
    if len(files) < 2:
        return " ".join(args)
    pattern = f"{Path(files[0]).parent}/*.xlsx"
    return " ".join(pattern if a == files[0] else a for a in args if a not in files[1:])


def _status(args: tuple[str, ...]) -> int:
    try:
        app.main(args=list(args), prog_name="plumbline", standalone_mode=False)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0

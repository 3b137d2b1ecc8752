"""The words an official document has beside its text, in both languages, for Word and the page alike."""

from plumbline.errors import Words
from plumbline.reports import dates, phrases
from plumbline.reports.composed import Composed
from plumbline.reports.plan import NONE, Head

ANNEX = Words("附件", "Annex")
ANNEXED = Words("附件：", "Annex: ")
READINGS = Words("指标读数表", "Readings of figures")
NUMBERS = (
    Words("序号", "No."), Words("文中数字", "As printed"), Words("指标", "Figure"), Words("期间", "Period"),
    Words("确数", "Exactly"), Words("计法", "How counted"),
)  # fmt: skip
MEANINGS = (Words("指标", "Figure"), Words("定义", "Definition"), Words("不计入的", "Left out"))
MEANT = Words("各指标的定义", "What the figures count")
COPIES = Words("抄送：", "Copies to: ")
HINT = Words("点按文中数字，看它的定义和记录。", "Follow a number to its definition and its records.")
CLOSE = Words("关闭", "Close")
BASE = Words("基期", "The base")
RECORDS = Words("所依据的记录", "The records behind it")
BACK = Words("回到报告", "Back to the report")
BEHIND = Words("各读数所依据的记录", "The records behind the readings")
KEPT_BACK = Words(
    "每条记录只列位置、种类、案号、单位和日期；人员标识不出账簿。",
    "Of each record only its position, kind, case, body and day; tokens of persons never leave the book.",
)
TRACE = (
    Words("位置", "Position"), Words("种类", "Kind"), Words("案号", "Case"), Words("单位", "Body"), Words("日期", "Day"),
)  # fmt: skip
NONE_BEHIND = Words("没有记录。", "No record.")
CHARTED = Words("图中各数", "The numbers of the chart")
CHART_HEADS = Words("指标", "Figure"), Words("单位", "Body"), Words("期间", "Period"), Words("确数", "Exactly")
PRINTED = Words("印发", "")


def imprint(head: Head, language: str) -> list[tuple[str, str]]:
    """Return the lines of the imprint, each as what stands left and what stands right."""
    rows = []
    stop = "。" if language == "zh" else "."
    if copies := head.copies.in_(language):
        rows.append((f"{COPIES.in_(language)}{copies}{stop}", ""))
    if printed := head.printed.in_(language):
        rows.append((printed, f"{dates.day(head.printed_on or head.dated).in_(language)}{PRINTED.in_(language)}"))
    return rows


def preface(report: Composed) -> Words:
    """Return what stands above the table of readings: what it is, and as of what."""
    as_of = phrases.as_of(report.size, report.root)
    return Words(
        f"文中每个数字都是一项读数，由记录读出；与确数不同的，按 GB/T 8170 修约。截至：{as_of.zh}。",
        f"Every number in the text is read from records; where not exact, rounded by GB/T 8170. As of: {as_of.en}.",
    )


def more(shown: int, total: int, file: str) -> Words:
    """Return how many records a page does not show, and where they are; empty where it shows all."""
    if total <= shown:
        return NONE
    rest = total - shown
    return Words(f"还有{rest}条，见 {file}。", f"And {rest:,} more, in {file}.")

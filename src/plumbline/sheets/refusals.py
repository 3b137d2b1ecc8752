"""Why a spreadsheet is refused, in words that name a program for spreadsheets."""

from plumbline.errors import Broken, TooLarge, Unsafe, Words
from plumbline.sheets.limits import COLUMNS


def damaged(where: str) -> Broken:
    """Return the error for a file that cannot be made out or whose reading crashed."""
    zh = "请从原处重新取得该文件，或用 Excel、WPS 表格打开后另存为 .xlsx"
    en = "Fetch it again from where it came, or open it in Excel or WPS and save it as .xlsx"
    return Broken(where, Words("文件已损坏或不完整", "it is damaged or cut off"), Words(zh, en))


def over_memory(where: str) -> Unsafe:
    """Return the error for a file whose reading used up its memory."""
    zh = "用 Excel 或 WPS 表格打开，删去远处多余的行列，或拆成几份后重试"
    en = "Open it in Excel or WPS, delete stray rows and columns far out or split it, and try again"
    return Unsafe(
        where, Words("读取占用内存过多，已中止", "reading it took too much memory and was stopped"), Words(zh, en)
    )


def too_wide(name: str) -> TooLarge:
    """Return the error for a sheet (called ``name``, if that is known) of too many columns."""
    zh, en = (f"工作表“{name}”", f"sheet “{name}”") if name else ("有的工作表", "a sheet")
    what = Words(f"{zh}多于 {COLUMNS} 列", f"{en} has over {COLUMNS} columns")
    zh = "用 Excel 或 WPS 表格打开，删去右侧多余的列后重试"
    return TooLarge("", what, Words(zh, "Open it in Excel or WPS, delete the columns to the right and try again"))

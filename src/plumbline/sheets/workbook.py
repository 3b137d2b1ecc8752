"""An .xlsx as cells of text. Only the child process imports this; the zip is looked through before anything parses it."""

from io import BytesIO
from zipfile import ZipFile

import fastexcel
import pyarrow as pa
import pyarrow.compute as pc

from plumbline.documents.package import refuse_bomb, refuse_hidden, refuse_names
from plumbline.errors import NotText, TooLarge, Words
from plumbline.sheets.limits import COLUMNS, PROLOGUE_BYTES, SHEETS, UNPACKED_BYTES
from plumbline.sheets.marks import EXCEL_ERROR, NOT_COMPUTED
from plumbline.sheets.parts import BLANK, marked, since_1904
from plumbline.sheets.refusals import too_wide


def parse(data: bytes) -> list[tuple[str, pa.Table]]:
    """Return each sheet's name and its cells from the first row on, all columns text, null where empty.

    The tables' metadata have "1904" where the workbook counts its days from then.

    Raises Unsafe for a file built to harm, NotText for a zip that is no workbook, TooLarge for too many sheets or columns.
    """
    _inspect(data)
    about = {"1904": "1"} if since_1904(data) else {}
    book = fastexcel.read_excel(marked(data))
    if len(book.sheet_names) > SHEETS:
        raise _too_many(Words(f"工作表多于 {SHEETS} 张", f"it has over {SHEETS} sheets"))
    return [(name, _cells(book, name).replace_schema_metadata(about)) for name in book.sheet_names]


def _inspect(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        names, parts = package.namelist(), package.infolist()
        if not any(name.startswith("xl/") for name in names):
            raise _no_workbook()
        refuse_bomb(parts, len(data), UNPACKED_BYTES)
        refuse_names(names)
        for part in parts:
            with package.open(part) as stream:
                refuse_hidden(part.filename.lower(), stream.read(PROLOGUE_BYTES))


def _cells(book: fastexcel.ExcelReader, name: str) -> pa.Table:
    sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    batch, errors = sheet.to_arrow_with_errors()
    if batch.num_columns > COLUMNS:
        raise too_wide(name)
    wrong = {e.offset_position: EXCEL_ERROR + e.detail for e in errors.errors} if errors else {}
    columns = [
        _marked(batch.column(i), {row: said for (row, col), said in wrong.items() if col == i})
        for i in range(batch.num_columns)
    ]
    return pa.table({str(i): column for i, column in enumerate(columns)})


def _marked(column: pa.Array, wrong: dict[int, str]) -> pa.Array:
    """Put the text of its error into each cell that Excel could not compute, which reads as empty otherwise."""
    if pc.any(pc.equal(column, BLANK)).as_py():
        column = pc.if_else(pc.equal(column, BLANK), NOT_COMPUTED, column)
    if not wrong:
        return column
    return pa.array([wrong.get(i, value) for i, value in enumerate(column.to_pylist())], pa.string())


def _no_workbook() -> NotText:
    what = Words("这是压缩包，不是 Excel 工作簿", "it is an archive, not an Excel workbook")
    return NotText("", what, Words("打开后另存为 .xlsx", "Open it and save it as .xlsx"))


def _too_many(what: Words) -> TooLarge:
    return TooLarge("", what, Words("删去多余的部分后重试", "Take out what is not needed and try again"))

"""How much of a spreadsheet Plumbline reads, and why no more. A megabyte is 1,000,000 bytes."""

XLSX_BYTES = 256_000_000
"""Largest .xlsx. A million rows of eight columns are about 30 MB, as Excel packs them."""

UNPACKED_BYTES = 4_000_000_000
"""Most bytes an .xlsx may unpack to. A million rows of eight columns are about 450 MB of XML."""

CSV_BYTES = 1_000_000_000
"""Largest .csv. A million rows of eight columns are about 100 MB."""

PROLOGUE_BYTES = 65_536
"""Read of each XML part before the file is parsed: a DOCTYPE can only stand before the first element."""

HEAD_BYTES = 65_536
"""Most bytes in a .csv before its first line ends: 200 heads of 300 bytes."""

COLUMNS = 200
"""Most columns of a sheet. The widest kind of record has thirteen fields, a foreign register about twenty."""

SHEETS = 60
"""Most sheets in a workbook: no line of work has as many kinds."""

HEAD_ROWS = 10
"""Rows at the top among which the heads are looked for: registers print a title above them."""

MEMORY_BYTES = 4_000_000_000
"""Address space of the child that parses; a million rows of .xlsx take about half."""

CPU_SECONDS = 240
"""Processor time of that child; a million rows of .xlsx take about ten seconds."""

WALL_SECONDS = 600
"""Time by the clock for that child, as the machine may be shared."""

ANSWER_BYTES = 2_000_000_000
"""Most the child may say: the cells, as Arrow columns of text."""

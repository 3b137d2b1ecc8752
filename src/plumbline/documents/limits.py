"""How much Plumbline reads, in bytes and seconds, and why no more. A megabyte is 1,000,000 bytes, as file managers count."""

TEXT_BYTES = 20_000_000
"""Most text in a document. A year's reports of a whole province are under 2 MB; ten times that is no single report."""

FILE_BYTES = 64_000_000
"""Largest .docx or .pdf. Their photographs weigh more than their words; beyond this it is a picture book."""

HEAD_BYTES = 8_192
"""Read first, to tell the format: more than any signature, small enough to refuse a disk image at once."""

ZIP_ENTRIES = 5_000
"""Most parts in a .docx. One with a thousand pictures has about 1,100."""

ZIP_DEPTH = 12
"""Most folders one in another inside a .docx. Word itself uses 4."""

UNPACKED_BYTES = 256_000_000
"""Most bytes a .docx may unpack to: four times the largest file, as pictures hardly shrink."""

UNPACKED_RATIO = 200
"""Most bytes out for each byte of a .docx. Tables of one number repeated reach 60; deflate's own ceiling is 1,032."""

RATIO_FROM_BYTES = 8_000_000
"""Below this many bytes unpacked the ratio does no harm: a blank form shrinks well."""

PDF_PAGES = 400
"""Most pages in a .pdf: longer than any work report. A page takes about 20 ms, mostly for its fonts."""

MEMORY_BYTES = 1_000_000_000
"""Address space of the child that parses. The largest honest .docx needs about a third."""

CPU_SECONDS = 15
"""Processor time of that child. An honest report takes well under one second."""

WALL_SECONDS = 30
"""Time by the clock for that child: twice its processor time, as the machine may be shared."""

ANSWER_BYTES = 3 * TEXT_BYTES
"""Most the child may say: the text, and eight bytes for the span of each paragraph."""

FOUND_FILES = 10_000
"""Most documents one folder may stand for. Whoever names more has named the wrong folder."""

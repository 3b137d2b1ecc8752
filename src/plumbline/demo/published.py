"""Published reports beside the project, where there are any: read and checked as the example is, shown in brief."""

import os
from pathlib import Path

from plumbline.cli.against import check_against
from plumbline.cli.outputs import write_html
from plumbline.cli.sources import read_all
from plumbline.cli.tables import Terminal, summary
from plumbline.errors import Words
from plumbline.web.reading.checking import check_all

SERIES = {
    "published-lanzhou-2020": ("dev/lanzhou-2020.txt",),
    "published-hailar": tuple(f"plain/hailar-{year}.txt" for year in (2012, 2013, 2014, 2015)),
}
"""Reports by the page they are written to, each series in order of years."""
OF_THE_CITY = {"published-lanzhou-2020"}
"""Those that the example city's book is made to match: they are held against it as well."""


def published(console: Terminal, out: Path, lang: str) -> None:
    """Check the reports at ``$PLUMBLINE_SHARED/reports`` or ``../shared/reports``, count what was found, write their pages."""
    reports = Path(os.environ.get("PLUMBLINE_SHARED", "../shared")) / "reports"
    if not reports.is_dir():
        return
    console.print(Words("已公开的报告", "Published reports").in_(lang), style="bold")
    for name, paths in SERIES.items():
        checked = check_all(read_all([str(reports / path) for path in paths], lang).reads)
        checked = check_against(checked, out / "plumbline-book", None, lang) if name in OF_THE_CITY else checked
        page = out / f"{name}.html"
        write_html(page, checked, lang)
        for read, findings in checked:
            claims = sum(c.kind == "quantity" for c in read.reading.claims)
            console.print(f"  {Path(read.document.name).name}{summary(findings, claims, lang)}", highlight=False)
        console.print(f"  {Words('已写入', 'wrote').in_(lang)} {page}", highlight=False, soft_wrap=True)

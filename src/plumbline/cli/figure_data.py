"""What ``plumbline figures`` found, printed as JSON and as CSV."""

import json
import sys
from collections.abc import Sequence

from plumbline.web.reading.data import Data, write_csv


def write(rows: Sequence[Data], form: str) -> None:
    """Print rows to standard output as ``json`` or ``csv``."""
    if form == "json":
        sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, default=str) + "\n")
    else:
        write_csv(rows, sys.stdout)

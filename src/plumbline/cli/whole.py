"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from plumbline.errors import OutputError, Words


def whole(path: Path, make: Callable[[Path], object]) -> None:
    """Have ``make`` write a file aside, then put it at ``path`` in one step; raises OutputError where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".plumbline-") as aside:
            part = Path(aside, "part")
            make(part)
            os.replace(part, path)
    except OSError as error:
        what = Words(f"无法写入（{error.strerror}）", f"cannot be written ({error.strerror})")
        raise OutputError(
            str(path), what, Words("请换一个可写的位置", "Choose a place that can be written to")
        ) from error

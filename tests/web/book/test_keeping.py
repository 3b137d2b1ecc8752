"""The page on keeping a book holds: its commands run one after the other and print what is shown below them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[3] / "docs" / "how-to"


@pytest.mark.parametrize(("page", "lang"), [("keep-a-book.md", "en"), ("keep-a-book.zh.md", "zh")])
def test_the_page_can_be_followed(page: str, lang: str, tmp_path: Path) -> None:
    text = (PAGES / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(bash|text)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "PLUMBLINE_BOOK")}
    kept |= {"PLUMBLINE_LANG": lang, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    printed = ""
    for kind, block in blocks:
        if kind == "text":
            assert block in printed
            continue
        done = subprocess.run(
            ["bash", "-c", block], cwd=tmp_path, env=kept, capture_output=True, text=True, check=False
        )
        assert done.returncode == (2 if "2020-13-01,5" in block else 0), done.stderr
        printed = done.stdout

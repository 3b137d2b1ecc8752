"""A new line's files, made from the patterns in ``scaffold/``."""

import keyword
import re
from functools import partial
from importlib.resources import files
from pathlib import Path
from string import Template

from plumbline.cli.whole import whole
from plumbline.errors import OutputError, PlumblineError, Words

PATTERNS = ("__init__.py", "records.py", "limits.py", "figures.py", "examples.py")
READINGS = "readings.txt"
NAME = re.compile(r"[a-z][a-z_]{1,30}")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,20}")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z ,'-]{2,60}")


def scaffolded(project: Path, name: str, title: Words, body: str) -> list[Path]:
    """Write a line's files into a project (which has src/plumbline/lines and tests/lines) and return them.

    Raises:
        PlumblineError: a name or title is not of the right form, or taken.
        OutputError: the folder is no such project, or cannot be written to.
    """
    lines, readings = project / "src/plumbline/lines", project / "tests/lines/readings"
    _require_project(project, lines, readings)
    _require_words(name, title, body)
    _require_free(lines, name)
    said = {
        "name": name,
        "zh": title.zh,
        "en": title.en,
        "lower": title.en.lower(),
        "body": body,
        "office": f"示例市{body}",
    }
    wanted = {lines / name / f: f for f in PATTERNS} | {readings / f"{name}.txt": READINGS}
    (lines / name).mkdir()
    for path, pattern in wanted.items():
        whole(path, partial(_write, pattern, said))
    return list(wanted)


def _write(pattern: str, said: dict[str, str], made: Path) -> None:
    made.write_text(_filled(pattern, said), encoding="utf-8")


def _filled(pattern: str, said: dict[str, str]) -> str:
    text = (files(__package__) / "scaffold" / (pattern if pattern == READINGS else f"{pattern}.txt")).read_text("utf-8")
    return Template(text).substitute(said)


def _require_project(project: Path, *folders: Path) -> None:
    missing = [str(f.relative_to(project)) for f in folders if not f.is_dir()]
    if missing:
        what = Words(f"里面没有 {'、'.join(missing)}", f"has no {', '.join(missing)}")
        todo = Words("请在源码文件夹里运行，或用 --into 指明", "Run it in the source folder, or name that with --into")
        raise OutputError(str(project), what, todo)


def _require_words(name: str, title: Words, body: str) -> None:
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        what = Words(f"“{name}”不能作条线代码", f"“{name}” cannot be a line's code")
        raise PlumblineError(
            "NAME", what, Words("请用小写英文字母，如 permits", "Take lower-case letters, such as permits")
        )
    for option, words, form in (("--zh", title.zh, CHINESE), ("--en", title.en, ENGLISH), ("--body", body, CHINESE)):
        if not form.fullmatch(words):
            what = Words(f"“{words}”不合适", f"“{words}” will not do")
            todo = (
                Words("请用二至二十个汉字", "Two to twenty Chinese characters")
                if form is CHINESE
                else Words("请用英文字母", "Letters, please")
            )
            raise PlumblineError(option, what, todo)


def _require_free(lines: Path, name: str) -> None:
    if (lines / name).exists():
        what = Words(f"已有条线 {name}", f"there is a line {name} already")
        raise PlumblineError("NAME", what, Words("请另取一个代码", "Choose another code"))

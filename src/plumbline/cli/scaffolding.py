"""A new line's files, made from the patterns in ``scaffold/``."""

import keyword
import os
import re
import tempfile
from importlib.resources import files
from pathlib import Path
from string import Template

from plumbline import lines as registry
from plumbline.errors import OutputError, PlumblineError, Words

PATTERNS = ("__init__.py", "records.py", "limits.py", "figures.py", "examples.py")
READINGS = "readings.txt"
NAME = re.compile(r"[a-z](?:_?[a-z]){1,30}")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,20}")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z ,'-]{1,59}[A-Za-z]")


def scaffolded(project: Path, name: str, title: Words, body: str) -> list[Path]:
    """Write a line's files into a project (which has src/plumbline/lines and tests/lines) and return them: all or none.

    Raises:
        PlumblineError: a name or title is not of the right form, or taken.
        OutputError: the folder is no such project, or cannot be written to.
    """
    lines, tests = project / "src/plumbline/lines", project / "tests/lines/readings"
    _require_project(project, lines, tests)
    _require_words(name, title, body)
    folder, readings = lines / name, tests / f"{name}.txt"
    _require_free(folder, readings)
    _require_new(lines, title)
    said = {
        "name": name,
        "zh": title.zh,
        "en": title.en,
        "lower": title.en.lower(),
        "body": body,
        "office": f"示例市{body}",
    }
    try:
        _write(folder, readings, said)
    except OSError as error:
        raise OutputError.unwritable(str(folder), error) from error
    return [*(folder / pattern for pattern in PATTERNS), readings]


def _write(folder: Path, readings: Path, said: dict[str, str]) -> None:
    """Write all files aside, then put them in their places; leaves nothing where that is interrupted."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".plumbline-") as aside:
        made = Path(aside, folder.name)
        made.mkdir()
        for pattern in PATTERNS:
            (made / pattern).write_text(_filled(f"{pattern}.txt", said), encoding="utf-8")
        Path(aside, READINGS).write_text(_filled(READINGS, said), encoding="utf-8")
        try:
            os.replace(Path(aside, READINGS), readings)
            os.rename(made, folder)
        except BaseException:
            readings.unlink(missing_ok=True)
            raise


def _filled(pattern: str, said: dict[str, str]) -> str:
    return Template(_pattern(pattern)).substitute(said)


def _pattern(name: str) -> str:
    return (files(__package__) / "scaffold" / name).read_text("utf-8")


def _require_project(project: Path, *folders: Path) -> None:
    missing = [str(f.relative_to(project)) for f in folders if not f.is_dir()]
    if missing:
        what = Words(f"里面没有 {'、'.join(missing)}", f"has no {', '.join(missing)}")
        todo = Words("请在源码文件夹里运行，或用 --into 指明", "Run it in the source folder, or name that with --into")
        raise OutputError(str(project), what, todo)


def _require_words(name: str, title: Words, body: str) -> None:
    if not NAME.fullmatch(name) or keyword.iskeyword(name) or _meant(name):
        what = Words(f"“{name}”不能作条线代码", f"“{name}” cannot be a line's code")
        todo = Words("请用小写英文字母，如 permits", "Take lower-case letters, such as permits")
        raise PlumblineError("NAME", what, todo)
    for option, words, form in (("--zh", title.zh, CHINESE), ("--en", title.en, ENGLISH), ("--body", body, CHINESE)):
        if not form.fullmatch(words):
            what = Words(f"“{words}”不合适", f"“{words}” will not do")
            chinese = Words("请用二至二十个汉字", "Two to twenty Chinese characters")
            raise PlumblineError(option, what, chinese if form is CHINESE else Words("请用英文字母", "Letters, please"))


def _meant(name: str) -> bool:
    """Return whether a name means something else where the line's files or the registry would use it."""
    return name in re.findall(r"\w+", _pattern("figures.py.txt")) or callable(getattr(registry, name, None))


def _require_free(folder: Path, readings: Path) -> None:
    for path in (folder, readings):
        if path.exists():
            what = Words(f"已有条线 {folder.name}（{path}）", f"there is a line {folder.name} already ({path})")
            raise PlumblineError("NAME", what, Words("请另取一个代码", "Choose another code"))


def _require_new(lines: Path, title: Words) -> None:
    """See that no line of the project has the title, in either language."""
    for path in lines.glob("*/__init__.py"):
        zh, _, en = path.read_text("utf-8").strip('"').partition(":")[0].partition(" ")
        if zh == title.zh or en.lower() == title.en.lower():
            name = path.parent.name
            what = Words(f"条线 {name} 已叫“{zh} {en}”", f"the line {name} is called “{zh} {en}” already")
            raise PlumblineError("--zh --en", what, Words("请另取名称", "Choose another title"))

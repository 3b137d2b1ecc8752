"""The example: a made-up city's registers, from the sheets its bodies send to the report and back."""

import os
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from rich.text import Text

from plumbline.cli.progress import progress
from plumbline.cli.tables import Terminal
from plumbline.errors import OutputError, Words

if TYPE_CHECKING:
    from plumbline.demo.city.folder import Written

TEXT = "lanzhou-2020.txt"
SEED = 2020
MARK = "defects.json"
"""The file that tells a folder of the example's from any other: only such a folder is made anew."""
MOST = 1000
"""The largest scale."""


def run(out: Path, lang: str, seed: int = SEED) -> None:
    """Make the city, take every step from its registers to the report, check a report against it, say what lies where.

    Raises:
        OutputError: ``out`` holds something else, or cannot be written to.
    """
    from plumbline.demo.published import published
    from plumbline.demo.steps import steps, take

    console = Terminal()
    written = _made(out, lang, seed)
    with as_file(files(__package__) / TEXT) as text:
        taken = steps(written, text, out)
        for number, step in enumerate(taken, 1):
            take(console, step, f"{number}/{len(taken)}", lang)
    published(console, out, lang)
    _next(console, out, lang)


def registers(out: Path, lang: str, form: str, scale: int = 1, seed: int = SEED) -> None:
    """Write the registers of ``scale`` cities in one, and nothing else: as xlsx (scale 1), or as csv or Parquet, run by run.

    Raises:
        OutputError: ``out`` holds something else or cannot be written to, or the form cannot take the scale.
    """
    if form == "xlsx":
        if scale != 1:
            what = Words("一个工作表装不下", "a sheet has not that many rows")
            raise OutputError("--registers xlsx", what, Words("请用 csv 或 parquet", "Take csv or parquet"))
        _made(out, lang, seed, by_body=True)
        return
    from plumbline.demo.city.city import RUN, city
    from plumbline.demo.city.folder import stream

    _fresh(out)
    runs = -(-scale // RUN)
    with progress(Words("生成登记表", "making the registers").in_(lang)) as step:
        stream(out, (c.registers for c in city(seed, scale)), form, lambda done: step(int(done) + 1, runs))
    Terminal().print(f"{Words('已写入', 'wrote').in_(lang)} {out / 'registers'}", highlight=False, soft_wrap=True)


def _made(out: Path, lang: str, seed: int, by_body: bool = False) -> "Written":
    from plumbline.demo.city import whole
    from plumbline.demo.city.defects import planted
    from plumbline.demo.city.folder import sent, write

    _fresh(out)
    kept, defects = planted(whole(seed).registers)
    total, done = sum(1 for _ in sent(kept, by_body)), 0
    with progress(Words("生成登记表", "making the registers").in_(lang)) as bar:

        def step(_: str) -> None:
            nonlocal done
            done += 1
            bar(done, total)

        written = write(out, kept, defects, step, by_body)
    records = sum(rows.height for rows in kept.values())
    said = Words(
        f"示例市 2018 至 2020 年的登记表：{records} 条记录，{total} 份文件；"
        f"埋有 {len(defects) + 2} 处问题（清单 {written.defects}）",
        f"the example city's registers, 2018 to 2020: {records} records in {total} files, {len(defects) + 2} defects planted "
        f"(listed in {written.defects})",
    )
    Terminal().print(Text(said.in_(lang)), soft_wrap=True)
    return written


def _fresh(out: Path) -> None:
    """Clear what an earlier run wrote; raise OutputError where the folder holds anything else."""
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        what = Words("文件夹里有别的东西", "the folder holds something else")
        raise OutputError(str(out), what, Words("请用 --out 另给一个文件夹", "Name another with --out"))
    try:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).write_text("[]\n", encoding="utf-8")
    except OSError as error:
        raise OutputError.unwritable(str(out), error) from error


def _next(console: Terminal, out: Path, lang: str) -> None:
    """Say where everything lies and what to try."""
    book, name = out / "plumbline-book", called()
    said = Words(
        f"""全部在 {out}：登记表 registers/，埋设的问题 defects.json，账簿 plumbline-book/，报告 report/，
核对结果 lanzhou-2020.html。
接着可以试：
  {name} figures trials.docketed --period 2018/2020 --scope 涉黑涉恶涉霸涉伞 --drill --book {book}
  {name} limits --rules
  {name} book verify --book {book}
  {name} demo --registers parquet --scale 100 --out out/big-city""",
        f"""All of it is in {out}: the registers in registers/, what was planted in defects.json, the book in plumbline-book/,
the report in report/, the report checked in lanzhou-2020.html. Try next:
  {name} figures trials.docketed --period 2018/2020 --scope 涉黑涉恶涉霸涉伞 --drill --book {book}
  {name} limits --rules
  {name} book verify --book {book}
  {name} demo --registers parquet --scale 100 --out out/big-city""",
    )
    console.print(Text(said.in_(lang)), soft_wrap=True)
    console.print(Text(_console(book).in_(lang)), soft_wrap=True)


def called() -> str:
    """Return how this program is called from here: by its name where the shell finds it, else by its path."""
    path = Path(sys.argv[0])
    if which(path.name) or path.suffix or not path.is_file():
        return "plumbline"
    return os.path.relpath(path)


def _console(book: Path) -> Words:
    """Say how to work in a browser, and who may sign in there."""
    from plumbline.web.people.trial import ADDRESS, FIRST, PASSWORD

    names = [f"  {each.name:10} {each.body}" for each in FIRST]
    command = f"  {called()} serve --trial --book {book}"
    zh = f"在浏览器中工作：运行下一行，打开 {ADDRESS} ，用以下账号之一登录（密码都是 {PASSWORD}）："
    en = f"Work in a browser: run the next line, open {ADDRESS} and sign in as one of these (password {PASSWORD}):"
    return Words("\n".join([zh, command, *names]), "\n".join([en, command, *names]))

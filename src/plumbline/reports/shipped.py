"""Plans and programmes by name: those that ship with Plumbline, and files of one's own."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from plumbline.errors import NotFound, NotText, PlanError, Words
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import Plan
from plumbline.reports.planfile import plan_of

PLANS = files("plumbline.reports") / "plans"
PROGRAMMES = PLANS / "programmes"


def plans() -> list[str]:
    """Return the names of the plans that ship."""
    return sorted(_names(PLANS))


def programmes() -> list[str]:
    """Return the names of the programmes that ship: boards without sentences of a report."""
    return sorted(_names(PROGRAMMES))


def plan_named(name: str) -> Plan:
    """Return the plan in a file, or a plan or programme that ships; raises NotFound, NotText, PlanError."""
    path = Path(name)
    if not path.exists() and "/" not in name:
        for folder in (PLANS, PROGRAMMES):
            if (found := folder / f"{name}.toml").is_file():
                return plan_of(found.read_text(encoding="utf-8"), f"{name}.toml")
    return plan_of(_text(path, name), path.name)


def programme_named(name: str, where: str = "programmes") -> Plan:
    """Return a programme that ships; raises PlanError, naming the nearest, for a name that is none."""
    if name in programmes():
        return plan_of((PROGRAMMES / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")
    what = Words(f"没有“{name}”这一专项行动", f"there is no programme “{name}”")
    raise PlanError(where, what, did_you_mean(name, programmes()))


def _names(folder: object) -> Iterator[str]:
    for each in folder.iterdir():  # type: ignore[attr-defined]
        if each.name.endswith(".toml"):
            yield each.name.removesuffix(".toml")


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        what, todo = Words("不是 UTF-8 文字", "is not UTF-8 text"), Words("请转为 UTF-8", "Save it as UTF-8")
        raise NotText(name, what, todo) from error
    except OSError as error:
        names = "、".join([*plans(), *programmes()])
        todo = Words(f"请给出计划文件，或随附计划之一：{names}", f"Give a plan's file, or one that ships: {names}")
        raise NotFound(name, Words("没有这个计划", "there is no such plan"), todo) from error

"""What every test may ask for: the folder of real reports, and how hard Hypothesis tries."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent
CONSOLE = REPOSITORY / "tests" / "web" / "console"

settings.register_profile("test", deadline=None, max_examples=100, derandomize=bool(os.environ.get("CI")))
settings.register_profile(
    "soak", deadline=timedelta(seconds=10), max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


@pytest.hookimpl(tryfirst=True)  # before xdist looks for the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares what a module sets up once, and each file of the console, whose tests share a book."""
    for item in items:
        if _sets_up_once(item) or item.path.parent == CONSOLE:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def _sets_up_once(item: pytest.Item) -> bool:
    found = getattr(item, "_fixtureinfo", None)
    return found is not None and any(d.scope == "module" for ds in found.name2fixturedefs.values() for d in ds)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published reports: $PLUMBLINE_SHARED, or ../shared of the repository; absent, the test skips."""
    named = os.environ.get("PLUMBLINE_SHARED")
    folder = Path(named) if named else REPOSITORY.parent / "shared"
    if not (folder / "reports").is_dir():
        where = "$PLUMBLINE_SHARED" if named else "../shared"
        pytest.skip(f"no published reports at {where}: set PLUMBLINE_SHARED to a folder that has reports/")
    return folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the project."""
    return REPOSITORY

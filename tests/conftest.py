"""What every test may ask for: the folder of real reports, and how hard Hypothesis tries."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent

settings.register_profile("test", deadline=None, max_examples=100, derandomize=bool(os.environ.get("CI")))
settings.register_profile(
    "soak", deadline=timedelta(seconds=10), max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


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

"""The made-up cases of all lines in one mirror."""

import pytest

from mirrors import tables
from plumbline.figures.tables import TablesOf
from plumbline.lines import names, part
from plumbline.records import Record


def made_up() -> list[Record]:
    """Every record of every example, line by line."""
    return [record for line in names() for case in part(line, "examples").EXAMPLES for record in case.records]


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> TablesOf:
    return tables(tmp_path_factory.mktemp("examples") / "mirror", made_up())

"""Small packs, written for one test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem
from tests.tools.packs import write_pack

Opened = tuple[Catalog, tuple[Problem, ...]]
Open = Callable[[Mapping[str, str]], Opened]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Write files into a folder and open it as a pack whose text is trusted."""

    def open_it(files: Mapping[str, str]) -> Opened:
        root = write_pack(tmp_path / "own", files)
        return load([root], None, trusted=[root])

    return open_it

"""The bundled pack, read once for all tests about it."""

from collections.abc import Iterator

import pytest

from studyapp import bundle
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem

Opened = tuple[Catalog, tuple[Problem, ...]]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    catalog, problems = load([bundle.content_dir()], tmp_path_factory.mktemp("cache"))
    yield catalog, problems
    catalog.close()


@pytest.fixture(scope="session")
def catalog(opened: Opened) -> Catalog:
    return opened[0]

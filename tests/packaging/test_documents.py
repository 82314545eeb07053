"""The documents of the Debian package follow from the program's help and from CHANGELOG.md."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from studyapp.cli.main import COMMANDS

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


@pytest.fixture
def documents(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("linux/documents.py")


def test_the_manual_page_tells_every_command_and_option(
    documents: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    manual = documents.manual(AT)
    assert manual.startswith('.TH STUDYAPP 1 "2026-03-04"')
    assert all(f".SS {command.__name__.rpartition('.')[2]}\n" in manual for command in COMMANDS)
    assert r"\-\-profile DIR" in manual
    assert r"\-\-ahead" in manual


def test_what_is_not_released_is_called_so_by_every_document(
    documents: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "CHANGELOG", tmp_path / "CHANGELOG.md")
    said = []
    for heading in ("[Unreleased]", "[0.1.0] - 2026-03-04"):
        (tmp_path / "CHANGELOG.md").write_text(
            f"# Changelog\n\n## {heading}\n\n### Added\n\n- A page\n  or two.\n"
        )
        said.append((documents.changelog(AT).splitlines()[0], documents.release(AT)))
    assert said[0] == ("studyapp (0.1.0) UNRELEASED; urgency=medium", "development")
    assert said[1] == ("studyapp (0.1.0) unstable; urgency=medium", "stable")


def test_the_changelog_has_debians_form(documents: ModuleType) -> None:
    lines = documents.changelog(AT).splitlines()
    assert lines[1] == ""
    assert all(line[:4] in ("  * ", "    ") for line in lines[2:-2])
    assert lines[-1].endswith("@users.noreply.github.com>  Wed, 04 Mar 2026 05:06:00 +0000")

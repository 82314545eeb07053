"""Text from elsewhere never reaches a widget that would take it for HTML and open the files it names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "src" / "studyapp" / "ui"
SOURCES = sorted(UI.rglob("*.py"))
FORBIDDEN_CALLS = {
    "QLabel",
    "QMessageBox",
    "QToolTip",
    "QErrorMessage",
    "QTextEdit",
    "QWhatsThis",
    "QTextDocument",
}
"""A PlainLabel is the only label, our own Dialog the only message, RichText and the article view the only rich text;
a QTextDocument of its own would open the pictures it names."""
HINTS = {"setToolTip", "setWhatsThis", "setStatusTip"}
DOORS = {UI / "widgets" / "tips.py"}


def faults(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in FORBIDDEN_CALLS:
            yield node.lineno, name
        if name in HINTS and not all(isinstance(argument, ast.Constant) for argument in node.args):
            yield node.lineno, name


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(UI)))
def test_no_widget_is_given_text_that_it_might_take_for_html(file: Path) -> None:
    assert file in DOORS or list(faults(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("code", ["QLabel(title)", "self.setToolTip(card.front)", "QtWidgets.QLabel('x')"])
def test_the_lint_bites(code: str) -> None:
    assert list(faults(code))

"""What stands for Qt's largest namespace says the same as Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from studyapp.ui import cheap


def test_the_numbers_are_those_of_qt() -> None:
    align = Qt.AlignmentFlag
    assert align.AlignLeft.value == cheap.LEFT
    assert align.AlignRight.value == cheap.RIGHT
    assert align.AlignVCenter.value == cheap.MIDDLE
    assert align.AlignCenter.value == cheap.CENTRE
    assert Qt.TextFlag.TextWordWrap.value == cheap.WRAPPED


def test_a_choice_is_set_by_its_name(qapp: QApplication) -> None:
    label = QLabel()
    cheap.choose(label, "textFormat", "PlainText")
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(("name", "choice"), [("textFormat", "Plain"), ("textShape", "Round")])
def test_a_choice_that_qt_does_not_know_is_an_error(name: str, choice: str, qapp: QApplication) -> None:
    with pytest.raises(ValueError, match=name):
        cheap.choose(QLabel(), name, choice)


def test_every_key_of_an_action_carries_it_out(qapp: QApplication) -> None:
    owner, done = QWidget(), []
    action = cheap.action(owner, "Go", lambda: done.append(1), "Return", "Enter")
    assert [a.shortcut().toString() for a in owner.actions()] == ["Return", "Enter"]
    owner.actions()[1].trigger()
    assert (done, action.text()) == ([1], "Go")

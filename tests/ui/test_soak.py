"""A real evening makes hundreds of thousands of Qt calls; PySide6 6.12 dies of some thousand on Python 3.11."""

import subprocess
import sys

import pytest

CALLS = 200_000
EVENING = """
import sys
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

app = QApplication([])
window, label, button = QWidget(), QLabel("text"), QPushButton("press")
model, item = QStandardItemModel(2, 2), QStandardItem("item")


class Bell(QObject):
    rung = Signal(object)


bell, heard = Bell(), []
bell.rung.connect(heard.append)
done = 0
while done < int(sys.argv[1]):
    label.setEnabled(True)
    label.setVisible(False)
    button.setChecked(False)
    button.isChecked()
    window.parentWidget()
    window.layout()
    window.focusWidget()
    model.data(model.index(0, 0))
    model.setData(model.index(0, 0), None)
    model.setData(model.index(1, 1), True, Qt.ItemDataRole.UserRole)
    item.setData(None)
    button.setProperty("kept", None)
    button.property("kept")
    button.setProperty("on", True)
    window.childAt(QPoint(1, 1))
    QColor("red").isValid()
    bell.rung.emit(None)
    bell.rung.emit(True)
    app.focusWidget()
    app.activeModalWidget()
    heard.clear()
    done += 20
print("still here")
"""


@pytest.mark.each
def test_an_evening_of_ordinary_qt_calls_is_survived() -> None:
    command = [sys.executable, "-c", EVENING, str(CALLS)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "still here\n"), ended.stderr[-2000:]

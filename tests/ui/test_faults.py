"""A fault of ours goes whole into a log file, and the learner is told in plain words, once."""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from studyapp.store.fault_log import FaultLog
from studyapp.ui.fault_notice import TITLE, tell_fault
from studyapp.ui.faults import watch
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog


@pytest.fixture
def hooks() -> Iterator[None]:
    """Puts back what `watch` replaces."""
    kept = sys.excepthook, sys.unraisablehook, qInstallMessageHandler(None)
    qInstallMessageHandler(kept[2])
    yield
    sys.excepthook, sys.unraisablehook = kept[:2]
    qInstallMessageHandler(kept[2])


def fault(text: str = "on purpose") -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as caught:
        return caught


def notices() -> list[Dialog]:
    return [
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, Dialog) and w.isVisible() and w.windowTitle() == TITLE
    ]


@pytest.fixture
def desk(theme: Theme) -> Iterator[QWidget]:
    """A window for the notice to lie over."""
    parent = QWidget()
    parent.show()
    yield parent
    for notice in notices():
        notice.close()


def test_a_fault_is_logged_with_its_trace_and_told(tmp_path: Path, hooks: None) -> None:
    log = FaultLog(tmp_path / "log")
    told: list[BaseException] = []
    watch(log, told.append)
    caught = fault()
    sys.excepthook(ValueError, caught, caught.__traceback__)
    text = log.file.read_text(encoding="utf-8")
    assert told == [caught]
    assert "Traceback" in text
    assert "ValueError: on purpose" in text


def test_nothing_is_written_before_there_is_something_to_write(tmp_path: Path, hooks: None) -> None:
    watch(FaultLog(tmp_path / "log"), print)
    assert not (tmp_path / "log").exists()


def test_the_log_rotates(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for _ in range(40):
        log.remark("x" * 60_000)
    assert len(list(tmp_path.iterdir())) > 1
    assert all(file.stat().st_size < 600_000 for file in tmp_path.iterdir())


def test_what_qt_warns_of_is_logged_and_not_printed(
    tmp_path: Path, hooks: None, capfd: pytest.CaptureFixture[str]
) -> None:
    log = FaultLog(tmp_path)
    watch(log, print)
    handler = qInstallMessageHandler(None)
    assert handler is not None
    handler(QtMsgType.QtWarningMsg, QMessageLogContext(), "something odd")
    assert "Qt: something odd" in log.file.read_text(encoding="utf-8")
    assert "odd" not in capfd.readouterr().err


def test_stopping_the_program_by_key_is_no_fault(tmp_path: Path, hooks: None) -> None:
    watch(FaultLog(tmp_path), print)
    with pytest.raises(SystemExit):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_the_learner_reads_what_happened_what_was_kept_and_what_to_do(theme: Theme, desk: QWidget) -> None:
    tell_fault(theme, desk, OSError(errno.ENOSPC, "No space left on device"), Path("studyapp.log"))
    (notice,) = notices()
    words = _words(notice)
    assert "The disk is full" in words
    assert "Free some space" in words
    assert "kept" in words
    assert "Traceback" not in words


def test_details_are_shown_on_request(theme: Theme, desk: QWidget) -> None:
    tell_fault(theme, desk, fault(), Path("studyapp.log"))
    (notice,) = notices()
    next(b for b in notice.findChildren(QPushButton) if b.text() == "Details").click()
    assert "ValueError: on purpose" in _words(notice)


def test_a_fault_that_repeats_is_told_once(theme: Theme, desk: QWidget) -> None:
    for _ in range(3):
        tell_fault(theme, desk, fault(), Path("studyapp.log"))
    assert len(notices()) == 1


def _words(notice: Dialog) -> str:
    from studyapp.ui.widgets.labels import PlainLabel

    return " ".join(label.text() for label in notice.findChildren(PlainLabel) if label.isVisibleTo(notice))


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from 3.12 on Python counts no calls through Qt; the stack ends first"
)
def test_a_fault_deep_in_a_recursion_is_told_once_there_is_room(
    tmp_path: Path, hooks: None, capfd: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    log, told = FaultLog(tmp_path), list[BaseException]()
    watch(log, told.append)
    echo = Echo()
    echo.heard.emit()
    QApplication.processEvents()
    assert isinstance(told[0], RecursionError)
    assert "RecursionError" in log.file.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_a_fault_in_telling_of_a_fault_reaches_nobody_but_the_log(
    tmp_path: Path, hooks: None, capfd: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    def refuse(fault: BaseException) -> None:
        raise MemoryError(fault)

    log = FaultLog(tmp_path)
    watch(log, refuse)
    sys.excepthook(ValueError, fault(), None)
    QApplication.processEvents()
    assert "on purpose" in log.file.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_a_log_file_that_cannot_be_written_does_not_keep_the_learner_from_knowing(
    tmp_path: Path, hooks: None
) -> None:
    (tmp_path / "log").write_text("a file where a folder should be")
    told: list[BaseException] = []
    watch(FaultLog(tmp_path / "log"), told.append)
    sys.excepthook(ValueError, caught := fault(), None)
    assert told == [caught]


class Echo(QObject):
    """Answers itself for ever."""

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard.connect(self._answer)

    @Slot()
    def _answer(self) -> None:
        self.heard.emit()

"""What happens to a fault of ours: it goes whole into a log file, and the learner is told in plain words."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    import logging

_LARGEST = 512 * 1024
_FILES = 5


class FaultLog:
    """A log file that rotates. Logging is loaded when there is something to write, which is hardly ever."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "studyapp.log"
        self._logger: logging.Logger | None = None

    def fault(self, fault: BaseException) -> None:
        """Write an exception down with its trace."""
        self._opened().error("fault", exc_info=(type(fault), fault, fault.__traceback__))

    def remark(self, text: str) -> None:
        """Write one line down."""
        self._opened().warning(text)

    def _opened(self) -> "logging.Logger":
        if self._logger is None:
            import logging
            from logging.handlers import RotatingFileHandler

            self.file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self.file, maxBytes=_LARGEST, backupCount=_FILES, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._logger = logging.getLogger("studyapp")
            self._logger.propagate = False
            self._logger.addHandler(handler)
        return self._logger


def watch(log: FaultLog, tell: Callable[[BaseException], None]) -> None:
    """From now on no fault reaches the terminal: it is logged, and ``tell`` is called in the window's thread."""

    def on_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        log.fault(fault.with_traceback(trace))
        tell(fault)

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            log.remark(f"Qt: {message}")

    sys.excepthook = on_fault
    sys.unraisablehook = lambda left: log.fault(left.exc_value) if left.exc_value else None
    qInstallMessageHandler(on_message)

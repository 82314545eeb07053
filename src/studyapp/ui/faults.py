"""What happens to a fault of ours: it goes whole into a log file, and the learner is told in plain words."""

import sys
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from studyapp.store.fault_log import FaultLog


def watch(log: FaultLog, tell: Callable[[BaseException], None]) -> None:
    """From now on no fault reaches the terminal: it is logged, and ``tell`` is called in the window's thread.

    A fault may leave too little room to do either, deep in a recursion or short of memory. It is dealt with a moment
    later then, when there is room again.
    """
    late: list[BaseException] = []

    def deal_with(fault: BaseException) -> None:
        with suppress(OSError):  # whoever cannot read the log file is told all the same
            log.fault(fault)
        tell(fault)

    def catch_up() -> None:
        while late:
            with suppress(Exception):  # here nothing is left to be tried
                deal_with(late.pop())

    def on_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        try:
            deal_with(fault.with_traceback(trace))
        except Exception:  # noqa: BLE001 - what is raised here would be printed; only calls into C from here on
            late.append(fault)
            QTimer.singleShot(0, catch_up)

    def on_unraisable(left: "sys.UnraisableHookArgs") -> None:
        with suppress(Exception):
            if left.exc_value is not None:
                log.fault(left.exc_value)

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            with suppress(Exception):
                log.remark(f"Qt: {message}")

    sys.excepthook = on_fault
    sys.unraisablehook = on_unraisable
    qInstallMessageHandler(on_message)

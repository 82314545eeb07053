"""The program's own diary: a log file that rotates, in which a fault of ours is written down whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.preferences import make_private

if TYPE_CHECKING:
    import logging

_LARGEST = 512 * 1024
_FILES = 5


class FaultLog:
    """A log file that rotates. Logging is loaded when there is something to write, which is hardly ever."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "studyapp.log"
        self._logger: logging.Logger | None = None

    def prepare(self) -> None:
        """Load what writing takes, so that a fault finds everything there. Any thread may call it."""
        import traceback  # noqa: F401 - what logging loads when it writes down the first exception

    def fault(self, fault: BaseException) -> None:
        """Write an exception down with its trace. Raises OSError when the folder cannot be written to."""
        self._opened().error("fault", exc_info=(type(fault), fault, fault.__traceback__))

    def remark(self, text: str) -> None:
        """Write one line down. Raises OSError when the folder cannot be written to."""
        self._opened().warning(text)

    def _opened(self) -> "logging.Logger":
        if self._logger is None:
            import logging
            from logging.handlers import RotatingFileHandler

            make_private(self.file.parent)
            handler = RotatingFileHandler(self.file, maxBytes=_LARGEST, backupCount=_FILES, encoding="utf-8")
            logging.raiseExceptions = False  # a log file that cannot be written is no reason to print
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._logger = logging.getLogger("studyapp")
            self._logger.propagate = False
            self._logger.addHandler(handler)
        return self._logger

"""Product Owner Study Companion: read, compare, recall and test, each step led back to the sentence that proves it."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # named so that nothing has to be loaded for it
    from types import TracebackType


def _tell(kind: type[BaseException], fault: BaseException, trace: "TracebackType | None") -> None:
    """What Python says of a fault that nobody caught; an interrupt ends the program without a word."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)


sys.excepthook = _tell  # here, because nothing of ours runs earlier: what is imported next takes the longest

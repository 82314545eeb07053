"""Product Owner Study Companion: read, compare, recall and test, each step led back to the sentence that proves it."""

import _thread
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # named so that nothing has to be loaded for it
    from types import TracebackType


def _tell(kind: type[BaseException], fault: BaseException, trace: "TracebackType | None") -> None:
    """What Python says of a fault that nobody caught; an interrupt ends the program without a word."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)


def _ignored(left: "sys.UnraisableHookArgs") -> None:
    """What is raised where Python can only print it; an interrupt comes once more instead."""
    if issubclass(left.exc_type, KeyboardInterrupt):
        interrupt_again()
    else:
        sys.__unraisablehook__(left)


def interrupt_again() -> None:
    """Interrupt the program a moment later, when it is where it can be."""
    _thread.start_new_thread(_interrupt, ())


def _interrupt() -> None:
    import signal
    from time import sleep

    sleep(0.01)
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        signal.pthread_kill(_MAIN, signal.SIGINT)


_MAIN = _thread.get_ident()
if sys.unraisablehook is sys.__unraisablehook__:  # else somebody else wants to know
    sys.unraisablehook = _ignored
sys.excepthook = _tell  # here, because nothing of ours runs earlier: what is imported next takes the longest

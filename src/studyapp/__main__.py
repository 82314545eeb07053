"""The front door: a subcommand goes to the command line, which knows no screen; everything else opens the window."""

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp import interrupt_again
from studyapp.preferences import PAGES

if TYPE_CHECKING:
    import argparse

CANNOT = 2
_A_DAY = 24 * 60 * 60


class Options(NamedTuple):
    """How the window is to be opened."""

    profile: Path | None = None
    content: Sequence[Path] = ()
    page: str = ""
    exit_when_usable: bool = False
    """Print ``usable`` once the first page has been painted, and end: how the start is measured."""
    notice: str = ""
    """What the learner is to be told above the first page."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 found something, 2 cannot."""
    if argv is None:
        _let_nothing_be_lost(sys.argv[1:])
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return CANNOT
    except Exception as fault:  # noqa: BLE001 - a fault of ours: the learner reads one line, the log file all of it
        return _failed(fault, sys.argv[1:] if argv is None else argv)
    finally:
        if argv is None:
            _end_at_once_when_interrupted()


def _failed(fault: Exception, arguments: Sequence[str]) -> int:
    """Say that there is no going on, as long as no window can: one line, and all of the fault in the log file."""
    said = _written_down(fault, arguments)
    with suppress(OSError):  # nobody listens
        print(f"studyapp: {said}", file=sys.stderr, flush=True)
    return CANNOT


def _written_down(fault: Exception, arguments: Sequence[str]) -> str:
    from studyapp.cli.outcome import kept
    from studyapp.preferences import default_profile

    options = window_options(arguments)
    return kept(fault, lambda: (options and options.profile) or default_profile())


def _let_nothing_be_lost(arguments: Sequence[str]) -> None:
    """What is raised where Python can only print it: an interrupt comes once more, a fault goes into the log file."""

    def on_unraisable(left: "sys.UnraisableHookArgs") -> None:
        if issubclass(left.exc_type, KeyboardInterrupt):
            interrupt_again()
        elif isinstance(left.exc_value, Exception):
            with suppress(Exception):  # there is nothing left to be tried
                _written_down(left.exc_value, arguments)

    sys.unraisablehook = on_unraisable


def _end_at_once_when_interrupted() -> None:
    """All is done and kept: an interrupt while Python puts itself away ends it without a word."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is not ours to change
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _run(argv: Sequence[str] | None) -> int:
    import gc

    gc.disable()  # nothing of the start is garbage; the window turns it on again once it is painted
    notice = leave_impossible_zone()
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = window_options(arguments)
    if options is not None:
        return _window(options._replace(notice=notice))
    gc.enable()
    if first_word(arguments) == "tour":
        return _tour(arguments)
    from studyapp.cli.main import main as command_line

    return command_line(arguments, lambda args: _parsed_window(args, notice))


def leave_impossible_zone() -> str:
    """Go on in UTC where the system's zone lies a day or more from it, which Python can tell no moment in.

    A zone of POSIX may name up to 167 hours, with daylight saving or without. What has been said of it; else empty.
    """
    if max(abs(time.timezone), abs(time.altzone)) < _A_DAY or sys.platform == "win32":
        return ""
    os.environ["TZ"] = "UTC0"
    time.tzset()
    line = "the time zone (TZ) lies a day or more from UTC, where no clock can be; times are those of UTC"
    with suppress(OSError):  # nobody listens
        print(f"studyapp: {line}", file=sys.stderr, flush=True)
    return f"{line[0].upper()}{line[1:]}."


def speak_utf8() -> None:
    """Leave a locale that lacks letters, or is not installed, for one that has all: Qt would, and complain of it."""
    if sys.platform == "linux":
        import _locale  # the plain `locale` takes longer

        if _locale.nl_langinfo(_locale.CODESET) != "UTF-8":
            os.environ["LC_ALL"] = "C.UTF-8"


def window_options(arguments: Sequence[str]) -> Options | None:
    """What a plain ``studyapp`` asks for; None when there is more to it, which is the command line's to read.

    Read here by hand, because the command line's parser and its commands take longer to import than this takes.
    """
    chosen: dict[str, str] = {}
    content: list[Path] = []
    usable = False
    waiting = iter(arguments)
    for argument in waiting:
        name, given, value = argument.partition("=")
        if name == "--bench-exit-when-usable" and not given:
            usable = True
        elif name in ("--profile", "--content", "--page"):
            value = value if given else next(waiting, "")
            if not value or value.startswith(("-", "~")) or (name == "--page" and value not in PAGES):
                return None
            chosen[name] = value
            content.extend([Path(value)] if name == "--content" else ())
        else:
            return None
    profile = chosen.get("--profile")
    return Options(Path(profile) if profile else None, content, chosen.get("--page", ""), usable)


def first_word(arguments: Sequence[str]) -> str:
    """The first argument that is neither an option nor an option's value."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument in ("--profile", "--content", "--page"):
            next(waiting, None)
        elif not argument.startswith("-"):
            return argument
    return ""


def _parsed_window(args: "argparse.Namespace", notice: str) -> int:
    return _window(Options(args.profile, list(args.content or ()), args.page or "", notice=notice))


def _window(options: Options) -> int:
    from studyapp.preferences import default_profile

    speak_utf8()

    try:
        folder = options.profile or default_profile()
    except OSError as fault:
        return _cannot(str(fault))
    from studyapp.store.places import Places
    from studyapp.ui.display import missing_display

    places, missing = Places(folder), missing_display()
    if missing is not None:
        return _cannot(missing.line, places.logs, missing.details)
    from studyapp.ui.load_qt import load_qt

    try:
        load_qt(places.cache)
        from studyapp.app import run
    except ImportError as fault:
        return _no_qt(fault, places.logs)
    told = options.notice
    return run(folder, options.content, options.page, exit_when_usable=options.exit_when_usable, notice=told)


def _cannot(line: str, logs: Path | None = None, details: str | BaseException = "") -> int:
    """Say in one line why it cannot be; what a developer needs besides goes into the log file."""
    if logs is not None and details:
        from studyapp.store.fault_log import FaultLog

        log = FaultLog(logs)
        with suppress(OSError):
            log.remark(details) if isinstance(details, str) else log.fault(details)
            line = f"{line}; {log.file} says what a developer needs to know"
    with suppress(OSError):  # nobody listens
        print(f"studyapp: {line}", file=sys.stderr, flush=True)
    return CANNOT


def _no_qt(fault: ImportError, logs: Path | None) -> int:
    from studyapp.ui.qt_needs import cannot_load

    return _cannot(cannot_load(fault), logs, fault)


def _tour(arguments: Sequence[str]) -> int:
    from studyapp.cli.outcome import write_no_more
    from studyapp.cli.streams import open_streams

    open_streams()
    try:
        code = _toured(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        write_no_more()
        return CANNOT
    except OSError as fault:
        from studyapp.store.disk_words import in_plain_words

        write_no_more()
        return _cannot(in_plain_words(fault))


def _toured(arguments: Sequence[str]) -> int:
    import argparse

    from studyapp.cli.outcome import place
    from studyapp.cli.streams import Parser

    parser = Parser(prog="studyapp tour", description="Walk through all pages and take pictures.")
    parser.add_argument("tour", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=place, required=True, metavar="DIR", help="where the pictures go")
    looks = ("light", "dark", "light,dark", "dark,light")
    parser.add_argument("--themes", choices=looks, default="light", metavar="LIST", help=", ".join(looks[:3]))
    parser.add_argument(
        "--zoom", type=_zoom, default=100, metavar="PER_CENT", help="how large everything is, 80 to 200"
    )
    try:
        args = parser.parse_args(arguments)
    except SystemExit as left:  # argparse leaves this way after --help and after a wrong option
        return left.code if isinstance(left.code, int) else CANNOT
    speak_utf8()
    try:
        from studyapp.app import take_tour
    except ImportError as fault:
        return _no_qt(fault, _default_logs())
    return take_tour(args.out, tuple(args.themes.split(",")), args.zoom)


def _default_logs() -> Path | None:
    from studyapp.preferences import default_profile
    from studyapp.store.places import Places

    try:
        return Places(default_profile()).logs
    except OSError:
        return None


def _zoom(text: str) -> int:
    import argparse

    if not (text.isascii() and text.isdigit() and 80 <= int(text[:9]) <= 200):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 80 to 200")
    return int(text)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    raise SystemExit(main())

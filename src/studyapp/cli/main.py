"""The frame of the command line: one parser, one module a subcommand, documented exit codes."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from studyapp import bundle
from studyapp.cli import backup, check, doctor, drill, log, rebuild, restore, search, show, stats
from studyapp.cli.outcome import CANNOT, Cannot, place
from studyapp.preferences import PAGES
from studyapp.store.disk_words import in_plain_words

COMMANDS = (check, search, show, drill, stats, log, rebuild, doctor, backup, restore)
"""Modules with ``add(subparsers)`` and ``run(args) -> int``, in the order that the help lists them."""

WORKER_FLAG = "--render-worker"
"""Not for people: a frozen program starts itself with it to render the text of others."""

EPILOG = "Exit codes: 0 fine, 1 found something, 2 cannot."


def main(argv: Sequence[str] | None = None, window: Callable[[argparse.Namespace], int] | None = None) -> int:
    """Run one subcommand and return its exit code.

    Without a subcommand ``window`` is called with the parsed options (``profile``, ``content``, ``page``); it
    is handed in so that nothing here knows of a screen.
    """
    if list(sys.argv[1:] if argv is None else argv) == [WORKER_FLAG]:
        from studyapp.catalog.render_worker import main as serve  # how a frozen program starts its worker

        return serve()
    _write_any_character()
    parser = _parser()
    try:
        args = _merged(parser.parse_args(argv))
    except SystemExit as left:  # argparse leaves this way after --help and after a wrong option
        return left.code if isinstance(left.code, int) else CANNOT
    try:
        code = _run(args, window, parser)
        sys.stdout.flush()
        return code
    except Cannot as reason:
        print(f"studyapp: {reason}", file=sys.stderr)
        return CANNOT
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CANNOT
    except OSError as fault:
        print(f"studyapp: {in_plain_words(fault)}", file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return CANNOT


def _run(
    args: argparse.Namespace,
    window: Callable[[argparse.Namespace], int] | None,
    parser: argparse.ArgumentParser,
) -> int:
    if args.command is not None:
        return int(args.run(args))
    if window is not None:
        return window(args)
    parser.print_help()
    return CANNOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="studyapp",
        description="Product Owner Study Companion. Without a command it opens the window.",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"studyapp {bundle.version()}")
    parser.add_argument("--profile", type=place, metavar="DIR", help="keep progress in this folder")
    parser.add_argument(
        "--content",
        type=place,
        action="append",
        metavar="DIR",
        help="open this pack too (a folder or a .zip; may be repeated)",
    )
    parser.add_argument("--page", choices=PAGES, metavar="NAME", help=f"the page to open: {', '.join(PAGES)}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for command in COMMANDS:
        command.add(subparsers)
    for subparser in subparsers.choices.values():
        _add_places(subparser)
        subparser.set_defaults(run=_runner_of(subparser))
        subparser.epilog = subparser.epilog or EPILOG
    return parser


def _add_places(subparser: argparse.ArgumentParser) -> None:
    """Every subcommand takes the places as well, under other names so as not to wipe out those before it."""
    subparser.add_argument(
        "--profile", type=place, metavar="DIR", dest="own_profile", help="keep progress in this folder"
    )
    subparser.add_argument(
        "--content",
        type=place,
        action="append",
        metavar="DIR",
        dest="own_content",
        help="open this pack too (a folder or a .zip; may be repeated)",
    )


def _runner_of(subparser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    name = subparser.prog.split()[-1]
    runners: dict[str, Callable[[argparse.Namespace], int]] = {
        command.__name__.rsplit(".", 1)[-1]: command.run for command in COMMANDS
    }
    return runners[name]


def _merged(args: argparse.Namespace) -> argparse.Namespace:
    args.profile = getattr(args, "own_profile", None) or args.profile
    args.content = [*(args.content or ()), *(getattr(args, "own_content", None) or ())]
    return args


def _write_any_character() -> None:
    """A terminal that lacks a letter gets an escape instead of a fault."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

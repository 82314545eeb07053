"""The frame of the command line: one parser, one module a subcommand, documented exit codes."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from studyapp import bundle
from studyapp.cli import backup, check, doctor, drill, log, rebuild, restore, search, show, stats
from studyapp.cli.opening import folder_of
from studyapp.cli.outcome import CANNOT, Cannot, kept, place, write_no_more
from studyapp.cli.streams import Parser, open_streams
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
    open_streams()
    parser = _parser()
    args = argparse.Namespace(profile=None)
    try:
        try:
            args = _merged(parser.parse_args(argv))
        except SystemExit as left:  # argparse leaves this way after --help and after a wrong option
            code = left.code if isinstance(left.code, int) else CANNOT
        else:
            code = _run(args, window, parser)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        write_no_more()
    except KeyboardInterrupt:
        pass
    except Cannot as reason:
        _say(str(reason))
    except OSError as fault:
        _say(in_plain_words(fault))
        write_no_more()
    except Exception as fault:  # noqa: BLE001 - a fault of ours: the learner reads one line, the log file all of it
        _say(kept(fault, lambda: folder_of(args)))
    return CANNOT


def _say(text: str) -> None:
    with suppress(OSError):  # nobody listens
        print(f"studyapp: {text}", file=sys.stderr, flush=True)


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
    parser = Parser(
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

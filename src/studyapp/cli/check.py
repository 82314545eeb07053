"""``studyapp check``: every problem of the packs, with file, line and how to mend it."""

import argparse
from typing import Any

from studyapp.cli.outcome import Cannot


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    subparsers.add_parser("check", help="look for problems in packs")


def run(args: argparse.Namespace) -> int:
    """Print the problems; 0 when there are none, 1 when there are some."""
    raise Cannot(f"{args.command}: not yet")

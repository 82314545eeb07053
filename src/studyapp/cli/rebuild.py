"""``studyapp rebuild``: throw away what is derived from the log and make it anew."""

import argparse
import sys
from typing import Any

from studyapp.cli.opening import opened_profile
from studyapp.cli.unreadable import told


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    subparsers.add_parser(
        "rebuild",
        help="work everything out anew from the log",
        description="Card memory, days, positions and attempts follow from the log. This throws them away and works"
        " them out again. The log itself is never touched.",
    )


def run(args: argparse.Namespace) -> int:
    """Rebuild, with progress on a terminal."""
    with opened_profile(args, read_only=False) as profile:
        entries = profile.ledger.rebuild(_tell) - len(profile.ledger.unreadable())
        code = told(profile.ledger, profile.places.folder)
    print(f"Worked out anew from {entries} entries.")
    return code


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total} entries", end="\n" if done == total else "", file=sys.stderr, flush=True)

"""``studyapp show``: one item on the terminal."""

import argparse
from typing import Any

from studyapp.cli.outcome import Cannot


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    subparsers.add_parser("show", help="print an article, card, question or comparison")


def run(args: argparse.Namespace) -> int:
    """Print the item; 2 when there is none or when it is held back."""
    raise Cannot(f"{args.command}: not yet")

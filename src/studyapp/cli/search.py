"""``studyapp search``: find words in articles, cards, questions and glossary."""

import argparse
from typing import Any

from studyapp.cli.outcome import Cannot


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    subparsers.add_parser("search", help="find words in articles, cards, questions and the glossary")


def run(args: argparse.Namespace) -> int:
    """Print the hits; 0 when there are some, 1 when there are none."""
    raise Cannot(f"{args.command}: not yet")

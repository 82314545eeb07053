"""``studyapp backup``: all progress in one file."""

import argparse
from pathlib import Path
from typing import Any

from studyapp.cli.opening import now, opened_profile
from studyapp.cli.outcome import FINE, Cannot


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("backup", help="copy all progress into one file")
    parser.add_argument("to", type=Path, metavar="FILE", help="the file to write, or a folder to put it in")


def run(args: argparse.Namespace) -> int:
    """Write the backup; the window may be open meanwhile."""
    from studyapp.study.backup_desk import BackupDesk

    with opened_profile(args, read_only=True) as profile:
        if not profile.places.database.exists():
            raise Cannot("there is no progress to back up yet")
        backup = BackupDesk(profile, now).backup(args.to)
    print(f"{backup.entries} entries are in {backup.path}.")
    return FINE

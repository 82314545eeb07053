"""``studyapp backup``: all progress in one file."""

import argparse
from typing import Any

from studyapp.cli.opening import now, opened_profile
from studyapp.cli.outcome import Cannot, place
from studyapp.cli.unreadable import told
from studyapp.store.disk_words import reason


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("backup", help="copy all progress into one file")
    parser.add_argument("to", type=place, metavar="FILE", help="the file to write, or a folder to put it in")


def run(args: argparse.Namespace) -> int:
    """Write the backup; the window may be open meanwhile."""
    from studyapp.store.database import DamageError
    from studyapp.study.backup_desk import BackupDesk, BackupError

    with opened_profile(args, read_only=True) as profile:
        if not profile.places.database.exists():
            raise Cannot("there is no progress to back up yet")
        try:
            backup = BackupDesk(profile, now).backup(args.to)
        except BackupError as fault:
            raise Cannot(str(fault)) from fault
        except DamageError:
            raise
        except OSError as fault:
            raise Cannot(f"the backup {args.to} could not be written: {reason(fault)}") from fault
        print(f"{backup.entries} entries are in {backup.path}.")
        return told(profile.ledger, profile.places.folder)

"""``studyapp restore``: progress from a backup, on this or another computer."""

import argparse
from typing import Any

from studyapp.cli.opening import folder_of, in_words, now, opened_profile
from studyapp.cli.outcome import Cannot, place
from studyapp.cli.unreadable import told
from studyapp.store.trouble import ProfileError, Trouble


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup in the place of the present progress",
        description="The backup is verified first: that it is the one that was written, and that its pages are sound."
        " What it replaces is kept as a backup in the profile's folder `replaced`. After damage, --anew begins with"
        " empty progress instead.",
    )
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "file", type=place, nargs="?", metavar="FILE", help="a file that `studyapp backup` wrote"
    )
    choice.add_argument("--anew", action="store_true", help="after damage: begin with empty progress")


def run(args: argparse.Namespace) -> int:
    """Restore, or decide about damaged progress."""
    from studyapp.store.backup import BackupError

    if args.file is not None and not args.file.is_file():
        raise Cannot(f"there is no file {args.file}; nothing was changed")
    try:
        if (damage := _decided(args)) is not None:
            aside = damage.put_aside
            print("Done." if aside is None else f"Done; what was damaged is still there, as {aside}.")
            with opened_profile(args, read_only=True) as profile:
                return told(profile.ledger, profile.places.folder)
        if args.anew:
            raise Cannot("nothing is damaged; the present progress was left as it is")
        return _restore(args)
    except BackupError as error:
        raise Cannot(f"{error}; nothing was changed") from error


def _decided(args: argparse.Namespace) -> Trouble | None:
    """The damage that has been decided upon now; None when nothing was to be decided."""
    from studyapp.store.places import Places
    from studyapp.store.profile import recover
    from studyapp.store.recovery import undecided

    places = Places(folder_of(args))
    places.look()
    damage = undecided(places)
    if damage is None:
        return None
    try:
        recover(places.folder, args.file)
    except ProfileError as error:
        raise Cannot(in_words(error.trouble)) from error
    return damage


def _restore(args: argparse.Namespace) -> int:
    from studyapp.study.backup_desk import BackupDesk

    with opened_profile(args, read_only=False) as profile:
        desk = BackupDesk(profile, now)
        backup = desk.look(args.file)
        desk.restore(args.file)
        print(f"{backup.entries} entries of {backup.made_at:%Y-%m-%d %H:%M} UTC are back.")
        return told(profile.ledger, profile.places.folder)

"""Opens the learner's progress for a subcommand, and says in one line why it cannot be opened."""

import argparse
import random
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.cli.outcome import Cannot, plain
from studyapp.preferences import default_profile
from studyapp.store.disk_words import DAMAGED
from studyapp.store.trouble import ProfileError, Trouble, TroubleKind

if TYPE_CHECKING:
    from studyapp.store.profile import Profile
    from studyapp.study.desks import Desks


def now() -> datetime:
    """The present moment in the learner's own offset."""
    return datetime.now().astimezone()


def folder_of(args: argparse.Namespace) -> Path:
    """The learner's folder: the one named, or this system's own."""
    return args.profile or default_profile()


def typed(words: str, folder: Path) -> str:
    """A command to be typed, which names the learner's folder when it is not the one of this system."""
    return f"`studyapp {words}`" if _is_default(folder) else f"`studyapp --profile {quoted(folder)} {words}`"


def quoted(path: Path) -> str:
    """A path to be typed into a shell, from wherever one stands there."""
    whole = str(path.absolute())
    return shlex.quote(whole) if sys.platform != "win32" and set('"$`\\!') & set(whole) else f'"{whole}"'


def _is_default(folder: Path) -> bool:
    try:
        return folder.absolute() == default_profile().absolute()
    except OSError:  # there is none
        return False


@contextmanager
def damage_told(folder: Path) -> Iterator[None]:
    """Damage that shows only while progress is used: say which file it is, and the way on. Raises Cannot."""
    from studyapp.store.database import SUSPICIOUS, DamageError

    try:
        yield
    except SUSPICIOUS as error:
        from studyapp.store.profile import look_again

        found = look_again(folder, now)
        if found is None and not isinstance(error, DamageError):
            raise
        raise Cannot(in_words(found) if found else _rotten(folder)) from error


def _rotten(folder: Path) -> str:
    from studyapp.store.places import Places
    from studyapp.store.recovery import newest_good_backup

    places = Places(folder)
    backup = newest_good_backup(places)
    file = "FILE" if backup is None else quoted(backup)
    return (
        f"{places.database} is damaged; {typed('doctor', folder)} says what is wrong,"
        f" {typed(f'restore {file}', folder)} brings back {'a' if backup is None else 'the newest good'} backup"
    )


@contextmanager
def opened_desks(args: argparse.Namespace, *, read_only: bool) -> "Iterator[Desks]":
    """Everything a learner can do, over the packs named. Raises Cannot."""
    from studyapp.study.desks_to_come import open_desks

    folder = folder_of(args)
    with damage_told(folder):
        try:
            desks = open_desks(folder, args.content, now, random.SystemRandom(), read_only=read_only)
        except ProfileError as error:
            raise Cannot(in_words(error.trouble)) from error
        try:
            _tell_of_packs(desks, {root.absolute() for root in args.content})
            yield desks
        finally:
            desks.close()


@contextmanager
def opened_profile(args: argparse.Namespace, *, read_only: bool) -> "Iterator[Profile]":
    """The learner's progress alone. Raises Cannot."""
    from studyapp.store.profile import open_profile

    folder = folder_of(args)
    with damage_told(folder):
        try:
            profile = open_profile(folder, now, random.SystemRandom(), read_only=read_only)
        except ProfileError as error:
            raise Cannot(in_words(error.trouble)) from error
        with profile:
            yield profile


def _tell_of_packs(desks: "Desks", named: set[Path]) -> None:
    """A pack that was named and is none is refused; one that was added earlier and has gone is left out, and told."""
    for root, why in desks.library.unopened:
        line = plain(f"{root}: {why.message} – {why.hint}").replace("\n", " ")
        if root in named:
            raise Cannot(line)
        print(f"studyapp: {line}; the other packs are open", file=sys.stderr)


def in_words(trouble: Trouble) -> str:
    """What stands in the way, and what to do about it."""
    match trouble.kind:
        case TroubleKind.IN_USE:
            who = f" (process {trouble.pid})" if trouble.pid else ""
            return f"your progress is in use by another program{who}, probably the window; close it and try again"
        case TroubleKind.NEWER:
            return f"{trouble.path} was written by a newer version of this program; it was left as it is"
        case TroubleKind.DAMAGED:
            aside = trouble.put_aside
            what = "has vanished" if aside is None else f"is damaged; it was put aside as {aside}"
            return f"{trouble.path} {what}; {_way_on(trouble)}"
        case _ if trouble.detail == DAMAGED:
            return _rotten(trouble.path.parent)
        case _:
            return f"your progress in {trouble.path.parent} cannot be opened: {trouble.detail}"


def _way_on(trouble: Trouble) -> str:
    folder = trouble.path.parent
    anew = f"{typed('restore --anew', folder)} begins anew"
    if trouble.backup is None:
        return f"there is no backup; {anew}"
    back = typed(f"restore {quoted(trouble.backup)}", folder)
    return f"{back} brings back the newest good backup; {anew}"

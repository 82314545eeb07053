"""What a subcommand comes to: three exit codes, one exception, and text made safe for a terminal."""

import argparse
import os
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

FINE: Final = 0
FOUND: Final = 1
CANNOT: Final = 2


class Cannot(Exception):  # noqa: N818 - it reads as what it says: the command cannot
    """The command cannot do what was asked; its text says why, in one line."""


def write_no_more() -> None:
    """Lead what is still to be written to nowhere, so that the end of the program does not fail once more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain(text: str) -> str:
    """Text from elsewhere without control and formatting characters, which a terminal might obey.

    What is no character at all, as in a file name in another encoding, becomes a question mark.
    """
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isprintable() else text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))


def harmless(markup: str) -> str:
    """HTML from elsewhere without control characters; joiners and soft hyphens are part of its words."""
    return "".join(c for c in markup if c in "\n\t" or unicodedata.category(c) != "Cc")


def kept(fault: Exception, folder: Callable[[], Path]) -> str:
    """Write a fault of ours into the log file of the learner's folder; what to say of it, in one line."""
    from studyapp.store.disk_words import in_plain_words
    from studyapp.store.fault_log import FaultLog
    from studyapp.store.places import Places

    said = f"this could not be carried out; the fault is in this program ({type(fault).__name__})"
    if isinstance(fault, ImportError):
        said = f"a part of this program could not be loaded: {plain(str(fault))}"
    elif isinstance(fault, OSError):
        said = f"this could not be carried out: {plain(in_plain_words(fault))}"
    try:
        log = FaultLog(Places(folder()).logs)
        log.fault(fault)
    except OSError:
        return said
    return f"{said}; {log.file} says what a developer needs to know"


def place(text: str) -> Path:
    """A path that was typed; for a parser, which tells what is wrong with it. The empty one is none.

    A ``~`` that the shell left alone, as it does in ``--profile=~/notes``, is the home folder all the same; before any
    other name it is a letter like others, unless a user is called so.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("a file or folder must be named, and this is empty")
    try:
        return Path(text).expanduser()
    except RuntimeError as fault:
        if Path(text).parts[0] != "~":
            return Path(text)
        raise argparse.ArgumentTypeError(f"{plain(text)!r} names a home folder that is not known") from fault


def count(text: str) -> int:
    """A whole number from 1 on, for a parser."""
    if not (text.isascii() and text.isdigit() and int(text[:9])):
        raise argparse.ArgumentTypeError(f"{plain(text)!r} is no whole number from 1 on")
    return int(text[:9])


def shown_path(path: str) -> str:
    """A path as a reader wants it: relative to where they stand when it lies inside, whole otherwise."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path

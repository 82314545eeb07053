"""The name under which this computer writes its log entries.

It lies beside the database, not in it: a backup that moves to another computer must not take the name along,
because two computers that write under one name would use the same numbers for different entries.
"""

import json
import random
from pathlib import Path

from studyapp.store.durable import write_text


def device_name(path: Path, dice: random.Random) -> str:
    """The name kept in a file; a new one is made when there is none or the file is damaged."""
    return known_device(path) or renamed(path, dice)


def known_device(path: Path) -> str | None:
    """The name kept in a file; None when there is none or the file is damaged."""
    try:
        name = json.loads(path.read_text("utf-8"))["device"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) and name else None


def renamed(path: Path, dice: random.Random) -> str:
    """Make a new name and keep it: whoever goes back to an older log must not use numbers a second time."""
    name = f"{dice.getrandbits(48):012x}"
    write_text(path, json.dumps({"device": name}) + "\n")
    return name

"""What is said of entries of the log that were damaged on the disk."""

import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.cli.opening import typed
from studyapp.cli.outcome import FINE, FOUND, plain

if TYPE_CHECKING:
    from studyapp.store.event_log import Unreadable
    from studyapp.store.ledger import Ledger

_SHOWN = 5


def named(entries: "Collection[Unreadable]") -> str:
    """How many cannot be read, and which: device, number, kind and item of the first few."""
    first = [f"{entry.device}:{entry.seq} ({entry.kind} {entry.item})" for entry in entries][:_SHOWN]
    more = [f"{len(entries) - _SHOWN} more"] if len(entries) > _SHOWN else []
    one = "1 entry was damaged on the disk and cannot be read"
    many = f"{len(entries)} entries were damaged on the disk and cannot be read"
    return plain(f"{one if len(entries) == 1 else many}: {', '.join([*first, *more])}").replace("\n", " ")


def told(ledger: "Ledger", folder: Path) -> int:
    """Say which entries of a log are left out; the exit code: found something when there are any."""
    entries = ledger.unreadable()
    if not entries:
        return FINE
    doctor = typed("doctor", folder)
    print(f"studyapp: {named(entries)}; the rest goes on without, {doctor} says more", file=sys.stderr)
    return FOUND

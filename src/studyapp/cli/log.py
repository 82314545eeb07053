"""``studyapp log``: every entry of the learner's log, in order."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from studyapp.cli.opening import opened_profile
from studyapp.cli.outcome import plain
from studyapp.cli.unreadable import told

if TYPE_CHECKING:
    from studyapp.store.event import Event


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("log", help="print the learner's log, one entry a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Print the log, entries that were taken back included and marked."""
    with opened_profile(args, read_only=True) as profile:
        ledger = profile.ledger
        gone = ledger.taken_back()
        for event in ledger.events(retracted=True):
            print(_as_json(event, event.name in gone) if args.json else _as_line(event, event.name in gone))
        return told(ledger, profile.places.folder)


def _as_json(event: "Event", retracted: bool) -> str:
    entry = {
        "device": event.device,
        "seq": event.seq,
        "order": event.order,
        "at": event.at.isoformat(timespec="milliseconds"),
        "offset_minutes": event.offset_minutes,
        "rollover_hour": event.rollover_hour,
        "kind": event.kind,
        "item": event.item,
        "revision": event.revision,
        "payload": event.payload,
        "payload_version": event.payload_version,
        "retracted": retracted,
    }
    return json.dumps(entry, ensure_ascii=False)


def _as_line(event: "Event", retracted: bool) -> str:
    said = " ".join(
        f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in event.payload.items()
    )
    mark = "(taken back) " if retracted else ""
    return plain(f"{event.at:%Y-%m-%d %H:%M:%S} {event.kind} {event.item} {mark}{said}".replace("\n", " "))

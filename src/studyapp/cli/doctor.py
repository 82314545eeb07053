"""``studyapp doctor``: versions, places, and whether log, backups, caches and search index are sound."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyapp.cli.opening import folder_of, typed
from studyapp.cli.outcome import FINE, FOUND
from studyapp.cli.unreadable import named

if TYPE_CHECKING:
    from studyapp.study.doctor import Health


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "doctor",
        help="look whether everything is sound",
        description="Prints versions and places and looks at the log, the backups, the caches and the search index."
        " It alters nothing.",
        epilog="Exit codes: 0 all is sound, 1 something is not, 2 the folder cannot be looked into.",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Print the findings; 0 when all is sound, 1 when something is not."""
    from studyapp.study.doctor import examine

    health = examine(folder_of(args))
    print(json.dumps(_document(health), indent=2) if args.json else "\n".join(_lines(health)))
    return FINE if health.sound else FOUND


def _lines(health: "Health") -> list[str]:
    versions = [f"{name}: {number or 'not installed'}" for name, number in health.versions]
    places = [f"{name}: {path}" for name, path in health.paths]
    return [*versions, "", *places, "", *_findings(health)]


def _findings(health: "Health") -> list[str]:
    found = [_log(health), *_unreadable(health)]
    if health.writer is not None:
        found.append(f"The log is being written by process {health.writer}.")
    found += [f"Backup {path} cannot be restored." for path in health.faulty_backups]
    found.append(
        f"{health.backups - len(health.faulty_backups)} of {health.backups} automatic backups are good."
    )
    found += [f"Cache {path} is faulty ({fault}); it may be deleted." for path, fault in health.faulty_caches]
    found += _index(health)
    found.append("All is sound." if health.sound else "Something is not sound.")
    return found


def _index(health: "Health") -> list[str]:
    index = health.index
    match index.state.value:
        case "none":
            return ["There is no search index yet; the first search makes it."]
        case "sound":
            return [f"The search index is sound and matches the content: {index.files} files."]
        case "damaged":
            what = f"The search index in {index.folder} is damaged or was never finished"
        case _:
            differ = f"{index.behind} of {index.files} files differ"
            return [f"The search index is behind the content: {differ}; the next search reads them."]
    if not health.index_wrong:
        return [f"{what}; the program that is open may be making it just now."]
    return [f"{what}; the next search mends that, as does {typed('search scrum', _profile(health))}."]


def _profile(health: "Health") -> Path:
    return dict(health.paths)["profile"]


def _log(health: "Health") -> str:
    log = health.log
    if health.put_aside is not None:
        return (
            f"The log was damaged and was put aside as {health.put_aside}."
            f" {typed('log', _profile(health))} says how to go on; so does the window."
        )
    if health.vanished:
        return "The log has vanished. At the next start the newest good backup is offered."
    if log is None:
        return "There is no log yet."
    if log.newer:
        return (
            f"The log was written by a newer version of this program (its form is {log.newer}); it was left as it is."
            " Install the newer version to go on."
        )
    if log.pages != "ok":
        return f"The log is damaged: {log.pages}. At the next start the newest good backup is offered."
    if log.gaps:
        return f"Entries are missing: {', '.join(log.gaps)}."
    if log.unreadable:
        return f"The log is not whole: {named(log.unreadable)}."
    if log.stale:
        rebuild = typed("rebuild", _profile(health))
        return f"{', '.join(log.stale)} do not follow from the log; {rebuild} mends that."
    return f"The log is sound: {log.entries} entries."


def _unreadable(health: "Health") -> list[str]:
    """What becomes of entries that cannot be read, and how they come back."""
    if health.log is None or not health.log.unreadable:
        return []
    restore, rebuild = (typed(words, _profile(health)) for words in ("restore FILE", "rebuild"))
    back = f"{restore} brings back a backup from before the damage."
    lines = [f"They stay in the log as they are, and all other entries are fine. {back}"]
    if health.log.stale:
        lines.append(
            f"What was derived from them is still there; {rebuild} works everything out without them."
        )
    return lines


def _document(health: "Health") -> dict[str, Any]:
    log = health.log
    return {
        "sound": health.sound,
        "versions": dict(health.versions),
        "paths": {name: str(path) for name, path in health.paths},
        "log": log and asdict(log),
        "put_aside": health.put_aside and str(health.put_aside),
        "vanished": health.vanished,
        "writer": health.writer,
        "backups": {"made": health.backups, "faulty": [str(path) for path in health.faulty_backups]},
        "search_index": {
            "state": health.index.state.value,
            "behind": health.index.behind,
            "files": health.index.files,
        },
        "caches": {"faulty": [str(path) for path, _ in health.faulty_caches]},
    }

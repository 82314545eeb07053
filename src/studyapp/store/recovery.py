"""What becomes of a damaged database: put aside untouched, then a backup or an empty one in its place."""

import json
from datetime import UTC, datetime
from pathlib import Path

from studyapp.store.durable import move, settle, write_text
from studyapp.store.migrate import ladder
from studyapp.store.places import Places
from studyapp.store.trouble import Trouble, TroubleKind


def set_aside(places: Places, folder: Path, at: datetime) -> Path:
    """Move the database with what SQLite keeps beside it into a folder of its own, unaltered."""
    target = _unused(folder, at)
    target.mkdir(parents=True)
    for path in places.with_write_ahead():
        if path.exists():
            move(path, target / path.name)
    settle(places.folder)
    places.closed_well.unlink(missing_ok=True)
    return (target / places.database.name).absolute()


def put_aside_damaged(places: Places, detail: str, at: datetime) -> Trouble:
    """Put a damaged database aside and look for the newest good backup; it is told until that is decided."""
    path = set_aside(places, places.damaged, at)
    write_text(places.undecided, json.dumps({"put_aside": str(path), "detail": detail}))
    return _offer(places, detail, path)


def undecided(places: Places) -> Trouble | None:
    """The damage that was found earlier and not decided upon."""
    try:
        kept = json.loads(places.undecided.read_text("utf-8"))
        return _offer(places, str(kept["detail"]), Path(kept["put_aside"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return _offer(places, "", places.damaged)


def decide(places: Places, backup: Path | None) -> None:
    """Decide: put a backup in the place of what was damaged, or begin anew with None.

    The caller holds the lock. Raises BackupError when the backup is not sound; nothing has changed then.
    """
    from studyapp.store.backup import unpack

    if backup is not None:
        fresh = places.database.with_name("progress.restored")
        unpack(backup, fresh, newest=len(ladder()))
        move(fresh, places.database)
    places.undecided.unlink(missing_ok=True)
    settle(places.folder)


def newest_good_backup(places: Places) -> Path | None:
    """The newest copy that could be restored: made by itself, or of progress in whose place a backup was put."""
    from studyapp.store.backup import automatic_backups, is_good

    copies = (*automatic_backups(places.backups), *automatic_backups(places.replaced))
    newest_first = sorted(copies, key=lambda path: path.name, reverse=True)
    return next((path for path in newest_first if is_good(path, len(ladder()))), None)


def _offer(places: Places, detail: str, path: Path) -> Trouble:
    offered = newest_good_backup(places)
    return Trouble(TroubleKind.DAMAGED, places.database, detail, put_aside=path, backup=offered)


def _unused(folder: Path, at: datetime) -> Path:
    name = at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    candidates = (folder / (name if not n else f"{name}-{n}") for n in range(1000))
    return next(path for path in candidates if not path.exists())

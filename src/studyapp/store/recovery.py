"""What becomes of a damaged database: put aside untouched, then a backup or an empty one in its place."""

import json
from datetime import UTC, datetime
from pathlib import Path

from studyapp.store.durable import move, settle, write_text
from studyapp.store.migrate import ladder
from studyapp.store.places import Places
from studyapp.store.trouble import Trouble, TroubleKind


def set_aside(places: Places, folder: Path, at: datetime) -> Path | None:
    """Move the database with what SQLite keeps beside it into a folder of its own, unaltered.

    Where it lies now; None when nothing was left to be moved.
    """
    left = [path for path in places.with_write_ahead() if path.exists()]
    if not left:
        return None
    target = _unused(folder, at)
    target.mkdir(parents=True)
    for path in left:
        move(path, target / path.name)
    settle(places.folder)
    places.closed_well.unlink(missing_ok=True)
    return (target / left[0].name).absolute()


def put_aside_damaged(places: Places, detail: str, at: datetime) -> Trouble:
    """Put a damaged database aside and look for the newest good backup; it is told until that is decided.

    One that has vanished is told likewise.
    """
    path = set_aside(places, places.damaged, at)
    write_text(places.undecided, json.dumps({"put_aside": path and str(path), "detail": detail}))
    return _offer(places, detail, path)


def undecided(places: Places) -> Trouble | None:
    """The damage that was found earlier and not decided upon; none any more when what had vanished is back."""
    try:
        kept = json.loads(places.undecided.read_text("utf-8"))
        aside = kept["put_aside"] and Path(kept["put_aside"])
        detail = str(kept["detail"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        aside, detail = places.damaged, ""
    return None if aside is None and places.database.exists() else _offer(places, detail, aside)


def decide(places: Places, backup: Path | None) -> None:
    """Decide: put a backup in the place of what was damaged, or begin anew with None.

    The caller holds the lock. Raises BackupError when the backup is not sound; nothing has changed then.
    """
    from studyapp.store.backup import unpack

    if backup is not None:
        fresh = places.database.with_name("progress.restored")
        unpack(backup, fresh, newest=len(ladder()))
        move(fresh, places.database)
    places.closed_well.unlink(missing_ok=True)
    places.undecided.unlink(missing_ok=True)
    settle(places.folder)


def newest_good_backup(places: Places) -> Path | None:
    """The newest copy that could be restored: made by itself, or of progress in whose place a backup was put."""
    from studyapp.store.backup import automatic_backups, is_good

    copies = (*automatic_backups(places.backups), *automatic_backups(places.replaced))
    newest_first = sorted(copies, key=lambda path: path.name, reverse=True)
    return next((path for path in newest_first if is_good(path, len(ladder()))), None)


def _offer(places: Places, detail: str, path: Path | None) -> Trouble:
    offered = newest_good_backup(places)
    return Trouble(TroubleKind.DAMAGED, places.database, detail, put_aside=path, backup=offered)


def _unused(folder: Path, at: datetime) -> Path:
    name = at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    candidates = (folder / (name if not n else f"{name}-{n}") for n in range(1000))
    return next(path for path in candidates if not path.exists())

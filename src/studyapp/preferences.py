"""What the learner chose about the window, kept as JSON beside the progress.

None of it changes a schedule (that is in the log), so it may be lost without harm: a damaged file is put aside and the
defaults hold. Keys of a newer program are kept as they are.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

FILE = "preferences.json"
NO_HOME = "the system knows no home folder for you; name a folder with --profile or in STUDYAPP_HOME"
PAGES = ("today", "read", "compare", "cards", "exam", "progress")
"""The names of the six pages, in the rail's order."""
_NONE: Mapping[str, Any] = MappingProxyType({})


class Preferences(NamedTuple):
    """Choices about the window and what it showed last."""

    theme: str = "system"
    """``system``, ``light`` or ``dark``."""
    zoom: int = 100
    """Per cent."""
    geometry: str = ""
    """Size and place of the window, as Qt writes it, in base 64."""
    page: str = "today"
    """The page in sight."""
    pages: Mapping[str, Any] = _NONE
    """What each page wants to be reminded of, by the page's name."""
    packs: tuple[str, ...] = ()
    """Folders and archives that hold further packs."""
    language: str = ""
    """The translation in which packs are shown that have it; empty for what their authors wrote."""
    unknown: Mapping[str, Any] = _NONE
    """What a newer program wrote, kept for it."""


def default_profile() -> Path:
    """Where a learner's progress lies unless another folder is named; ``STUDYAPP_HOME`` names one for good.

    Raises OSError where the system knows no home for this user.
    """
    named = os.environ.get("STUDYAPP_HOME")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or _home() / "AppData" / "Roaming") / "studyapp"
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / "studyapp"
    kept = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (kept if kept.is_absolute() else _home() / ".local" / "share") / "studyapp"


def _home() -> Path:
    if os.environ.get("HOME") == "":
        raise OSError(NO_HOME)  # it would be the root of the disk
    try:
        return Path.home()
    except RuntimeError as fault:
        raise OSError(NO_HOME) from fault


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for this user alone; what is there stays as it is.

    So the XDG Base Directory Specification wants it. Raises OSError.
    """
    if not folder.is_dir():
        if folder.parent != folder:
            make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def load_preferences(folder: Path) -> Preferences:
    """The preferences kept in a profile; defaults where there are none. A damaged file is put aside."""
    file = folder / FILE
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(kept, dict):
            raise ValueError(FILE)
    except OSError:
        return Preferences()
    except ValueError:
        with suppress(OSError):
            file.replace(file.with_suffix(".damaged.json"))
        return Preferences()
    return _from(kept)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences in a profile: the whole file or none of it."""
    known = preferences._asdict() | {"pages": dict(preferences.pages)}
    unknown = dict(known.pop("unknown"))
    make_private(folder)
    draft = folder / f"{FILE}.{os.getpid()}.new"
    draft.write_text(json.dumps(unknown | known, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(folder / FILE)


def _from(kept: Mapping[str, Any]) -> Preferences:
    chosen: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    defaults = Preferences()
    names = set(Preferences._fields) - {"unknown"}
    for name, value in kept.items():
        if name not in names:
            unknown[name] = value
        elif name == "packs" and isinstance(value, list):
            chosen[name] = tuple(str(each) for each in value)
        elif _is_such(value, getattr(defaults, name)):
            chosen[name] = value
    return Preferences(**chosen, unknown=unknown)


def _is_such(value: object, default: object) -> bool:
    """Whether JSON gave what stands there by default: a mapping, a text, a number."""
    return isinstance(value, Mapping if isinstance(default, Mapping) else type(default))

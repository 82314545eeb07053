"""Commands as results: what can be done from the page in sight, found by words."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence

from studyapp.ui.search.result import Act, Result

_MOST = 6


def matching(actions: Sequence[QAction], query: str) -> list[Result]:
    """The commands of which every word typed begins a word; first the one that is named, then what begins like it."""
    wanted = query.casefold().split()
    if not wanted:
        return []
    found = [
        (at, action)
        for at, action in enumerate(actions)
        if action.isEnabled() and fits(action.text(), wanted)
    ]
    found.sort(key=lambda pair: _nearness(pair[1].text().casefold(), wanted))
    return [command(at, action) for at, action in found[:_MOST]]


def command(number: int, action: QAction) -> Result:
    """A command as a result; ``number`` finds it again."""
    keys = action.shortcuts()
    key = _key_cap(keys[0].toString(QKeySequence.SequenceFormat.NativeText)) if keys else ""
    return Result(Act.RUN, str(number), action.text(), "forward", key=key)


def _key_cap(key: str) -> str:
    """``Ctrl K`` for ``Ctrl+K``, and ``Ctrl +`` for the key that is a plus itself."""
    return key[:-1].replace("+", " ") + key[-1:]


def _nearness(text: str, wanted: Sequence[str]) -> tuple[bool, bool]:
    return text.split() != wanted, not text.startswith(wanted[0])


def fits(text: str, wanted: Sequence[str]) -> bool:
    """Whether every word that is wanted, in small letters, begins a word of a command."""
    words = text.casefold().split()
    return bool(words) and all(any(word.startswith(each) for word in words) for each in wanted)

"""What is being written in a paper, keystroke by keystroke, until the log has it.

A process that is killed in the midst of a sentence loses no more than the key in flight; a power cut may lose what was
typed since the log was last written.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that is being written: the attempt, the place of the question (from 0), and the words so far."""

    attempt: ItemId
    number: int
    words: str


class DraftFile:
    """Holds one draft. What cannot be written or read here is no fault: the log is the truth."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, draft: Draft) -> None:
        """Put this draft in the place of the last one."""
        fresh = self._path.with_name(self._path.name + ".new")
        with suppress(OSError):
            fresh.write_text(json.dumps(asdict(draft)), encoding="utf-8")
            fresh.replace(self._path)

    def read(self) -> Draft | None:
        """The draft that was kept last, if it has not been cleared away since."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return Draft(ItemId(str(said["attempt"])), int(said["number"]), str(said["words"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def clear(self) -> None:
        """The log has it."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

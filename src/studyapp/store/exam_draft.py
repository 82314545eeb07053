"""What a paper has that is not in the log yet: the time used since, and the words being written, key by key.

A process that is killed loses no more than the key in flight and a second of its clock; a power cut may lose what came
since the log was last written.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Draft:
    """The attempt, the milliseconds used, and the words so far for the question at a place (from 0); None: none."""

    attempt: ItemId
    elapsed_ms: int
    number: int = 0
    words: str | None = None


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

    def read(self, attempt: ItemId) -> Draft | None:
        """The draft of an attempt that was kept last, if it has not been cleared away since."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            words = said["words"]
            draft = Draft(ItemId(str(said["attempt"])), int(said["elapsed_ms"]), int(said["number"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if draft.attempt != attempt:
            return None
        return Draft(attempt, draft.elapsed_ms, draft.number, words) if isinstance(words, str) else draft

    def clear(self) -> None:
        """The log has it all."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

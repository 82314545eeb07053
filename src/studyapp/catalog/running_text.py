"""Plain text as it grows: white space collapsed as a browser does it, blocks parted by line ends."""

import re

_SPACES = re.compile(r"[ \t\n\r\f]+")


class RunningText:
    """Text that is only ever added to, so that a length read once stays the offset of what follows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last = "\n"

    def __len__(self) -> int:
        return self._length

    def __str__(self) -> str:
        return "".join(self._parts)

    def say(self, text: str, verbatim: bool = False) -> None:
        """Add words; ``verbatim`` keeps their white space."""
        if not verbatim:
            text = _SPACES.sub(" ", text)
            if self._last in " \n":
                text = text.removeprefix(" ")
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._last = text[-1]

    def end_line(self) -> None:
        """Part what follows from what stands here."""
        if self._last == "\n":
            return
        if self._last == " ":
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        self._parts.append("\n")
        self._length += 1
        self._last = "\n"

    def since(self, start: int) -> str:
        """What was added after the text was ``start`` long, as one line."""
        return _SPACES.sub(" ", str(self)[start:]).strip()

    def forget(self, start: int) -> None:
        """Take back what was added after the text was ``start`` long."""
        kept = str(self)[:start]
        self._parts, self._length, self._last = [kept], len(kept), kept[-1:] or "\n"

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

    def mark(self) -> tuple[int, int]:
        """A place to come back to: the length of the text, and where it ends inside."""
        return self._length, len(self._parts)

    def since(self, mark: tuple[int, int]) -> str:
        """What was added after a mark, as one line."""
        return _SPACES.sub(" ", "".join(self._parts[mark[1] :])).strip()

    def forget(self, mark: tuple[int, int]) -> None:
        """Take back what was added after a mark."""
        del self._parts[mark[1] :]
        self._length = mark[0]
        self._last = self._parts[-1][-1:] if self._parts else "\n"

"""The way the learner took through the window, to go back and forward on."""

from typing import NamedTuple

_LONGEST = 100


class History(NamedTuple):
    """Addresses behind and ahead of what is in sight."""

    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()

    def left(self, place: str) -> "History":
        """The learner left ``place`` for somewhere new."""
        if self.behind and self.behind[-1] == place:
            return self._replace(ahead=())
        return History((*self.behind, place)[-_LONGEST:], ())

    def back(self, place: str) -> tuple[str, "History"]:
        """Where back leads from ``place``, and the history then. Raises IndexError when there is no way back."""
        return self.behind[-1], History(self.behind[:-1], (place, *self.ahead))

    def forward(self, place: str) -> tuple[str, "History"]:
        """Where forward leads from ``place``, and the history then. Raises IndexError when there is none."""
        return self.ahead[0], History((*self.behind, place), self.ahead[1:])

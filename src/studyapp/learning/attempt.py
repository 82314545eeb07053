"""One attempt at a paper.

What was shown, chosen and flagged, and for how long. Options bear the author's numbers.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from studyapp.learning.exam_paper import Place

SAT_FROM: Final = 0.2
"""Below this share of answers a paper was given up. Ours; a learner in earnest answers far more."""

_ZERO = timedelta(0)


def given_up(answered: int, count: int) -> bool:
    """Whether so few questions of a paper were answered that those left open tell nothing of the learner."""
    return answered < SAT_FROM * count


@dataclass(frozen=True, slots=True)
class Sheet:
    """What has happened to one question.

    ``choices`` are the selections one after the other, the last is in force.

    ``text`` is the answer in the learner's own words where the question asks for one.
    """

    place: "Place"
    shown: bool = False
    flagged: bool = False
    spent: timedelta = _ZERO
    choices: tuple[frozenset[int], ...] = ()
    text: str = ""

    @property
    def chosen(self) -> frozenset[int]:
        """The selection in force."""
        return self.choices[-1] if self.choices else frozenset()

    @property
    def answered(self) -> bool:
        """Whether anything is chosen or written."""
        return bool(self.chosen) or bool(self.text.strip())

    def shown_order(self, chosen: frozenset[int]) -> frozenset[int]:
        """Author's option numbers as positions on the screen."""
        return frozenset(self.place.order.index(option) for option in chosen)

    def authors(self, positions: frozenset[int]) -> frozenset[int]:
        """Positions on the screen as the author's option numbers.

        Raises IndexError for a position not shown.
        """
        return frozenset(self.place.order[position] for position in positions)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A paper being sat. Steps return the next state; ``elapsed`` is the exam clock's time at each step."""

    sheets: tuple[Sheet, ...]
    current: int = 0
    elapsed: timedelta = _ZERO
    handed_in: bool = False

    def tick(self, elapsed: timedelta) -> "Attempt":
        """Count the time since the last step for the question in sight."""
        spent = max(elapsed - self.elapsed, _ZERO)
        if self.handed_in or not self.sheets:
            return self
        sheet = self.sheets[self.current]
        if not sheet.shown:
            return replace(self, elapsed=max(elapsed, self.elapsed))
        counted = _replaced(self, self.current, replace(sheet, spent=sheet.spent + spent))
        return replace(counted, elapsed=max(elapsed, self.elapsed))

    def show(self, index: int, elapsed: timedelta) -> "Attempt":
        """Put a question in sight. Raises IndexError when the paper has no such question."""
        sheet = self.sheets[index]
        ticked = self.tick(elapsed)
        if not sheet.shown:
            ticked = _replaced(ticked, index, replace(ticked.sheets[index], shown=True))
        return replace(ticked, current=index)

    def choose(self, index: int, chosen: frozenset[int], elapsed: timedelta) -> "Attempt":
        """Put a selection (the author's option numbers) in force."""
        ticked = self.tick(elapsed)
        sheet = ticked.sheets[index]
        if sheet.chosen == chosen:
            return ticked
        return _replaced(ticked, index, replace(sheet, choices=(*sheet.choices, chosen)))

    def write(self, index: int, text: str, elapsed: timedelta) -> "Attempt":
        """Keep an answer in the learner's own words."""
        ticked = self.tick(elapsed)
        return _replaced(ticked, index, replace(ticked.sheets[index], text=text))

    def flag(self, index: int, on: bool, elapsed: timedelta) -> "Attempt":
        """Set or take away the flag for review."""
        ticked = self.tick(elapsed)
        return _replaced(ticked, index, replace(ticked.sheets[index], flagged=on))

    def hand_in(self, elapsed: timedelta) -> "Attempt":
        """Close the attempt; nothing changes it afterwards."""
        return replace(self.tick(elapsed), handed_in=True)

    @property
    def open_questions(self) -> tuple[int, ...]:
        """Indices without an answer."""
        return tuple(index for index, sheet in enumerate(self.sheets) if not sheet.answered)

    @property
    def flagged_questions(self) -> tuple[int, ...]:
        """Indices flagged for review."""
        return tuple(index for index, sheet in enumerate(self.sheets) if sheet.flagged)


def _replaced(attempt: Attempt, index: int, sheet: Sheet) -> Attempt:
    sheets = (*attempt.sheets[:index], sheet, *attempt.sheets[index + 1 :])
    return replace(attempt, sheets=sheets)

"""The keys that answer a card: Space turns it, numbers choose an option and, once it is turned, rate it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from studyapp.learning.rating import Rating
from studyapp.study.review_values import ReviewView
from studyapp.ui.cards.wording import RATINGS, TWO
from studyapp.ui.cheap import action

_KEYS = 9
_NAMES = [f"Rate {name.lower()}" for name, _ in RATINGS.values()]
_TWO = [TWO[Rating.AGAIN], *[TWO[Rating.GOOD]] * (len(_NAMES) - 1)]
"""With two buttons: forgot, and knew for whatever else."""


class AnswerKeys:
    """Actions that bear the name of what they do now; those that do nothing have none and are not listed."""

    def __init__(self, page: QWidget, turn: Callable[[], object], press: Callable[[], object]) -> None:
        self._turn = action(page, "", turn, "Space", "Return", "Enter")
        self._numbers = [action(page, "", press, str(number)) for number in range(1, _KEYS + 1)]
        for number, key in enumerate(self._numbers, 1):
            key.setData(number)

    def tell(self, view: ReviewView | None, *, turned: bool, two: bool) -> None:
        """A card that waits is turned and has its options; a turned one is rated, by ``two`` buttons or by four."""
        names: list[str] = []
        if view is not None and turned:
            names = _TWO if two else _NAMES
        elif view is not None and view.question is not None:
            names = [f"Choose option {number}" for number in range(1, len(view.question.options) + 1)]
        self._turn.setText("" if view is None else "Rate as suggested" if turned else "Show answer")
        for key, name in zip(self._numbers, [*names, *[""] * _KEYS], strict=False):
            key.setText(name)

"""What the Exam page has to ask the content: names of areas, beliefs, the look of a text."""

import re

from studyapp.catalog.question import Misconception, Question
from studyapp.learning.marking import Slip, Swing
from studyapp.study.desks import Desks
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.ui.exam import wording

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;?%()’“”–·]|[.:](?![.:])|(?<=[^\W_])-(?=[^\W_]))*")
"""A line of words and of marks that neither Markdown nor HTML gives a meaning to."""


class Titles:
    """Asks whatever packs are open now."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def render(self, markdown: str) -> str:
        """A stem, an option or a reason as HTML of the house dialect; what has no mark-up needs no Markdown."""
        if _PLAIN.fullmatch(markdown):
            return markdown
        return self._desks.library.catalog.inline(markdown)

    def area(self, name: str) -> str:
        """The title of a focus area, or the text of a learning objective.

        The name itself for an unknown one.
        """
        catalog = self._desks.library.catalog
        area = catalog.area(name)
        if area is not None:
            return area.title
        return next((o.text for o in catalog.objectives() if o.name == name), name or "No area")

    def misconception(self, name: str) -> Misconception | None:
        """A false belief by its name."""
        return self._desks.library.catalog.misconceptions().get(name)

    def picked(self, which: ReviewFilter) -> str:
        """What a filter by name lets through: an area, a belief, a kind of slip or change; empty for the others."""
        if which.kind is FilterKind.AREA:
            return self.area(which.value)
        if which.kind is FilterKind.MISCONCEPTION:
            found = self.misconception(which.value)
            return found.belief if found is not None else wording.plain_name(which.value)
        if which.kind is FilterKind.SLIPS and which.value:
            return wording.SLIPS[Slip[which.value]].capitalize()
        return wording.SWINGS[Swing[which.value]].capitalize() if which.value else ""

    def cards_behind(self, question: Question) -> int:
        """How many cards rest on the article that settles a question."""
        return len(self._desks.library.catalog.resting_on(question.proof.article).cards)

"""The words of a guided choice."""

from studyapp.study.choice_desk import KeptChoice
from studyapp.study.choice_export import ChoiceWording, points_of, score_of
from studyapp.study.weighing import Weighing
from studyapp.ui.compare.wording import EXPORT

NO_WEIGHT = "counts for neither side"

CHOICE = ChoiceWording(
    scrum="In Scrum",
    read="From our articles",
    sources=EXPORT.sources,
    licence=EXPORT.licence,
    no_weight=NO_WEIGHT,
    open="no answer yet",
)

ADVICE = "Advice on the context of work, not a rule"
UNDONE = "The result is out of the list."
CLOSED = "its pack is not open"


def weights(weighing: Weighing, number: int, answer: int) -> str:
    """The weights of one answer to one factor, both from 0."""
    return points_of(weighing, weighing.given[number].factor.answers[answer], NO_WEIGHT)


def kept_words(kept: KeptChoice) -> str:
    """A line of the list: ``23 November 2026: Product Owner 5 : 2 Project Manager``."""
    day = f"{kept.day.day} {kept.day:%B %Y}"
    if kept.weighing is None:
        return f"{day}: {kept.title} ({CLOSED})"
    return f"{day}: {'; '.join(score_of(balance) for balance in kept.weighing.balances)}"

"""Which papers can be sat, and a new one drawn from what the learner has seen least."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.ids import ItemId
from studyapp.learning.covering import draw_each, supply_each
from studyapp.learning.exam_paper import Candidate, Paper, Standing, Supply, draw, supply
from studyapp.store.exam_rows import reserved_in_exams
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.exam_story import begun
from studyapp.study.exam_values import Offer
from studyapp.study.question_cards import times_met
from studyapp.study.question_pool import QuestionPool


class ExamPapers:
    """Looks at the pools of the open packs; draws, and writes nothing down."""

    def __init__(self, library: Books, ledger: Ledger) -> None:
        self._library, self._ledger = library, ledger
        self._pool: QuestionPool | None = None

    def profile(self, item: ItemId) -> ExamProfile:
        """The profile of that name. Raises KeyError when there is none."""
        for profile in self._library.catalog.profiles():
            if profile.id == item:
                return profile
        raise KeyError(item)

    def offers(self) -> tuple[Offer, ...]:
        """Every profile, in the order of the content, with what its pool still allows."""
        return tuple(self.offer(profile) for profile in self._library.catalog.profiles())

    def offer(self, profile: ExamProfile) -> Offer:
        """What the pool of one profile still allows."""
        if profile.by == profile.BY_OBJECTIVE:
            return _offer(profile, supply_each(self._by_objective(profile)))
        return _offer(profile, supply(self._candidates(profile), profile.questions))

    def beginning(self, offer: Offer, seed: int) -> dict[str, Any]:
        """Draw a paper: what is written down at its beginning, as JSON values."""
        profile = offer.profile
        paper = self._drawn(offer, seed)
        questions = self._library.catalog.questions()
        revisions = {place.question: questions[place.question].revision for place in paper.places}
        said = begun(profile, offer.supply.standing, paper, revisions)
        if profile.by == profile.BY_OBJECTIVE:
            said["objectives"] = list(self._questions().objectives(profile))
        return said

    def _drawn(self, offer: Offer, seed: int) -> Paper:
        profile = offer.profile
        if profile.by == profile.BY_OBJECTIVE:
            return draw_each(self._by_objective(profile), seed)
        candidates = self._candidates(profile)
        if offer.supply.standing is not Standing.REPEAT:
            candidates = [candidate for candidate in candidates if not candidate.seen]
        return draw(candidates, offer.supply.size, dict(profile.quotas), seed)

    def _questions(self) -> QuestionPool:
        catalog = self._library.catalog
        if self._pool is None or self._pool.catalog is not catalog:
            self._pool = QuestionPool(catalog)
        return self._pool

    def _candidates(self, profile: ExamProfile) -> list[Candidate]:
        return self._questions().candidates(profile, *self._standing())

    def _by_objective(self, profile: ExamProfile) -> dict[str, list[Candidate]]:
        return self._questions().by_objective(profile, *self._standing())

    def _standing(self) -> tuple[Mapping[ItemId, int], Collection[ItemId]]:
        """How often each question was seen, and which an open paper has yet to show."""
        return times_met(self._library.catalog, self._ledger), reserved_in_exams(self._ledger)


def _offer(profile: ExamProfile, found: Supply) -> Offer:
    share = found.size / profile.questions if found.standing is Standing.SHORTER else 1.0
    return Offer(
        profile, found, timedelta(minutes=round(profile.minutes * share)) if profile.minutes else None
    )

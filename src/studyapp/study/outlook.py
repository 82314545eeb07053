"""The forecast for the exam that the learner aims at, today and as it would have been on earlier days.

Like the report it is worked out away from the window: `Outlooks.inquiry` gathers what the content has to say, and the
`OutlookInquiry` it gives reads the log through a connection of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.ids import ItemId
from studyapp.learning.ability import Answer
from studyapp.learning.evidence import TooLittle
from studyapp.learning.forecast import Forecast, Share, forecast
from studyapp.store.exam_rows import FirstAnswer
from studyapp.store.fold_forecasts import TOLD
from studyapp.store.forecast_rows import Told, last_told, told_days
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.evidence import sizes_of, telling_questions, tested_areas
from studyapp.study.fared import Afterwards, Fared, fared
from studyapp.study.mocks import forecast_mock
from studyapp.study.past_forecasts import PastForecast, as_told, past_forecasts
from studyapp.study.question_cards import fresh_answers
from studyapp.study.recall import Recall, recall_by_area
from studyapp.study.settings_desk import SettingsDesk

_DAY_SECONDS: Final = 86_400

_TOLD_PLACES: Final = 2
"""Chances are told in whole per cent: a forecast that reads the same within a day is the same one."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast for one mock profile. ``titles`` names its focus areas."""

    profile: ExamProfile
    now: Forecast | TooLittle
    past: tuple[PastForecast, ...]
    fared: tuple[Fared, ...]
    titles: Mapping[str, str]


class Outlooks:
    """Asks for forecasts and keeps those that were told."""

    def __init__(self, library: Books, profile: Profile, settings: SettingsDesk) -> None:
        self._library, self._profile, self._settings = library, profile, settings

    def keep(self, outlook: Outlook) -> Change:
        """Write down what the learner is told, so that it can be held against what comes; once a day if it stands."""
        now, ledger = outlook.now, self._profile.ledger
        if not isinstance(now, Forecast):
            return Change.NOTHING
        last = last_told(ledger, outlook.profile.id)
        if last is not None and last.day == ledger.today().date and _same(last, now):
            return Change.NOTHING
        ledger.record(TOLD, outlook.profile.id, 1, _payload(now))
        return Change.EXAMS

    def inquiry(self, *, past: bool = True) -> "OutlookInquiry | None":
        """An inquiry for the mock of the certification aimed at; None when the content has no such mock.

        Without ``past`` earlier days are left out, which is a good deal quicker.
        """
        catalog, aimed_at = self._library.catalog, self._settings.settings.certification
        mock = forecast_mock(aimed_at, catalog.profiles())
        if mock is None:
            return None
        sizes = sizes_of(catalog, mock)
        return OutlookInquiry(
            reader=self._profile.reader,
            mock=mock,
            sizes=sizes,
            titles={area.name: area.title for area in tested_areas(catalog, mock)},
            cards={item: card.area for item, card in catalog.cards().items() if card.area in sizes},
            questions=telling_questions(catalog, mock),
            past=past,
        )


@dataclass(frozen=True, slots=True)
class OutlookInquiry:
    """A question to the log; calling it opens a connection and closes it."""

    reader: Callable[[], Ledger]
    mock: ExamProfile
    sizes: Mapping[str, int]
    titles: Mapping[str, str]
    cards: Mapping[ItemId, str]
    questions: frozenset[ItemId]
    past: bool

    def __call__(self) -> Outlook:
        """Read the log and forecast."""
        ledger = self.reader()
        try:
            return self._outlook(ledger)
        finally:
            ledger.close()

    def _outlook(self, ledger: Ledger) -> Outlook:
        now = _days(ledger.now())
        given = fresh_answers(self.questions, ledger)
        answers = [Answer(a.area, a.right, _days(a.at)) for a in given]
        present = forecast(self._paper(ledger), self.mock.pass_mark, answers, now)
        if not self.past:
            return Outlook(self.mock, present, (), (), self.titles)
        today, told = ledger.today().date, told_days(ledger, self.mock.id)
        past = past_forecasts([a.day for a in given], told, self._at_the_end(given), today)
        fared_so = fared(ledger, self.mock, self._afterwards(given))
        return Outlook(self.mock, present, (*past, *as_told(today, present)), fared_so, self.titles)

    def _paper(self, ledger: Ledger) -> list[Share]:
        """The paper by area, with the share of each area's cards that would be recalled; unseen ones are not."""
        found = recall_by_area(ledger, ledger.scheduler, self.cards)
        any_seen = any(recall.seen for recall in found.values())
        paper = ((area, size, found.get(area, Recall())) for area, size in self.sizes.items())
        return [
            Share(area, size, of.expected / of.total if of.total and any_seen else None, of.total)
            for area, size, of in paper
        ]

    def _afterwards(self, given: Sequence[FirstAnswer]) -> Afterwards:
        """The forecast at an earlier moment, from the first answers before it alone."""
        paper = [Share(area, size) for area, size in self.sizes.items()]

        def at(moment: datetime) -> Forecast | TooLittle:
            before = [Answer(a.area, a.right, _days(a.at)) for a in given if a.at < moment]
            return forecast(paper, self.mock.pass_mark, before, _days(moment))

        return at

    def _at_the_end(self, given: Sequence[FirstAnswer]) -> Callable[[date], Forecast | TooLittle]:
        """The forecast at the end of a study day, from the first answers up to then alone."""
        paper = [Share(area, size) for area, size in self.sizes.items()]

        def of(day: date) -> Forecast | TooLittle:
            answers = [Answer(a.area, a.right, _days(a.at)) for a in given if a.day <= day]
            until = max((answer.day for answer in answers), default=0.0)
            return forecast(paper, self.mock.pass_mark, answers, until)

        return of


def _same(last: Told, now: Forecast) -> bool:
    was, said = (last.chance, *last.near), (now.chance, now.interval.low, now.interval.high)
    alike = all(round(a, _TOLD_PLACES) == round(b, _TOLD_PLACES) for a, b in zip(was, said, strict=True))
    return alike and last.answers == now.answers


def _payload(now: Forecast) -> dict[str, Any]:
    shares = {"chance": now.chance, "low": now.interval.low, "high": now.interval.high}
    return {
        **{name: round(share, 6) for name, share in shares.items()},
        "wide": [round(now.wide.low, 6), round(now.wide.high, 6)],
        "answers": now.answers,
        "areas": [[area.area, round(area.lost, 2), round(area.gain, 4)] for area in now.areas],
    }


def _days(moment: datetime) -> float:
    """A moment on a scale of days. Answers of one hour count as one batch."""
    return round(moment.timestamp() / _DAY_SECONDS * 24) / 24

"""Sitting exams: what can be sat, the paper on the desk, and what became of earlier ones.

Whatever is shown or answered is durable before the next picture: a held-back question is written down as used
up before it comes into sight, and an answer before the screen confirms it.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.question import Question, QuestionKind
from studyapp.ids import ItemId, item_id, pack_of
from studyapp.learning.attempt import Sheet
from studyapp.learning.exam_clock import ExamClock, Moment
from studyapp.learning.exam_paper import Place
from studyapp.store import exam_rows
from studyapp.store import fold_exams as kinds
from studyapp.store.exam_draft import Draft, DraftFile
from studyapp.store.ledger import Ledger
from studyapp.study.attempt_rows import attempt_rows
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.exam_papers import ExamPapers
from studyapp.study.exam_result import Result, result_of
from studyapp.study.exam_story import Story, tell, tell_on
from studyapp.study.exam_values import AttemptRow, ExamView, Glance, Offer
from studyapp.study.question_text import Kept, in_order, keep
from studyapp.study.readiness import ObjectiveRow, readiness

WITHDRAWN = "withdrawn"
"""The reason by which a question is not scored that left the content before it was shown."""

_MILLISECOND, _SECOND = timedelta(milliseconds=1), timedelta(seconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ExamDesk:
    """One paper at a time lies on it. Times are the exam clock's; positions and numbers are the screen's."""

    def __init__(
        self,
        library: Books,
        ledger: Ledger,
        now: Callable[[], datetime],
        dice: random.Random,
        awake: Callable[[], timedelta] | None = None,
        drafts: DraftFile | None = None,
    ) -> None:
        """Without ``awake`` (see `Moment`) the time of day tells it: that of a computer which never sleeps.

        Without ``drafts`` words are kept only by `write`, and time only with the log.
        """
        self._library, self._ledger, self._now, self._dice = library, ledger, now, dice
        self._awake, self._drafts = awake, drafts
        self._jotted: tuple[int, str] | None = None
        self._aside = timedelta(0)
        self._papers = ExamPapers(library, ledger)
        self._story: Story | None = None
        self._clock = ExamClock(None)
        self._epoch = -1
        self._seen: tuple[Story, ExamClock, ExamView] | None = None
        self._shown: tuple[tuple[Question, tuple[int, ...], Question], ...] = ()
        self._ahead: Kept | None = None
        """The question that will probably come next, as it will be written down."""

    # -- what can be sat

    def offers(self) -> tuple[Offer, ...]:
        """Every profile, in the order of the content, with what its pool still allows."""
        return self._papers.offers()

    def begin(self, profile: ItemId) -> Change:
        """Draw a paper, put it on the desk and show its first question.

        Raises KeyError for an unknown profile and ValueError when its pool is empty or a paper lies on the
        desk.
        """
        if self.running():
            raise ValueError("a paper lies on the desk already")
        offer = self._papers.offer(self._papers.profile(profile))
        if not offer.ready:
            raise ValueError(f"{profile} has no questions")
        payload = self._papers.beginning(offer, self._dice.getrandbits(48))
        stamp = f"{self._now():%Y%m%dt%H%M%S}-{self._dice.getrandbits(24):06x}"
        attempt = item_id(pack_of(profile), "attempt", stamp)
        self._story = tell([self._ledger.record(kinds.BEGUN, attempt, 1, payload)])
        self._clock, self._aside = ExamClock(self._open().limit), timedelta(0)
        self.resume()
        return Change.EXAMS

    # -- the paper on the desk

    def running(self) -> bool:
        """Whether a paper lies on the desk: begun, and not handed in."""
        if self._epoch != self._ledger.epoch:
            self._epoch = self._ledger.epoch
            self._take_up()
        return self._story is not None

    def view(self) -> ExamView | None:
        """The paper as the screen shows it; None when none lies on the desk."""
        if not self.running():
            return None
        story, clock = self._open(), self._clock
        if self._seen is None or self._seen[0] is not story or self._seen[1] is not clock:
            index = story.attempt.current
            self._seen = (
                story,
                clock,
                _view(story, clock, index, self._shown_at(index, story.questions[index])),
            )
        return self._seen[2]

    def look(self) -> Glance | None:
        """Let the clock run until now; called several times a second while the paper is open.

        Writes the time down when it is due and hands the paper in when the time is up.
        """
        if not self.running():
            return None
        self._clock = self._clock.look(self._moment()) if self._clock.running else self._clock
        clock = self._clock
        if clock.out:
            self._hand_in("time")
        elif clock.beat_due:
            self._record(kinds.TICK)
        elif clock.elapsed - self._aside >= _SECOND:
            self._lay_aside()
        return Glance(clock.left, clock.elapsed, clock.out)

    def resume(self) -> Change:
        """Let the clock run and show the question that was in sight."""
        self._clock = self._clock.look(self._moment())
        return self.go(self._open().attempt.current + 1)

    def pause(self) -> Change:
        """Let the clock stand still, where the profile allows it, or because the program ends."""
        self._clock = self._clock.stand(self._moment()) if self._clock.running else self._clock
        return self._record(kinds.TICK)

    def go(self, number: int) -> Change:
        """Show a question; when the time is up, hand in instead.

        From then on it is used up. Raises IndexError when the paper has no such question.
        """
        if self._time_is_up():
            return self._hand_in("time")
        self._write_jotted()
        story, index = self._open(), number - 1
        if not 0 <= index < len(story.questions):
            raise IndexError(number)
        sheet = story.attempt.sheets[index]
        if sheet.shown:
            return self._record(kinds.SHOWN, number=index)
        question = self._asked_at(sheet.place)
        if question is None:
            self._record(kinds.DISPUTE, number=index, on=True, reason=WITHDRAWN)
            return self._record(kinds.SHOWN, number=index)
        if self._ahead is None or self._ahead.question is not question:
            self._ahead = keep(question)
        return self._record(kinds.SHOWN, self._ahead.told, number=index, text=self._ahead.text)

    def upcoming(self) -> ExamView | None:
        """The paper with the next question, to be made ready and not to be shown; None at the last one."""
        story = self._story
        following = story.attempt.current + 1 if story is not None else 0
        if story is None or following >= len(story.attempt.sheets):
            return None
        told = story.questions[following]
        if told is None:
            question = self._asked_at(story.attempt.sheets[following].place)
            self._ahead = keep(question) if question is not None else None
            told = self._ahead.told if self._ahead is not None else None
        return _view(story, self._clock, following, self._shown_at(following, told))

    def choose(self, positions: frozenset[int]) -> Change:
        """Choose exactly these options of the question in sight; when the time is up, hand in instead.

        What is chosen already is not written down again. Raises IndexError for a position not shown.
        """
        if self._time_is_up():
            return self._hand_in("time")
        attempt = self._open().attempt
        sheet = attempt.sheets[attempt.current]
        chosen = sheet.authors(positions)
        if chosen == sheet.chosen:
            return Change.EXAMS
        return self._record(kinds.ANSWER, number=attempt.current, chosen=sorted(chosen))

    def write(self, words: str) -> Change:
        """Keep an answer to the question in sight in the learner's own words."""
        self._jotted = None
        change = self._record(kinds.ANSWER, number=self._open().attempt.current, words=words)
        self._lay_aside()
        return change

    def jot(self, words: str) -> None:
        """Keep what is being written at every key, so that it survives when the program is killed before `write`."""
        if self.running():
            self._jotted = self._open().attempt.current, words
            self._lay_aside()

    def flag(self) -> Change:
        """Flag the question in sight for review, or take the flag away; when the time is up, hand in instead."""
        if self._time_is_up():
            return self._hand_in("time")
        attempt = self._open().attempt
        on = not attempt.sheets[attempt.current].flagged
        return self._record(kinds.FLAG, number=attempt.current, on=on)

    def hand_in(self) -> Change:
        """Hand the paper in. Every question answered wrong becomes a due card."""
        return self._hand_in("learner")

    # -- earlier attempts

    def attempts(self) -> tuple[AttemptRow, ...]:
        """Every attempt, the newest first."""
        return attempt_rows(self._ledger)

    def result(self, attempt: ItemId) -> Result:
        """An attempt that was handed in.

        Raises KeyError when there is none, ValueError while it is running.
        """
        return result_of(self._told(attempt))

    def readiness(self, attempt: ItemId) -> tuple[ObjectiveRow, ...]:
        """What an attempt says of each learning objective; nothing where it does not go by them.

        Raises KeyError when there is no such attempt.
        """
        story = self._told(attempt)
        return readiness(story, self._library.catalog) if story.profile.by == ExamProfile.BY_OBJECTIVE else ()

    def dispute(self, attempt: ItemId, number: int, reason: str) -> Change:
        """Take a question out of the score, with the reason; an empty reason puts it back."""
        payload = {"number": number - 1, "on": bool(reason), "reason": reason}
        self._ledger.record(kinds.DISPUTE, attempt, 1, payload)
        return Change.EXAMS | Change.REVIEWS

    def mark_own(self, attempt: ItemId, number: int, levels: Iterable[int]) -> Change:
        """Keep the learner's own marks of a free-text answer: 0 to 2 for each criterion."""
        self._ledger.record(kinds.OWN_MARK, attempt, 1, {"number": number - 1, "levels": list(levels)})
        return Change.EXAMS

    def used_up(self) -> frozenset[ItemId]:
        """Questions that stood in a paper which was handed in.

        Held-back ones among them may be seen anywhere.
        """
        return exam_rows.shown_and_handed_in(self._ledger)

    # -- within

    def _time_is_up(self) -> bool:
        """Whether nothing counts any more, although the window has not looked yet."""
        if self.running() and self._clock.running:
            self._clock = self._clock.look(self._moment())
        return self._story is not None and self._clock.out

    def _hand_in(self, by: str) -> Change:
        if self._clock.running:
            self._clock = self._clock.look(self._moment())
        self._write_jotted()
        self._record(kinds.HANDED_IN, by=by, gaps=self._clock.gaps)
        self._story = None
        if self._drafts is not None:
            self._drafts.clear()
        return Change.EXAMS | Change.REVIEWS

    def _asked_at(self, place: Place) -> Question | None:
        """What a place asks, in the author's order; None when that has left the content or has other options now."""
        question = self._library.catalog.questions().get(place.question)
        return question if question is not None and len(question.options) == len(place.order) else None

    def _shown_at(self, index: int, question: Question | None) -> Question | None:
        """A question with its options as the paper shows them; the one in sight and the next are remembered."""
        if question is None:
            return None
        order = self._open().attempt.sheets[index].place.order
        for known, places, shown in self._shown:
            if known is question and places == order:
                return shown
        shown = in_order(question, order)
        self._shown = (*self._shown[-1:], (question, order, shown))
        return shown

    def _record(self, kind: str, kept: Question | None = None, **payload: Any) -> Change:
        """Write down what happened; ``kept`` is the question as the payload's text tells it."""
        story = self._open()
        if self._clock.running:
            self._clock = self._clock.look(self._moment())
        payload["elapsed_ms"] = self._clock.elapsed // _MILLISECOND
        revision = story.revisions[payload["number"]] if "number" in payload else 1
        event = self._ledger.record(kind, story.id, revision, payload)
        self._story = tell_on(story, event, kept)
        self._clock = self._clock.wrote()
        return Change.EXAMS

    def _told(self, attempt: ItemId) -> Story:
        story = tell(self._ledger.events(item=attempt))
        if story is None:
            raise KeyError(attempt)
        return story

    def _moment(self) -> Moment:
        day = self._now()
        return Moment(self._awake() if self._awake is not None else day - _EPOCH, day)

    def _open(self) -> Story:
        if not self.running() or self._story is None:
            raise ValueError("no paper lies on the desk")
        return self._story

    def _take_up(self) -> None:
        """Find the paper that was begun and not handed in; its clock stands until it is opened, if it was not yet."""
        before, self._story = self._story, None
        item = exam_rows.open_attempt(self._ledger)
        if item is not None:
            self._story = tell(self._ledger.events(item=item))
        self._jotted = None
        if self._story is not None:
            known = before is not None and before.id == self._story.id
            self._take_in(self._story, self._clock if known else ExamClock(self._story.limit))

    def _take_in(self, story: Story, clock: ExamClock) -> None:
        """Go on from the log and from what was laid aside when the program was killed; ``clock`` gives no time back."""
        draft = self._drafts.read(story.id) if self._drafts is not None else None
        written = story.attempt.elapsed
        elapsed = max(written, clock.elapsed)
        if draft is not None:
            elapsed = max(elapsed, draft.elapsed_ms * _MILLISECOND)
        self._clock, self._aside = replace(clock, elapsed=elapsed, written=written), elapsed
        if draft is not None and draft.words is not None and draft.number < len(story.questions):
            self._jotted = draft.number, draft.words
            if not self._ledger.read_only:
                self._write_jotted()

    def _write_jotted(self) -> None:
        """Let the log have what was being written."""
        if self._jotted is not None:
            (number, words), self._jotted = self._jotted, None
            if words != self._open().attempt.sheets[number].text:
                self._record(kinds.ANSWER, number=number, words=words)

    def _lay_aside(self) -> None:
        """Keep time and words outside the log, which is written less often."""
        self._aside = self._clock.elapsed
        if self._drafts is not None and self._story is not None:
            number, words = self._jotted or (self._story.attempt.current, None)
            elapsed = self._clock.elapsed // _MILLISECOND
            self._drafts.keep(Draft(self._story.id, elapsed, number, words))


def _view(story: Story, clock: ExamClock, index: int, question: Question | None) -> ExamView:
    """The paper with a question in sight, whose options stand in the order shown."""
    attempt = story.attempt
    sheet: Sheet = attempt.sheets[index]
    return ExamView(
        profile=story.profile,
        attempt=story.id,
        standing=story.standing,
        number=index + 1,
        count=len(attempt.sheets),
        question=question,
        chosen=sheet.shown_order(sheet.chosen),
        words=sheet.text,
        choose=len(question.key)
        if question is not None and question.kind is not QuestionKind.FREE_TEXT
        else 0,
        flagged=sheet.flagged,
        sheets=attempt.sheets,
        questions=story.questions,
        limit=story.limit,
        time_left=clock.left,
        elapsed=clock.elapsed,
        standing_still=not clock.running,
    )

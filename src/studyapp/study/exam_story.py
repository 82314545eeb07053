"""An attempt as the log tells it.

The profile's facts of then, the paper, the sheets and the texts that were shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from studyapp.catalog.exam_profile import ExamProfile, Marking
from studyapp.catalog.question import Pool, Question
from studyapp.ids import ItemId
from studyapp.learning.attempt import Attempt, Sheet
from studyapp.learning.exam_paper import Paper, Place, Standing
from studyapp.store import fold_exams as kinds
from studyapp.store.event import Event
from studyapp.study.question_text import read_text

_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Story:
    """One attempt.

    ``questions`` are the texts as first shown, in the author's order of options; None: never shown.

    ``began_at`` is told by the learner's clock and calendar. ``limit`` is the time allowed for this paper (a shorter
    one has less), ``disputes`` gives a reason by place, ``own_marks`` the learner's levels of each criterion by place.
    ``objectives`` are the learning objectives that a paper by objective was to ask about.
    """

    id: ItemId
    profile: ExamProfile
    standing: Standing
    limit: timedelta | None
    seed: int
    began_at: datetime
    attempt: Attempt
    revisions: tuple[int, ...]
    questions: tuple[Question | None, ...]
    disputes: Mapping[int, str] = field(default_factory=dict)
    own_marks: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    handed_in_at: datetime | None = None
    ran_out: bool = False
    gaps: int = 0
    objectives: tuple[str, ...] = ()


def begun(
    profile: ExamProfile, standing: Standing, paper: Paper, revisions: Mapping[ItemId, int]
) -> dict[str, Any]:
    """What is written down when a paper was drawn, as JSON values."""
    share = len(paper) / profile.questions if standing is Standing.SHORTER else 1.0
    limit_ms = round(profile.minutes * share) * 60_000
    head = {
        "title": profile.title,
        "certification": profile.certification,
        "level": profile.level,
        "questions": profile.questions,
        "minutes": profile.minutes,
        "pass_mark": profile.pass_mark,
        "pool": profile.pool.value,
        "marking": profile.marking.value,
        "pause": profile.pause,
        "as_of": profile.as_of.isoformat() if profile.as_of else None,
        "by": profile.by,
        "standing": standing.value,
        "limit_ms": limit_ms,
    }
    places = [[p.question, revisions[p.question], p.area, list(p.order)] for p in paper.places]
    return {"profile": profile.id, "head": head, "seed": paper.seed, "places": places}


def tell(events: Iterable[Event]) -> Story | None:
    """Fold the entries of one attempt; None when there is no beginning among them."""
    story: Story | None = None
    for event in events:
        if event.kind == kinds.BEGUN:
            story = _first(event)
        elif story is not None:
            story = tell_on(story, event)
    return story


def profile_of(item: ItemId, head: Mapping[str, Any]) -> ExamProfile:
    """The profile as it was when an attempt began."""
    return ExamProfile(
        id=item,
        title=head["title"],
        certification=head["certification"],
        level=head["level"],
        questions=head["questions"],
        minutes=head["minutes"],
        pass_mark=head["pass_mark"],
        pool=Pool(head["pool"]),
        marking=Marking(head["marking"]),
        pause=head["pause"],
        quotas=(),
        as_of=date.fromisoformat(head["as_of"]) if head["as_of"] else None,
        by=head["by"],
    )


def _first(event: Event) -> Story:
    said = event.payload
    head = said["head"]
    places = [Place(ItemId(item), area, tuple(order)) for item, _, area, order in said["places"]]
    return Story(
        id=event.item,
        profile=profile_of(ItemId(said["profile"]), head),
        standing=Standing(head["standing"]),
        limit=head["limit_ms"] * _MILLISECOND if head["limit_ms"] else None,
        seed=said["seed"],
        began_at=event.told_at,
        attempt=Attempt(tuple(map(Sheet, places))),
        revisions=tuple(revision for _, revision, _, _ in said["places"]),
        questions=(None,) * len(places),
        objectives=tuple(said.get("objectives", ())),
    )


def tell_on(story: Story, event: Event, kept: Question | None = None) -> Story:
    """The attempt after one more entry; ``kept`` is what `read_text` makes of its text, where that is at hand."""
    said = event.payload
    number: int = said.get("number", 0)
    elapsed = said["elapsed_ms"] * _MILLISECOND if "elapsed_ms" in said else story.attempt.elapsed
    match event.kind:
        case kinds.SHOWN:
            return _shown(story, number, elapsed, said.get("text"), kept)
        case kinds.ANSWER if "words" in said:
            return replace(story, attempt=story.attempt.write(number, said["words"], elapsed))
        case kinds.ANSWER:
            return replace(story, attempt=story.attempt.choose(number, frozenset(said["chosen"]), elapsed))
        case kinds.FLAG:
            return replace(story, attempt=story.attempt.flag(number, said["on"], elapsed))
        case kinds.TICK:
            return replace(story, attempt=story.attempt.tick(elapsed))
        case kinds.HANDED_IN:
            attempt = story.attempt.hand_in(elapsed)
            ran_out, gaps = said["by"] == "time", said["gaps"]
            return replace(story, attempt=attempt, handed_in_at=event.at, ran_out=ran_out, gaps=gaps)
        case kinds.DISPUTE:
            others = {place: reason for place, reason in story.disputes.items() if place != number}
            return replace(story, disputes={**others, number: said["reason"]} if said["on"] else others)
        case kinds.OWN_MARK:
            return replace(story, own_marks={**story.own_marks, number: tuple(said["levels"])})
        case _:
            return story


def _shown(
    story: Story,
    number: int,
    elapsed: timedelta,
    text: Mapping[str, Any] | None,
    kept: Question | None,
) -> Story:
    attempt = story.attempt.show(number, elapsed)
    if text is None or story.questions[number] is not None:
        return replace(story, attempt=attempt)
    question = kept or read_text(attempt.sheets[number].place.question, text)
    questions = (*story.questions[:number], question, *story.questions[number + 1 :])
    return replace(story, attempt=attempt, questions=questions)

"""The sentences of the Exam page."""

from datetime import date, datetime, timedelta

from studyapp.catalog.exam_profile import Certification, ExamProfile, Marking
from studyapp.catalog.question import Pool, QuestionKind
from studyapp.learning.exam_paper import Standing
from studyapp.learning.marking import Slip, Swing
from studyapp.study.exam_result import Result
from studyapp.study.exam_values import AttemptRow, ExamView, Offer

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight")
_MONTHS = "January February March April May June July August September October November December".split()

LEVELS = ("Does not meet", "Meets", "Exceeds")
"""How an answer in one's own words meets one point of the rubric, worth 0, 1 and 2."""

SLIPS = {
    Slip.MISSED_NOT: "the question asked what is not so",
    Slip.TOO_FEW: "fewer chosen than asked",
    Slip.TOO_MANY: "more chosen than asked",
    Slip.HASTY: "answered in under 8 seconds",
    Slip.NOT_ANSWERED: "left open",
}
"""How a wrong answer may have slipped."""

SWINGS = {
    Swing.RIGHT_TO_WRONG: "changed from right to wrong",
    Swing.WRONG_TO_RIGHT: "changed from wrong to right",
    Swing.WRONG_TO_WRONG: "changed from one wrong answer to another",
}
"""What changing an answer did."""

STATUSES = {
    "verified": "confirmed",
    "one-source": "one source",
    "conflicting": "sources differ",
    "unverified": "not confirmed",
}
"""How far a fact about a certification can be trusted."""


def number_word(number: int) -> str:
    """``two`` for 2; figures from nine on."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def count(number: int, one: str, many: str = "") -> str:
    """``1 question``, ``2 questions``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def plain_name(name: str) -> str:
    """A name of the content as words: ``outsider decides``."""
    return name.replace("-", " ")


def clock(span: timedelta) -> str:
    """``41:12``, or ``1:59:30`` from an hour on; seconds that have begun count whole."""
    seconds = -(-span // timedelta(seconds=1))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def spoken_clock(span: timedelta) -> str:
    """The same for a screen reader, to the minute; to the second in the last one."""
    seconds = -(-span // timedelta(seconds=1))
    if seconds < 60:
        return count(seconds, "second")
    return count(seconds // 60, "minute")


def duration(span: timedelta) -> str:
    """``38 s``, ``12 min``, ``1 h 05 min``."""
    seconds = round(span.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 600:
        return f"{seconds // 60} min {seconds % 60:02} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def per_cent(share: float) -> str:
    """``86 %``; never rounded up to a mark that was not reached."""
    return f"{int(share * 100 + 1e-9)} %"


def day(when: date | datetime) -> str:
    """``26 September 2026``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def began(paper: AttemptRow | Result) -> str:
    """``26 September 2026, 14:05``, as the learner's clock and calendar showed it."""
    return f"{day(paper.began_at)}, {paper.began_at:%H:%M}"


def choose_how_many(kind: QuestionKind, number: int) -> str:
    """What is asked of the learner, as the real exams say it."""
    if kind is QuestionKind.FREE_TEXT:
        return "answer in your own words"
    if kind is QuestionKind.TRUE_FALSE:
        return "true or false"
    return f"choose {number_word(number)}"


def head(view: ExamView) -> str:
    """``Question 24 of 80 · choose two``."""
    place = f"Question {view.number} of {view.count}"
    return f"{place} · {choose_how_many(view.question.kind, view.choose)}" if view.question else place


def chosen_note(chosen: int, asked: int) -> str:
    """Plain words while the number chosen is not the number asked; empty otherwise."""
    if asked < 2 or chosen in (0, asked):
        return ""
    if chosen < asked:
        return f"{number_word(chosen).capitalize()} chosen, {number_word(asked)} asked."
    return f"{number_word(chosen).capitalize()} chosen, only {number_word(asked)} asked: take {chosen - asked} away."


def still_to_choose(chosen: int, asked: int) -> str:
    """The same, and what to do before an answer is taken: ``One chosen, two asked. Choose one more.`` or nothing."""
    note = chosen_note(chosen, asked)
    return f"{note} Choose {number_word(asked - chosen)} more." if note and chosen < asked else note


def counts(view: ExamView) -> str:
    """``22 answered · 2 flagged · 58 open``."""
    answered = view.answered_count
    return f"{answered} answered · {sum(view.flags)} flagged · {view.count - answered} open"


def pace(asked: timedelta | None, so_far: timedelta | None) -> str:
    """How the time used for each question compares with the time there is."""
    if asked is None:
        return "No time limit" if so_far is None else f"No time limit · {duration(so_far)} a question so far"
    there_is = f"{duration(asked)} a question"
    if so_far is None:
        return there_is.capitalize() if there_is[0].isalpha() else there_is
    word = "On pace" if so_far <= asked else "Behind"
    return f"{word}: {there_is}, {duration(so_far)} so far"


def rules(profile: ExamProfile, offer: Offer | None = None) -> str:
    """``80 questions · 60 minutes · pass mark 85 % (68 right)``."""
    size = offer.supply.size if offer is not None and offer.ready else profile.questions
    limit = offer.limit if offer is not None else timedelta(minutes=profile.minutes)
    parts = [count(size, "question")]
    minutes = round(limit.total_seconds() / 60) if limit else 0
    parts.append(count(minutes, "minute") if minutes else "no time limit")
    if profile.pass_mark:
        needed = -(-profile.pass_mark * size // 100)
        parts.append(f"pass mark {profile.pass_mark} % ({needed} right)")
    return " · ".join(parts)


def supply(offer: Offer) -> str:
    """What the pool still allows, in a sentence."""
    held, fresh, wanted = offer.profile.pool is Pool.HELD_BACK, offer.available, offer.supply.wanted
    if not offer.ready:
        return "There are no questions for this yet. They come with the content."
    if offer.supply.held:
        return _beside_open_paper(offer)
    if offer.supply.covers:
        return f"{objectives(offer)} {_fresh_objectives(fresh, wanted)}"
    if not held and fresh in (0, offer.supply.total):
        return _all_of_a_kind(offer.supply.total, new=bool(fresh))
    if not held:
        return f"{count(fresh, 'question')} you have not seen, of {offer.supply.total}."
    match offer.supply.standing:
        case Standing.FULL:
            left = offer.honest_mocks_left
            return (
                f"{count(left, 'honest mock').capitalize()} left: {fresh} questions that you have never seen."
            )
        case Standing.SHORTER:
            are = "is" if fresh == 1 else "are"
            unseen = count(fresh, "unseen question")
            return f"A shorter mock: {unseen} {are} left of the {wanted} that a full one needs."
        case _:
            return _repeat(offer.supply.size, fresh)


def _beside_open_paper(offer: Offer) -> str:
    """What is left when an open paper keeps questions that were not seen yet."""
    fresh, beside = offer.available, "beside the open paper"
    new = count(fresh, "unseen question") if fresh else "no unseen question"
    left = f"{new} {'is' if fresh < 2 else 'are'} left"
    yet = f"That paper has yet to show {offer.supply.held} more."
    if offer.supply.covers:
        told = f"{fresh or 'None'} of them {'is' if fresh < 2 else 'are'} new to you {beside}"
        return f"{objectives(offer)} {told}, which keeps what is new for {offer.supply.held} more."
    if offer.profile.pool is not Pool.HELD_BACK:
        return f"{beside.capitalize()} {left}, of {offer.supply.total}. {yet}"
    match offer.supply.standing:
        case Standing.FULL:
            mocks = count(offer.honest_mocks_left, "honest mock")
            return f"{mocks} left {beside}: {fresh} questions that you have never seen. {yet}"
        case Standing.SHORTER:
            return (
                f"A shorter mock {beside}: {left} of the {offer.supply.wanted} that a full one needs. {yet}"
            )
        case _:
            return f"{beside.capitalize()} {left}{', too few for an honest mock' if fresh else ''}. {yet}"


def _all_of_a_kind(total: int, *, new: bool) -> str:
    if total == 1:
        return "Its one question is new to you." if new else "You have seen its one question."
    return f"All {total} questions are new to you." if new else f"You have seen all of its {total} questions."


def _repeat(size: int, fresh: int) -> str:
    """Of a paper that has too few new questions: unseen ones come first, as far as the areas allow."""
    little = "so its score tells little about the exam."
    if fresh >= size:
        return f"There {'is' if size == 1 else 'are'} only {count(size, 'question')} for it, {little}"
    seen = f"at least {size - fresh}" if fresh else "all"
    return f"A repeat: you have seen {seen} of its questions before, {little}"


def objectives(offer: Offer) -> str:
    """How many learning objectives a paper asks about, and how many it cannot."""
    missing = offer.profile.questions - offer.supply.total
    told = f"One question for each of {count(offer.supply.total, 'learning objective')}."
    return f"{told} For {missing} more there is no question in the content." if missing > 0 else told


def _fresh_objectives(fresh: int, wanted: int) -> str:
    if fresh == wanted:
        return "Each is new to you."
    if not fresh:
        return "You have seen all of them." if wanted > 1 else "You have seen it."
    others = "the other one" if wanted - fresh == 1 else "the others"
    return f"{fresh} of them {'is' if fresh == 1 else 'are'} new to you; {others} you have seen."


def standing_tag(standing: Standing, held_back: bool) -> str:
    """A word for what kind of paper it is; empty for a full one of new questions."""
    if standing is Standing.SHORTER:
        return "Shorter mock" if held_back else ""
    return "Repeat" if standing is Standing.REPEAT and held_back else ""


def marking(profile: ExamProfile) -> str:
    """How several right options are marked."""
    if profile.marking is Marking.PARTIAL:
        return "Several right options earn a part each."
    return "Several right options earn the point only together."


def as_of(profile_day: date | None) -> str:
    """The day of the facts, and whom to ask."""
    known = f"As known on {day(profile_day)}. " if profile_day else ""
    return f"{known}Rules change: check with the awarding body."


def body_note(certification: Certification | None) -> str:
    """Whose exam it is."""
    return f"{certification.title}, {certification.body}" if certification and certification.body else ""


def verdict(result: Result) -> tuple[str, str]:
    """The result in two words, and its colour."""
    if result.passed is None:
        own = any(item.own_levels is not None for item in result.items)
        return "Marked by you" if own else "Handed in", "text"
    return ("Passed", "good") if result.passed else ("Not passed", "bad")


def headline(result: Result) -> str:
    """``86 % · passed``; of a readiness check how many objectives were shown, which is no chance to pass."""
    if not result.score.out_of:
        return "No score"
    if result.profile.by == result.profile.BY_OBJECTIVE:
        return f"{result.score.points} of {count(result.score.out_of, 'objective')} shown"
    return f"{per_cent(result.score.share)} · {verdict(result)[0].lower()}"


def score_line(result: Result) -> str:
    """``69 of 80 right · pass mark 85 %: 68 right``."""
    points, out_of = result.score.points, result.score.out_of
    if not out_of:
        return "No question counts: each is left out. Going through them you can have one scored again."
    right = (
        f"{float(points):g} of {out_of} points" if points.denominator > 1 else f"{points} of {out_of} right"
    )
    if not result.profile.pass_mark:
        return right
    needed = -(-result.profile.pass_mark * out_of // 100)
    return f"{right} · pass mark {result.profile.pass_mark} %: {needed} right"


def both_markings(result: Result) -> str:
    """The score under both markings, with which of them counts; empty where no question does."""
    if not result.score.out_of:
        return ""
    if result.whole == result.partial:
        return f"{per_cent(result.whole.share)} under both markings: all or nothing, and with partial credit."
    whole = f"all or nothing {per_cent(result.whole.share)}"
    partial = f"with partial credit {per_cent(result.partial.share)}"
    counts_now = (
        "Partial credit counts here." if result.score is result.partial else "All or nothing counts here."
    )
    return f"{whole.capitalize()} · {partial}. {counts_now}"


def time_line(result: Result) -> str:
    """Time used, pace, and what stood in the way."""
    used = duration(result.elapsed)
    parts = [f"{used} of {round(result.limit.total_seconds() / 60)} min" if result.limit else used]
    parts.append(f"{duration(result.pace)} a question")
    if result.ran_out:
        parts.append("handed in when the time was up")
    if result.gaps:
        parts.append(f"{count(result.gaps, 'interruption')}, not counted")
    return " · ".join(parts)

"""Why a card is asked now and how well it is known, in words, and in figures for those who want them."""

from datetime import datetime, timedelta

from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating
from studyapp.study.card_stories import CardStory, Given, Reason, WhyNow
from studyapp.ui.cards.wording import RATINGS, interval, spoken_interval
from studyapp.ui.wording import counted

_FIRMNESS = (
    (1.0, "it would fade within a day"),
    (7.0, "it holds for some days"),
    (30.0, "it holds for weeks"),
    (180.0, "it holds for months"),
)
_HARDNESS = ((3.5, "easy for you"), (6.5, "neither easy nor hard for you"), (8.5, "hard for you"))


def why_now(why: WhyNow) -> str:
    """One sentence from the numbers that were used."""
    known = (
        f"you answered it {ago(why.since)}, and the chance that you still know it is {percent(why.recall)}"
    )
    near = f"cards come back when that chance falls to about {percent(why.retention)}"
    match why.reason:
        case Reason.NEW | Reason.NEW_ASKED | Reason.NEW_AHEAD:
            return _why_new(why)
        case Reason.ANSWERED_WRONG:
            return "You answered this question wrong, so it comes back until you know it."
        case Reason.STEP:
            return f"You answered it {ago(why.since)}; a card that is not sure yet comes again after minutes."
        case Reason.REVISED:
            return f"Its meaning changed since you answered it {ago(why.since)}, so it is asked anew."
        case Reason.DUE:
            late = f" It was due {counted(why.overdue, 'day', 'days')} ago." if why.overdue > 0 else ""
            return f"It is due: {known}; {near}.{late}"
        case Reason.FLAGGED:
            return f"You asked for flagged cards. {_not_due(why)}: {known}."
        case Reason.WRONG_LATELY:
            return f"You asked for cards forgotten in the last seven days. {_not_due(why)}: {known}."
        case Reason.WORTH:
            told = "It is new" if why.recall is None else f"{_not_due(why)}: {known}"
            return f"{told}. Not all cards fit before the exam, so those that add most to it come first."
        case Reason.CRAM:
            known = "you have never answered this one, and those come last" if why.recall is None else known
            return f"You are cramming, the least known first: {known}. The answer changes nothing in the schedule."
        case Reason.AHEAD:
            return f"You go ahead of the plan. {_not_due(why)}: {known}; {near}."
        case Reason.WAITS:
            return f"It is not asked yet. {_not_due(why)}: {known}; {near}."


def _why_new(why: WhyNow) -> str:
    order = "from your weakest area first" if why.weakest_first else "in the order of the content"
    if why.reason is Reason.NEW_ASKED:
        return f"It is new, and one of the cards that you asked for; of those, new ones come {order}."
    ahead = "You go ahead of the plan; new" if why.reason is Reason.NEW_AHEAD else "New"
    return f"It is new. {ahead} cards come {order}."


def firmness(memory: Memory) -> str:
    """Stability in words."""
    return next((words for days, words in _FIRMNESS if memory.stability < days), "it holds very firmly")


def hardness(memory: Memory) -> str:
    """Difficulty in words."""
    return next((words for limit, words in _HARDNESS if memory.difficulty < limit), "very hard for you")


def knowledge(story: CardStory) -> str:
    """How well a card is known, without figures but for the one that everybody asks for."""
    memory, recall = story.memory, story.why.recall
    if memory is None or recall is None:
        return "You have not answered it as a card yet."
    forgotten = f", forgotten {counted(memory.lapses, 'time', 'times')} after it was learnt"
    return (
        f"You would know it now with a chance of {percent(recall)}; {firmness(memory)}, and it is {hardness(memory)}. "
        f"Answered {counted(memory.reviews, 'time', 'times')}{forgotten if memory.lapses else ''}."
    )


def figures(story: CardStory) -> tuple[tuple[str, str], ...]:
    """The numbers themselves, each with its name."""
    memory, recall = story.memory, story.why.recall
    if memory is None or recall is None:
        return (("Card", story.card.id),)
    due = memory.due_at - story.now
    return (
        ("Retrievability now", f"{recall:.4f}"),
        ("Stability", f"{memory.stability:.4f} days until recall falls to 90 %"),
        ("Difficulty", f"{memory.difficulty:.4f} of 1 to 10"),
        ("Recall aimed at", f"{story.why.retention:.2f}"),
        ("Phase", memory.phase.value),
        ("Last answered", moment(memory.reviewed_at, story.now)),
        ("Due", f"{moment(memory.due_at, story.now)} ({_due_words(due)})"),
        ("Answers, lapses", f"{memory.reviews}, {memory.lapses}"),
        ("Card", story.card.id),
    )


def history_sentence(story: CardStory) -> str:
    """What the curve shows, in words."""
    last = story.answers[-1]
    return (
        f"{counted(len(story.answers), 'answer', 'answers')}, the last one "
        f"“{rating_name(last.rating)}” {ago(story.now - last.at)}. Between answers recall falls; each answer "
        "makes it fall more slowly."
    )


def answer_row(given: Given, now: datetime) -> tuple[str, str, str, str, str]:
    """One answer as a row: when, rating, the chance before it, stability after it, the interval it led to."""
    return (
        moment(given.at, now),
        rating_name(given.rating),
        "" if given.expected is None else f"{given.expected:.3f}",
        f"{given.after.stability:.2f}",
        interval(given.after.due_at - given.at),
    )


def answer_text(given: Given, now: datetime) -> str:
    """One answer in a sentence."""
    before = "" if given.expected is None else f", expected recall {percent(given.expected)}"
    back = spoken_interval(given.after.due_at - given.at)
    return f"{moment(given.at, now)}: {rating_name(given.rating)}{before}, back {back}"


def rating_name(rating: Rating) -> str:
    """What a rating is called."""
    return RATINGS[rating][0]


def percent(share: float | None) -> str:
    """``87 %``."""
    return "unknown" if share is None else f"{share:.0%}".replace("%", "\u00a0%")


def ago(span: timedelta) -> str:
    """``12 days ago``."""
    words = spoken_interval(span).removeprefix("in ")
    return "just now" if words == "now" else f"{words} ago"


def moment(at: datetime, now: datetime) -> str:
    """A moment on the learner's own clock."""
    return at.astimezone(now.tzinfo).strftime("%d %b %Y, %H:%M").lstrip("0")


def _due_words(due: timedelta) -> str:
    return spoken_interval(due) if due > timedelta() else ago(-due)


def _not_due(why: WhyNow) -> str:
    return f"It would be due in {counted(-why.overdue, 'day', 'days')}" if why.overdue < 0 else "It is due"

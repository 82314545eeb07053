"""The sentences of the Cards page."""

from datetime import timedelta
from html import escape

from studyapp.learning.rating import Rating
from studyapp.learning.typed_answer import TypedAnswer, Verdict
from studyapp.study.review_values import ReviewView
from studyapp.ui.wording import counted

RATINGS = {
    Rating.AGAIN: ("Again", "bad"),
    Rating.HARD: ("Hard", "warn"),
    Rating.GOOD: ("Good", "good"),
    Rating.EASY: ("Easy", "accent"),
}
"""What each rating is called and its colour."""

TWO = {Rating.AGAIN: "Forgot", Rating.GOOD: "Knew"}
"""What the two ratings are called by those who want no more."""

CRAMMED = {Rating.AGAIN: "soon again", Rating.GOOD: "done"}
"""What the two ratings do while cramming."""

TAKEN_BACK = "Taken back; Ctrl+Shift+Z does it again"
DONE_AGAIN = "Done again; Ctrl+Z takes it back"
UNCHANGED = "Nothing to change"

_VERDICTS = {
    Verdict.EXACT: ("Right", "good"),
    Verdict.FORGIVEN: ("Taken as right; the differences are marked", "good"),
    Verdict.WRONG: ("Not the expected answer; rate it as you see it", "bad"),
    Verdict.EMPTY: ("Nothing typed", "muted"),
}


def interval(span: timedelta) -> str:
    """How long until a card comes back, in the unit a person would use."""
    minutes = span.total_seconds() / 60
    if minutes < 1:
        return "now"
    if minutes < 60:
        return f"{round(minutes)} min"
    if minutes < 24 * 60:
        return f"{round(minutes / 60)} h"
    days = minutes / (24 * 60)
    if days < 60:
        return f"{round(days)} d"
    return f"{days / 30.44:.0f} mo" if days < 365 else f"{days / 365.25:.1f} y"


def spoken_interval(span: timedelta) -> str:
    """The same for a screen reader."""
    text = interval(span)
    for short, spoken in (
        (" min", " minutes"),
        (" h", " hours"),
        (" d", " days"),
        (" mo", " months"),
        (" y", " years"),
    ):
        if text.endswith(short):
            count = text.removesuffix(short)
            return f"in {count}{spoken.removesuffix('s') if count == '1' else spoken}"
    return text


def progress(view: ReviewView) -> str:
    """``16 of 38 · 7 s a card · 4 min left``; ``60 answers, 7 s each`` where cards take several."""
    rest, seconds = duration(max(view.left, timedelta(minutes=1))), round(view.pace.total_seconds())
    answers, cards = round(view.left / view.pace) if view.pace else 0, view.total - view.position + 1
    pace = f"{answers} answers, {seconds} s each" if answers > cards else f"{seconds} s a card"
    told = f"{view.position} of {view.total} · {pace} · {rest} left"
    return f"{told} · cramming" if view.cram else told


def scope_told(title: str, held: int) -> str:
    """``New cards only · 146 variants of these cards wait for another day``."""
    if not held:
        return title
    waiting = counted(held, "variant of these cards waits", "variants of these cards wait")
    return f"{title} · {waiting} for another day"


def done_to(number: int, what: str) -> str:
    """``188 cards suspended; Ctrl+Z takes it back``."""
    return f"{counted(number, 'card', 'cards')} {what}; Ctrl+Z takes it back"


def verdict(answer: TypedAnswer) -> tuple[str, str]:
    """What a typed answer is taken for, and the colour of that."""
    return _VERDICTS[answer.verdict]


def difference_html(answer: TypedAnswer, good: str, bad: str) -> str:
    """What was typed, with what is too much struck out and what is missing underlined; colours as ``#RRGGBB``."""
    marks = {
        "same": "{}",
        "extra": f'<s style="color: {bad}">{{}}</s>',
        "missing": f'<u style="color: {good}">{{}}</u>',
    }
    return "".join(marks[piece.kind].format(escape(piece.text)) for piece in answer.pieces)


def duration(span: timedelta) -> str:
    """How long a sitting took."""
    seconds = round(span.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"

"""What the expert settings say: what each does and what it costs, and what is wrong with what was typed."""

from studyapp.learning.rule_text import FSRS_4_5, FSRS_5, FSRS_6, NumbersError, StepsError, WrongNumber
from studyapp.study.fitting import ENOUGH, Fitted
from studyapp.study.workloads import DAYS, Workload

ABOVE = (
    "Nobody needs this page: the plan works from your exam date and your minutes alone. What you change here holds for"
    " all cards at once, as if it had always held; going back brings back what was before."
)
SETTINGS = {
    "retention": (
        "Wanted recall",
        (
            "How sure you want to be of a card on the day it comes back. Higher means forgetting less between reviews,"
            " and more reviews every day; lower leaves more time for new cards."
        ),
    ),
    "learning_steps": (
        "Learning steps",
        (
            "After how long a new card comes back on its first day, one step after another, such as 30s 10m 2h. Every"
            " step costs one more answer to every new card. Cards answered only a few times may go back to their steps."
        ),
    ),
    "relearning_steps": (
        "Steps after forgetting",
        "The same for a card that was forgotten. Left empty, it comes back after a day at the soonest.",
    ),
    "new_a_day": (
        "New cards a day",
        "At most so many. The plan fits them to your minutes and your exam; a limit can only lower that.",
    ),
    "reviews_a_day": (
        "Reviews a day",
        "At most so many. What is left is owed to nobody; it competes again the next day.",
    ),
    "longest_interval": (
        "Longest interval",
        "No card stays away longer than this. Shorter costs reviews of cards that you know well.",
    ),
    "parameters": (
        "Parameters",
        (
            "By these 21 numbers of FSRS-6 the program reckons how fast you forget. Paste a set from Anki or elsewhere,"
            " with or without brackets. Sets of 19 numbers (FSRS-5) and 17 (FSRS-4.5) are taken as well, as Anki takes"
            " them."
        ),
    ),
}
"""What each setting is called, what it does and what it costs."""

FITTING = (
    "The numbers can be fitted to your own answers, on this computer. A fifth of your cards is held back; the new"
    " numbers are offered only if they foretell the answers to those better than the numbers in use."
)


def due_text(found: Workload, before: Workload) -> str:
    """What another wanted recall costs, by the cards as they are."""
    now = before.settings.retention
    if found.settings.retention == now:
        return f"By your cards, about {found.due_a_day:.0f} reviews fall due a day in the next {DAYS} days."
    more = round(found.due_a_day) - round(before.due_a_day)
    change = f"{abs(more)} {'more' if more > 0 else 'fewer'} than" if more else "as many as"
    new, was = (sum(load.new for load in each.days) for each in (found, before))
    room = (
        f"room for {new} new cards instead of {was}" if new != was else "as much room for new cards as before"
    )
    return (
        f"By your cards, about {found.due_a_day:.0f} reviews fall due a day in the next {DAYS} days: {change} at"
        f" {percent(now)}. Your minutes then leave {room}."
    )


def percent(share: float) -> str:
    """A share of 0 to 1 in per cent, with a decimal only where it has one."""
    return f"{share * 100:g} %"


def steps_fault(fault: StepsError) -> str:
    """What is wrong with steps."""
    if not fault.text:
        return "More than ten steps are too many."
    return f"“{fault.text}” is no step. Write seconds as 30s, minutes as 10m, hours as 2h; each is shorter than a day."


def numbers_fault(fault: NumbersError) -> str:
    """What is wrong with parameters."""
    if fault.wrong:
        return " ".join(map(_wrong, fault.wrong[:4]))
    count = "There is 1 number" if fault.given == 1 else f"There are {fault.given} numbers"
    return f"{count}; a set has {FSRS_6}, or {FSRS_5} (FSRS-5), or {FSRS_4_5} (FSRS-4.5)."


def _wrong(number: WrongNumber) -> str:
    if number.bounds is None:
        return f"At place {number.place} stands “{number.text[:20]}”, which is no number."
    low, high = number.bounds
    return f"Number {number.place} is {number.text}; it must lie between {low:g} and {high:g}."


def taken_text(given: int) -> str:
    """What was made of a set of numbers of an earlier FSRS; empty for one of FSRS-6."""
    if given == FSRS_5:
        return "A set of FSRS-5: two numbers are added, so that forgetting keeps the shape it had there."
    if given == FSRS_4_5:
        return (
            "A set of FSRS-4.5: four numbers are added, so that forgetting keeps the shape it had there, and numbers 5"
            " to 7 are put on the later scale of difficulty."
        )
    return ""


def count_text(answers: int) -> str:
    """How many answers there are, and how many are needed."""
    have = f"{answers:,} of your answers count: those to a card at least a day after the answer before."
    if answers < ENOUGH:
        return f"{have} {ENOUGH} are needed, {ENOUGH - answers:,} more."
    return f"{have} That is enough; {ENOUGH} are needed."


def verdict_text(fitted: Fitted) -> str:
    """How the fitted numbers fared."""
    verdict = fitted.verdict
    figures = (
        f"On {verdict.answers:,} answers held back, the log loss (lower is better) is {verdict.before:.4f} with the"
        f" numbers in use and {verdict.after:.4f} with the fitted ones."
    )
    end = "They foretell your answers better." if verdict.better else "They are no better, so yours stay."
    return f"{figures} {end}"


USED = "The fitted numbers are in use. The former ones can be had back at any time."
GONE_BACK = "The former numbers are in use again."
STOPPED = "Stopped; nothing has changed."
RECKONING = "Your cards are being reckoned anew…"

"""Whether what is asked now is what was asked before."""

from studyapp.study.review_values import ReviewView


def same_asking(before: ReviewView | None, now: ReviewView | None) -> bool:
    """Whether the same card is still being asked for the same time, in the same words."""
    if before is None or now is None:
        return before is now
    return _asking(before) == _asking(now)


def _asking(view: ReviewView) -> tuple[object, ...]:
    return view.card, view.question, view.position, view.total, view.memory, view.cram

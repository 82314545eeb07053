"""One attempt as a line of a list."""

from studyapp.ids import ItemId
from studyapp.study.exam_values import AttemptRow
from studyapp.ui.exam import wording
from studyapp.ui.widgets.progress_row import Line


def attempt_line(row: AttemptRow, title: str, to_mark: int) -> Line:
    """Score and outcome under a title; ``to_mark`` answers in the learner's own words have no mark yet."""
    if to_mark:
        note, colour = f"{to_mark} to mark", "accent"
    elif not row.scored:
        note, colour = "no score", "accent"
    elif row.profile.by == row.profile.BY_OBJECTIVE:
        note, colour = f"{round(row.share * row.count)} of {row.count} shown", "accent"
    elif row.profile.pass_mark:
        word = "passed" if row.passed else "not passed"
        note, colour = f"{wording.per_cent(row.share)} · {word}", "good" if row.passed else "warn"
    else:
        note, colour = wording.per_cent(row.share), "accent"
    return Line(title, note, 0.0 if to_mark else row.share, colour, ItemId(row.id))

"""Every attempt at a paper as a line of a list."""

from studyapp.catalog.exam_profile import Marking
from studyapp.learning.exam_paper import Standing
from studyapp.learning.marking import Score
from studyapp.store import exam_rows
from studyapp.store.ledger import Ledger
from studyapp.study.exam_story import profile_of
from studyapp.study.exam_values import AttemptRow


def attempt_rows(ledger: Ledger) -> tuple[AttemptRow, ...]:
    """Every attempt, the newest first; also through a connection of another thread."""
    return tuple(map(_row, exam_rows.attempt_lines(ledger)))


def _row(line: exam_rows.AttemptLine) -> AttemptRow:
    profile = profile_of(line.profile, line.head)
    whole = profile.marking is Marking.ALL_OR_NOTHING
    score = Score.of(line.correct if whole else line.part, line.scored)
    done = line.handed_in_at is not None
    passed = score.passes(profile.pass_mark) if done and profile.pass_mark and line.scored else None
    return AttemptRow(
        id=line.attempt,
        profile=profile,
        standing=Standing(line.head["standing"]),
        began_at=line.began_at,
        handed_in_at=line.handed_in_at,
        elapsed=line.elapsed,
        count=line.count,
        answered=line.answered,
        scored=line.scored,
        share=score.share,
        passed=passed,
    )

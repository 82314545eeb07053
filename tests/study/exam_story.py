"""A paper sat at the desk, and what lies there."""

from studyapp.ids import ItemId
from studyapp.study.exam_desk import ExamDesk
from studyapp.study.exam_result import Result
from studyapp.study.exam_values import ExamView
from tests.tools.clock import Clock

MOCK, SHORT, WORDS = ItemId("p/exam/mock"), ItemId("p/exam/short"), ItemId("p/exam/words")


def seen(desk: ExamDesk) -> ExamView:
    """The paper on the desk."""
    view = desk.view()
    assert view is not None
    return view


def key_of(view: ExamView) -> frozenset[int]:
    """The right options of the question in sight."""
    assert view.question is not None
    return view.question.key


def wait(desk: ExamDesk, clock: Clock, seconds: int) -> None:
    """Look at the clock every second."""
    for _ in range(seconds):
        clock.tick(seconds=1)
        desk.look()


def sit(desk: ExamDesk, clock: Clock, profile: ItemId, right: int, *, seconds: int = 10) -> Result:
    """Sit a whole paper with so many right answers."""
    desk.begin(profile)
    attempt = seen(desk).attempt
    for number in range(1, seen(desk).count + 1):
        desk.go(number)
        wait(desk, clock, seconds)
        key = key_of(seen(desk))
        desk.choose(key if number <= right else frozenset({next(n for n in range(4) if n not in key)}))
    desk.hand_in()
    return desk.result(attempt)

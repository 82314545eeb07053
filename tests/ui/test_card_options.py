"""The options of a question that is asked as a card."""

from pytestqt.qtbot import QtBot

from studyapp.catalog.proof import UNPROVEN
from studyapp.ui.cards.options import Choice, Options
from studyapp.ui.theme import Theme

RIGHT = Choice("<p>Yes</p>", "<p>Because.</p>", True, UNPROVEN)
WRONG = Choice("<p>No</p>", "<p>Never.</p>", False, UNPROVEN)


def offered(qtbot: QtBot, theme: Theme, *choices: Choice) -> tuple[Options, list[bool]]:
    options, told = Options(theme), list[bool]()
    qtbot.addWidget(options)
    options.answered.connect(lambda: told.append(True))
    options.offer(choices)
    options.show()
    return options, told


def test_where_one_is_asked_choosing_it_is_the_answer(qtbot: QtBot, theme: Theme) -> None:
    options, told = offered(qtbot, theme, WRONG, RIGHT)
    options.press(1)
    assert (options.chosen(), told) == (frozenset({1}), [True])


def test_where_several_are_asked_the_learner_says_when_and_the_focus_stays(
    qtbot: QtBot, theme: Theme
) -> None:
    options, told = offered(qtbot, theme, RIGHT, WRONG, RIGHT)
    for position in (0, 1, 2, 1):
        options.press(position)
    assert (options.chosen(), told) == (frozenset({0, 2}), [])
    assert not any(row.hasFocus() for row in options._rows)


def test_a_marked_question_cannot_be_answered_again(qtbot: QtBot, theme: Theme) -> None:
    options, told = offered(qtbot, theme, RIGHT, WRONG)
    options.press(1)
    options.mark()
    options.press(0)
    assert (options.chosen(), told) == (frozenset({1}), [True])


def test_a_card_without_options_shows_none(qtbot: QtBot, theme: Theme) -> None:
    options, _ = offered(qtbot, theme, RIGHT, WRONG)
    options.offer(())
    assert options.isHidden()
    assert options.chosen() == frozenset()

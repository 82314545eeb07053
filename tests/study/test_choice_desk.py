"""A guided choice: the rule that weighs, what is kept of it, and how it is written down."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.catalog.guided_choice import EVEN, GuidedChoice
from studyapp.study.change import Change
from studyapp.study.choice_desk import ChoiceDesk
from studyapp.study.comparison_export import Format
from studyapp.study.desks import Desks
from studyapp.study.weighing import CLEAR, weigh
from studyapp.ui.compare.choice_wording import CHOICE, kept_words
from tests.study.choice_pack import write_choice
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_choice(tmp_path / "pack"), clock) as opened:
        yield opened


@pytest.fixture
def desk(desks: Desks) -> ChoiceDesk:
    return desks.choices


@pytest.fixture
def choice(desk: ChoiceDesk) -> GuidedChoice:
    return desk.choices()[0]


def test_weights_are_summed_for_each_side_of_each_scale(choice: GuidedChoice) -> None:
    lead, people = weigh(choice, {"work": "unknown", "team": "old"}).balances
    assert (lead.points, lead.outcome.text) == ((3, 0), "An owner steers.")
    assert (people.points, people.outcome.text) == ((1, 3), "Take two.")


def test_a_small_difference_settles_nothing(choice: GuidedChoice) -> None:
    lead, people = weigh(choice, {"work": "known", "team": "old"}).balances
    assert lead.points == (1, 2)
    assert (lead.ahead, lead.outcome.side) == (None, EVEN)
    assert people.ahead is not None


def test_before_all_answers_are_given_nothing_is_complete_and_unknown_names_count_for_nothing(
    choice: GuidedChoice,
) -> None:
    part = weigh(choice, {"work": "known", "gone": "x"})
    assert not part.complete
    assert [each.answer.name if each.answer else "" for each in part.given] == ["known", ""]
    assert weigh(choice, {"team": "no longer there"}).balances[0].points == (0, 0)


def test_the_order_of_answers_changes_nothing_and_a_side_ahead_is_ahead_by_enough(
    choice: GuidedChoice,
) -> None:
    dice = random.Random(3)
    for _ in range(50):
        given = [(each.name, dice.choice(each.answers).name) for each in choice.factors]
        first, second = weigh(choice, dict(given)), weigh(choice, dict(reversed(given)))
        assert first == second
        for balance in first.balances:
            one, two = balance.points
            assert (balance.ahead is not None) == (abs(one - two) >= CLEAR)


def test_a_result_that_is_kept_after_midnight_bears_the_calendars_date(
    desks: Desks, desk: ChoiceDesk, choice: GuidedChoice, clock: Clock
) -> None:
    clock.tick(hours=17)
    desk.keep(desk.weigh(choice, {"work": "unknown", "team": "new"}))
    assert [each.day for each in desk.kept()] == [clock().date()]
    assert clock().date() > desks.ledger.today().date


def test_a_result_is_kept_shown_again_removed_and_brought_back(
    desks: Desks, desk: ChoiceDesk, choice: GuidedChoice
) -> None:
    weighing = desk.weigh(choice, {"work": "unknown", "team": "new"})
    assert desk.keep(weighing) is Change.NOTES
    (kept,) = desk.kept()
    assert kept.weighing == weighing
    assert kept_words(kept).endswith("Owner 2 : 1 Manager; One 1 : 0 Two")
    desk.remove(kept.id)
    assert (desk.kept(), desk.can_undo) == ((), True)
    desk.undo()
    assert [each.id for each in desk.kept()] == [kept.id]
    assert (desk.can_undo, desk.undo()) == (False, Change.NOTHING)
    desks.ledger.rebuild()
    assert [each.id for each in desk.kept()] == [kept.id]


def test_several_results_stand_beside_one_another(desk: ChoiceDesk, choice: GuidedChoice) -> None:
    for team in ("old", "new"):
        desk.keep(desk.weigh(choice, {"work": "known", "team": team}))
    assert len({kept.id for kept in desk.kept()}) == 2


def test_what_lacks_an_answer_cannot_be_kept(desk: ChoiceDesk, choice: GuidedChoice) -> None:
    with pytest.raises(ValueError, match="no answer"):
        desk.keep(desk.weigh(choice, {"work": "known"}))


def test_a_result_whose_pack_is_closed_keeps_its_line(tmp_path: Path) -> None:
    with house(tmp_path / "profile", write_choice(tmp_path / "pack"), Clock()) as desks:
        choice = desks.choices.choices()[0]
        desks.choices.keep(desks.choices.weigh(choice, {"work": "known", "team": "new"}))
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    (other / "pack.yaml").write_text("id: o\ntitle: O\nlanguage: en-GB\nlicence: CC-BY-SA-4.0\ntopics: []\n")
    with house(tmp_path / "profile", other, Clock()) as desks:
        (kept,) = desks.choices.kept()
        assert kept.weighing is None
        assert kept_words(kept).endswith("Who leads (its pack is not open)")


def test_a_result_is_written_with_weights_reasons_scrum_view_and_sources(
    desk: ChoiceDesk, choice: GuidedChoice
) -> None:
    weighing = desk.weigh(choice, {"work": "unknown", "team": "new"})
    text = desk.written(weighing, CHOICE, Format.MARKDOWN)
    for part in (
        "# Who leads",
        "**Owner 2 : 1 Manager.** Nothing settles it.",
        "**Manager +1.** It needs <some> guidance.",
        "**In Scrum:** The Scrum Master coaches it.",
        "“There is one Product Owner.” (Leading)",
        "- The Guide (2020), Team",
        "CC BY-SA 4.0",
    ):
        assert part in text
    html = desk.written(weighing, CHOICE, Format.HTML)
    assert "It needs &lt;some&gt; guidance." in html

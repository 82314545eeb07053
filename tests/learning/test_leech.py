"""Cards that are forgotten again and again are told from others, and what they are taken for is found."""

from datetime import UTC, datetime

from studyapp.learning.leech import is_leech, most_alike
from studyapp.learning.memory import Memory, Phase

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def memory(lapses: int, stability: float) -> Memory:
    return Memory(stability, 5.0, NOW, NOW, Phase.REVIEW, None, 20, lapses)


def test_a_card_forgotten_often_is_a_leech_until_it_holds() -> None:
    assert is_leech(memory(4, 3.0))
    assert not is_leech(memory(3, 3.0))
    assert not is_leech(memory(9, 60.0))
    assert not is_leech(None)


def test_the_card_with_the_rarest_words_in_common_is_the_one_it_is_taken_for() -> None:
    others = [
        ("goal", "Which commitment belongs to the Product Backlog? Product Goal"),
        ("done", "Which commitment belongs to the Increment? Definition of Done"),
        ("review", "Who attends the Sprint Review? Scrum Team and stakeholders"),
    ]
    assert most_alike("Which commitment belongs to the Sprint Backlog? Sprint Goal", others) == "goal"


def test_nothing_is_named_where_nothing_is_alike() -> None:
    assert most_alike("Velocity", [("a", "Stakeholders attend the event")]) is None
    assert most_alike("", []) is None

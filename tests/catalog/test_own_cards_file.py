"""The file of the learner's own cards: changed line by line, and everything else in it stays as it was."""

import random

import pytest

from studyapp.catalog.card import CardKind
from studyapp.catalog.own_card import OwnCard
from studyapp.catalog.own_cards_file import HEAD, OwnCardsFileError, read_own_cards
from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId

BY_HAND = """# mine
topic: events
cards:
  - name: one   # the first
    type: basic
    front: What?
    back: >-
      That, and
      more.
    tags: [a, b]

  # about gaps
  -
    name: two
    type: cloze
    text: "A {{c1::gap::hint}}: here"
source: unsettled
"""


def test_a_file_written_by_hand_is_read_with_all_its_cards() -> None:
    file = read_own_cards(BY_HAND)
    assert file.cards["one"] == OwnCard(front="What?", back="That, and more.", tags=("a", "b"), name="one")
    assert file.cards["two"] == OwnCard(kind=CardKind.CLOZE, front="A {{c1::gap::hint}}: here", name="two")


def test_changing_one_card_leaves_every_other_line_alone() -> None:
    after = read_own_cards(BY_HAND).with_card(OwnCard(front="Why?", back="So.", name="one")).text
    assert after.startswith(
        '# mine\ntopic: events\ncards:\n  - name: one\n    type: basic\n    front: "Why?"\n'
    )
    assert after.endswith(BY_HAND[BY_HAND.index("  # about gaps") :])


def test_taking_a_card_out_and_putting_it_back_keeps_the_others() -> None:
    file = read_own_cards(BY_HAND)
    assert list(file.without("one").cards) == ["two"]
    back = file.without("one").with_card(file.cards["one"])
    assert back.cards == file.cards
    assert "# about gaps" in back.text


@pytest.mark.parametrize("text", [HEAD, "", "cards: []\n", "cards:\n", "topic: events\n", BY_HAND])
def test_a_card_can_be_added_to_any_file(text: str) -> None:
    card = OwnCard(front="Who?", back="I.", name="new")
    assert read_own_cards(text).with_card(card).cards["new"] == card


def test_awkward_words_survive_the_file() -> None:
    dice = random.Random(8)
    bits = [
        "yes",
        "12:30",
        "# no",
        "- a",
        "“q”",
        "'",
        '"',
        "\\n",
        "{{c1::x}}",
        "a: b",
        "é",
        "|",
        "*b*",
        "0",
        "\n",
    ]
    file = read_own_cards(HEAD)
    for number in range(60):
        front, back = (" ".join(dice.choices(bits, k=4)).strip() + "." for _ in range(2))
        front, back = ("\n".join(line.rstrip() for line in side.split("\n")) for side in (front, back))
        proof = Proof(ItemId("p/article/a"), "h", f"Said: {front}".replace("\n", " "))
        file = file.with_card(OwnCard(front=front, back=back, proof=proof, name=f"n{number}"))
    assert read_own_cards(file.text).cards == file.cards
    assert len(file.cards) == 60


def test_a_file_that_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(OwnCardsFileError) as told:
        read_own_cards("cards:\n  - name: a\n    front: 'open\n")
    assert told.value.problem.line in (3, 4)


def test_a_file_in_one_line_is_read_but_not_changed_blindly() -> None:
    file = read_own_cards(
        "cards: [{name: a, type: basic, front: F, back: B}, {name: b, front: F, back: B}]\n"
    )
    assert list(file.cards) == ["a", "b"]
    with pytest.raises(OwnCardsFileError, match="line by line"):
        file.with_card(OwnCard(front="x", back="y", name="c"))

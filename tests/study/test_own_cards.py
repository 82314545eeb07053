"""Cards of the learner's own: made from a passage, kept in a file, asked like any other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from studyapp.catalog.card import CardKind
from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard, OwnCardsFileError
from studyapp.study.scope import Scope

FACT = OwnCard(front="How long is a Sprint?", back="At most one month.")


def item(name: str) -> ItemId:
    return ItemId(f"my-cards/card/{name}")


def test_an_own_card_is_asked_like_any_other(desks: Desks) -> None:
    before = desks.reviews.counts().new
    assert desks.own_cards.add(FACT) == Change.CONTENT | Change.REVIEWS
    card = desks.library.catalog.cards()[item("how-long-is-a-sprint")]
    assert (card.front, card.back, card.proof.given) == (FACT.front, FACT.back, False)
    assert desks.reviews.counts().new == before + 1
    assert not desks.own_cards.problems()


def test_a_passage_makes_a_card_with_its_proof_filled_in(desks: Desks) -> None:
    article = next(iter(desks.library.catalog.resting_on(next(iter(desks.library.catalog.articles()))).cards))
    known = desks.library.catalog.cards()[article]
    draft = desks.own_cards.draft(known.proof.article, known.proof.heading, f"  {known.proof.quote}\n")
    assert (draft.front, draft.back) == ("Who decides", known.proof.quote)
    assert (draft.area, draft.proof) == (known.area, known.proof)
    desks.own_cards.add(replace(draft, front="What is so?"))
    made = desks.library.catalog.cards()[item("what-is-so")]
    assert made.proof == known.proof
    assert made.id in desks.library.catalog.resting_on(known.proof.article).cards


def test_what_was_kept_is_there_after_a_restart_and_can_be_read_by_anyone(
    desks: Desks, open_small: Callable[[], Desks]
) -> None:
    desks.own_cards.add(FACT)
    text = desks.own_cards.file.read_text("utf-8")
    assert '  - name: how-long-is-a-sprint\n    type: basic\n    front: "How long is a Sprint?"\n' in text
    assert open_small().own_cards.cards()["how-long-is-a-sprint"].back == FACT.back


def test_a_card_is_reworded_under_its_own_name(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    desks.own_cards.change(OwnCard(front="Longest Sprint?", back="A month.", name="how-long-is-a-sprint"))
    assert list(desks.own_cards.cards()) == ["how-long-is-a-sprint"]
    assert desks.library.catalog.cards()[item("how-long-is-a-sprint")].front == "Longest Sprint?"
    with pytest.raises(KeyError):
        desks.own_cards.change(FACT.named("nobody"))


def test_a_removed_cards_name_is_never_given_to_another(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    desks.own_cards.remove([item("how-long-is-a-sprint")])
    assert item("how-long-is-a-sprint") not in desks.library.catalog.cards()
    desks.own_cards.add(FACT)
    assert list(desks.own_cards.cards()) == ["how-long-is-a-sprint-2"]


def test_siblings_of_an_own_cloze_are_removed_with_it(desks: Desks) -> None:
    desks.own_cards.add(OwnCard(kind=CardKind.CLOZE, front="{{c1::A}} and {{c2::b}}."))
    (name,) = desks.own_cards.cards()
    assert {item(name), item(f"{name}~c2")} <= set(desks.library.catalog.cards())
    desks.own_cards.remove([item(f"{name}~c2")])
    assert not desks.own_cards.cards()


def test_cards_are_moved_to_a_topic_and_given_a_tag(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    given = next(iter(desks.library.catalog.cards()))
    desks.own_cards.move([item("how-long-is-a-sprint"), given], topic="events", tag="exam")
    assert (desks.own_cards.cards()["how-long-is-a-sprint"].topic) == "events"
    desks.reviews.begin(Scope("tag", "exam"))
    view = desks.reviews.view()
    assert view is not None
    assert view.card.id == item("how-long-is-a-sprint")
    assert desks.own_cards.move([given], topic="events") == Change.NOTHING


@pytest.mark.parametrize(
    ("card", "missing"),
    [
        (OwnCard(back="x"), "front"),
        (OwnCard(front="x", back=" \u200b"), "back"),
        (OwnCard(kind=CardKind.CLOZE, front="no gap"), "gap"),
    ],
)
def test_half_a_card_is_refused(desks: Desks, card: OwnCard, missing: str) -> None:
    with pytest.raises(ValueError, match=missing):
        desks.own_cards.add(card)
    assert not desks.own_cards.file.exists()


def test_hand_edits_are_taken_in_and_never_overwritten(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    file = desks.own_cards.file
    by_hand = (
        file.read_text("utf-8")
        .replace("At most", "# my comment\n    why: At most")
        .replace("back:", "back: A:")
    )
    file.write_text(by_hand.replace("back: A: #", "back: Thirty days. #"), "utf-8")
    desks.own_cards.add(OwnCard(front="Second?", back="Yes."))
    text = file.read_text("utf-8")
    assert "# my comment" in text
    assert desks.own_cards.cards()["how-long-is-a-sprint"].back == "Thirty days."


def test_a_broken_file_is_told_with_its_line_and_left_as_it_is(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    file = desks.own_cards.file
    broken = file.read_text("utf-8") + "  - name: 'open\n"
    file.write_text(broken, "utf-8")
    desks.library.reload()
    with pytest.raises(OwnCardsFileError) as told:
        desks.own_cards.add(OwnCard(front="Second?", back="Yes."))
    assert (Path(told.value.problem.path), file.read_text("utf-8")) == (file, broken)
    assert desks.own_cards.problems()[0].line >= 11


# -- undo


def test_adding_rewording_and_removing_are_undone_and_redone(desks: Desks) -> None:
    own, reviews, name = desks.own_cards, desks.reviews, "how-long-is-a-sprint"
    own.add(FACT)
    own.change(OwnCard(front="Longest Sprint?", back="A month.", name=name))
    own.remove([item(name)])
    fronts = []
    for verb in (reviews.undo, reviews.undo, reviews.undo, reviews.redo, reviews.redo, reviews.redo):
        assert verb() == Change.CONTENT | Change.REVIEWS
        fronts.append(own.cards()[name].front if name in own.cards() else None)
    assert fronts == ["Longest Sprint?", FACT.front, None, FACT.front, "Longest Sprint?", None]


def test_removing_many_cards_is_one_step_that_survives_a_restart(
    desks: Desks, open_small: Callable[[], Desks]
) -> None:
    for number in range(5):
        desks.own_cards.add(OwnCard(front=f"Question {number}?", back="Yes."))
    desks.own_cards.remove([item(f"question-{number}") for number in range(5)])
    again = open_small()
    assert not again.own_cards.cards()
    again.reviews.undo()
    assert len(again.own_cards.cards()) == 5
    once_more = open_small()
    once_more.reviews.redo()
    assert not once_more.own_cards.cards()


def test_what_was_learned_of_a_removed_card_comes_back_with_it(desks: Desks) -> None:
    desks.own_cards.add(replace(FACT, topic="mine"))
    desks.reviews.begin(Scope("topic", "mine"))
    desks.reviews.rate(Rating.EASY, timedelta(seconds=3))
    desks.own_cards.remove([item("how-long-is-a-sprint")])
    desks.reviews.undo()
    assert desks.reviews.memory(item("how-long-is-a-sprint")) is not None
    assert item("how-long-is-a-sprint") in desks.library.catalog.cards()


def test_an_undo_that_the_file_resists_leaves_everything_as_it_was(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    desks.own_cards.file.write_text("cards: [", "utf-8")
    with pytest.raises(OwnCardsFileError):
        desks.reviews.undo()
    assert desks.own_cards.file.read_text("utf-8") == "cards: ["
    assert desks.ledger.taken_back() == frozenset()


# -- a computer new to the learner


def test_cards_come_back_from_the_log_when_their_folder_is_gone(
    desks: Desks, open_small: Callable[[], Desks]
) -> None:
    for number in range(3):
        desks.own_cards.add(OwnCard(front=f"Question {number}?", back="Yes."))
    desks.own_cards.change(OwnCard(front="Question 1, really?", back="No.", name="question-1"))
    desks.own_cards.remove([item("question-2")])
    kept = dict(desks.own_cards.cards())
    rmtree(desks.own_cards.file.parent.parent)
    again = open_small()
    assert again.reviews.counts().total > 0
    assert again.own_cards.cards() == kept
    assert item("question-1") in again.library.catalog.cards()


def test_a_file_that_is_there_is_never_written_over_from_the_log(desks: Desks) -> None:
    desks.own_cards.add(FACT)
    desks.own_cards.file.write_text("cards: []\n", "utf-8")
    assert desks.own_cards.recover() == Change.NOTHING
    assert not desks.own_cards.cards()


def test_a_thousand_cards_are_moved_at_once(desks: Desks) -> None:
    own = desks.own_cards
    file = own._read().changed([OwnCard(front=f"Q{n}?", back="Yes.", name=f"q{n}") for n in range(1000)])
    own._write(file)
    own.move([item(f"q{n}") for n in range(1000)], topic="events", tag="")
    assert {card.topic for card in own.cards().values()} == {"events"}
    own.remove([item(f"q{n}") for n in range(0, 1000, 2)])
    assert len(own.cards()) == 500
    desks.reviews.undo()
    assert len(own.cards()) == 1000

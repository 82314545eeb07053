from studyapp.catalog.proof import Proof
from studyapp.catalog.source import UNSETTLED
from studyapp.catalog.term import Term
from studyapp.ids import ItemId
from studyapp.study.term_marks import Glossary


def term(name: str, *synonyms: str, old: tuple[str, ...] = ()) -> Term:
    proof = Proof(ItemId("p/article/a"), "", "")
    return Term(ItemId(f"p/term/{name.lower()}"), name, "", proof, UNSETTLED, synonyms, old)


GLOSSARY = Glossary(
    [
        term("Sprint"),
        term("Sprint Goal"),
        term("velocity"),
        term("Product Owner", "PO"),
        term("refinement", old=("grooming",)),
    ]
)


def found(text: str, *sections: int) -> list[str]:
    return [text[mark.start : mark.stop] for mark in GLOSSARY.marks(text, sections)]


def test_the_longest_name_wins() -> None:
    assert found("The Sprint Goal of a Sprint") == ["Sprint Goal", "Sprint"]


def test_a_term_is_marked_once_in_a_section_and_again_in_the_next() -> None:
    text = "A Sprint, a Sprint. A Sprint."
    assert found(text, 0) == ["Sprint"]
    assert found(text, 0, 20) == ["Sprint", "Sprint"]


def test_capital_names_need_capitals_and_small_ones_match_at_the_start_of_a_sentence() -> None:
    assert found("Velocity is what a sprint shows; po") == ["Velocity"]


def test_plurals_synonyms_and_old_names_are_found() -> None:
    assert found("Sprints. The PO. Grooming.") == ["Sprints", "PO", "Grooming"]


def test_a_refused_use_leaves_the_mark_to_the_next() -> None:
    marks = GLOSSARY.marks("Sprint or Sprint", [0], lambda at: at > 0)
    assert [mark.start for mark in marks] == [10]


def test_a_part_of_a_longer_word_is_no_use() -> None:
    assert found("Sprinting with mini-Sprint") == []


def test_a_name_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert found("In a Sprint. Goal or none") == ["Sprint"]

"""Translations lie over a pack by name; what they leave out stays as it was."""

from pathlib import Path

import pytest

from studyapp.catalog.load import load
from studyapp.ids import ItemId
from studyapp.study.check_desk import check_packs
from tests.tools.packs import BASE, write_pack

GERMAN = {
    "translations/de/articles/events/cancelling.md": "---\ntitle: Wer abbrechen darf\n---\n## Wer {#who}\n\nNur eine Person.\n",
    "translations/de/cards/events.yaml": "cards:\n  - name: who\n    front: Wer darf abbrechen?\n    proof: {quote: Nur eine Person.}\n"
    "  - {name: not-there, front: x}\n",
}


def test_a_translation_replaces_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", {**BASE, **GERMAN})
    catalog, problems = load([root], None, language="de", trusted=[root])
    card, article = catalog.cards()[ItemId("own/card/who")], catalog.article(ItemId("own/article/cancelling"))
    assert [(Path(p.path).parts[-4:], p.line, p.code) for p in problems] == [
        (("translations", "de", "cards", "events.yaml"), 5, "translation-stranger")
    ]
    assert (card.front, card.back, card.proof.quote) == (
        "Wer darf abbrechen?",
        "The **Product Owner**.",
        "Nur eine Person.",
    )
    assert (article.title, article.slug) == ("Wer abbrechen darf", "cancelling")
    assert catalog.rendered(article.id).passage("who") == "Wer\nNur eine Person."
    assert list(catalog.cards()) == ["own/card/who"]


def test_without_a_language_nothing_is_translated(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", {**BASE, **GERMAN})
    catalog, _ = load([root], None, trusted=[root])
    assert catalog.cards()[ItemId("own/card/who")].front == "Who may cancel?"
    assert len(catalog.articles()) == 1


def test_a_language_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", {**BASE, **GERMAN})
    assert (
        load([root], None, language="fr")[0].article(ItemId("own/article/cancelling")).title
        == "Who may cancel a Sprint"
    )


def _told(root: Path) -> list[tuple[str, int, int, str]]:
    problems = check_packs([root], None).problems
    return [(Path(p.path).relative_to(root).as_posix(), p.line, p.column, p.code) for p in problems]


CARDS, EVENTS = "translations/de/cards/events.yaml", "translations/de/articles/events/cancelling.md"


def test_a_sound_translation_is_found_sound(tmp_path: Path) -> None:
    sound = {CARDS: GERMAN[CARDS].rpartition("  - ")[0], EVENTS: GERMAN[EVENTS]}
    assert _told(write_pack(tmp_path / "own", {**BASE, **sound})) == []


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (CARDS, "cards:\n  - name: who\n    proof: {quote: Niemand.}\n", (CARDS, 3, 12, "proof-quote")),
        (CARDS, "cards:\n  - name: who\n    type: basc\n", (CARDS, 3, 11, "unknown-word")),
        (CARDS, "cards:\n  - name: [\n", (CARDS, 3, 1, "yaml-syntax")),
        (EVENTS, "---\ntitle: Wer: was\n---\n## Wer {#who}\n\nOnly x.\n", (EVENTS, 2, 11, "yaml-syntax")),
        (EVENTS, "---\ntitle: W\n---\n\n[x](nirgends)\n", (EVENTS, 5, 5, "dead-link")),
        (EVENTS, "---\ntitle: CafÃ©\n---\n\nx\n", (EVENTS, 2, 11, "encoding-repaired")),
        ("translations/de/cards/evnts.yaml", "cards: []", ("translations/de/cards/evnts.yaml", 1, 1, "translation-idle")),
    ],
)  # fmt: skip
def test_a_fault_of_a_translation_is_told_in_its_own_file_and_line(
    tmp_path: Path, file: str, text: str, told: tuple[str, int, int, str]
) -> None:
    assert told in _told(write_pack(tmp_path / "own", {**BASE, file: text}))


def test_a_proof_that_a_translated_article_no_longer_gives_is_told_at_the_card(tmp_path: Path) -> None:
    moved = {EVENTS: "---\ntitle: Wer\n---\n## Wer {#who}\n\nNur eine Person.\n"}
    assert _told(write_pack(tmp_path / "own", {**BASE, **moved})) == [
        ("cards/events.yaml", 6, 12, "proof-quote")
    ]


def test_the_faults_of_a_translation_are_told_again_from_the_cache(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", {**BASE, CARDS: "cards:\n  - {name: stranger}\n"})
    (tmp_path / "cache").mkdir()
    first, second = (check_packs([root], tmp_path / "cache").problems for _ in range(2))
    assert first == second
    assert (Path(first[0].path), first[0].line) == (root / CARDS, 2)

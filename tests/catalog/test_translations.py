"""Translations lie over a pack by name; what they leave out stays as it was."""

from pathlib import Path

from studyapp.catalog.load import load
from studyapp.ids import ItemId
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
    assert problems == ()
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

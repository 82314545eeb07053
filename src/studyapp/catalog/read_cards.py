"""Reads ``cards/*.yaml``: an entry makes one card, or several siblings."""

import re
from dataclasses import replace
from typing import Final

from studyapp.catalog.card import Card, CardKind
from studyapp.catalog.fields import Fields
from studyapp.catalog.proof import UNPROVEN
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.slug import clean
from studyapp.ids import ItemId

_GAP: Final = re.compile(r"\{\{c(\d{1,2})::(.+?)(?:::(.*?))?\}\}", re.DOTALL)


def read_cards(file: Fields, reading: Reading) -> None:
    """Keep the cards of one file."""
    defaults = file.only("topic", "area", "objectives", "facts", "tags", "source")
    for entry in file.mappings("cards", defaults):
        for card in _entry(entry, reading):
            reading.keep("card", card)
    file.finish()


def _entry(entry: Fields, reading: Reading) -> list[Card]:
    name = entry.name()
    kind = entry.choice("type", CardKind)
    proof = read_proof(entry, reading)
    source = read_citation(entry)
    front, back, accept = _sides(entry, kind)
    card = Card(
        id=reading.id("card", name),
        note=name,
        kind=kind,
        topic=entry.text("topic"),
        area=entry.text("area"),
        front=front,
        back=back,
        why=entry.text("why"),
        proof=proof or UNPROVEN,
        source=source,
        accept=accept,
        objectives=entry.texts("objectives"),
        facts=entry.texts("facts"),
        tags=tuple(map(clean, entry.texts("tags"))),
        revision=entry.within("revision", 1, 1_000_000, default=1),
    )
    entry.finish()
    if proof is None or not name or not front:
        return []
    siblings = _siblings(card, entry)
    for sibling in siblings:
        reading.places.note(
            sibling.id, entry, "name", "proof", "source", "topic", "area", "objectives", "facts"
        )
    return siblings


def _sides(entry: Fields, kind: CardKind) -> tuple[str, str, tuple[str, ...]]:
    if kind is CardKind.CLOZE:
        text = entry.needed("text")
        if text and not _GAP.search(text):
            entry.wrong("text", "no-gap", "a cloze without a gap; it is left out", "mark it as {{c1::words}}")
            return "", "", ()
        return text, text, ()
    if kind is CardKind.TYPE_IN:
        return entry.needed("front"), entry.needed("answer"), entry.texts("accept")
    return entry.needed("front"), entry.needed("back"), ()


def _siblings(card: Card, entry: Fields) -> list[Card]:
    if card.kind is CardKind.REVERSED:
        return [card, replace(card, id=ItemId(f"{card.id}~reversed"), front=card.back, back=card.front)]
    if card.kind is not CardKind.CLOZE:
        return [card]
    numbers = sorted({int(match[1]) for match in _GAP.finditer(card.front)})
    if numbers[0] != 1 or numbers[-1] != len(numbers):
        entry.wrong("text", "gap-numbers", "the gaps are not numbered 1, 2, …", "count from c1 without a gap")
    return [_cloze(card, number) for number in numbers]


def _cloze(card: Card, number: int) -> Card:
    def ask(match: re.Match[str]) -> str:
        return match[2] if int(match[1]) != number else f"[{match[3] or '…'}]"

    def tell(match: re.Match[str]) -> str:
        return match[2] if int(match[1]) != number else f"**{match[2].strip()}**"

    own_id = card.id if number == 1 else ItemId(f"{card.id}~c{number}")
    return replace(card, id=own_id, front=_GAP.sub(ask, card.front), back=_GAP.sub(tell, card.front))

"""A card that the learner wrote, as its author sees it: one entry of a file, before it becomes one or several cards."""

from dataclasses import dataclass, replace
from typing import Any

from studyapp.catalog.card import CardKind
from studyapp.catalog.fields import Fields
from studyapp.catalog.proof import UNPROVEN, Proof
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.report import Report
from studyapp.catalog.source import UNSETTLED, Citation
from studyapp.ids import PERSONAL, ItemId, item_id, kind_of, name_of, pack_of


@dataclass(frozen=True, slots=True)
class OwnCard:
    """What stands in the entry. Of a cloze ``front`` is the whole text with its ``{{c1::gaps}}`` and ``back`` is empty.

    ``name`` is empty until the card is kept for the first time.
    """

    kind: CardKind = CardKind.BASIC
    front: str = ""
    back: str = ""
    why: str = ""
    topic: str = ""
    area: str = ""
    tags: tuple[str, ...] = ()
    proof: Proof = UNPROVEN
    source: Citation = UNSETTLED
    accept: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    revision: int = 1
    name: str = ""

    @property
    def id(self) -> ItemId:
        """The identifier of its first card; its siblings add to it."""
        return item_id(PERSONAL, "card", self.name)

    def named(self, name: str) -> "OwnCard":
        """The same card under a name."""
        return replace(self, name=name)


def entry_name(card: ItemId) -> str:
    """The name of the entry that one of the learner's own cards was made from; empty for any other item."""
    if pack_of(card) != PERSONAL or kind_of(card) != "card":
        return ""
    return name_of(card).partition("~")[0]


def read_own_card(entry: Fields) -> OwnCard:
    """The entry as it stands; what is wrong with it is told when the pack is read."""
    reading = Reading(PERSONAL, "", Report(""))
    kind = entry.choice("type", CardKind)
    cloze, typed = kind is CardKind.CLOZE, kind is CardKind.TYPE_IN
    return OwnCard(
        kind=kind,
        front=entry.text("text" if cloze else "front"),
        back="" if cloze else entry.text("answer" if typed else "back"),
        why=entry.text("why"),
        topic=entry.text("topic"),
        area=entry.text("area"),
        tags=entry.texts("tags"),
        proof=read_proof(entry, reading) or UNPROVEN,
        source=read_citation(entry, UNSETTLED),
        accept=entry.texts("accept"),
        objectives=entry.texts("objectives"),
        facts=entry.texts("facts"),
        revision=entry.within("revision", 1, 1_000_000, default=1),
        name=entry.text("name"),
    )


def entry_values(card: OwnCard) -> dict[str, Any]:
    """The keys of the entry in the order of the file, those that say nothing left out."""
    cloze, typed = card.kind is CardKind.CLOZE, card.kind is CardKind.TYPE_IN
    at = f"{card.proof.article}#{card.proof.heading}" if card.proof.heading else str(card.proof.article)
    values: dict[str, Any] = {
        "name": card.name,
        "type": card.kind.value,
        "text" if cloze else "front": card.front,
        "answer" if typed else "back": "" if cloze else card.back,
        "accept": card.accept,
        "why": card.why,
        "topic": card.topic,
        "area": card.area,
        "tags": card.tags,
        "objectives": card.objectives,
        "facts": card.facts,
        "revision": card.revision if card.revision != 1 else None,
        "proof": {"at": at, "quote": card.proof.quote} if card.proof.given else None,
        "source": {"document": card.source.document, "section": card.source.section}
        if card.source.settled
        else None,
    }
    return {key: value for key, value in values.items() if value}

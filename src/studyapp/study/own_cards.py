"""The learner's own cards: a small pack in the learner's folder, one file, every change an entry of the log."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from studyapp.catalog.card import CardKind
from studyapp.catalog.own_card import OwnCard, entry_name
from studyapp.catalog.own_cards_file import HEAD, OwnCardsFile, OwnCardsFileError, read_own_cards
from studyapp.catalog.problem import Problem
from studyapp.catalog.proof import Proof
from studyapp.catalog.slug import slug_of
from studyapp.catalog.source import Citation
from studyapp.ids import PERSONAL, ItemId, item_id
from studyapp.store.durable import write_bytes, write_text
from studyapp.store.event import Event
from studyapp.store.ledger import Entry, Ledger
from studyapp.store.own_card_entries import OWN_CARD
from studyapp.study.change import Change
from studyapp.study.library import Library

__all__ = ["OwnCard", "OwnCards", "OwnCardsFileError", "entry_name"]

FILE: Final = "cards/own.yaml"
_PACK: Final = f"id: {PERSONAL}\ntitle: My cards\nlanguage: en\n"
_LONGEST_NAME: Final = 48
_GAP: Final = re.compile(r"\{\{c\d{1,2}::.+?\}\}", re.DOTALL)
_BOTH: Final = Change.CONTENT | Change.REVIEWS


class OwnCards:
    """Adds, changes, moves and removes cards of the learner's own.

    A change is in the file, on the disk, before it is in the log. The file may be edited by hand at any time: it is
    read anew before every change, and one that cannot be read is left as it is.
    """

    def __init__(self, library: Library, ledger: Ledger, root: Path) -> None:
        self._library, self._ledger, self._root = library, ledger, root

    @property
    def file(self) -> Path:
        """Where the cards are kept."""
        return self._root / FILE

    def cards(self) -> Mapping[str, OwnCard]:
        """All of them by name. Raises OwnCardsFileError when the file cannot be read."""
        return self._read().cards

    def card(self, item: ItemId) -> OwnCard | None:
        """The entry that an identifier belongs to; None for a card of another pack. Raises OwnCardsFileError."""
        name = entry_name(item)
        return self.cards().get(name) if name else None

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, each with its line."""
        return tuple(p for p in self._library.problems if Path(p.path).is_relative_to(self._root))

    def draft(self, article: ItemId, heading: str, quote: str) -> OwnCard:
        """A card about a passage: what it stands under on the front, its words on the back, its proof filled in."""
        catalog = self._library.catalog
        quote = " ".join(_clean(quote).split())
        known = catalog.articles().get(article)
        areas = Counter(catalog.cards()[item].area for item in catalog.resting_on(article).cards)
        titles = {each.id: each.title for each in catalog.rendered(article).headings} if known else {}
        return OwnCard(
            front=titles.get(heading, known.title if known else ""),
            back=quote,
            topic=known.topic if known else "",
            area=next((area for area, _ in areas.most_common(1)), ""),
            proof=Proof(article, heading, quote),
        )

    def add(self, card: OwnCard) -> Change:
        """Keep a new card. Raises ValueError when a side is empty, OwnCardsFileError, or OSError."""
        file = self._read()
        card = _tidy(card)
        named = card.named(self._free_name(card, file))
        return self._keep(file.with_card(named), {named.name: (None, named)})

    def change(self, card: OwnCard) -> Change:
        """Keep another wording of a card. Raises ValueError, KeyError when it is gone, OwnCardsFileError, OSError."""
        file, card = self._read(), _tidy(card)
        before = file.cards[card.name]
        if before == card:
            return Change.NOTHING
        return self._keep(file.with_card(card), {card.name: (before, card)})

    def move(self, items: Collection[ItemId], *, topic: str | None = None, tag: str = "") -> Change:
        """Put cards under another topic, or give them one more tag; those of other packs stay where they are."""
        file = self._read()
        changes: dict[str, tuple[OwnCard | None, OwnCard | None]] = {}
        for before in self._named(items, file):
            tags = before.tags if not tag or tag in before.tags else (*before.tags, tag)
            moved = replace(before, topic=before.topic if topic is None else topic, tags=tags)
            if moved != before:
                changes[before.name] = before, moved
        return self._keep(file.changed(put=[card for _, card in changes.values() if card]), changes)

    def remove(self, items: Collection[ItemId]) -> Change:
        """Take cards out of the file; what was learned of them is kept for their return."""
        file = self._read()
        gone = self._named(items, file)
        return self._keep(
            file.changed(drop=[card.name for card in gone]), {card.name: (card, None) for card in gone}
        )

    def restore(self, entries: Sequence[Event], *, after: bool) -> None:
        """Bring the cards of some log entries back to what they were before them, or ``after`` them.

        Raises OwnCardsFileError or OSError.
        """
        file, put, drop = self._read(), [], []
        for entry in entries:
            name, said = entry_name(entry.item), entry.payload["after" if after else "before"]
            if said is not None:
                put.append(_from_json(name, said))
            elif name in file.cards:
                drop.append(name)
        with self._unless_refused():
            self._write(file.changed(put, drop))

    def recover(self) -> Change:
        """Write the cards anew that the log tells of, when their file is gone, as on a computer new to the learner.

        Raises OwnCardsFileError or OSError.
        """
        if self._ledger.read_only or self.file.exists():
            return Change.NOTHING
        last = {event.item: event for event in self._ledger.events(kind=OWN_CARD)}
        said = {entry_name(item): event.payload["after"] for item, event in last.items()}
        known = [_from_json(name, card) for name, card in said.items() if card is not None]
        if not known:
            return Change.NOTHING
        self._write(self._read().changed(known))
        return _BOTH

    def _keep(
        self, file: OwnCardsFile, changes: Mapping[str, tuple[OwnCard | None, OwnCard | None]]
    ) -> Change:
        if not changes:
            return Change.NOTHING
        with self._unless_refused():
            self._write(file)
            step = self._ledger.next_name if len(changes) > 1 else ""
            self._ledger.record_all([_entry(name, *change, step) for name, change in changes.items()])
        return _BOTH

    @contextmanager
    def _unless_refused(self) -> Iterator[None]:
        """File and log change together: when one refuses, the file becomes what it was."""
        before = self.file.read_bytes() if self.file.exists() else None
        try:
            yield
        except OSError:
            with suppress(OSError):
                if before is None:
                    self.file.unlink(missing_ok=True)
                else:
                    write_bytes(self.file, before)
            self._library.reload()
            raise

    def _write(self, file: OwnCardsFile) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        described = self._root / "pack.yaml"
        if not described.exists():
            write_text(described, _PACK)
        write_text(self.file, file.text)
        self._library.reload()

    def _read(self) -> OwnCardsFile:
        try:
            return read_own_cards(self.file.read_text("utf-8-sig"))
        except FileNotFoundError:
            return read_own_cards(HEAD)
        except UnicodeDecodeError as fault:
            hint = "save it as UTF-8"
            raise OwnCardsFileError(
                Problem(str(self.file), 1, 1, "not-utf-8", "the file is not UTF-8", hint)
            ) from fault
        except OwnCardsFileError as error:
            raise OwnCardsFileError(replace(error.problem, path=str(self.file))) from error

    def _named(self, items: Collection[ItemId], file: OwnCardsFile) -> list[OwnCard]:
        names = dict.fromkeys(entry_name(item) for item in items)
        return [file.cards[name] for name in names if name in file.cards]

    def _free_name(self, card: OwnCard, file: OwnCardsFile) -> str:
        """A name from the card's first words that no card has or ever had, for what was learned belongs to it."""
        plain = unicodedata.normalize("NFKD", card.front).encode("ascii", "ignore").decode()
        stem = slug_of(_GAP.sub("", plain))[:_LONGEST_NAME].strip("-") or "card"
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}-{number}"
            item = item_id(PERSONAL, "card", name)
            used = next(iter(self._ledger.events(item=item, retracted=True)), None) is not None
            if name not in file.cards and not used:
                return name
            number += 1


def _tidy(card: OwnCard) -> OwnCard:
    """Without invisible characters and outer white space. Raises ValueError when a side is empty."""
    tags = dict.fromkeys(" ".join(_clean(tag).split()) for tag in card.tags)
    tidy = replace(
        card,
        front=_clean(card.front),
        back="" if card.kind is CardKind.CLOZE else _clean(card.back),
        why=_clean(card.why),
        tags=tuple(tag for tag in tags if tag),
    )
    if not tidy.front:
        raise ValueError("front")
    if card.kind is CardKind.CLOZE and not _GAP.search(tidy.front):
        raise ValueError("gap")
    if card.kind is not CardKind.CLOZE and not tidy.back:
        raise ValueError("back")
    return tidy


def _clean(text: str) -> str:
    kept = (c if c == "\n" or c.isprintable() else " " for c in text.replace("\r\n", "\n"))
    return "\n".join(line.rstrip() for line in "".join(kept).split("\n")).strip()


def _entry(name: str, before: OwnCard | None, after: OwnCard | None, step: str) -> Entry:
    said: dict[str, Any] = {"before": _as_json(before), "after": _as_json(after)}
    if step:
        said["step"] = step
    return Entry(OWN_CARD, item_id(PERSONAL, "card", name), 1, said)


def _as_json(card: OwnCard | None) -> dict[str, Any] | None:
    return asdict(card) if card else None


def _from_json(name: str, said: Mapping[str, Any]) -> OwnCard:
    proof, source = said["proof"], said["source"]
    return OwnCard(
        kind=CardKind(said["kind"]),
        front=said["front"],
        back=said["back"],
        why=said["why"],
        topic=said["topic"],
        area=said["area"],
        tags=tuple(said["tags"]),
        proof=Proof(ItemId(proof["article"]), proof["heading"], proof["quote"]),
        source=Citation(source["document"], source["section"]),
        accept=tuple(said["accept"]),
        objectives=tuple(said["objectives"]),
        facts=tuple(said["facts"]),
        revision=int(said["revision"]),
        name=name,
    )

"""The learner's notes as a search may find them: highlights with what was written on them, and notes on cards."""

from studyapp.catalog.outline import plain_of
from studyapp.catalog.search_entry import Entry
from studyapp.store.highlight_rows import card_notes, highlights
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books

LONGEST_TITLE = 120


class NoteEntries:
    """Called, it gives the notes as they are now. What they were made on and is gone is left out."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self._books, self._ledger = books, ledger

    def __call__(self) -> tuple[Entry, ...]:
        """The notes, highlights first. Called where the log lives."""
        articles, cards = self._books.catalog.articles(), self._books.catalog.cards()
        marked = (
            Entry(
                "note",
                f"{row.article}#{row.heading}" if row.heading else row.article,
                articles[row.article].title,
                "",
                " · ".join(" ".join(part.split()) for part in (row.note, row.quote) if part),
                rests=row.article,
                quote=row.quote,
            )
            for row in highlights(self._ledger)
            if row.article in articles
        )
        noted = (
            Entry(
                "note",
                item,
                plain_of(cards[item].front)[:LONGEST_TITLE],
                "",
                note,
                rests=cards[item].proof.article,
            )
            for item, note in card_notes(self._ledger)
            if item in cards
        )
        return (*marked, *noted)

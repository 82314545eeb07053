"""The learner's notes as a search may find them: highlights with their notes, and notes on cards and cells."""

from studyapp.catalog.outline import plain_of
from studyapp.catalog.search_entry import Entry
from studyapp.store.highlight_rows import card_notes, highlights
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.noted import Noted, NotedThings

LONGEST_TITLE = 120


class NoteEntries:
    """Called, it gives the notes as they are now. What they were made on and is gone is left out."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self._books, self._ledger = books, ledger

    def __call__(self) -> tuple[Entry, ...]:
        """The notes, highlights first. Called where the log lives."""
        articles, things = self._books.catalog.articles(), NotedThings(self._books.catalog)
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
            Entry("note", item, _title(on), "", note, rests=on.rests)
            for item, note in card_notes(self._ledger)
            if (on := things.find(item)) is not None
        )
        return (*marked, *noted)


def _title(on: Noted) -> str:
    return f"{on.table} › {on.place}" if on.table else plain_of(on.words)[:LONGEST_TITLE]

"""Highlights with notes: made, changed, taken away, found again when an article was edited, written out as Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from studyapp.catalog.article import Rendered
from studyapp.ids import ItemId, kind_of, name_of
from studyapp.store.fold_highlights import HIGHLIGHT, HIGHLIGHT_CHANGED, HIGHLIGHT_REMOVED
from studyapp.store.fold_marks import NOTE
from studyapp.store.highlight_rows import HighlightRow, card_notes, highlight, highlights, highlights_of
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.noted import Noted, NotedThings
from studyapp.study.text_anchor import Anchor, anchor_at, find_anchor
from studyapp.study.undoing_desk import UndoingDesk


class Colour(StrEnum):
    """What a passage can be highlighted in."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A highlighted passage. ``span`` is where it stands in the text that was asked about, None where it is lost."""

    mark: str
    quote: str
    colour: Colour
    note: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A line of the page of notes: a highlight with its note, or a note on a card or on a cell of a comparison.

    ``item`` is the article, card or cell, ``title`` what it or its table is called, ``quote`` what it says: nothing for
    a silent cell. ``mark`` names the highlight and is empty for the others. ``lost`` says that the passage, or what it
    stood in, is there no longer.
    """

    item: ItemId
    title: str
    heading: str
    quote: str
    note: str
    mark: str = ""
    colour: Colour = Colour.YELLOW
    lost: bool = False
    made_at: datetime | None = None

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every word, in small letters, stands in it."""
        text = f"{self.title}\n{self.heading}\n{self.quote}\n{self.note}".casefold()
        return all(word in text for word in words)


class MarksDesk(UndoingDesk):
    """The learner's highlights and notes. What was done since the start can be undone and redone."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        super().__init__(ledger, Change.NOTES)
        self._books = books

    # -- looking

    def of(self, article: ItemId, text: str) -> tuple[Highlight, ...]:
        """The highlights of an article, each with its place in ``text``, which is the article as it is shown."""
        return tuple(
            Highlight(row.mark, row.quote, _colour(row), row.note, find_anchor(_anchor(row), text))
            for row in highlights_of(self._ledger, article)
        )

    def notes(self, words: str = "") -> tuple[NoteRow, ...]:
        """Every highlight and every note that holds all these words; what is lost comes first."""
        wanted = words.casefold().split()
        rows = [*self._highlight_rows(), *self._written_rows()]
        return tuple(sorted((row for row in rows if row.holds(wanted)), key=lambda row: not row.lost))

    # -- doing

    def highlight(
        self,
        article: ItemId,
        text: str,
        span: tuple[int, int],
        colour: Colour,
        heading: str = "",
        note: str = "",
    ) -> Change:
        """Highlight the passage between two offsets of ``text``, the article as it is shown."""
        anchor = anchor_at(text, *span)
        if not anchor.quote:
            return Change.NOTHING
        payload = {
            "quote": anchor.quote,
            "before": anchor.before,
            "after": anchor.after,
            "place": anchor.place,
            "heading": heading,
            "colour": colour.value,
            "note": note,
        }
        return self._record(HIGHLIGHT, article, payload)

    def recolour(self, mark: str, colour: Colour) -> Change:
        """Give a highlight another colour."""
        return self._change(mark, "colour", colour.value)

    def annotate(self, mark: str, note: str) -> Change:
        """Give a highlight another note; an empty one takes it away."""
        return self._change(mark, "note", note)

    def remove(self, mark: str) -> Change:
        """Take a highlight and its note away."""
        row = highlight(self._ledger, mark)
        return self._record(HIGHLIGHT_REMOVED, row.article, {"mark": mark}) if row else Change.NOTHING

    def take_away(self, note: NoteRow) -> Change:
        """Take away a line of the page of notes: a highlight with its note, or the note on a card or cell."""
        return self.remove(note.mark) if note.mark else self._record(NOTE, note.item, {"text": ""})

    # -- parts

    def _change(self, mark: str, field: str, value: str) -> Change:
        row = highlight(self._ledger, mark)
        if row is None or getattr(row, field) == value:
            return Change.NOTHING
        return self._record(HIGHLIGHT_CHANGED, row.article, {"mark": mark, field: value})

    def _highlight_rows(self) -> list[NoteRow]:
        catalog = self._books.catalog
        articles = catalog.articles()
        texts: dict[ItemId, Rendered] = {}
        found = []
        for row in highlights(self._ledger):
            article = articles.get(row.article)
            if article is not None and row.article not in texts:
                texts[row.article] = catalog.rendered(row.article)
            lost = article is None or find_anchor(_anchor(row), texts[row.article].text) is None
            title = article.title if article else name_of(row.article)
            found.append(
                NoteRow(
                    row.article,
                    title,
                    row.heading,
                    row.quote,
                    row.note,
                    row.mark,
                    _colour(row),
                    lost,
                    row.made_at,
                )
            )
        return found

    def _written_rows(self) -> list[NoteRow]:
        """The notes on cards and on cells."""
        things = NotedThings(self._books.catalog)
        return [_written_row(item, note, things.find(item)) for item, note in card_notes(self._ledger)]


def as_markdown(rows: Sequence[NoteRow]) -> str:
    """Notes as a Markdown file: a heading for each article, each passage as a quotation with the note below it."""
    parts = ["# Notes\n"]
    title = ""
    for row in sorted(rows, key=lambda row: (bool(not row.mark), row.title.casefold())):
        if row.title != title:
            title = row.title
            parts.append(f"## {title}\n")
        quoted = "\n".join(f"> {line}" for line in row.quote.splitlines())
        where = " · ".join(part for part in (row.heading, "lost its place" if row.lost else "") if part)
        parts.append("\n>\n".join(part for part in (quoted, f"> — {where}" if where else "") if part) + "\n")
        if row.note:
            parts.append(f"{row.note}\n")
    return "\n".join(parts)


def _written_row(item: ItemId, note: str, on: Noted | None) -> NoteRow:
    if on is not None and on.table:
        return NoteRow(item, on.table, on.place, on.words, note)
    title = "Note on a cell" if kind_of(item) == "cell" else "Note on a card"
    return NoteRow(item, title, "", on.words if on else name_of(item), note, lost=on is None)


def _anchor(row: HighlightRow) -> Anchor:
    return Anchor(row.quote, row.before, row.after, row.place)


def _colour(row: HighlightRow) -> Colour:
    return Colour(row.colour) if row.colour in set(Colour) else Colour.YELLOW

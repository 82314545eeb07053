"""Types into a search over many articles until painted: ``… sides.search ours|bare FOLDER``.

``ours`` is the search over the window. ``bare`` is the engine alone on the same passages, title and body: every
word must be there, the last one as a prefix, the best hits with the engine's snippets go to a QListView of the same
size on a plain model that is reset. With ``open`` the window shows the library on its Read page and is gone.
"""

import random
import re
import sys
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListView

from studyapp import bundle
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.search_entries import Searchable
from studyapp.preferences import Preferences
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.search.palette import SearchPalette
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle

MOMENT = datetime(2026, 1, 1, 9, tzinfo=UTC)
HITS = 24
FIELDS = ["title", "body"]
TYPED = tuple(
    words[:length]
    for words in ("sprint goal", "value of the product", "backlog", "stakeholder review order")
    for length in range(1, len(words) + 1)
    if words[length - 1] != " "
)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def opened(folder: Path) -> Desks:
    """The desks of a profile on the pack of many articles."""
    profile = open_profile(folder / sys.argv[1], lambda: MOMENT, random.Random(1))
    library = Library((folder / "pack",), (), folder / "cache", lambda _: None)
    return Desks(profile, library, lambda: MOMENT, random.Random(1))


def shown(desks: Desks, page: str) -> MainWindow:
    """The window on one of its pages."""
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    window = MainWindow(desks, theme, News(), Preferences())
    window.resize(1280, 800)
    window.begin(page)
    window.show()
    idle()
    return window


class Rows(QAbstractListModel):
    """Plain lines."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str] = []

    def show(self, rows: list[str]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


def ours(folder: Path) -> tuple[Side, object]:
    desks = opened(folder)
    desks.search.prepare()
    window = shown(desks, "today")
    palette = SearchPalette(desks, window.theme, window)
    palette.ask(window.commands())
    painted, words = Painted(palette.results.viewport()), cycle(TYPED)

    def type_on() -> float:
        idle()
        return painted.after(lambda: palette.field.setText(next(words)), appears=True)

    return type_on, (window, palette)


def plain_index(catalog: Catalog) -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, stored=True, tokenizer_name="default")
    index = tantivy.Index(builder.build())
    writer, source = index.writer(100_000_000, 1), Searchable(catalog)
    for _, entry in source.entries(list(source.files())):
        writer.add_document(tantivy.Document(title=entry.heading or entry.title, body=entry.text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def bare(folder: Path) -> tuple[Side, object]:
    import tantivy  # not where memory is measured

    desks = opened(folder)
    index, rows, view = plain_index(desks.library.catalog), Rows(), QListView()
    desks.close()
    searcher = index.searcher()
    view.setModel(rows)
    view.resize(660, 640)
    view.show()
    painted, words = Painted(view.viewport()), cycle(TYPED)

    def found(typed: str) -> list[str]:
        *whole, last = re.findall(r"\w+", typed)
        query = tantivy.Query
        parts = [(tantivy.Occur.Must, index.parse_query(word, FIELDS)) for word in whole]
        begun = [query.fuzzy_term_query(index.schema, name, last, distance=0, prefix=True) for name in FIELDS]
        parts.append(
            (tantivy.Occur.Must, query.boolean_query([(tantivy.Occur.Should, each) for each in begun]))
        )
        asked = query.boolean_query(parts)
        maker = tantivy.SnippetGenerator.create(searcher, asked, index.schema, "body")
        hits = searcher.search(asked, HITS).hits
        documents = (searcher.doc(place) for _, place in hits)
        return [f"{d['title'][0]} – {maker.snippet_from_doc(d).fragment()}" for d in documents]

    def type_on() -> float:
        idle()
        return painted.after(lambda: rows.show(found(next(words))), appears=True)

    return type_on, view


def main() -> None:
    QApplication([])
    if sys.argv[1] == "open":
        shown(opened(Path(sys.argv[2])), "read")
        return
    side, kept = {"ours": ours, "bare": bare}[sys.argv[1]](Path(sys.argv[2]))
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()

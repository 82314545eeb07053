"""Types into the filter of 10,000 articles until painted: ``… sides.library ours|bare 'by topic'|'by tag'``.

``ours`` is the library of the Read page on fifty topics, or on shelves by tag where each article stands on three.
``bare`` is a QListView of the same size on a plain model of titles: each keystroke filters the list in Python, resets the
model and repaints. By tag it has three times the titles, as many as there are rows.
"""

import random
import sys
from itertools import cycle

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListView

from studyapp import bundle
from studyapp.catalog.article import Article
from studyapp.ids import ItemId
from studyapp.study.bookshelves import Grouping, Labels, shelve
from studyapp.ui.read.library_panel import LibraryPanel
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle
from tests.tools.hugo_tree import WORDS

COUNT, TAGS = 10_000, 3
TYPED = ("s", "sp", "spr", "spri", "sprin", "sprint", "sprint g", "sprint go", "", "v", "va", "value o")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def articles() -> list[Article]:
    dice = random.Random(4)
    return [
        Article(
            ItemId(f"p/article/a{n}"), f"a{n}", f"{' '.join(dice.choices(WORDS, k=5))} {n}".capitalize(), "",
            f"t{n % 50}", "", "", 3, tags=tuple(dice.sample(WORDS, TAGS)),
        )
        for n in range(COUNT)
    ]  # fmt: skip


class Titles(QAbstractListModel):
    """Plain titles."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self.all = self.shown = titles

    def keep(self, words: str) -> None:
        wanted = words.casefold().split()
        self.beginResetModel()
        self.shown = [title for title in self.all if all(word in title.casefold() for word in wanted)]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.shown[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


def ours(what: str) -> tuple[Side, object]:
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    panel = LibraryPanel(theme)
    grouping = Grouping.TAG if what == "by tag" else Grouping.TOPIC
    panel.show_library(shelve(articles(), Labels({}, {}), grouping))
    panel.resize(262, 748)
    panel.show()
    painted, words = Painted(panel.list.viewport()), cycle(TYPED)

    def type_on() -> float:
        idle()
        return painted.after(lambda: panel.filter.setText(next(words)), appears=True)

    return type_on, panel


def bare(what: str) -> tuple[Side, object]:
    titles = Titles([article.title for article in articles() for _ in range(TAGS if what == "by tag" else 1)])
    view = QListView()
    view.setUniformItemSizes(True)
    view.setModel(titles)
    view.resize(262, 748)
    view.show()
    painted, words = Painted(view.viewport()), cycle(TYPED)

    def type_on() -> float:
        idle()
        return painted.after(lambda: titles.keep(next(words)), appears=True)

    return type_on, (view, titles)


def main() -> None:
    QApplication([])
    side, kept = {"ours": ours, "bare": bare}[sys.argv[1]](sys.argv[2])
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()

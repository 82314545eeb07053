"""Chooses what to drill: the day's plan, or the cards of a topic, an area, two roles, an objective, an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from studyapp.catalog.catalog import Catalog
from studyapp.ids import PERSONAL, pack_of
from studyapp.study.scope import DAY, Scope, ScopeKind
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One set of cards that can be drilled."""

    title: str
    scope: Scope


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """What the open packs allow to choose from."""
    return tuple(_choices(catalog))


def _choices(catalog: Catalog) -> Iterator[Choice]:
    yield Choice("Everything due", Scope("due"))
    yield Choice("New cards only", Scope("new"))
    yield Choice("Flagged cards", Scope("flagged"))
    yield Choice("Wrong lately", Scope("wrong"))
    yield Choice("All cards", Scope("all"))
    yield Choice("Practice questions as cards", Scope("choice"))
    cards = catalog.cards().values()
    if any(pack_of(card.id) == PERSONAL for card in cards):
        yield Choice("Cards of your own", Scope("own"))
    areas = [area for competency in catalog.competencies() for area in competency.areas]
    used, resting = {card.area for card in cards}, {card.proof.article for card in cards}
    named = {name for card in cards for name in card.objectives}
    yield from (Choice(f"Topic · {topic.title}", Scope("topic", topic.name)) for topic in catalog.topics())
    yield from (Choice(f"Area · {a.title}", Scope("area", a.name)) for a in areas if a.name in used)
    for tag in sorted({tag for card in cards for tag in card.tags}, key=str.casefold):
        yield Choice(f"Tag · {tag}", Scope("tag", tag))
    for one, other in combinations(_roles(catalog), 2):
        yield Choice(f"Pair · {one} and {other}", Scope("pair", f"{one}|{other}"))
    for objective in catalog.objectives():
        if objective.name in named:
            yield Choice(f"Objective · {objective.text}", Scope("objective", objective.name))
    for article in catalog.articles().values():
        if article.id in resting:
            yield Choice(f"Article · {article.title}", Scope("article", article.id))


def _roles(catalog: Catalog) -> list[str]:
    """The roles that comparisons tell apart, in the order of the content: their columns are in their own colours."""
    columns = (column for table in catalog.comparisons().values() for column in table.columns)
    return list(dict.fromkeys(column.title for column in columns if column.colour == column.name))


def scope_title(scope: Scope, catalog: Catalog) -> str:
    """What a scope is called."""
    for choice in _choices(catalog):
        if (choice.scope.kind, choice.scope.value) == (scope.kind, scope.value):
            return choice.title
    if scope.kind == "article":
        article = next((a for a in catalog.articles().values() if scope.value in (a.id, a.slug)), None)
        return f"Article · {article.title}" if article else "An article"
    if scope.kind == "passages":
        return "Rows of a comparison"
    if scope.kind == "card":
        return "These cards" if " " in scope.value else "This one card"
    if scope.kind == "area":
        found = (catalog.area(name) for name in scope.value.split("|"))
        return ", ".join(area.title for area in found if area) or "An area"
    return scope.value or scope.kind


def sitting_title(scope: Scope, catalog: Catalog) -> str:
    """What is drilled, as long as that is not the day's own cards."""
    if scope == DAY:
        return ""
    if scope.kind == ScopeKind.DUE:
        return "All cards" if scope.cram else "Ahead of the plan"
    title = scope_title(scope, catalog)
    return f"{title} · ahead of the plan" if scope.ahead else title


class ChoiceModel(QAbstractListModel):
    """A window on a tuple of choices."""

    def __init__(self, shown: Sequence[Choice]) -> None:
        super().__init__()
        self._shown = tuple(shown)

    def show(self, shown: Sequence[Choice]) -> None:
        """Show other choices."""
        self.beginResetModel()
        self._shown = tuple(shown)
        self.endResetModel()

    def choice(self, index: _Index) -> Choice | None:
        """The choice at an index."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row for each choice."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()].title
        return None


class Chooser(Dialog):
    """A list to choose from, narrowed by typing."""

    chosen = Signal(object)
    """Carries the ``Scope``."""

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Choose what to study", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all = choices(catalog)
        self._field = Field(
            theme, "Filter", "Filter topics, areas, tags, role pairs, objectives and articles"
        )
        self._model = ChoiceModel(self._all)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName("What to study")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFont(theme.font(14))
        self._list.setSpacing(theme.px(2))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(theme.px(300))
        self._list.setCurrentIndex(self._model.index(0))
        quiet_scroll_bars(self._list)
        self._nothing = plain_label(theme, "Nothing has these words. Try fewer of them.", 13.5, "muted")
        self._nothing.hide()
        self._cram = CheckBox(theme, "Cram: ask all of them; the answers leave the schedule as it is")
        self.body.addWidget(self._field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._cram)
        self._field.textChanged.connect(self._narrow)
        self._list.activated.connect(self._choose)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        self._start = self.offer(PrimaryButton(theme, "Start", key="Enter"))
        self._start.clicked.connect(self._choose)
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list while typing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = max(0, min(self._model.rowCount() - 1, self._list.currentIndex().row() + step))
            self._list.setCurrentIndex(self._model.index(row))
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        self._model.show([c for c in self._all if all(word in c.title.casefold() for word in words)])
        self._list.setCurrentIndex(self._model.index(0))
        found = bool(self._model.rowCount())
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._start.setEnabled(found)

    @Slot()
    def _choose(self) -> None:
        choice = self._model.choice(self._list.currentIndex())
        if choice is not None:
            self.accept()
            self.chosen.emit(replace(choice.scope, cram=self._cram.isChecked()))

"""Children one after another that go on in the next line where the width ends."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.flow_lines import lines


class Flow(QLayout):
    """A line of chips or small buttons that wraps. Gaps are in CSS pixels; ``centred`` puts each line in the middle."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        gap: float = 8,
        line_gap: float = 6,
        centred: bool = False,
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._places: dict[int, list[QRect]] = {}
        self._theme, self._gap, self._line_gap, self._centred = theme, gap, line_gap, centred
        self.setContentsMargins(QMargins())
        if parent is not None:
            parent.setLayout(self)
        theme.zoomed.connect(self._fit)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """How many children there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The child at an index."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a child out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the children."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def invalidate(self) -> None:
        """Something changed that the places depend on."""
        self._places = {}
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(sum(s.width() for s in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest child."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        places = self._places.get(rect.width())
        if places is None:
            gaps = self._theme.px(self._gap), self._theme.px(self._line_gap)
            sizes = [_size(item, rect.width()) for item in self._shown()]
            places = self._places[rect.width()] = lines(sizes, rect.width(), gaps, centred=self._centred)
        if move:
            for item, place in zip(self._shown(), places, strict=True):
                item.setGeometry(place.translated(rect.topLeft()))
        return max((place.bottom() + 1 for place in places), default=0)

    @Slot()
    def _fit(self) -> None:
        self.invalidate()


def _size(item: QLayoutItem, room: int) -> QSize:
    """As large as it likes; what is wider than the line wraps."""
    hint = item.sizeHint()
    if hint.width() <= room:
        return hint
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else hint.height())

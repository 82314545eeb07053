"""Where things go that stand one after another and go on in the next line where the width ends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


def lines(sizes: Sequence[QSize], room: int, gaps: tuple[int, int], *, centred: bool = False) -> list[QRect]:
    """The places of things of these sizes; ``gaps`` are those between things and between lines, in pixels."""
    gap, line_gap = gaps
    places: list[QRect] = []
    top, at = 0, 0
    while at < len(sizes):
        until, width = at + 1, sizes[at].width()
        while until < len(sizes) and width + gap + sizes[until].width() <= room:
            width += gap + sizes[until].width()
            until += 1
        height = max(size.height() for size in sizes[at:until])
        left = max(0, (room - width) // 2) if centred else 0
        for size in sizes[at:until]:
            places.append(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            left += size.width() + gap
        top, at = top + height + line_gap, until
    return places


class FlowLine(QWidget):
    """A line of buttons that wraps, as a widget: what ``Flow`` is as a layout, without the cost of one at the start."""

    def __init__(
        self, theme: Theme, children: Sequence[QWidget], *, gap: float = 10, line_gap: float = 6
    ) -> None:
        super().__init__()
        self._theme, self._children, self._gaps = theme, tuple(children), (gap, line_gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in self._children:
            child.setParent(self)
        theme.zoomed.connect(self._fit)

    def insert(self, at: int, child: QWidget) -> None:
        """Put one more among the children."""
        self._children = (*self._children[:at], child, *self._children[at:])
        child.setParent(self)
        child.show()
        self._fit()

    def refit(self) -> None:
        """A child was hidden, shown or given another text."""
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        places = self._places(1_000_000)
        return (
            QSize(max(p.right() + 1 for p in places), max(p.bottom() + 1 for p in places))
            if places
            else QSize()
        )

    def minimumSizeHint(self) -> QSize:
        """The widest child."""
        sizes = [child.sizeHint() for child in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Place the children."""
        self._place()

    def _places(self, width: int) -> list[QRect]:
        gap, line_gap = (self._theme.px(size) for size in self._gaps)
        return lines([child.sizeHint() for child in self._shown()], width, (gap, line_gap))

    def _shown(self) -> list[QWidget]:
        return [child for child in self._children if not child.isHidden()]

    def _place(self) -> None:
        for child, place in zip(self._shown(), self._places(self.width()), strict=True):
            child.setGeometry(place)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self._place()

"""Row heights that are worked out only for rows in sight, so that thousands of wrapped rows open at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QTableView

_GOES = 4


class LazyRows(QObject):
    """Gives a table's visible rows the height that ``height_of(row)`` asks for; the others keep the default one.

    The table scrolls by pixels. A row that comes into sight from above grows upwards, so that nothing jumps.
    """

    def __init__(self, view: QTableView, height_of: Callable[[int], int]) -> None:
        super().__init__(view)
        self._view, self._height_of = view, height_of
        self._fitted: set[int] = set()
        self._busy = False
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.verticalScrollBar().valueChanged.connect(self._fit)
        view.viewport().installEventFilter(self)

    def forget(self) -> None:
        """All heights are void: the model, the width or the font is another."""
        header = self._view.verticalHeader()
        default = header.defaultSectionSize()
        for row in self._fitted:
            if row < header.count():
                header.resizeSection(row, default)
        self._fitted.clear()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A taller window shows more rows; rows may have changed while nothing was seen of them."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def bring(self, row: int) -> None:
        """Scroll a row wholly into sight; rows that come with it grow on the way, so it may take a second go."""
        index = self._view.model().index(row, 0)
        if row in self._fitted and self._view.viewport().rect().contains(self._view.visualRect(index)):
            return
        for _ in range(_GOES):
            self._view.scrollTo(index)
            known = len(self._fitted)
            self._fit_row(row)
            self._fit()
            self._view.updateGeometries()  # the scroll bar learns of the new heights only later otherwise
            if len(self._fitted) == known:
                return

    @Slot()
    def _fit(self) -> None:
        if self._busy or not self._view.isVisible():
            return
        self._busy = True
        header, bar = self._view.verticalHeader(), self._view.verticalScrollBar()
        bottom, row = self._view.viewport().height(), header.visualIndexAt(0)
        while 0 <= row < header.count():
            top = header.sectionViewportPosition(row)
            if top >= bottom:
                break
            grown = self._fit_row(row)
            if grown and top < 0 and bar.value() > 0:
                bar.setValue(bar.value() + grown)
            row += 1
        self._busy = False

    def _fit_row(self, row: int) -> int:
        if row in self._fitted:
            return 0
        self._fitted.add(row)
        header = self._view.verticalHeader()
        before, wanted = header.sectionSize(row), self._height_of(row)
        if wanted != before:
            header.resizeSection(row, wanted)
        return wanted - before

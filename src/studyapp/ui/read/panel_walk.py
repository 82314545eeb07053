"""F6: from one panel of the Read page to the next, past the many stops of Tab inside each."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.read.centre import Centre
from studyapp.ui.read.commands import command
from studyapp.ui.read.library_panel import LibraryPanel
from studyapp.ui.read.side_panel import SidePanel
from studyapp.ui.read.top_widgets import TopWidgets


class PanelWalk(QObject):
    """Goes round: library, article, side panel, top bar. What is not in sight is left out."""

    def __init__(
        self, host: QWidget, library: LibraryPanel, centre: Centre, side: SidePanel, top: TopWidgets
    ) -> None:
        super().__init__(host)
        self._host, self._panels = host, (library, centre, side)
        self._doors: tuple[Sequence[QWidget], ...] = (
            (library.list, library.filter),
            (centre,),
            (side.contents, side.resting, side.drill),
            top.widgets(),
        )
        for text, key, slot in (
            ("Next panel", "F6", self._go_on),
            ("Previous panel", "Shift+F6", self._go_back),
        ):
            action = command(host, text, key)
            action.setShortcutContext(
                Qt.ShortcutContext.WindowShortcut
            )  # the top bar stands outside the page
            action.triggered.connect(slot)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, way: int) -> None:
        if not self._host.isVisible():
            return
        count, here = len(self._doors), self._here()
        for steps in range(1, count):
            doors = self._doors[(here + way * steps) % count]
            door = next((each for each in doors if _can_enter(each)), None)
            if door is not None:
                door.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _here(self) -> int:
        """The panel that has the keyboard; whatever stands in none of them counts as the top bar."""
        focused = QApplication.focusWidget()
        holding = (
            at
            for at, panel in enumerate(self._panels)
            if focused is not None and (panel is focused or panel.isAncestorOf(focused))
        )
        return next(holding, len(self._panels))


def _can_enter(door: QWidget) -> bool:
    takes_keys = isinstance(door, Centre) or bool(door.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return door.isVisible() and door.isEnabled() and takes_keys

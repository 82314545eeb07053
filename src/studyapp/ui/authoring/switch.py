"""The authoring switch: while it is on, packs are read again as their files change."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from studyapp.catalog.address import Address
from studyapp.catalog.problem import Problem
from studyapp.study.authoring import Reading, WatchedPacks, shown_at
from studyapp.study.change import Change
from studyapp.ui.authoring.panel import AuthoringPanel
from studyapp.ui.authoring.watch import Watch
from studyapp.ui.search.places import way_to
from studyapp.ui.shell import Shell

_NOWHERE = "Nothing of this file is shown yet; mend it and save, and it appears."


class AuthoringSwitch(QObject):
    """Turned on and off from the menu; remembers how it stood."""

    shown = Signal(object)
    """The widget that is to lie below the page."""
    navigated = Signal(str)
    """The address of a place that a problem speaks of."""
    turned = Signal(bool)
    """It is on now, or off."""
    left = Signal()
    """The keyboard goes back to the page."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self._panel: AuthoringPanel | None = None
        self._watch = Watch(self._packs, self)
        self._watch.read.connect(self._take)
        self._watch.checked.connect(self._take_checked)
        self._to_list = QAction("Go to the problems", self)
        self._to_list.setShortcut("F8")
        self._to_list.triggered.connect(self._go_to_list)

    @property
    def on(self) -> bool:
        """Whether packs are being watched."""
        return self._panel is not None

    @property
    def panel(self) -> AuthoringPanel | None:
        """What lies below the page while the switch is on."""
        return self._panel

    def turn(self, *, on: bool) -> None:
        """Watch the packs, or stop."""
        if on and self._panel is None:
            self._panel = AuthoringPanel(self._window.theme)
            self._panel.chosen.connect(self._show_place)
            self._panel.stopped.connect(self._stop)
            self._panel.left.connect(self.left)
            self._panel.say("Looking at the files of the open packs…")
            self.shown.emit(self._panel)
            self._window.addAction(self._to_list)
            self._watch.start()
            self.turned.emit(True)
        elif not on and self._panel is not None:
            self._watch.stop()
            self._window.removeAction(self._to_list)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
            self.turned.emit(False)
            self.left.emit()

    def state(self) -> dict[str, Any]:
        """What to remember for the next start."""
        return {"on": self.on}

    def restore(self, state: Any) -> None:
        """Take up what ``state`` gave."""
        if isinstance(state, dict) and state.get("on") is True:
            self.turn(on=True)

    def _packs(self) -> WatchedPacks:
        library = self._window.desks.library
        return WatchedPacks(library.roots, library.cache, library.language, library.own)

    @Slot()
    def _stop(self) -> None:
        self.turn(on=False)

    @Slot()
    def _go_to_list(self) -> None:
        if self._panel is not None:
            self._panel.take_focus()

    @Slot(object)
    def _take(self, reading: Reading) -> None:
        """Show what has changed, and what is wrong with it."""
        change = self._window.desks.library.take(reading.roots, reading.catalog, reading.problems)
        if change is not Change.NOTHING:
            self._window.news.changed.emit(change)
        self._show(reading.problems, checking=True)

    @Slot(object)
    def _take_checked(self, problems: tuple[Problem, ...]) -> None:
        self._show(problems, checking=False)

    def _show(self, problems: tuple[Problem, ...], *, checking: bool) -> None:
        if self._panel is not None:
            roots = [root.absolute() for root in self._packs().roots]
            self._panel.show_problems(problems, roots, checking=checking)

    @Slot(object)
    def _show_place(self, problem: Problem) -> None:
        catalog = self._window.desks.library.catalog
        shown = shown_at(catalog, problem)
        way = way_to(catalog, Address(shown.item, shown.heading), shown.quote) if shown is not None else ""
        if way:
            self.navigated.emit(way)
        elif self._panel is not None:
            self._panel.say(_NOWHERE)

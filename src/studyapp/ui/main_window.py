"""The one window: rail, top bar and the page in sight."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from studyapp.preferences import Preferences
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.address import Route, page_address, parse
from studyapp.ui.cheap import action
from studyapp.ui.history import History
from studyapp.ui.news import News
from studyapp.ui.page import Page
from studyapp.ui.pages import PAGES
from studyapp.ui.rail import Rail
from studyapp.ui.shell import Shell
from studyapp.ui.theme import Theme
from studyapp.ui.top_bar import TopBar
from studyapp.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.ui.authoring.switch import AuthoringSwitch
    from studyapp.ui.keys import Keys
    from studyapp.ui.menu import Menu
    from studyapp.ui.search.palette import SearchPalette

NAME = "Product Owner Study Companion"
_SIZE = (1280, 800)
_SMALLEST = (640, 420)


class MainWindow(Shell):
    """Shows one of six pages and leads from one to another.

    A page is built on its first visit. What a verb altered is told to the page in sight; the others only note that
    they are stale and look again when they are next shown.
    """

    opened = Signal(str)
    """The name of the page that has come into sight."""
    arrived = Signal()
    """Something was gone to: another page, or another place on it."""
    painted = Signal()
    """The first page is on the screen, with its data."""
    closed = Signal()
    """The window is about to go."""

    def __init__(self, desks: Desks, theme: Theme, news: News, preferences: Preferences) -> None:
        super().__init__(desks, theme, news)
        self._preferences = preferences
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Change] = {}
        self._history = History()
        self._current = ""
        self._painted = False
        self._teller: QObject | None = None
        self._palette: SearchPalette | None = None
        self._menu: Menu | None = None
        self._authoring: AuthoringSwitch | None = None
        self.setWindowTitle(NAME)
        self.setMinimumSize(*_SMALLEST)
        self._build()
        self._add_actions()
        self._take_geometry()
        news.changed.connect(self._tell)

    def begin(self, page: str) -> None:
        """Show the first page: the one named, or Today when there is none of that name."""
        self.go(page_address(page if page in PAGES else "today"))

    def settle(self) -> None:
        """What can wait until the first page is on the screen: greeting a new learner, a backup, the icon."""
        self.setWindowIcon(self.theme.icon("read", "accent", 64))
        if not self.desks.settings.settings.greeted:
            from studyapp.ui.welcome.greeting import Greeting

            greeting = Greeting(self.theme, self.desks, self)
            greeting.changed.connect(self.news.changed)
            greeting.present()
        if "authoring" in self._preferences.pages:
            self.authoring.restore(self._preferences.pages["authoring"])

    # -- going places

    def show_page(self, name: str) -> None:
        """Bring one of the six pages into sight; the learner's way back leads here."""
        if name != self._current:
            self.go(page_address(name))

    @Slot(str)
    def go(self, address: str) -> None:
        """Follow an address and remember the way back. An address that leads nowhere changes nothing."""
        try:
            route = self._checked(address)
        except ValueError:
            return
        before = self.place() if self._current else ""
        self._follow(route)
        if before and self.place() != before:
            self._history = self._history.left(before)
            self._show_ways()

    def place(self) -> str:
        """The address of what is in sight."""
        page = self._pages[self._current]
        return page.place() or page_address(self._current)

    def page(self, name: str) -> Page:
        """One of the six pages; built and woken now if this is its first visit."""
        page = self._pages.get(name)
        if page is None:
            page = self._built(name)
        return page

    @property
    def current(self) -> str:
        """The name of the page in sight."""
        return self._current

    def commands(self) -> list[QAction]:
        """Everything that can be done now: the actions of what is in sight on the page, then the window's."""
        own = [each for each in self.actions() if each.text() and each.isEnabled()]
        return [*self._pages[self._current].offered(), *own]

    def own_keys(self) -> "Sequence[Keys]":
        """What widgets of the page in sight do by keys of their own."""
        return self._pages[self._current].own_keys()

    def preferences(self) -> Preferences:
        """What to remember for the next start."""
        kept: dict[str, Any] = {name: page.state() for name, page in self._pages.items()}
        if self._palette is not None:
            kept["search"] = self._palette.state()
        if self._authoring is not None:
            kept["authoring"] = self._authoring.state()
        return self._preferences._replace(
            theme=self.theme.mode,
            zoom=self.theme.zoom,
            page=self._current,
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            pages={**self._preferences.pages, **kept},
        )

    def show_above(self, notice: "QWidget") -> None:
        """Put a notice between the top bar and the page."""
        self._column.insertWidget(1, notice)

    @property
    def authoring(self) -> "AuthoringSwitch":
        """The switch that has packs read again as their files change."""
        from studyapp.ui.authoring.switch import AuthoringSwitch

        if self._authoring is None:
            self._authoring = AuthoringSwitch(self)
            self._authoring.shown.connect(self._column.addWidget)
            self._authoring.navigated.connect(self.go)
            self._authoring.left.connect(self._focus_page)
            self._authoring.turned.connect(self.authoring_action.setChecked)
        return self._authoring

    def come_to_front(self) -> None:
        """Bring the window before all others."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # -- Qt

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Nothing of its own: the ground is the palette's. The first time tells that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """The buttons of the mouse that lead back and forward."""
        from PySide6.QtCore import Qt

        if event.button() == Qt.MouseButton.BackButton:
            self._go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._go_forward()
        else:
            super().mousePressEvent(event)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell that the window goes, while everything can still be asked."""
        self.closed.emit()
        super().closeEvent(event)

    # -- parts

    def _build(self) -> None:
        self._rail = Rail(self.theme, [(name, entry.title) for name, entry in PAGES.items()])
        self._bar = TopBar(self.theme)
        row = Row(self.theme, self)
        row.addWidget(self._rail)
        column = Column(self.theme)
        row.addLayout(column, 1)
        column.addWidget(self._bar)
        self._column = column
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._rail.chosen.connect(self.show_page)
        self._bar.searched.connect(self._search)
        self._bar.back.clicked.connect(self._go_back)
        self._bar.forward.clicked.connect(self._go_forward)
        self._bar.menu_button.clicked.connect(self._open_menu)

    def _add_actions(self) -> None:
        for number, (name, entry) in enumerate(PAGES.items(), 1):
            action(self, entry.title, self._show_chosen, f"Ctrl+{number}").setData(name)
        action(self, "Search", self._search, "Ctrl+K")
        self._back = action(self, "Back", self._go_back, "Alt+Left")
        self._forward = action(self, "Forward", self._go_forward, "Alt+Right")
        action(self, "Larger", self._enlarge, "Ctrl++", "Ctrl+=")
        action(self, "Smaller", self._reduce, "Ctrl+-")
        action(self, "Actual size", self._reset_zoom, "Ctrl+0")
        action(self, "Light or dark", self._switch_theme, "Ctrl+Shift+L")
        action(self, "Menu", self._open_menu, "F10")
        action(self, "Keyboard shortcuts", self._show_shortcuts, "F1")
        action(self, "Preferences", self._show_preferences, "Ctrl+,")
        self.authoring_action = action(self, "Reload packs while they are written", self._turn_authoring)
        self.authoring_action.setCheckable(True)
        action(self, "Quit", self.close, "Ctrl+Q")

    def _take_geometry(self) -> None:
        kept = QByteArray.fromBase64(self._preferences.geometry.encode("ascii", "ignore"))
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(*_SIZE)

    def _built(self, name: str) -> Page:
        page = PAGES[name].build(self.desks, self.theme)
        self._pages[name] = page
        self._stack.addWidget(page)
        page.navigated.connect(self.go)
        page.changed.connect(self._pass_on)
        page.titled.connect(self._show_title)
        page.wake(type(page).cares_for)
        kept = self._preferences.pages.get(name)
        if isinstance(kept, dict):
            page.restore(kept)
        return page

    def _checked(self, address: str) -> Route:
        route = parse(address)
        if route.page not in PAGES:
            raise ValueError(address)
        return route

    def _follow(self, route: Route) -> None:
        page = self.page(route.page)
        stale = self._stale.pop(route.page, Change.NOTHING)
        if stale:
            page.wake(stale)
        if route.target or route.options:
            page.open(route)
        if route.page != self._current:
            self._current = route.page
            self._rail.show_chosen(route.page)
            self._stack.setCurrentWidget(page)
            self._bar.title.setText(page.title)
            self._bar.show_added(page.top_bar_widgets())
            page.setFocus()
            self.opened.emit(route.page)
        self._show_ways()
        self.arrived.emit()

    def _show_ways(self) -> None:
        behind, ahead = bool(self._history.behind), bool(self._history.ahead)
        self._bar.show_ways(back=behind, forward=ahead)
        self._back.setEnabled(behind)
        self._forward.setEnabled(ahead)

    # -- what happens

    @Slot(object)
    def _pass_on(self, change: Change) -> None:
        self._teller = self.sender()
        self.news.changed.emit(change)
        self._teller = None

    @Slot(object)
    def _tell(self, change: Change) -> None:
        for name, page in self._pages.items():
            touched = change & type(page).cares_for
            if not touched or page is self._teller:
                continue
            if name == self._current:
                page.wake(touched)
            else:
                self._stale[name] = self._stale.get(name, Change.NOTHING) | touched

    @Slot(str)
    def _show_title(self, title: str) -> None:
        if self.sender() is self._pages.get(self._current):
            self._bar.title.setText(title)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self._choose_page(chosen.data())

    def _choose_page(self, name: str) -> None:
        """Show a page; of the one in sight already, bring the keyboard back into it."""
        if name != self._current:
            self.show_page(name)
        elif not self._pages[name].isAncestorOf(self.focusWidget()):
            self._focus_page()

    @Slot()
    def _go_back(self) -> None:
        if self._history.behind:
            address, self._history = self._history.back(self.place())
            self._follow(parse(address))

    @Slot()
    def _go_forward(self) -> None:
        if self._history.ahead:
            address, self._history = self._history.forward(self.place())
            self._follow(parse(address))

    @Slot()
    def _search(self) -> None:
        from studyapp.ui.search.palette import SearchPalette

        if self._palette is None:
            self._palette = SearchPalette(self.desks, self.theme, self)
            self._palette.restore(self._preferences.pages.get("search"))
            self._palette.navigated.connect(self.go)
            self._palette.restore(self._preferences.pages.get("search"))
        self._palette.ask(self.commands(), self._current)

    @Slot()
    def _open_menu(self) -> None:
        self._menu_of().open_below(self._bar.menu_button)

    @Slot()
    def _show_shortcuts(self) -> None:
        self._menu_of().show_shortcuts()

    @Slot()
    def _show_preferences(self) -> None:
        self._menu_of().show_preferences()

    @Slot()
    def _enlarge(self) -> None:
        self.theme.step_zoom(1)

    @Slot()
    def _reduce(self) -> None:
        self.theme.step_zoom(-1)

    @Slot()
    def _reset_zoom(self) -> None:
        self.theme.set_zoom(100)

    @Slot()
    def _switch_theme(self) -> None:
        self.theme.set_mode("light" if self.theme.dark else "dark")

    @Slot()
    def _turn_authoring(self) -> None:
        self.authoring.turn(on=not self.authoring.on)

    @Slot()
    def _focus_page(self) -> None:
        self._pages[self._current].setFocus()

    def _menu_of(self) -> "Menu":
        from studyapp.ui.menu import Menu

        if self._menu is None:
            self._menu = Menu(self)
        return self._menu

"""Puts the window together and runs it."""

import gc
import random
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from studyapp import bundle
from studyapp.preferences import Preferences, load_preferences, save_preferences
from studyapp.store.fault_log import FaultLog
from studyapp.store.places import Places
from studyapp.store.trouble import ProfileError, Trouble, TroubleKind
from studyapp.study.change import EVERYTHING
from studyapp.study.desks_to_come import DesksToCome, lay_desks, open_desks
from studyapp.ui.faults import watch
from studyapp.ui.main_window import NAME, MainWindow
from studyapp.ui.news import News
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import MODES

if TYPE_CHECKING:
    from studyapp.ui.interrupts import Interrupts

_FINE, _FOUND, _CANNOT = 0, 1, 2
STYLE = ("-style", "Fusion")
"""The same widgets on every system, asked for here because setting a style loads the whole of QStyle into Python."""
PICTURE = (1280, 800)
"""The size of the tour's pictures."""
_DAY_OF_TOUR = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""Its pictures are the same whenever they are taken."""
_DEFERRED_DELETE = 52
"""``QEvent.Type.DeferredDelete``, without loading all kinds of event for it."""


def run(
    folder: Path, content: Sequence[Path], page: str, *, exit_when_usable: bool = False, notice: str = ""
) -> int:
    """Open the window on a profile's folder and return when it is closed; the program's exit code.

    ``notice`` is told above the page as soon as there is time for it.
    """
    app = _application()
    preferences = load_preferences(folder)
    theme = Theme(bundle.resources_dir(), preferences.theme, preferences.zoom)
    session = Session(app, folder, theme, notice)  # it watches for faults from here on
    theme.apply()
    first = page or preferences.page
    desks = session.laid(content, first)
    if desks is None:
        return session.code
    session.show(desks, preferences, first, exit_when_usable=exit_when_usable)
    app.exec()
    session.end()
    return session.code


def take_tour(out: Path, themes: Sequence[str], zoom: int = 100) -> int:
    """Walk through all pages on a profile of its own that is thrown away; print what was done."""
    import os
    from tempfile import TemporaryDirectory

    from studyapp.ui.background import wait_for_all
    from studyapp.ui.tour.guide import Guide, LostError
    from studyapp.ui.tour.history import StudyClock, study_a_month
    from studyapp.ui.tour.walk import walk

    modes = tuple(mode for mode in MODES if mode in themes and mode != "system") or ("light",)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    _application()
    theme = Theme(bundle.resources_dir(), modes[0], zoom)
    theme.apply()
    clock, dice = StudyClock(_DAY_OF_TOUR), random.Random(2026)
    with TemporaryDirectory(prefix="studyapp-tour-") as folder:
        faults: list[BaseException] = []
        watch(FaultLog(Path(folder)), faults.append)
        desks = open_desks(Path(folder), (), clock, dice)
        study_a_month(desks, clock, dice)
        window = MainWindow(desks, theme, News(), Preferences())
        window.resize(*PICTURE)
        window.begin("today")
        window.show()
        try:
            walk(Guide(window, out, modes, clock, print))
        except LostError as lost:
            print(f"studyapp: the tour could not find {lost}")
            return _FOUND
        finally:
            window.close()
            wait_for_all()
            desks.close()
    for fault in faults:
        print(f"studyapp: {type(fault).__name__}: {fault}")
    return _FOUND if faults else _FINE


def now() -> datetime:
    """The present moment in the learner's own offset."""
    return datetime.now().astimezone()


def awake() -> timedelta:
    """How long the computer has been awake since some moment; sleep and clocks that are set leave it alone."""
    if sys.platform == "win32":  # where `time.monotonic` goes on in sleep
        from ctypes import byref, c_ulonglong, windll

        ticks = c_ulonglong()
        windll.kernel32.QueryUnbiasedInterruptTime(byref(ticks))
        return timedelta(microseconds=ticks.value // 10)
    return timedelta(seconds=time.monotonic())


class Session(QObject):
    """One run of the window, from opening the profile to closing it."""

    def __init__(self, app: QApplication, folder: Path, theme: Theme, notice: str = "") -> None:
        super().__init__()
        self._to_tell = notice
        self.code = _FINE
        self._app, self._folder, self._theme = app, folder, theme
        self._log = FaultLog(Places(folder).logs)
        self._window: MainWindow | None = None
        self._desks: DesksToCome | None = None
        self._exit_when_usable = self._going_on = False
        self._loading: QObject | None = None
        self._backing_up: QObject | None = None
        self._preparing: QObject | None = None
        self._remembering: QObject | None = None
        self._interrupts: Interrupts | None = None
        watch(self._log, self._tell_fault)

    def laid(self, content: Sequence[Path], page: str) -> DesksToCome | None:
        """The learner's desks; None when the profile cannot be opened, which has been said then.

        They stay closed while the first page can be shown without them.
        """
        while True:
            try:
                desks = lay_desks(self._folder, content, now, random.Random(), awake)
                if not desks.foreseen or page != "today":
                    desks.open()
                return desks
            except ProfileError as error:
                trouble = error.trouble
            if trouble.kind is TroubleKind.IN_USE and self._call_the_first():
                print("studyapp: the window is open already; it is in front now")
                return None
            if not self._settled(trouble):
                self.code = _CANNOT
                return None

    def show(
        self, desks: DesksToCome, preferences: Preferences, page: str, *, exit_when_usable: bool
    ) -> None:
        """Show the window at the page asked for, or the one of the last time."""
        self._desks, self._exit_when_usable = desks, exit_when_usable
        self._window = MainWindow(desks, self._theme, News(), preferences)
        self._window.painted.connect(self._settle)
        self._window.closed.connect(self._remember_all)
        self._window.begin(page)
        self._window.show()

    def end(self) -> None:
        """Let go of everything, once the event loop has ended."""
        from studyapp.ui.background import wait_for_all

        wait_for_all()
        if self._interrupts is not None:
            self._interrupts.release()
        if self._window is not None:
            self._window.deleteLater()
            QApplication.sendPostedEvents(self._window, _DEFERRED_DELETE)
        if self._desks is not None:
            self._desks.close()

    @Slot()
    def _settle(self) -> None:
        """The first page is on the screen: now there is time for what can wait."""
        gc.enable()
        gc.freeze()
        if self._exit_when_usable:
            print("usable", flush=True)
            self._app.quit()
            return
        from studyapp.ui.second_window import Doorbell

        Doorbell(self._folder, self).rung.connect(self._come_to_front)
        if self._desks is not None and self._desks.opened:
            self._go_on()
        else:
            from studyapp.ui.background import in_background

            loading = in_background(load_what_is_to_come, self)
            loading.finished.connect(self._go_on)
            loading.start()
            self._loading = loading

    @Slot()
    def _go_on(self) -> None:
        """Everything is there: open what the first page did without, and let it look again."""
        if self._window is None or self._desks is None or self._going_on:
            return
        self._going_on = True
        if not self._desks.opened:
            if not self._opened_after_all():
                self._window.close()
                return
            self._window.news.changed.emit(EVERYTHING)
        self._window.settle()
        self._tell_notice()
        self._tell_of_packs()
        self._back_up()
        self._watch_over()

    def _opened_after_all(self) -> bool:
        """Open what the first page did without; when that fails, say so, do what is decided, and try again."""
        assert self._desks is not None
        while True:
            try:
                self._desks.open()
                return True
            except ProfileError as error:
                trouble = error.trouble
            if not self._settled(trouble):
                self.code = _CANNOT
                return False

    def _watch_over(self) -> None:
        """From now on what the window shows is kept as it changes, and a fault finds all it needs loaded."""
        from studyapp.ui import fault_notice  # noqa: F401 - loaded ahead of any fault
        from studyapp.ui.background import in_background
        from studyapp.ui.day_watch import DayWatch
        from studyapp.ui.interrupts import Interrupts
        from studyapp.ui.remembering import Remembering

        assert self._window is not None
        assert self._desks is not None
        DayWatch(self._desks, self._window).changed.connect(self._window.news.changed)
        self._remembering = Remembering(self._window, self._remember)
        self._interrupts = Interrupts(self)
        self._interrupts.came.connect(self._window.close)
        self._interrupts.came.connect(self._app.quit)
        preparing = in_background(self._log.prepare, self)
        preparing.start()
        self._preparing = preparing

    def _tell_notice(self) -> None:
        if self._to_tell and self._window is not None:
            from studyapp.ui.widgets.banner import Banner

            self._window.show_above(Banner(self._theme, self._to_tell))

    def _tell_of_packs(self) -> None:
        """Say which packs, named now or added earlier, could not be opened; the others are."""
        assert self._desks is not None
        unopened = self._desks.library.unopened
        if unopened and self._window is not None:
            from studyapp.ui.trouble import left_out
            from studyapp.ui.widgets.banner import Banner

            text = left_out([(root, why.message, why.hint) for root, why in unopened])
            kept = any(root in self._desks.library.added for root, _ in unopened)
            banner = Banner(self._theme, text, "Do not open again" if kept else "")
            banner.accepted.connect(self._forget_packs)
            self._window.show_above(banner)

    @Slot()
    def _forget_packs(self) -> None:
        if self._desks is not None:
            self._desks.library.forget_unopened()

    def _back_up(self) -> None:
        """Make this start's backup, away from the window."""
        from studyapp.ui.background import in_background

        assert self._desks is not None
        backing_up = in_background(self._desks.backups.automatic, self)
        backing_up.failed.connect(self._note_fault)
        backing_up.start()
        self._backing_up = backing_up

    @Slot(object)
    def _note_fault(self, fault: BaseException) -> None:
        """A backup that could not be made is for the log file; the next start tries again."""
        with suppress(OSError):
            self._log.fault(fault)

    @Slot()
    def _come_to_front(self) -> None:
        if self._window is not None:
            self._window.come_to_front()

    @Slot()
    def _remember_all(self) -> None:
        if self._window is not None:
            self._remember(self._window.preferences())

    def _remember(self, preferences: Preferences) -> None:
        """Keep how the window stands. That it cannot be kept harms nothing, so only the log file is told."""
        kept = load_preferences(self._folder)  # packs and their language are kept by the library itself
        try:
            save_preferences(self._folder, preferences._replace(packs=kept.packs, language=kept.language))
        except OSError as fault:
            self._note_fault(fault)

    def _settled(self, trouble: Trouble) -> bool:
        from studyapp.store.backup import BackupError, read_label
        from studyapp.store.profile import recover
        from studyapp.ui.trouble import settle_trouble

        made = read_label(trouble.backup).made_at if trouble.backup else None
        try:
            return settle_trouble(self._theme, trouble, made, partial(recover, self._folder))
        except BackupError:
            return True  # what was on offer is not sound after all; the next try offers another or none
        except ProfileError:
            return True  # another program has come between; the next try says so
        except OSError as fault:
            self._notice(fault)
            return True

    def _call_the_first(self) -> bool:
        from studyapp.ui.second_window import ring

        return ring(self._folder)

    def _tell_fault(self, fault: BaseException) -> None:
        if isinstance(fault, ProfileError) and self._desks is not None and not self._desks.opened:
            self._go_on()  # something asked for the desks before they were open, and they cannot be
            return
        self._notice(fault)

    def _notice(self, fault: BaseException) -> None:
        from studyapp.ui.fault_notice import tell_fault

        tell_fault(self._theme, self._window, fault, self._log.file)


def load_what_is_to_come() -> None:
    """Import what opening the desks takes, away from the window, which stays smooth meanwhile."""
    import studyapp.store.profile
    import studyapp.study.library
    import studyapp.study.today_desk  # noqa: F401 - loaded ahead, so that the first use does not wait for it


def _application() -> QApplication:
    QApplication.setApplicationName("studyapp")
    QApplication.setApplicationDisplayName(NAME)
    QApplication.setApplicationVersion(bundle.version())
    QApplication.setDesktopFileName("studyapp")
    return QApplication(["studyapp", *STYLE])

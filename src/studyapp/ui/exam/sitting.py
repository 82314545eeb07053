"""The paper on the desk.

Covered while its clock stands still, else open; handing in, and the clock itself.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.exam.cover_view import CoverView
from studyapp.ui.exam.hand_in_dialog import HandInDialog
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.sitting_view import SittingView
from studyapp.ui.exam.titles import Titles
from studyapp.ui.theme import Theme

LOOK_MS = 250
"""How often the clock is looked at while a paper is open."""

WRITING_MS = 800
"""An answer in the learner's own words enters the log when nothing was typed for so long."""

THINKING_MS = 120
"""When a question has been in sight for so long, the next one is made ready."""

_CHOICES = 9
_LETTERS = "ABCDE"


class Sitting(Part):
    """Hands each press to the desk and shows what lies there afterwards.

    The clock runs on while another page is in sight, as it does in a real exam.
    """

    finished = Signal(str)
    """The identifier of the attempt that was handed in."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._dialog: HandInDialog | None = None
        self._words: str | None = None
        self._attempt: ItemId | None = None
        self._allowed: tuple[bool, bool] | None = None
        self._cover = CoverView(theme)
        self._titles = Titles(desks)
        self.view = SittingView(theme, self._titles.render)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._cover)
        self._stack.addWidget(self.view)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._writing = QTimer(self, interval=WRITING_MS, singleShot=True)
        self._thinking = QTimer(self, interval=THINKING_MS, singleShot=True)
        self._connect()
        self._add_actions()

    def show_paper(self) -> None:
        """Show the paper as it lies on the desk; tell ``left`` when there is none."""
        view = self._desks.exams.view()
        if view is None:
            self._leave()
            return
        self._attempt = view.attempt
        self.titled.emit(view.profile.title)
        if view.standing_still:
            self._clock.stop()
            self._cover.show_view(view)
            self._stack.setCurrentWidget(self._cover)
            self._cover.take_focus()
        else:
            self.view.show_view(view)
            self._stack.setCurrentWidget(self.view)
            self.view.take_focus()
            self._clock.start()
            self._thinking.start()
        self._allow()

    def look_again(self) -> None:
        """Something changed elsewhere: a question that lies open stays, with the keyboard where it is."""
        view = self._desks.exams.view()
        opened = view is not None and not view.standing_still and self.view.shows(view)
        if opened and self._stack.currentWidget() is self.view:
            self.refresh()
            self._thinking.start()
        else:
            self.show_paper()

    def take_focus(self) -> None:
        """Where answering begins, or where the cover leads on."""
        view = self._cover if self._stack.currentWidget() is self._cover else self.view
        view.take_focus()

    def refresh(self) -> None:
        """Show the same question as it stands now, with the focus where it is."""
        view = self._desks.exams.view()
        if view is None:
            self._leave()
        else:
            self.view.show_view(view)

    def set_active(self, on: bool) -> None:
        """Switch this part's actions on or off."""
        super().set_active(on)
        self._allowed = None
        if on:
            self._allow()

    # -- parts

    def _connect(self) -> None:
        self._cover.resumed.connect(self.resume)
        self._cover.hand_in_wanted.connect(self._ask_to_hand_in)
        self._cover.left.connect(self.left)
        self.view.moved.connect(self.go)
        self.view.card.chosen.connect(self._choose)
        self.view.card.written.connect(self._note_words)
        self.view.flag_button.clicked.connect(self._flag)
        self.view.hand_in_wanted.connect(self._ask_to_hand_in)
        self.view.pause_wanted.connect(self._pause)
        self._clock.timeout.connect(self._look)
        self._writing.timeout.connect(self._keep_words)
        self._thinking.timeout.connect(self.make_ready)

    def _add_actions(self) -> None:
        for number in range(1, _CHOICES + 1):
            keys = (str(number), *_LETTERS[number - 1 : number])
            takes = partial(self._takes, number - 1)
            self.add(f"Choose option {number}", keys, self._press, number - 1, takes).setAutoRepeat(False)
        self.add("To the beginning of the question", ("Home",), self.view.card.show_top)
        self.add("Scroll the question down", ("PgDown",), self.view.card.page_down)
        self.add("Scroll the question up", ("PgUp",), self.view.card.page_up)
        self.add("Next question", ("Right", "Ctrl+Return"), self.go_on, when=partial(self._leads, 1))
        back = partial(self._leads, -1)
        self.add("Previous question", ("Left", "Ctrl+Shift+Return"), self._go_back, when=back)
        self.add("Flag for review", ("F",), self._flag).setAutoRepeat(False)
        self.add("Go to the list of questions", ("G",), self.view.show_grid)
        self._pausing = self.add("Pause", ("P",), self._pause)
        self._in_both = self.add("Hand in", ("H",), self._ask_to_hand_in)

    def _allow(self) -> None:
        """Of a covered paper only handing in is left; pausing is where the profile has it."""
        view = self._desks.exams.view()
        is_open = view is not None and not view.standing_still
        state = is_open, view is not None and view.profile.pause
        if state == self._allowed:
            return
        self._allowed = state
        for action in self.actions():
            usable = action is self._in_both or is_open
            if action is self._pausing:
                usable = usable and view is not None and view.profile.pause
            action.setEnabled(usable)
            action.setVisible(usable)

    def _takes(self, position: int) -> bool:
        """Whether there is an option to choose here."""
        return self.view.card.isVisible() and position < len(self.view.card.face.rows)

    def _leads(self, step: int) -> bool:
        """Whether there is a question so many further on."""
        view = self._desks.exams.view()
        return view is not None and 1 <= view.number + step <= view.count

    @Slot()
    def make_ready(self) -> None:
        """Lay the next question out while the learner thinks; nothing of it is shown."""
        view = self._desks.exams.upcoming()
        if view is not None:
            self.view.make_ready(view)

    # -- what the learner does

    @Slot()
    def resume(self) -> None:
        """Let the clock run and show the question."""
        view = self._desks.exams.view()
        self._attempt = view.attempt if view is not None else None
        self.changed.emit(self._desks.exams.resume())
        self.show_paper()

    @Slot()
    def _pause(self) -> None:
        self._keep_words()
        view = self._desks.exams.view()
        if view is not None and view.profile.pause:
            self._desks.exams.pause()
            self.show_paper()

    @Slot(int)
    def go(self, number: int) -> None:
        self._keep_words()
        if self._desks.exams.running():
            self._desks.exams.go(number)
        self.show_paper()

    @Slot()
    def go_on(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.number < view.count:
            self.go(view.number + 1)

    @Slot()
    def _go_back(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.number > 1:
            self.go(view.number - 1)

    @Slot()
    def _press(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._takes(
            action.data()
        ):  # not where the list has taken its place
            self.view.card.press(action.data())

    @Slot(frozenset)
    def _choose(self, positions: frozenset[int]) -> None:
        self._desks.exams.choose(positions)
        self.refresh()

    @Slot(str)
    def _note_words(self, words: str) -> None:
        self._words = words
        self._desks.exams.jot(words)
        self._writing.start()

    @Slot()
    def _keep_words(self) -> None:
        self._writing.stop()
        if self._words is not None and self._desks.exams.running():
            words, self._words = self._words, None
            self._desks.exams.write(words)
            self.refresh()

    @Slot()
    def _flag(self) -> None:
        self._desks.exams.flag()
        self.refresh()

    # -- the end

    @Slot()
    def _look(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.time_left is not None and view.time_left.total_seconds() < 1:
            self._keep_words()
        glance = self._desks.exams.look()
        if glance is None or view is None:
            self._clock.stop()
        elif glance.time_up:
            self._finish(view.attempt)
        else:
            self.view.show_time(glance)

    @Slot()
    def _ask_to_hand_in(self) -> None:
        self._keep_words()
        view = self._desks.exams.view()
        if view is None or self._dialog is not None:
            return
        dialog = HandInDialog(self._theme, view, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._hand_in)
        dialog.wanted.connect(self._look_again)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.present()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(int)
    def _look_again(self, number: int) -> None:
        self._desks.exams.resume()
        self.go(number)

    @Slot()
    def _hand_in(self) -> None:
        view = self._desks.exams.view()
        if view is not None:
            self._desks.exams.hand_in()
            self._finish(view.attempt)

    def _leave(self) -> None:
        """No paper lies here any more: on to the result of the one that did, when the time was up."""
        if self._attempt is not None:
            self._finish(self._attempt)
        else:
            self._clock.stop()
            self.left.emit()

    def _finish(self, attempt: ItemId) -> None:
        self._clock.stop()
        self._attempt = None
        self._words = None
        if self._dialog is not None:
            self._dialog.reject()
        self.view.forget()
        self.finished.emit(attempt)
        self.changed.emit(Change.EXAMS | Change.REVIEWS)

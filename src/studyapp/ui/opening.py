"""Opening one more pack: it is read away from the window, and what came of it is said."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from studyapp.catalog.problem import Problem
from studyapp.study.authoring import Reading, WatchedPacks
from studyapp.study.change import Change
from studyapp.ui.background import Work, in_background
from studyapp.ui.shell import Shell
from studyapp.ui.trouble import not_opened
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.dialog import Dialog, tell
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.wording import counted

_PATIENCE_MS = 400
"""What takes longer says so and can be left."""
_MOST = 200
"""So many problems are listed."""


class Opening(QObject):
    """Reads a pack and opens it; throws itself away afterwards."""

    def __init__(self, window: Shell, root: Path) -> None:
        super().__init__(window)
        self._window, self._root = window, root.absolute()
        self._library = window.desks.library
        self._progress: Dialog | None = None
        self._work: Work | None = None
        self._left = False
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._say_that_it_takes_long)

    def begin(self) -> None:
        """Read what lies there, unless it is open already."""
        library = self._library
        if self._root in library.roots:
            text = f"{self._root} is among the open packs. The preferences list them and close them again."
            self._end("The pack is open already", text)
            return
        packs = WatchedPacks((*library.roots, self._root), library.cache, library.language, library.own)
        self._work = in_background(packs.read, self)
        self._work.finished.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start()
        self._waiting.start()

    @Slot()
    def _say_that_it_takes_long(self) -> None:
        theme = self._window.theme
        self._progress = Dialog(theme, "Opening a pack", self._window)
        text = f"The files in {self._root} are being read. Everything else stays as it is."
        self._progress.body.addWidget(plain_label(theme, text))
        self._progress.body.addStretch(1)
        self._progress.offer(QuietButton(theme, "Cancel"), closes=True).setFocus()
        self._progress.rejected.connect(self._leave)
        self._progress.present()

    @Slot()
    def _leave(self) -> None:
        self._left = True

    @Slot(object)
    def _take(self, reading: Reading) -> None:
        if self._left:
            reading.catalog.close()
            self._end()
            return
        change = self._library.admit(self._root, reading.roots, reading.catalog, reading.problems)
        found = [each for each in self._library.problems if Path(each.path).is_relative_to(self._root)]
        details = "\n".join(str(problem) for problem in found[:_MOST])
        if change is Change.NOTHING:
            self._end("No pack was opened", self._why_not(found), details)
            return
        self._window.news.changed.emit(change)
        self._end("The pack is open", self._what_is_open(found), details)

    @Slot(object)
    def _fail(self, fault: BaseException) -> None:
        self._end()
        raise fault

    def _why_not(self, found: list[Problem]) -> str:
        of_all = [each for each in found if each.path == str(self._root)]
        if not of_all:
            return f"Nothing that can be studied was found in {self._root}."
        return not_opened(self._root, of_all[0].message, of_all[0].hint)

    def _what_is_open(self, found: list[Problem]) -> str:
        catalog = self._library.catalog
        pack = next(each for each in catalog.packs if each.root == self._root)
        counts = catalog.counts()[pack.id]
        text = (
            f"{pack.title}: {counted(counts.articles, 'article', 'articles')}, "
            f"{counted(counts.cards, 'card', 'cards')}, {counted(counts.questions, 'question', 'questions')}. "
            "It is opened at every start from now on; the preferences close it again."
        )
        if found:
            places = counted(len(found), "place needs", "places need")
            text += f" {places} the author’s attention; what can be read is shown."
        return text

    def _end(self, title: str = "", text: str = "", details: str = "") -> None:
        self._waiting.stop()
        if self._progress is not None:
            self._progress.rejected.disconnect(self._leave)
            self._progress.close()
            self._progress.deleteLater()
        if title:
            tell(self._window.theme, self._window, title, text, details)
        self.deleteLater()

"""Makes the terms of the glossary in an open article into quiet links, little by little after it was painted."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from studyapp.ids import ItemId
from studyapp.study.term_marks import Glossary, TermMark
from studyapp.ui.read.article_view import ArticleView

SCHEME = "term:"
_BUDGET_MS = 6
_PAUSE_MS = 40
"""What stands beside the article comes first."""


class TermLinks(QObject):
    """Works through an article in slices of a few milliseconds, so that neither paint nor scrolling waits."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._marks: list[TermMark] = []
        self._to_come: Iterator[TermMark] | None = None
        self._glossary: Glossary | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        view.laid_out.connect(self._forget)
        view.settled.connect(self._pause.start)

    def use(self, glossary: Glossary) -> None:
        """Look for these terms in the article that is shown next."""
        self._glossary = glossary

    def term(self, target: str) -> tuple[ItemId, int] | None:
        """The term that a link of ours means, and the position of its word; None for any other link."""
        number = target.removeprefix(SCHEME)
        if number == target or not number.isdigit() or int(number) >= len(self._marks):
            return None
        mark = self._marks[int(number)]
        return mark.term, self._view.text.position(mark.start)

    @Slot()
    def begin(self) -> None:
        """Start with the document that is open now."""
        if self._glossary is not None:
            self._timer.start()

    def finish(self) -> None:
        """Do now what is left to do."""
        self.begin()
        while self._timer.isActive():
            self._go_on()

    @Slot()
    def _forget(self) -> None:
        self._marks, self._to_come = [], None
        self._timer.stop()
        self._pause.stop()

    @Slot()
    def _go_on(self) -> None:
        if self._glossary is None:
            return
        text = self._view.text
        if self._to_come is None:
            sections = [text.index(position) for position in text.headings]
            self._to_come = self._glossary.marks(text.raw, sections, self._allowed)
        clock = QElapsedTimer()
        clock.start()
        for mark in self._to_come:
            span = text.position(mark.start), text.position(mark.stop)
            self._view.make_link(span, f"{SCHEME}{len(self._marks)}")
            self._marks.append(mark)
            if clock.elapsed() >= _BUDGET_MS:
                return
        self._timer.stop()

    def _allowed(self, index: int) -> bool:
        return self._view.is_running_text(self._view.text.position(index))

"""Wrapped texts of cells, laid out once for a width and a font."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QStaticText, QTextCharFormat, QTextLayout, QTextOption, QTransform

from studyapp.study.word_difference import Span


class CellTexts:
    """Keeps each text's layout until width or font change."""

    def __init__(self) -> None:
        self._kept: dict[str, QStaticText] = {}
        self._marked: dict[tuple[str, tuple[Span, ...]], QTextLayout] = {}
        self._width, self._font = 0, QFont()
        self._option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def fit(self, width: int, font: QFont) -> None:
        """Lay out at this width, in pixels, and in this font from now on."""
        if (width, font) != (self._width, self._font):
            self._width, self._font = width, font
            self._kept.clear()
            self._marked.clear()

    def forget_marks(self) -> None:
        """Marked words have another look now."""
        self._marked.clear()

    def marked(self, words: str, spans: tuple[Span, ...], look: QTextCharFormat) -> QTextLayout:
        """A text with some runs of its words in another look, ready to be drawn; as high as the plain one."""
        kept = self._marked.get((words, spans))
        if kept is None:
            kept = self._marked[words, spans] = self._laid_out(words, spans, look)
        return kept

    def text(self, words: str) -> QStaticText:
        """A text ready to be drawn."""
        kept = self._kept.get(words)
        if kept is None:
            kept = QStaticText(words)
            kept.setTextFormat(Qt.TextFormat.PlainText)
            kept.setTextOption(self._option)
            kept.setTextWidth(self._width)
            kept.prepare(QTransform(), self._font)
            self._kept[words] = kept
        return kept

    def height(self, words: str) -> float:
        """How high a text is, in pixels."""
        return self.text(words).size().height()

    def _laid_out(self, words: str, spans: tuple[Span, ...], look: QTextCharFormat) -> QTextLayout:
        layout = QTextLayout(words, self._font)
        layout.setTextOption(self._option)
        runs = []
        for start, stop in spans:
            run = QTextLayout.FormatRange()
            run.start, run.length, run.format = start, stop - start, look
            runs.append(run)
        layout.setFormats(runs)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

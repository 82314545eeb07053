"""Wrapped texts of cells, laid out once for a width and a font."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStaticText, QTextOption, QTransform


class CellTexts:
    """Keeps each text's layout until width or font change."""

    def __init__(self) -> None:
        self._kept: dict[str, QStaticText] = {}
        self._width, self._font = 0, QFont()
        self._option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def fit(self, width: int, font: QFont) -> None:
        """Lay out at this width, in pixels, and in this font from now on."""
        if (width, font) != (self._width, self._font):
            self._width, self._font = width, font
            self._kept.clear()

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

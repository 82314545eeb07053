"""Text in the rows of lists: a line ends between words, or within a word that is longer than a line."""

import re
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_TALLEST: Final = 10_000
_SHORT: Final = 12
"""Words of so many letters fit wherever there is a list; only longer ones are measured."""
_WORD: Final = re.compile(r"[^ \n\t]+")
_PARTS: Final = re.compile(r"[^/\-]*[/\-]+|[^/\-]+")
_JOINT: Final = "\u200b"
"""A space without width, at which a line may end."""


def wrapped_height(metrics: QFontMetrics, width: int, text: str) -> int:
    """How high a text is that has so much width."""
    room = QRect(0, 0, max(1, width), _TALLEST)
    return metrics.boundingRect(room, _WRAP, breakable(metrics, width, text)).height()


def draw_wrapped(painter: QPainter, rect: QRect, text: str, align: int | Qt.AlignmentFlag = 0) -> QRect:
    """Draw a text with the painter's font; the place that it took."""
    return painter.drawText(rect, _WRAP | align, breakable(painter.fontMetrics(), rect.width(), text))


def breakable(metrics: QFontMetrics, width: int, text: str) -> str:
    """The text, in which words that are wider than that may be broken: where they are joined, else anywhere."""
    if len(text) <= _SHORT or width <= 0:
        return text

    def wide(word: str) -> bool:
        return len(word) > _SHORT and metrics.horizontalAdvance(word) > width

    def broken(word: str) -> str:
        return _JOINT.join(_JOINT.join(part) if wide(part) else part for part in _PARTS.findall(word))

    return _WORD.sub(lambda found: broken(found[0]) if wide(found[0]) else found[0], text)

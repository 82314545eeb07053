"""A plain report as a rich text document in the light colours, ready for paper."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.nothing import nothing


class PaperDocument(QTextDocument):
    """HTML of our own making, which can load nothing: no picture, no style sheet, no file."""

    def __init__(self, theme: Theme, html: str) -> None:
        super().__init__()
        light = theme.on_paper()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultStyleSheet(light.style("paper.css"))
        self.setDefaultFont(light.font(13))
        self.setHtml(html)

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's own name
        """Nothing, whatever is named."""
        return nothing(type)


def paper_document(theme: Theme, html: str) -> QTextDocument:
    """HTML dressed by ``resources/style/paper.css``: headings, paragraphs, lists, p.meta, and table.grid with lines.

    Give elements an ``id`` to lead to them from the contents or by ``<a href="#…">``.
    """
    return PaperDocument(theme, html)

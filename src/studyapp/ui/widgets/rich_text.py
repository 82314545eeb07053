"""Shows a piece of rendered content, such as a card's side or an option, as tall as it needs to be."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.nothing import LonelyDocument, nothing

SHEET = """
body { color: $text; }
a { color: $accent; text-decoration: none; }
code { font-family: monospace; }
p { margin: 0 0 $px8 0; line-height: 140%; }
p.last { margin-bottom: 0; }
ul, ol { margin: 0 0 $px8 0; -qt-list-indent: 1; }
li { line-height: 140%; margin-bottom: $px4; }
th, td { padding: $px4; }
"""
"""How such pieces look; the theme fills in its colours and sizes."""


class RichText(QTextBrowser):
    """House-dialect HTML of ours at a size and weight of the theme; links are told by ``anchorClicked``.

    It never scrolls: its height is what the text needs at its width. Put it into a ``Scroll``. Nothing but the HTML
    is ever loaded, whatever it names.
    """

    def __init__(
        self, theme: Theme, size: float = 14, *, bold: bool = False, family: str = "interface"
    ) -> None:
        super().__init__()
        self._theme, self._size, self._bold, self._family = theme, size, bold, family
        self._html = ""
        self._stale = True
        self._ahead: tuple[str, QTextDocument] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setSearchPaths([])
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setDocument(LonelyDocument(self))  # one of ours, so that another may take its place
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._redress)
        theme.zoomed.connect(self._redress)

    def set_html(self, html: str) -> None:
        """Show other content: HTML of ``Catalog.inline``, never text from outside as it is."""
        self._html = html
        if self._stale:
            self._dress()
        else:
            self._fill()

    def prepare(self, html: str) -> None:
        """Lay out what is likely to be shown next, while nobody waits for it."""
        if not self._stale and (self._ahead is None or self._ahead[0] != html):
            document = LonelyDocument(self)
            self._outfit(document)
            document.setHtml(html)
            document.setTextWidth(self.viewport().width())
            self._ahead = html, document

    def set_look(self, size: float, *, bold: bool) -> None:
        """Another size in CSS pixels and weight from now on."""
        self._size, self._bold = size, bold
        self._dress()

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's own name
        """Nothing: content cannot make the program read a file."""
        return nothing(type)

    def sizeHint(self) -> QSize:
        """As tall as the text is at the present width."""
        return QSize(self._theme.px(200), self._needed())

    def minimumSizeHint(self) -> QSize:
        """Never less than the text needs."""
        return QSize(self._theme.px(40), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means another height."""
        super().resizeEvent(event)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with a theme or zoom that changed while this was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._dress()

    @Slot()
    def _redress(self) -> None:
        if self.isVisible():
            self._dress()
        else:
            self._stale = True

    @Slot()
    def _grow(self) -> None:
        if self.height() != self._needed():
            self.setFixedHeight(self._needed())

    def _dress(self) -> None:
        self._stale, self._ahead = False, None
        # Qt lays the widget's own font over the document's whenever the program's font changes
        self.setFont(self._theme.font(self._size, bold=self._bold, family=self._family))
        self._outfit(self.document())
        self._fill()

    def _outfit(self, document: QTextDocument) -> None:
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._theme.font(self._size, bold=self._bold, family=self._family))
        document.setDefaultStyleSheet(self._theme.css(SHEET))

    def _fill(self) -> None:
        if self._ahead is not None and self._ahead[0] == self._html:
            before, document = self.document(), self._ahead[1]
            self._ahead = None
            self.setDocument(document)
            document.documentLayout().documentSizeChanged.connect(self._grow)
            before.deleteLater()
        else:
            self.setHtml(self._html)
        self._grow()

    def _needed(self) -> int:
        return max(1, round(self.document().size().height() + 0.49))

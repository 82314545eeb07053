"""A stem or an option: a short rendered text that wraps, painted without a widget's weight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme

_SHEET = "p { margin: 0 0 $px6 0; } p.last { margin-bottom: 0; } code { font-family: monospace; }"


class InlineDocument:
    """Rendered text of ours, laid out to a width and painted in any colour. Loads nothing."""

    def __init__(self, theme: Theme, size: float, *, bold: bool = False) -> None:
        self._theme, self._size, self._bold = theme, size, bold
        self._html = ""
        self._inked: QPalette | None = None
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self.fit()

    def set_html(self, html: str) -> None:
        """Show other HTML of ``Catalog.inline``."""
        self._html = html
        self._fill()

    def fit(self) -> None:
        """Take the sizes of the zoom in force."""
        self._document.setDefaultFont(self._theme.font(self._size, bold=self._bold))
        self._document.setDefaultStyleSheet(self._theme.css(_SHEET))
        self._fill()

    def _fill(self) -> None:
        """Text without mark-up needs no parser."""
        if "<" in self._html or "&" in self._html:
            self._document.setHtml(self._html)
        else:
            self._document.setPlainText(self._html)

    def plain(self) -> str:
        """The text without its looks."""
        return self._document.toPlainText()

    def height(self, width: float) -> float:
        """How high the text is at a width."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
        return self._document.size().height()

    def draw(self, painter: QPainter, at: QPointF, width: float, colour: str = "text") -> None:
        """Paint the text in one of the theme's colours."""
        self.height(width)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._palette(colour)
        painter.save()
        painter.translate(at)
        context.clip = QRectF(0, 0, width, self._document.size().height())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _palette(self, colour: str) -> QPalette:
        wanted = self._theme.colour(colour)
        if self._inked is None or self._inked.text().color() != wanted:
            self._inked = QPalette()
            self._inked.setColor(QPalette.ColorRole.Text, wanted)
        return self._inked


class InlineText(QWidget):
    """A piece of rendered text as tall as it needs to be."""

    def __init__(self, theme: Theme, size: float, *, bold: bool = False, colour: str = "text") -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self._text = InlineDocument(theme, size, bold=bold)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.zoomed.connect(self._fit)

    def set_html(self, html: str) -> None:
        """Show other HTML of ``Catalog.inline``."""
        self._text.set_html(html)
        self.setAccessibleName(self._text.plain())
        self.updateGeometry()
        self.update()

    def plain(self) -> str:
        """The text without its looks."""
        return self._text.plain()

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the text needs."""
        return round(self._text.height(width) + 0.49)

    def sizeHint(self) -> QSize:
        """As tall as at the present width."""
        width = max(self.width(), self._theme.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(self._theme.px(120), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        self._text.draw(QPainter(self), QPointF(0, 0), self.width(), self._colour)

    @Slot()
    def _fit(self) -> None:
        self._text.fit()
        self.updateGeometry()
        self.update()

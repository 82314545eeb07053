"""A stem or an option: a short rendered text that wraps, painted without a widget's weight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import pictured
from studyapp.ui.widgets.nothing import LonelyDocument

_SHEET = "p { margin: 0 0 $px6 0; } p.last { margin-bottom: 0; } code { font-family: monospace; }"


class InlineDocument:
    """Rendered text of ours, laid out to a width and painted in any colour. Loads nothing."""

    def __init__(self, theme: Theme, size: float, *, bold: bool = False) -> None:
        self._theme, self._size, self._bold = theme, size, bold
        self._html = ""
        self._inked: QPalette | None = None
        self._document = LonelyDocument()
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


def fits(picture: QPixmap | None, widget: QWidget) -> bool:
    """Whether a picture was made for the size and the screen that a widget has now."""
    return picture is not None and picture.size() == widget.size() * widget.devicePixelRatioF()


class InlineText(QWidget):
    """A piece of rendered text as tall as it needs to be."""

    def __init__(self, theme: Theme, size: float, *, bold: bool = False, colour: str = "text") -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self._text = InlineDocument(theme, size, bold=bold)
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.zoomed.connect(self._fit)
        theme.changed.connect(self._forget)

    def show_text(self, html: str) -> None:
        """Show other HTML of ``Catalog.inline``."""
        self._text.set_html(html)
        self._picture = None
        self.setAccessibleName(self._text.plain())
        self.updateGeometry()
        self.update()

    def paint_ahead(self) -> None:
        """Out of sight: paint the text as it will look, at the present size and on the theme's surface."""

        def draw(painter: QPainter) -> None:
            self._text.draw(painter, QPointF(0, 0), self.width(), self._colour)

        self._picture = pictured(self, self.size(), self._theme.colour("surface"), draw)

    def plain(self) -> str:
        """The text without its looks."""
        return self._text.plain()

    def heightForWidth(self, width: int) -> int:
        """The height that the text needs."""
        return _rounded(self._text.height(width))

    def sizeHint(self) -> QSize:
        """As tall as at the present width."""
        width = max(self.width(), self._theme.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(self._theme.px(120), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        if self._picture is not None and fits(self._picture, self):
            QPainter(self).drawPixmap(0, 0, self._picture)
        else:
            self._text.draw(QPainter(self), QPointF(0, 0), self.width(), self._colour)

    @Slot()
    def _forget(self) -> None:
        self._picture = None

    @Slot()
    def _fit(self) -> None:
        self._forget()
        self._text.fit()
        self.updateGeometry()
        self.update()


def _rounded(height: float) -> int:
    return round(height + 0.49)

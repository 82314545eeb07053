"""Buttons: one primary on a page, quiet ones beside it, and small ones that are only an icon or a link."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy

from studyapp.ui.cheap import LEFT, MIDDLE, ink
from studyapp.ui.theme import Theme
from studyapp.ui.theme.palette import ROLE_OF
from studyapp.ui.widgets.drawing import CLEAR, draw_rounded, pictured, whole
from studyapp.ui.widgets.key_cap import draw_key_cap, key_cap_size
from studyapp.ui.widgets.tips import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

_ENTER = "\r"


class Dress(NamedTuple):
    """What a button wears: names of the theme's colours; an empty one is none."""

    fill: str
    border: str
    text: str


class Button(QPushButton):
    """A flat rounded button with text, and perhaps an icon before it and a key cap after it."""

    dress = Dress("surface", "line", "text")
    padding = 15.0
    height_px = 35.0
    text_px = 13.5
    bold = False

    def __init__(self, theme: Theme, text: str, *, key: str = "", icon: str = "") -> None:
        super().__init__()
        self._theme, self._key, self._glyph = theme, key, icon
        self._picture: QPixmap | None = None
        self._drawn_as: tuple[object, ...] = ()
        self.setText(text)
        self.setAutoDefault(
            False
        )  # Enter in a field of a dialog saves; it presses no button that happens to follow
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if self.dress.text in ROLE_OF:
            self.setForegroundRole(ROLE_OF[self.dress.text])
        theme.zoomed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Another text, for the eye and for a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_key(self, key: str) -> None:
        """Another key that presses it."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon, text and key need."""
        px = self._theme.px
        text = self._theme.text_size(self._shown(), self.text_px, bold=self.bold)
        cap = key_cap_size(self._theme, self._key).width() if self._key else 0
        return QSize(self._wide(text.width(), cap), max(px(self.height_px), text.height() + px(8)))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the button in its state; one that still looks as it did, and only moved, comes from a picture."""
        look = self._look()
        if look != self._drawn_as:
            self._drawn_as, self._picture = look, None
            self._draw(QPainter(self))
            return
        if self._picture is None:
            self._picture = pictured(self, self.size(), CLEAR, self._draw)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _look(self) -> tuple[object, ...]:
        theme = self._theme
        return (
            self._shown(),
            self._key,
            self.dressed(),
            self.width(),
            self.height(),
            self.isEnabled(),
            self.underMouse(),
            self.isDown(),
            self.hasFocus(),
            theme.dark,
            theme.zoom,
            self.devicePixelRatioF(),
        )

    def _draw(self, painter: QPainter) -> None:
        theme, dress = self._theme, self.dressed()
        if not self.isEnabled():
            painter.setOpacity(0.5)
        fill = theme.colour(dress.fill) if dress.fill else None
        if fill is not None and self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = self._touched(dress)
        border = theme.colour(dress.border) if dress.border else None
        draw_rounded(painter, whole(self), theme.px(8), fill, border)
        if self.hasFocus():
            self._draw_focus(painter, dress)
        self._draw_content(painter, dress)

    def dressed(self) -> Dress:
        """What the button wears in its present state; one that cannot be pressed is drawn faint besides."""
        return self.dress

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses as Space does."""
        if event.text() == _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Answer the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: "QEvent") -> None:
        """Answer the pointer."""
        super().leaveEvent(event)
        self.update()

    def _touched(self, dress: Dress) -> QColor:
        return self._theme.mixed(dress.fill, dress.text, 0.86 if self.isDown() else 0.93)

    def _draw_focus(self, painter: QPainter, dress: Dress) -> None:
        inset = 2.5 if dress.fill == "accent" else 0.0
        colour = self._theme.colour("on-accent" if dress.fill == "accent" else "accent")
        ring = whole(self).adjusted(inset, inset, -inset, -inset)
        draw_rounded(painter, ring, self._theme.px(8) - inset, None, colour, max(2.0, self._theme.px(1.5)))

    def _wide(self, text: int, cap: int) -> int:
        px = self._theme.px
        width = text + 2 * px(self.padding) + 1
        if self._glyph:
            width += px(18) + (px(6) if self.text() else 0)
        return width + px(6) + cap if cap else width

    def _draw_content(self, painter: QPainter, dress: Dress) -> None:
        px, theme, shown = self._theme.px, self._theme, self._shown()
        font = theme.font(self.text_px, bold=self.bold)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # a picture has no ground to lean on
        width = theme.text_size(shown, self.text_px, bold=self.bold).width()
        size = key_cap_size(theme, self._key) if self._key else QSize(0, 0)
        left = (self.width() - self._wide(width, size.width())) / 2 + px(self.padding)
        if self._glyph:
            box = QRectF(left, (self.height() - px(18)) / 2, px(18), px(18))
            theme.draw_icon(painter, self._glyph, box, dress.text)
            left += px(18) + (px(6) if self.text() else 0)
        painter.setFont(font)
        ink(painter, self, ROLE_OF.get(dress.text), theme.colour(dress.text))
        rect = QRectF(left, 0, width + 2, self.height())
        painter.drawText(rect, MIDDLE | LEFT, shown)
        if self._key:
            top = (self.height() - size.height()) // 2
            cap = QRectF(round(left + width + px(6)), top, size.width(), size.height())
            draw_key_cap(painter, self, theme, cap, self._key)

    def _shown(self) -> str:
        return self.text()


class PrimaryButton(Button):
    """The one thing to do on a page."""

    dress = Dress("accent", "accent", "on-accent")


class QuietButton(Button):
    """Another thing to do."""


class DangerButton(Button):
    """Something that loses something; it asks once."""

    dress = Dress("surface", "bad", "bad")


class IconButton(Button):
    """A small button that is only an icon; its text is its accessible name and its tool tip."""

    dress = Dress("", "", "muted")
    padding = 7.0
    height_px = 32.0

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__(theme, "", icon=icon)
        self.setAccessibleName(name)
        tip(self, name)

    def dressed(self) -> Dress:
        """A ground only under the pointer or with the focus."""
        if not self.isEnabled():
            return self.dress
        return (
            Dress("sunken", "", "text")
            if self.underMouse() or self.isDown() or self.hasFocus()
            else self.dress
        )


class LinkButton(Button):
    """A button that looks like a link."""

    dress = Dress("", "", "accent")
    padding = 2.0
    height_px = 22.0

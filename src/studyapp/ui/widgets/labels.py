"""Labels. ``plain_label`` is the only way to make one: a bare QLabel takes outside text for HTML and reads files."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from studyapp.ui.cheap import choose
from studyapp.ui.theme import Theme
from studyapp.ui.theme.palette import ROLE_OF

_SHORT_WORD = 120.0


class PlainLabel(QLabel):
    """A label that shows its text as it is, in a colour of the theme. Made by ``plain_label``."""

    def __init__(self, theme: Theme, text: str, size: float, colour: str, *, bold: bool, family: str) -> None:
        super().__init__()
        self._theme, self._size, self._bold, self._family = theme, size, bold, family
        self._colour = ""
        choose(self, "textFormat", "PlainText")
        self.setText(text)
        self.set_colour(colour)
        self._fit()
        theme.zoomed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """All of it in one line; a layout that has less room makes it wrap."""
        text = self.text()
        if not self.wordWrap() or "\n" in text:
            return super().sizeHint()
        line = self._theme.text_size(text, self._size, bold=self._bold, family=self._family)
        margins = self.contentsMargins()
        return QSize(
            line.width() + 1 + margins.left() + margins.right(),
            line.height() + margins.top() + margins.bottom(),
        )

    def set_colour(self, colour: str) -> None:
        """Show the text in another colour of the theme."""
        if colour == self._colour:
            return
        if colour not in ROLE_OF and (self._colour in ROLE_OF or not self._colour):
            self._theme.changed.connect(self._tint)
        elif colour in ROLE_OF and self._colour and self._colour not in ROLE_OF:
            self._theme.changed.disconnect(self._tint)
            self.setPalette(QPalette())
        self._colour = colour
        if colour in ROLE_OF:
            self.setForegroundRole(ROLE_OF[colour])
        else:
            self._tint()

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(self._size, bold=self._bold, family=self._family))

    @Slot()
    def _tint(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setPalette(palette)


class OwnWords(PlainLabel):
    """What a learner wrote: a word longer than the line goes on in the next one, and makes nothing wider."""

    _words = ""

    def __init__(self, theme: Theme, size: float = 14, colour: str = "text") -> None:
        super().__init__(theme, "", size, colour, bold=False, family="interface")
        _wrap(self)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self._break()

    def minimumSizeHint(self) -> QSize:
        """As narrow as a short word, whatever it says."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.px(_SHORT_WORD)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """As high as the words are when broken for that width."""
        from studyapp.ui.widgets.wrapped import wrapped_height

        return wrapped_height(self.fontMetrics(), width, self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other words."""
        super().resizeEvent(event)
        self._break()

    @Slot()
    def _fit(self) -> None:
        super()._fit()
        self._break()

    def _break(self) -> None:
        from studyapp.ui.widgets.wrapped import breakable  # a start does without, see ``ui.cheap``

        shown = breakable(self.fontMetrics(), self.width(), self._words)
        if shown != self.text():
            super().setText(shown)


def plain_label(
    theme: Theme,
    text: str = "",
    size: float = 14,
    colour: str = "text",
    *,
    bold: bool = False,
    wrap: bool = True,
    family: str = "interface",
) -> PlainLabel:
    """A label of plain text that wraps, in CSS pixels and a colour of the theme."""
    label = PlainLabel(theme, text, size, colour, bold=bold, family=family)
    if wrap:
        _wrap(label)
    return label


def _wrap(label: QLabel) -> None:
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)


def heading(theme: Theme, text: str = "", size: float = 14) -> PlainLabel:
    """A bold line that opens a card or a section: 14 for a section, 17 to 27 for titles."""
    return plain_label(theme, text, size, bold=True)

"""The looks of the window: colours by name, sizes by zoom, fonts and icons."""

import re
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from studyapp.ui.theme.icon import draw_icon
from studyapp.ui.theme.palette import menu_palette, palette_of
from studyapp.ui.theme.tokens import read_tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

Mode = Literal["system", "light", "dark"]
MODES: tuple[Mode, ...] = ("system", "light", "dark")

_OUTLINE = 0.6
"""The share of muted ink in the frame of a menu and of its boxes to tick."""
_SIZES_KEPT = 2000
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The steps of Ctrl + and Ctrl −, in per cent."""

_PLACEHOLDER = r"\$(px[0-9]+|[a-z]+(?:-[a-z]+)*)"
_FAMILIES = {
    "interface": (["Inter"], QFont.StyleHint.SansSerif),
    "serif": (["Source Serif 4", "Noto Serif", "Georgia", "DejaVu Serif"], QFont.StyleHint.Serif),
    "mono": (["Cascadia Mono", "SF Mono", "DejaVu Sans Mono"], QFont.StyleHint.Monospace),
}


class Theme(QObject):
    """One theme for the whole window, light or dark, at one zoom. Handed to whatever draws.

    Sizes are in CSS pixels at 100 %; ``px`` turns them into pixels of the screen at the zoom in force.
    """

    changed = Signal()
    """The colours are others. Widgets that paint from ``colour`` are repainted anyway."""
    zoomed = Signal()
    """The sizes are others."""

    def __init__(self, resources: Path, mode: str = "system", zoom: int = 100) -> None:
        super().__init__()
        self._resources = resources
        self._mode: Mode = mode if mode in MODES else "system"
        self._zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        self._fonts: dict[tuple[float, bool, str], QFont] = {}
        self._sizes: dict[tuple[str, float, bool, str], QSize] = {}
        self._pixels: dict[float, int] = {}
        self._icons: dict[str, Path] = {}
        self._read: dict[bool, dict[str, QColor]] = {}
        self._colours: dict[str, QColor] = {}
        self._dark = self._system_dark = False

    @property
    def mode(self) -> Mode:
        """Pinned light or dark, or following the system."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._dark

    @property
    def zoom(self) -> int:
        """The zoom in per cent."""
        return self._zoom

    def apply(self) -> None:
        """Dress the application for the first time and follow the system from now on."""
        QApplication.setFont(self.font())
        self._system_dark = _system_is_dark()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def on_paper(self) -> "Theme":
        """The light colours at 100 %, for what is printed. It dresses no window."""
        paper = Theme(self._resources, "light")
        paper._colours = self._colours_of(dark=False)
        return paper

    def set_mode(self, mode: Mode) -> None:
        """Pin the theme or let it follow the system; at once."""
        if mode != self._mode:
            self._mode = mode
            self._dress()

    def set_zoom(self, percent: int) -> None:
        """Show everything at ``percent`` of its size, within the first and the last of ZOOMS."""
        percent = max(ZOOMS[0], min(ZOOMS[-1], percent))
        if percent != self._zoom:
            self._zoom = percent
            self._fonts.clear()
            self._sizes.clear()
            self._pixels.clear()
            QApplication.setFont(self.font())
            self.zoomed.emit()

    def step_zoom(self, steps: int) -> None:
        """Go ``steps`` up or down the ladder of ZOOMS."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))])

    def colour(self, name: str) -> QColor:
        """A colour by its name in ``resources/themes``. Raises KeyError for a name that is not there."""
        return self._colours[name]

    def mixed(self, one: str, other: str, share: float) -> QColor:
        """``share`` (0–1) of one colour over the rest of another, opaque: the steps of a heat map."""
        a, b = self.colour(one), self.colour(other)
        parts = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
        return QColor(*(round(x * share + y * (1 - share)) for x, y in parts))

    def px(self, size: float) -> int:
        """A size in pixels at the zoom in force; never less than 1 for what is more than 0. Kept as well."""
        kept = self._pixels.get(size)
        if kept is None:
            kept = max(1, round(size * self._zoom / 100)) if size > 0 else 0
            if len(self._pixels) < _SIZES_KEPT:
                self._pixels[size] = kept
        return kept

    def font(self, size: float = 14, *, bold: bool = False, family: str = "interface") -> QFont:
        """The interface font, the ``serif`` of articles or the ``mono`` of code, in CSS pixels."""
        kept = self._fonts.get((size, bold, family))
        if kept is None:
            kept = self._fonts[size, bold, family] = self._made_font(size, bold, family)
        return QFont(kept)

    def text_size(
        self, text: str, size: float = 14, *, bold: bool = False, family: str = "interface"
    ) -> QSize:
        """How much room a line of text takes. Kept, because buttons ask for it at every turn."""
        asked = text, size, bold, family
        kept = self._sizes.get(asked)
        if kept is None:
            metrics = QFontMetricsF(self.font(size, bold=bold, family=family))
            kept = QSize(
                ceil(metrics.horizontalAdvance(text)), ceil(max(metrics.height(), metrics.lineSpacing()))
            )
            if len(self._sizes) < _SIZES_KEPT:
                self._sizes[asked] = kept
        return kept

    def css(self, text: str) -> str:
        """A style sheet with ``$accent`` and ``$px14`` filled in. Raises KeyError for an unknown name."""
        return re.sub(_PLACEHOLDER, self._value, text)

    def style(self, name: str) -> str:
        """The style sheet ``name`` of ``resources/style``, filled in."""
        return self.css((self._resources / "style" / name).read_text(encoding="utf-8"))

    def draw_icon(self, painter: QPainter, name: str, rect: QRectF, colour: str = "muted") -> None:
        """Draw an icon in one of the theme's colours."""
        draw_icon(painter, self._icon(name), rect, self.colour(colour))

    def icon(self, name: str, colour: str = "muted", size: float = 20) -> "QIcon":
        """An icon for what cannot draw it itself, such as a menu; ask again after ``changed``."""
        from PySide6.QtGui import QIcon, QPixmap

        ratio = 2.0
        side = self.px(size)
        picture = QPixmap(QSize(side, side) * ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        draw_icon(painter, self._icon(name), QRectF(picture.rect()), self.colour(colour))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return QIcon(picture)

    def _made_font(self, size: float, bold: bool, family: str) -> QFont:
        families, hint = _FAMILIES[family]
        font = QFont()
        own = QFont().families() if family == "interface" else []
        font.setFamilies([*families, *(name for name in own if name not in families)])
        font.setStyleHint(hint)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    @Slot()
    def _follow(self) -> None:
        from PySide6.QtCore import Qt

        self._system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._mode == "system":
            self._dress()

    def _dress(self) -> None:
        dark = self._mode == "dark" or (self._mode == "system" and self._system_dark)
        self._dark = dark
        self._colours = self._colours_of(dark=dark)
        palette = palette_of(self._colours)
        QApplication.setPalette(palette)
        menus = menu_palette(self._colours, self.mixed("muted", "surface", _OUTLINE))
        QApplication.setPalette(menus, "QMenu")  # type: ignore[arg-type]  # the stub says bytes, the call wants text
        QToolTip.setPalette(palette)
        self.changed.emit()

    def _colours_of(self, *, dark: bool) -> dict[str, QColor]:
        if dark not in self._read:
            tokens = read_tokens(self._resources / "themes" / ("dark.toml" if dark else "light.toml"))
            self._read[dark] = {name: QColor(value) for name, value in tokens.items()}
        return self._read[dark]

    def _icon(self, name: str) -> Path:
        if name not in self._icons:
            self._icons[name] = self._resources / "icons" / f"{name}.svg"
        return self._icons[name]

    def _value(self, found: re.Match[str]) -> str:
        name = found[1]
        if name.startswith("px"):
            return f"{self.px(int(name[2:]))}px"
        return self.colour(name).name()


def _system_is_dark() -> bool:
    """What the desktop says by the palette it gives before ours; without a desktop light is meant.

    `QStyleHints.colorScheme` says the same and more directly, but its enumeration is too dear for the start.
    """
    return QGuiApplication.palette().window().color().lightness() < 128

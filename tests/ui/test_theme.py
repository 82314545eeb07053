"""Looks are data: two themes with the same names, readable in both, at every zoom."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studyapp import bundle
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import Mode
from studyapp.ui.theme.tokens import read_tokens

THEMES = ("light", "dark")
GROUNDS = ("background", "surface", "sunken")
ROLES = (
    *("product-owner", "project-manager", "product-manager"),
    *("scrum-master", "developers", "business-analyst"),
)
MARKS = ("yellow", "green", "blue", "pink")
READ_TOGETHER = (
    *((ink, ground) for ink in ("text", "muted", "accent", "good", "warn", "bad") for ground in GROUNDS),
    *((ink, f"{ink}-soft") for ink in ("accent", "good", "warn", "bad")),
    *(("text", f"{soft}-soft") for soft in ("accent", "good", "warn", "bad")),
    *((role, ground) for role in ROLES for ground in ("background", "surface")),
    *((ink, f"mark-{colour}") for ink in ("text", "accent") for colour in MARKS),
    ("on-accent", "accent"),
    ("background", "text"),
)
"""Text and the ground it stands on."""


def tokens(name: str) -> dict[str, str]:
    return read_tokens(bundle.resources_dir() / "themes" / f"{name}.toml")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_our_reader_and_tomllib_read_the_same(name: str) -> None:
    file = bundle.resources_dir() / "themes" / f"{name}.toml"
    assert tokens(name) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_both_themes_name_the_same_colours() -> None:
    assert tokens("light").keys() == tokens("dark").keys()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READ_TOGETHER)
def test_text_stands_out_from_its_ground(name: str, ink: str, ground: str) -> None:
    colours = tokens(name)
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_a_line_that_is_no_colour_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text("accent = blue\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.toml:1: accent = blue"):
        read_tokens(tmp_path / "odd.toml")


def test_an_unknown_colour_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("blue")
    with pytest.raises(KeyError):
        theme.css("color: $blue")


def test_a_style_sheet_gets_colours_and_zoomed_sizes(theme: Theme) -> None:
    theme.set_zoom(200)
    assert theme.css("a { color: $accent-soft; margin: $px12 }") == "a { color: #e4edf6; margin: 24px }"


def test_pinning_dark_dresses_the_application_at_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor("#15171A")


def test_without_a_desktop_the_system_means_light(qapp: QApplication) -> None:
    QApplication.setPalette(QPalette())
    theme = Theme(bundle.resources_dir(), "system")
    theme.apply()
    assert not theme.dark


class Desktop(QObject):
    """What Qt tells of a desktop; there is none here."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def test_the_theme_follows_the_desktop_at_once_unless_it_is_pinned(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: desktop)
    theme = Theme(bundle.resources_dir(), "system")
    theme.apply()
    desktop.turn(Qt.ColorScheme.Dark)
    followed = theme.dark
    theme.set_mode("light")
    desktop.turn(Qt.ColorScheme.Dark)
    assert (followed, theme.dark) == (True, False)
    desktop.turn(Qt.ColorScheme.Light)
    theme.set_mode("system")
    assert not theme.dark


def test_a_mode_nobody_knows_means_the_system(qapp: QApplication) -> None:
    assert Theme(bundle.resources_dir(), "sepia").mode == "system"


def test_zoom_goes_up_and_down_its_ladder_and_no_further(theme: Theme) -> None:
    for _ in range(12):
        theme.step_zoom(1)
    assert (theme.zoom, theme.px(14)) == (200, 28)
    theme.step_zoom(-1)
    assert theme.zoom == 175


def test_what_is_thin_stays_visible_at_the_smallest_zoom(theme: Theme) -> None:
    theme.set_zoom(80)
    assert (theme.px(0.5), theme.px(0)) == (1, 0)


def test_mixing_two_colours_gives_the_steps_between(theme: Theme) -> None:
    assert theme.mixed("text", "surface", 0.0) == theme.colour("surface")
    assert theme.mixed("text", "surface", 1.0) == theme.colour("text")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_box_to_tick_in_a_menu_stands_out_from_its_ground(theme: Theme, qtbot: QtBot, mode: Mode) -> None:
    theme.set_mode(mode)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Only rows that differ").setCheckable(True)
    menu.ensurePolished()
    picture = menu.grab().toImage()
    middle = menu.actionGeometry(menu.actions()[0]).center().y()
    inside = [picture.pixelColor(x, middle).name() for x in range(4, 24)]
    ground = inside[0]
    assert max(contrast(ink, ground) for ink in inside) > 1.5

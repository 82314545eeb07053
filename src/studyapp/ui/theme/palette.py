"""Turns a theme's colours into the palette that Qt's own widgets paint from."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole

ROLES: Mapping[_Role, str] = {
    _Role.Window: "background",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "bad",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "background",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on-accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.PlaceholderText: "muted",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "line",
    _Role.Dark: "line",
    _Role.Shadow: "line",
    _Role.Accent: "accent",
}
"""Which colour each role of the palette has."""

ROLE_OF: Mapping[str, _Role] = {
    "text": _Role.WindowText,
    "muted": _Role.PlaceholderText,
    "accent": _Role.Link,
    "on-accent": _Role.HighlightedText,
    "bad": _Role.BrightText,
}
"""The role by which a label or button gets one of these colours, and another with the theme."""

_DIMMED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(colours: Mapping[str, QColor]) -> QPalette:
    """The palette of a theme. Disabled text is muted; whatever is disabled also says why or looks it."""
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, colours[name])
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours["muted"])
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, colours["sunken"])
    return palette


def menu_palette(colours: Mapping[str, QColor], outline: QColor) -> QPalette:
    """The same for menus, with frames in ``outline``: Fusion draws them 1.4 darker than the window.

    Made anew, because copying a palette loads the whole of Qt's largest namespace.
    """
    menu = palette_of(colours)
    menu.setColor(_Role.Window, outline.lighter(140))
    return menu

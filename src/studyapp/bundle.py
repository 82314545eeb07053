"""Where the program's own content and resources lie, in a checkout and installed, and its version."""

from pathlib import Path

VERSION = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_bundled"
_CHECKOUT = _PACKAGE.parents[1]


def content_dir() -> Path:
    """The folder of the bundled pack."""
    return _found("content")


def resources_dir() -> Path:
    """The folder of icons, themes and style sheets."""
    return _found("resources")


def version() -> str:
    """The program's version, as the packages carry it."""
    return VERSION


def _found(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name

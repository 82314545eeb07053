"""A bundle holds the libraries that it reaches, and no others that the building system happened to have."""

from collections.abc import Callable
from types import ModuleType

PRINTING = ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "print", "BINARY")
CORE = ("PySide6/Qt/lib/libQt6Core.so.6", "core", "BINARY")
PYTHON = ("libpython3.11.so.1.0", "python", "BINARY")
LINK = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
LINKED = {
    "core": {"libglib-2.0.so.0"},
    "print": {"libcups.so.2", "libQt6Core.so.6"},
    "libcups.so.2": {"libgnutls.so.30"},
    "libglib-2.0.so.0": {"libpcre2-8.so.0"},
}


def of_the_system(*names: str) -> list[tuple[str, str, str]]:
    return [(name, name, "BINARY") for name in names]


def test_printing_brings_no_system_library_along(script: Callable[[str], ModuleType]) -> None:
    reached = script("needed_libraries.py").reached
    bare = [PRINTING, CORE, PYTHON, LINK, *of_the_system("libglib-2.0.so.0", "libpcre2-8.so.0")]
    rich = [*bare, *of_the_system("libcups.so.2", "libgnutls.so.30", "libwayland-client.so.0")]
    assert reached(rich, lambda file: LINKED.get(file, ())) == bare
    assert reached(bare, lambda file: LINKED.get(file, ())) == bare

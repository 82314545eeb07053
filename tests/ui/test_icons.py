"""Our icons: plain SVG of one stroke weight, drawn without the SVG plugin."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp import bundle
from studyapp.ui.pages import PAGES
from studyapp.ui.theme.icon import draw_icon, read_icon

FOLDER = bundle.resources_dir() / "icons"
ICONS = sorted(file for file in FOLDER.glob("*.svg") if file.stem != "app")
"""All but the program's own, which the desktop shows in its own colours."""


def drawn(file: Path) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_icon(painter, file, QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()
    return image


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_a_picture_of_24_by_24_in_one_stroke(file: Path) -> None:
    root = ET.fromstring(file.read_text(encoding="utf-8"))
    assert (root.get("viewBox"), root.get("stroke"), root.get("stroke-width")) == (
        "0 0 24 24",
        "currentColor",
        "1.6",
    )
    for shape in root:
        assert shape.tag.endswith("path")
        assert re.fullmatch(r"[MLHVCZ0-9. -]+", shape.get("d", ""))


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_leaves_ink_and_stays_inside(file: Path, qapp: QApplication) -> None:
    image = drawn(file)
    dark = [(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).lightness() < 128]
    assert len(dark) > 8
    assert all(0 < x < 23 and 0 < y < 23 for x, y in dark)


def test_every_page_has_an_icon() -> None:
    assert set(PAGES) <= {file.stem for file in ICONS}


def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_icon(FOLDER / "unicorn.svg")

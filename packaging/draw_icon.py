"""Draws the program's icon as PNG: ``draw_icon.py SVG FOLDER SIZE…`` writes FOLDER/SIZE.png for each size."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

source, folder, *sizes = sys.argv[1:]
renderer = QSvgRenderer(source)
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    Path(folder).mkdir(parents=True, exist_ok=True)
    image.save(str(Path(folder) / f"{size}.png"))

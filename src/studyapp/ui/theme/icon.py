"""Draws our own icons from ``resources/icons``: one stroke weight on a grid of 24 × 24.

The files are plain SVG, so that any program shows them, but hold nothing except ``<path d>`` made of the commands
M L H V C Z. Drawing those here spares every start the SVG plugin, takes any colour without a copy of the file and is
sharp at every zoom.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from studyapp.ui.cheap import brush, pen

GRID = 24.0
STROKE = 1.6

_COMMANDS = "MLHVCZ"


class Icon(NamedTuple):
    """The strokes of an icon, and dots where they begin, end or turn, in as many layers as keep dots apart."""

    path: QPainterPath
    dots: tuple[QPainterPath, ...]


@lru_cache(maxsize=128)
def read_icon(file: Path) -> Icon:
    """Read an icon file. Raises FileNotFoundError for a name that has none."""
    path = QPainterPath()
    ends: dict[tuple[float, float], QPointF] = {}
    for part in file.read_text(encoding="utf-8").split('<path d="')[1:]:
        for command, numbers in _steps(part.partition('"')[0]):
            _add(path, command, [float(n) for n in numbers.split()])
            here = path.currentPosition()
            ends[here.x(), here.y()] = here
    return Icon(path, _layers(list(ends.values())))


def draw_icon(painter: QPainter, file: Path, rect: QRectF, colour: QColor) -> None:
    """Draw an icon file into ``rect``, square, in one colour.

    Caps and joins are made round by a dot on each end and corner: a pen could do it, but wants enumerations for it
    that are too dear for the start (see ``cheap``).
    """
    icon = read_icon(file)
    scale = min(rect.width(), rect.height()) / GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - scale * GRID / 2, rect.center().y() - scale * GRID / 2)
    painter.scale(scale, scale)
    painter.strokePath(icon.path, pen(colour, STROKE))
    solid = brush(colour)
    for layer in icon.dots:
        painter.fillPath(layer, solid)
    painter.restore()


def _steps(data: str) -> Iterator[tuple[str, str]]:
    """A path's commands, each with its numbers."""
    starts = [at for at, letter in enumerate(data) if letter in _COMMANDS]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        yield data[start], data[start + 1 : end]


def _layers(ends: list[QPointF]) -> tuple[QPainterPath, ...]:
    """Dots that overlap in one path would leave a hole between them, so each goes where it has room."""
    layers: list[list[QPointF]] = []
    for end in ends:
        free = (layer for layer in layers if all(_apart(end, other) for other in layer))
        layer = next(free, None)
        if layer is None:
            layers.append([end])
        else:
            layer.append(end)
    return tuple(map(_dotted, layers))


def _apart(one: QPointF, other: QPointF) -> bool:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) > STROKE


def _dotted(ends: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    for end in ends:
        path.addEllipse(end, STROKE / 2, STROKE / 2)
    return path


def _add(path: QPainterPath, command: str, n: list[float]) -> None:
    here = path.currentPosition()
    match command:
        case "M":
            path.moveTo(n[0], n[1])
        case "L":
            for x, y in zip(n[0::2], n[1::2], strict=True):
                path.lineTo(x, y)
        case "H":
            path.lineTo(n[0], here.y())
        case "V":
            path.lineTo(here.x(), n[0])
        case "C":
            for at in range(0, len(n), 6):
                path.cubicTo(*n[at : at + 6])
        case _:
            path.closeSubpath()

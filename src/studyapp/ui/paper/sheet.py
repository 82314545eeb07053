"""Puts a rich text document on paper or into a PDF: numbered pages, a running title, contents that are links.

This is the only place that writes PDF. Two steps do it::

    document = paper_document(theme, html)            # ui/paper/document.py, or any QTextDocument in light colours
    save_pdf(document, file, Sheet("Title of it"))    # raises OSError

A document is measured in CSS pixels (96 to the inch) at 100 %, whatever the zoom of the window. A link to ``#name``
leads, in the PDF too, to the element whose ``id`` is ``name``. A document that has been printed is laid out for that
paper; print a fresh one next time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from studyapp.store.durable import write_bytes
from studyapp.ui.paper.contents import Entry, lay_contents, number_contents
from studyapp.ui.paper.pages import Room, keep_together, lay_pages, page_count

_INCH = 96.0
"""CSS pixels to the inch."""
_SIDE, _TOP, _BOTTOM = 68.0, 84.0, 80.0
_SMALL = 11
_CREATOR = "Product Owner Study Companion"
_BLACK, _GREY, _RULE = QColor("#1f2328"), QColor("#5c6570"), QColor("#e1e0db")
"""Text, small print and lines of the light theme, the only one that paper has."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page says of itself.

    ``title`` runs above all pages but the first and becomes the PDF's title; ``foot`` stands at the left below.
    ``contents`` are laid after the document's block number ``contents_after``, each with the number of its page.
    """

    title: str
    foot: str = ""
    landscape: bool = False
    contents: tuple[Entry, ...] = ()
    contents_after: int = 0


Wanted = Callable[[int], Sequence[int]]
"""Given how many pages there are, the numbers (from 1) of those to print, in their order."""


def all_pages(count: int) -> Sequence[int]:
    """Every page once, the first first."""
    return range(1, count + 1)


def save_pdf(document: QTextDocument, file: Path, sheet: Sheet) -> None:
    """Write a PDF; a power cut or a full disk leaves the old file or the new one. Raises OSError."""
    write_bytes(file, pdf_bytes(document, sheet))


def pdf_bytes(document: QTextDocument, sheet: Sheet) -> bytes:
    """The PDF itself, on the paper that is usual here."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator(_CREATOR)
    turned = QPageLayout.Orientation.Landscape if sheet.landscape else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(usual_paper()), turned, QMarginsF()))
    print_on(document, writer, sheet)
    del writer
    return bytes(buffer.data().data())


def print_on(
    document: QTextDocument, device: QPagedPaintDevice, sheet: Sheet, wanted: Wanted = all_pages
) -> bool:
    """Print on a device that takes the whole page. Gives whether the device took it."""
    size = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    room = Room(size.width() / 72 * _INCH, size.height() / 72 * _INCH, _SIDE, _TOP, _BOTTOM)
    lay_contents(document, sheet.contents, sheet.contents_after, room)
    lay_pages(document, room)
    keep_together(document, room)
    number_contents(document, sheet.contents, sheet.contents_after, room)
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / _INCH
    painter.scale(scale, scale)
    count = page_count(document)
    for number, page in enumerate(wanted(count)):
        if number:
            device.newPage()
        _paint_text(painter, document, QRectF(0, (page - 1) * room.height, room.width, room.height))
        _paint_edges(painter, sheet, room, page, count)
    return painter.end()


def usual_paper() -> QPageSize.PageSizeId:
    """Letter where inches are in use, A4 elsewhere."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if inches else QPageSize.PageSizeId.A4


def _paint_text(painter: QPainter, document: QTextDocument, part: QRectF) -> None:
    painter.save()
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, _BLACK)
    context.palette = palette
    context.clip = part
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_edges(painter: QPainter, sheet: Sheet, room: Room, page: int, count: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(_SMALL)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width = room.width - 2 * room.side
    head = QRectF(room.side, room.top - 44, width, 18)
    foot = QRectF(room.side, room.height - room.bottom + 26, width, 18)
    number = f"{page} of {count}"
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.setPen(_GREY)
    if page > 1:
        painter.drawText(head, left, metrics.elidedText(sheet.title, Qt.TextElideMode.ElideRight, width))
    painter.drawText(foot, right, number)
    rest = width - metrics.horizontalAdvance(number) - 24
    painter.drawText(foot, left, metrics.elidedText(sheet.foot, Qt.TextElideMode.ElideMiddle, rest))
    painter.setPen(_RULE)
    if page > 1:
        painter.drawLine(head.bottomLeft(), head.bottomRight())

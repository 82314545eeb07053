"""An article laid out as a rich text document that can load nothing but pictures of its own pack."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QImageReader, QTextDocument, QTextOption

from studyapp.ui.widgets.nothing import no_picture, nothing

Picture = Callable[[str], bytes | None]
"""Gives a picture of the article's pack by the name that the article uses, or None."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where pictures come from.

    ``widest`` is the most room for one in pixels, ``ratio`` the screen's own scale, ``zoom`` that of the window.
    """

    of: Picture
    widest: float
    ratio: float = 1.0
    zoom: float = 1.0


_IMAGE = QTextDocument.ResourceType.ImageResource.value
_LARGEST = 4096
_MEGABYTES = 64


class ArticleDocument(QTextDocument):
    """House-dialect HTML with its style. Colours and sizes are baked in: another theme needs another document.

    It is made empty, which takes a while because of the style sheet, and filled once.
    """

    def __init__(self, css: str, font: QFont, indent: float) -> None:
        super().__init__()
        self._pictures: Pictures | None = None
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setIndentWidth(indent)
        self.setDefaultTextOption(_wrapping())
        self.setDefaultStyleSheet(css)
        self.setDefaultFont(font)

    def fill(self, html: str, pictures: Pictures) -> None:
        """Hold this text; it asks for its pictures when it is laid out."""
        self._pictures = pictures
        self.setHtml(html)

    def set_sides(self, left: float, right: float, top: float, bottom: float) -> None:
        """Leave so much room around the text, in pixels."""
        root = self.rootFrame()
        shape = root.frameFormat()
        now = (shape.leftMargin(), shape.rightMargin(), shape.topMargin(), shape.bottomMargin())
        if now == (left, right, top, bottom):
            return
        shape.setLeftMargin(left)
        shape.setRightMargin(right)
        shape.setTopMargin(top)
        shape.setBottomMargin(bottom)
        root.setFrameFormat(shape)

    def set_width(self, width: int) -> None:
        """Be laid out at this width; told before a view takes the document, that view lays it out only once."""
        self.setPageSize(QSizeF(width, -1))

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's own name
        """A picture of the pack; an empty answer to everything else, so that Qt looks nowhere by itself."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        pictures = self._pictures
        if pictures is None or type != _IMAGE or url.scheme() or url.host():
            return nothing(type)
        data = pictures.of(url.path())
        image = fitted(read_picture(data), pictures) if data else no_picture()
        image = no_picture() if image.isNull() else image
        self.addResource(type, url, image)
        return image


def _wrapping() -> QTextOption:
    """As a text view wants it; a document with another would be laid out twice."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def fitted(image: QImage | QByteArray, pictures: Pictures) -> QImage | QByteArray:
    """A picture as large as the zoom wants it and no wider than its room, sharp on its screen."""
    if isinstance(image, QByteArray):
        return image
    room = min(pictures.widest, image.width() * pictures.zoom)
    width = round(room * pictures.ratio)
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    image.setDevicePixelRatio(image.width() / room)
    return image


def read_picture(data: bytes) -> QImage | QByteArray:
    """Decode a picture of at most 4096 × 4096 pixels; empty for what is none or is larger."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAllocationLimit(_MEGABYTES)
    size = reader.size()
    if bytes(reader.format().data()) in (b"svg", b"svgz") or max(size.width(), size.height()) > _LARGEST:
        return QByteArray()
    image = reader.read()
    return QByteArray() if image.isNull() else image

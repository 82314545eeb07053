"""What a rich text gets for whatever it names but must not have."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QTextDocument

_PICTURE = QTextDocument.ResourceType.ImageResource.value


def nothing(kind: int) -> QImage | QByteArray:
    """An answer for ``loadResource``: a picture of one clear point, or no bytes.

    Given no picture, or one that cannot be read, Qt opens the file of that name by itself, wherever it lies.
    """
    return no_picture() if kind == _PICTURE else QByteArray()


def no_picture() -> QImage:
    """One clear point."""
    picture = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    return picture


class LonelyDocument(QTextDocument):
    """A rich text that belongs to no view and loads nothing."""

    def loadResource(self, type: int, name: object) -> QImage | QByteArray:  # noqa: A002 - Qt's own name
        """Nothing, whatever is named."""
        return nothing(type)

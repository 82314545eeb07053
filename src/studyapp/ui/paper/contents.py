"""The list of contents at the head of a printed document: each line a link, with the number of its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from studyapp.ui.paper.pages import Room, page_of

_SIZE, _STEP, _BETWEEN, _AFTER = 13, 18.0, 3.0, 22.0
_TEXT = QColor("#1f2328")
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its words, the ``id`` of the element it leads to, how far it stands in (from 0)."""

    title: str
    anchor: str
    depth: int = 0


def lay_contents(document: QTextDocument, entries: Sequence[Entry], after: int, room: Room) -> None:
    """Put the contents after the block of this number; their page numbers come later."""
    cursor = QTextCursor(document.findBlockByNumber(after))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    for number, entry in enumerate(entries, 1):
        words = _words(entry.anchor, document.defaultFont())
        cursor.insertBlock(QTextBlockFormat(), words)
        cursor.insertText(f"{entry.title.replace(_TAB, ' ')}{_TAB}", words)
        rtl = cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft
        cursor.setBlockFormat(_line(entry, room, rtl=rtl, last=number == len(entries)))


def number_contents(document: QTextDocument, entries: Sequence[Entry], after: int, room: Room) -> None:
    """Write its page behind every entry; nothing where the document has no such element."""
    anchors = anchor_positions(document) if entries else {}
    pages = [
        page_of(document, anchors[each.anchor], room) if each.anchor in anchors else -1 for each in entries
    ]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # so that the document is laid out once more, not for every line
    for number, page in enumerate(pages, after + 1):
        cursor.setPosition(document.findBlockByNumber(number).position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if page >= 0:
            cursor.insertText(str(page + 1), cursor.charFormat())
    cursor.endEditBlock()


def anchor_positions(document: QTextDocument) -> dict[str, int]:
    """Where each named place of a document is."""
    places: dict[str, int] = {}
    block = document.begin()
    while block.isValid():
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            for name in fragment.charFormat().anchorNames():
                places.setdefault(name, fragment.position())
            step += 1
        block = block.next()
    return places


def _line(entry: Entry, room: Room, *, rtl: bool, last: bool) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    indent = entry.depth * _STEP
    if rtl:
        shape.setRightMargin(indent)
    else:
        shape.setLeftMargin(indent)
    shape.setBottomMargin(_AFTER if last else _BETWEEN)
    # Qt counts stops from where a line begins, and takes left for right in a line from right to left.
    side = QTextOption.TabType.LeftTab if rtl else QTextOption.TabType.RightTab
    shape.setTabPositions([QTextOption.Tab(room.width - 2 * room.side - indent, side)])
    return shape


def _words(anchor: str, font: QFont) -> QTextCharFormat:
    shape = QTextCharFormat()
    own = QFont(font)
    own.setPixelSize(_SIZE)
    shape.setFont(own)
    shape.setForeground(_TEXT)
    shape.setAnchor(True)
    shape.setAnchorHref(f"#{anchor}")
    return shape

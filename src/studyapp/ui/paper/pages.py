"""Parts a document into pages without tearing apart what belongs together."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextTable,
)

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_LARGEST = 0.7
"""What takes more than this share of a page is torn rather than moved: moving it would leave a hole."""
_BOOK = 40
"""From so many pages on a document is a book."""
_ROUNDS = 3
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Room:
    """A page and its margins in CSS pixels."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def inner(self) -> float:
        """The height that text has."""
        return self.height - self.top - self.bottom

    def flow(self, y: float) -> float:
        """How much text there is room for above a place of the document."""
        page = y // self.height
        return page * self.inner + min(self.inner, max(0.0, y - page * self.height - self.top))

    def page(self, y: float) -> int:
        """The page (from 0) of a place in the document."""
        return int(y // self.height)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, or a table as a whole; ``first`` and ``last`` are the blocks it begins and ends with."""

    first: QTextBlock
    lasts: tuple[QTextBlock, ...]
    table: QTextTable | None = None


def lay_pages(document: QTextDocument, room: Room) -> None:
    """Lay a document out on pages of this size; letters stand where the paper has them, not where a screen would."""
    font = QFont(document.defaultFont())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    shape = document.rootFrame().frameFormat()
    shape.setLeftMargin(room.side)
    shape.setRightMargin(room.side)
    shape.setTopMargin(room.top)
    shape.setBottomMargin(room.bottom)
    document.rootFrame().setFrameFormat(shape)
    _fit_pictures(document, room)
    document.setPageSize(QSizeF(room.width, room.height))


def _fit_pictures(document: QTextDocument, room: Room) -> None:
    """Make pictures small enough for a page; what is wider or higher would be cut off."""
    wide, high = room.width - 2 * room.side, room.inner * _LARGEST
    cursor = QTextCursor(document)
    for position, shape in list(_pictures(document)):
        picture = document.resource(_IMAGE, QUrl(shape.name()))
        if not isinstance(picture, QImage) or picture.isNull():
            continue
        size = picture.deviceIndependentSize()
        scale = min(wide / size.width(), high / size.height())
        if scale < 1:
            shape.setWidth(size.width() * scale)
            shape.setHeight(size.height() * scale)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(shape)


def _pictures(document: QTextDocument) -> Iterator[tuple[int, QTextImageFormat]]:
    block = document.begin()
    while block.isValid():
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            if fragment.charFormat().isImageFormat():
                for offset in range(fragment.length()):
                    yield fragment.position() + offset, fragment.charFormat().toImageFormat()
            step += 1
        block = block.next()


def page_count(document: QTextDocument) -> int:
    """How many pages there are."""
    return max(1, document.pageCount())


def page_of(document: QTextDocument, position: int, room: Room) -> int:
    """The page (from 0) on which a position stands."""
    return room.page(_top(document, document.findBlock(position)))


def keep_together(document: QTextDocument, room: Room) -> None:
    """Begin a new page before a table, callout or figure that would be torn, and before a heading left alone.

    After every break the rest has to be laid out anew, which takes too long for a book: there, what a break moves is
    reckoned, and what the reckoning missed is mended in a second round.
    """
    if document.pageCount() <= _BOOK:
        _keep_each(document, room)
    else:
        for _ in range(_ROUNDS):
            _keep_all(document, room)


def _keep_each(document: QTextDocument, room: Room) -> None:
    for group in _groups(document):
        top, stop = _reach(document, group, room)
        if room.page(top) != room.page(stop):
            _begin_page(group[0])
            # All that follows is laid out: Qt loses paragraphs when it only moves them over the edge of a page.
            start = group[0].first.position()
            document.markContentsDirty(start, document.characterCount() - start)


def _keep_all(document: QTextDocument, room: Room) -> None:
    shift, torn = 0.0, []
    for group in _groups(document):
        if _begins_page(group[0]):  # whatever was moved before it ends on the page before
            shift = ceil(shift / room.inner) * room.inner
        top, stop = (room.flow(y) + shift for y in _reach(document, group, room))
        if top // room.inner != stop // room.inner:
            shift += room.inner - top % room.inner
            torn.append(group[0])
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for piece in torn:
        _begin_page(piece)
    cursor.endEditBlock()
    document.markContentsDirty(0, document.characterCount())


def _groups(document: QTextDocument) -> Iterator[list[_Piece]]:
    """What has to stand on one page: what a heading is over, what a picture is named by."""
    group: list[_Piece] = []
    for piece in list(_pieces(document)):
        group.append(piece)
        if not _leads(piece):
            yield group
            group = []


def _pieces(document: QTextDocument) -> Iterator[_Piece]:
    step = document.rootFrame().begin()
    while not step.atEnd():
        block, frame = step.currentBlock(), step.currentFrame()
        if block.isValid():
            yield _Piece(block, (block,))
        elif isinstance(frame, QTextTable):
            last = frame.rows() - 1
            ends = (frame.cellAt(last, column).lastCursorPosition() for column in range(frame.columns()))
            yield _Piece(frame.firstCursorPosition().block(), tuple(end.block() for end in ends), frame)
        step += 1


def _leads(piece: _Piece) -> bool:
    """Whether it says nothing without what follows: a heading, a term, a picture over its caption."""
    block = piece.first
    if piece.table is not None:
        return False
    return block.blockFormat().headingLevel() > 0 or block.text() in ("", _OBJECT) or _is_bold(block)


def _is_bold(block: QTextBlock) -> bool:
    step = block.begin()
    while not step.atEnd():
        if step.fragment().charFormat().fontWeight() < QFont.Weight.Bold:
            return False
        step += 1
    return True


def _reach(document: QTextDocument, group: list[_Piece], room: Room) -> tuple[float, float]:
    """From where to where a group has to stand on one page."""
    top, last = _top(document, group[0].first), group[-1]
    if last.table is None:
        return top, _second_line(document, last.first)
    stop = max(_bottom(document, block) for block in last.lasts)
    if room.flow(stop) - room.flow(top) > room.inner * _LARGEST:
        stop = _bottom(document, last.first)  # at least its beginning stays with its heading
    return top, stop


def _begins_page(piece: _Piece) -> bool:
    shape = piece.first.blockFormat() if piece.table is None else piece.table.format().toTableFormat()
    return shape.pageBreakPolicy() == _BREAK


def _begin_page(piece: _Piece) -> None:
    if piece.table is not None:
        shape = piece.table.format().toTableFormat()
        shape.setPageBreakPolicy(_BREAK)
        piece.table.setFormat(shape)
        return
    cursor = QTextCursor(piece.first)
    block = cursor.blockFormat()
    block.setPageBreakPolicy(_BREAK)
    cursor.setBlockFormat(block)


def _top(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _bottom(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).bottom() - 1


def _second_line(document: QTextDocument, block: QTextBlock) -> float:
    """Where the second line of a paragraph ends, or its only one."""
    rect, layout = document.documentLayout().blockBoundingRect(block), block.layout()
    if layout.lineCount() == 0:
        return rect.bottom() - 1
    line = layout.lineAt(min(1, layout.lineCount() - 1))
    return rect.top() + line.rect().bottom() - 1

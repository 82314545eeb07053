"""Asks for a printer and prints; what the system's dialog offers is followed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from studyapp.ui.paper.sheet import Sheet, print_on, usual_paper

_FAILED = "The printer took nothing. See that it is on and ready, or save as PDF instead."


def ask_printer(
    parent: QWidget, document: Callable[[], QTextDocument], sheet: Sheet, say: Callable[[str], None]
) -> "Order":
    """Open the system's dialog; once it is accepted, print a document made for it and say how that went."""
    order = Order(parent, document, sheet, say)
    QDialog.open(order.dialog)  # its own wants a slot by name, the base shows it just as well
    return order


class Order(QObject):
    """One print, from the dialog to the paper."""

    def __init__(
        self, parent: QWidget, document: Callable[[], QTextDocument], sheet: Sheet, say: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._document, self._sheet, self._say = document, sheet, say
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(sheet.title.replace("/", "-"))  # the name of the file, if it prints into one
        self.printer.setPageSize(QPageSize(usual_paper()))
        if sheet.landscape:
            self.printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.setWindowTitle("Print")
        self.dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        self.dialog.accepted.connect(self._print)
        self.dialog.finished.connect(self.deleteLater)

    @Slot()
    def _print(self) -> None:
        self.printer.setFullPage(True)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = print_on(self._document(), self.printer, self._sheet, self._pages)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._say("" if done else _FAILED)

    def _pages(self, count: int) -> list[int]:
        """Those of the pages 1 to ``count`` that are wanted, in the order wanted."""
        printer = self.printer
        ranges = printer.pageRanges()
        chosen = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
        pages = [page for page in range(1, count + 1) if not chosen or ranges.contains(page)]
        if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            pages.reverse()
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        if printer.collateCopies():
            return pages * copies
        return [page for page in pages for _ in range(copies)]

"""A laid-out comparison as a table of Qt's."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studyapp.study.comparison_table import Line, Table
from studyapp.ui.compare.insight import Insight, spans
from studyapp.ui.compare.wording import SILENT

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class ComparisonModel(QAbstractTableModel):
    """A window on a ``Table``: one row a line, one column a thing compared; row titles are the vertical header."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.insight = Insight()
        self._lines: tuple[Line, ...] = ()

    def show_table(self, table: Table | None, insight: Insight | None = None) -> None:
        """Show another table, and how its cells stand with the learner."""
        self.beginResetModel()
        self.table, self.insight = table, insight or Insight()
        self._lines = table.lines if table else ()
        self.endResetModel()

    def line(self, row: int) -> Line:
        """What stands on a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The lines, themes among them."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns in sight."""
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """The cell's text; for a screen reader with column, row and kind."""
        if role not in (_DISPLAY, _SPOKEN):
            return None
        line = self._lines[index.row()]
        if line.row is None:
            return line.theme.title if role == _SPOKEN else None
        cell = line.cells[index.column()]
        if role == _DISPLAY:
            return cell.text or SILENT
        column = self.table.columns[index.column()].title if self.table else ""
        told = self.insight.words(cell)
        if not cell.text:
            return f"{column}, {line.row.title}: {told}"
        marked = spans(self.table, line, index.column()) if self.table else ()
        words = "; ".join(cell.text[start:stop] for start, stop in marked)
        differs = f"; differs in: {words}" if words else ""
        disputed = "; sources disagree" if cell.disagreements else ""
        return f"{column}, {line.row.title}: {cell.text} ({told}{disputed}{differs})"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """Titles of columns, rows and themes."""
        if role not in (_DISPLAY, _SPOKEN) or self.table is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return (
                self._column(section, spoken=role == _SPOKEN) if section < len(self.table.columns) else None
            )
        if section >= len(self._lines):
            return None
        line = self._lines[section]
        if line.row is not None:
            return line.row.title
        state = f", folded, {line.hidden} rows" if line.folded else ", unfolded"
        return line.theme.title + (state if role == _SPOKEN else "")

    def _column(self, section: int, *, spoken: bool) -> str:
        column = self.table.columns[section] if self.table else None
        if column is None or not spoken:
            return column.title if column else ""
        pinned = "pinned" if self.table and section < self.table.pinned else ""
        taken = self.insight.taken_for.get(column.name, "") if self.insight.tinted else ""
        return ", ".join(filter(None, (column.title, pinned, taken)))

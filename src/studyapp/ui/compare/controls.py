"""Above the table: the columns to show, and what to do with the rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.comparison import Column
from studyapp.ui.compare.column_chips import ColumnChips
from studyapp.ui.compare.menu_button import MenuButton
from studyapp.ui.compare.slide_bar import SlideBar
from studyapp.ui.compare.way_out import ways_out
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.widgets.tips import tip


class Controls(SideBySide):
    """Chips on the left; on the right which rows, export, drill. In a low window a menu stands for the chips."""

    column_turned = Signal(object)
    """The name of the column to show or hide."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=1010, gap=12)
        self.columns = MenuButton(theme, "Columns")
        self.chips = ColumnChips(theme, self.columns)
        self.slide_bar = SlideBar(theme)
        self.differing = CheckBox(theme, "Only rows that differ")
        self.view = MenuButton(theme, "View")
        self.export = MenuButton(theme, "Export")
        self.drill = PrimaryButton(theme, "Drill these rows")
        self.drills = MenuButton(theme, "More drills")
        self.export.offer(ways_out())
        doings = QWidget()
        flow = Flow(theme, doings, gap=10)
        for widget in (
            self.columns,
            self.slide_bar,
            self.differing,
            self.view,
            self.export,
            self.drills,
            self.drill,
        ):
            flow.addWidget(widget)
        self.add(self.chips, 1)
        self.add(doings, 0)
        for holder in (self.chips, doings):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
            if (box := self.layout()) is not None:
                box.setAlignment(holder, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(compact=False)
        self.chips.turned.connect(self.column_turned)
        self.columns.chosen.connect(self.column_turned)

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is little height."""
        self.chips.setVisible(not compact)
        self.columns.setVisible(compact)

    def show_columns(self, columns: Sequence[Column], shown: Sequence[str]) -> None:
        """Which columns there are and which are shown."""
        self.chips.show_columns(columns, shown)
        self.columns.offer([(column.title, column.name) for column in columns], *shown)
        self.columns.set_text("Columns")

    def show_drill(self, *, possible: bool) -> None:
        """Whether the rows in sight can be drilled."""
        self.drill.setEnabled(possible)
        tip(self.drill, "" if possible else "These rows have nothing to tell apart.")
        self.drill.setAccessibleDescription("" if possible else "these rows have nothing to tell apart")

"""The confusion matrices: of the roles, and of the concepts that other tables set side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from studyapp.study.confusions import Confusions
from studyapp.study.mixed_up import MixedUp
from studyapp.ui.address import page_address
from studyapp.ui.progress import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.plot_matrix import MatrixCell, MatrixName, MatrixPlot
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_table import PlotTable


class MixUpsPanel(PlotPanel):
    """One matrix, and the way to drill the pair that is mixed up most."""

    drill_wanted = Signal(str)
    """The address of the drill of a pair."""

    def __init__(self, theme: Theme, name: str, empty: str) -> None:
        self._matrix = MatrixPlot(theme, name)
        super().__init__(theme, self._matrix, empty=empty)
        self._shown: MixedUp | None = None
        self._drill = QuietButton(theme, "")
        self._drill.clicked.connect(self._ask)
        self._drill.hide()
        self.add_below(self._drill)

    def show_mixed_up(self, found: MixedUp | None) -> None:
        """Show one group of things; nothing yet when there is none."""
        self._shown = found
        if found is None:
            self._drill.hide()
            self.show_empty()
            return
        confusions = found.confusions
        names = [_name(confusions, n) for n in range(len(confusions.things))]
        self._matrix.set_matrix(names, _cells(confusions))
        titles = [thing.column.title for thing in confusions.things]
        rows = tuple(
            (
                right.column.title,
                *(str(confusions.counts.get((right.name, x.name), 0)) for x in confusions.things),
            )
            for right in confusions.things
        )
        self.show_figures(wording.mixed_up_sentence(confusions), PlotTable(("What was right", *titles), rows))
        worst = confusions.worst if found.drill else None
        self._drill.setVisible(worst is not None)
        if worst is not None:
            self._drill.set_text(f"Drill {wording.pair_text(confusions, worst)}")

    @Slot()
    def _ask(self) -> None:
        drill = self._shown.drill if self._shown else None
        if drill is not None:
            pair = " ".join(drill.columns)
            self.drill_wanted.emit(page_address("compare", table=drill.comparison, pair=pair))


class RolesPanel(MixUpsPanel):
    """Which roles are taken for which."""

    def __init__(self, theme: Theme) -> None:
        empty = "Drill a table on the Compare page or answer questions: which roles you take for which is counted here."
        super().__init__(theme, "Which roles you mix up", empty)

    def show_groups(self, groups: Sequence[MixedUp]) -> None:
        """Show the roles, the group without a title."""
        self.show_mixed_up(next((m for m in groups if not m.confusions.title), None))


class ConceptsPanel(MixUpsPanel):
    """Which concepts are taken for which, table by table."""

    def __init__(self, theme: Theme) -> None:
        empty = "Drill a table of events, artifacts or measures on the Compare page; it is counted here."
        self._found: Sequence[MixedUp] = ()
        self._choice = ChoiceBox(theme, letters=12)
        super().__init__(theme, "Which concepts you mix up", empty)
        self._choice.setAccessibleName("Table of concepts")
        self._choice.hide()
        self._choice.currentIndexChanged.connect(self._choose)
        self.add_above(self._choice)

    def show_groups(self, groups: Sequence[MixedUp]) -> None:
        """Offer every table that has answers; the one in sight stays, at first the one mixed up most."""
        self._found = sorted((m for m in groups if m.confusions.title), key=_least_mixed_up)
        before = self._choice.currentText()
        self._choice.blockSignals(True)
        self._choice.clear()
        self._choice.addItems([found.confusions.title for found in self._found])
        self._choice.setCurrentIndex(max(0, self._choice.findText(before)) if self._found else -1)
        self._choice.blockSignals(False)
        self._choice.setVisible(len(self._found) > 1)
        self._choose(self._choice.currentIndex())

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.show_mixed_up(self._found[number] if 0 <= number < len(self._found) else None)


def _least_mixed_up(found: MixedUp) -> tuple[float, int]:
    worst = found.confusions.worst
    return -(worst.weight if worst else 0.0), -sum(found.confusions.counts.values())


def _name(confusions: Confusions, number: int) -> MatrixName:
    column = confusions.things[number].column
    return MatrixName(column.title, column.short or column.title, column.colour)


def _cells(confusions: Confusions) -> list[list[MatrixCell]]:
    named = {frozenset(mix_up.pair) for mix_up in confusions.mix_ups if mix_up.named}
    rows = []
    for right in confusions.things:
        row = []
        for chosen in confusions.things:
            times = confusions.counts.get((right.name, chosen.name), 0)
            same = right is chosen
            heavy = times > 0 and frozenset((right.name, chosen.name)) in named
            text = wording.taken_text(right.column.title, chosen.column.title, times, heavy=heavy)
            ground = "good-soft" if same and times else "bad-soft" if heavy else "sunken"
            row.append(MatrixCell(str(times), text, ground, "bad" if heavy else ""))
        rows.append(row)
    return rows

"""Where sources disagree about a cell: who says what, what the guide says, what the exam takes as right."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.disagreement import Disagreement, Verdict
from studyapp.study.comparison_desk import CellView
from studyapp.ui.compare.wording import VERDICTS
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.labels import PlainLabel, plain_label
from studyapp.ui.widgets.layouts import Column


class DisputeList(QWidget):
    """Out of sight where nobody disagrees."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, self, margins=(0, 4, 0, 0), gap=2)
        self._blocks: list[tuple[PlainLabel, ...]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_disputes(self, view: CellView | None) -> None:
        """Show the disagreements of another cell."""
        found = tuple(zip(view.cell.disagreements, view.disputes, strict=True)) if view else ()
        while len(self._blocks) < len(found):
            self._blocks.append(self._block())
        for number, block in enumerate(self._blocks):
            words = _words(*found[number]) if number < len(found) else ("",) * len(block)
            for label, text in zip(block, words, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
        self.setVisible(bool(found))

    def text(self) -> str:
        """Everything that is said."""
        return "\n".join(label.text() for block in self._blocks for label in block if label.text())

    def _block(self) -> tuple[PlainLabel, ...]:
        head = plain_label(self._theme, "", 13, "warn", bold=True)
        claim, says = (plain_label(self._theme, "", 13) for _ in range(2))
        block = (head, claim, says, plain_label(self._theme, "", 13, bold=True))
        for label in block:
            self._column.addWidget(label)
        return block


def _words(each: Disagreement, cited: str) -> tuple[str, ...]:
    by = each.by[:1].upper() + each.by[1:]
    head = "Sources put it differently" if each.verdict is Verdict.FINE else "Sources disagree"
    return (
        f"{head}: {VERDICTS[each.verdict]}",
        f"{by}: {each.claim}",
        f"{cited}: {each.says}",
        f"For the exam: {each.exam}",
    )

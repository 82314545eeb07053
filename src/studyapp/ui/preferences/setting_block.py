"""One expert setting: its name, what it does and costs, where it is changed, and the way back to the default."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from studyapp.learning.rule_text import NumbersError, StepsError
from studyapp.ui.preferences import expert_wording as wording
from studyapp.ui.preferences.setting_controls import Control, NumbersField
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column


class SettingBlock(QWidget):
    """Lays out what belongs to a setting. ``usual`` is its default, and how that is called."""

    def __init__(
        self, theme: Theme, words: tuple[str, str], control: Control, value: Any, usual: tuple[Any, str]
    ) -> None:
        super().__init__()
        self.control, self._usual = control, usual[0]
        name, text = words
        control.setAccessibleName(name)
        column = Column(theme, self, gap=5)
        title = heading(theme, name, 13.5)
        title.setBuddy(control)
        column.addWidget(title)
        column.addWidget(plain_label(theme, text, 12.5, "muted"))
        line = QWidget()
        flow = Flow(theme, line, gap=12)
        if isinstance(control, NumbersField):
            column.addWidget(control)
        else:
            flow.addWidget(control)
        self._back = LinkButton(theme, f"Back to {usual[1]}")
        self._back.setAccessibleName(f"{name}: back to {usual[1]}")
        self._back.clicked.connect(self._reset)
        flow.addWidget(self._back)
        column.addWidget(line)
        self._told = plain_label(theme, "", 12.5, "muted")
        self._told.hide()
        column.addWidget(self._told)
        control.show_chosen(value)
        control.edited.connect(self._look)
        self._look()

    def chosen(self) -> Any:
        """The value that stands there. Raises StepsError or NumbersError, which is then told below it."""
        return self.control.chosen()

    def show_chosen(self, value: Any) -> None:
        """Show another value of the setting."""
        self.control.show_chosen(value)

    def tell(self, text: str, colour: str = "muted") -> None:
        """Say something below the control, or nothing."""
        self._told.set_colour(colour)
        self._told.setText(text)
        self._told.setVisible(bool(text))

    @property
    def told(self) -> str:
        """What is said below the control."""
        return self._told.text()

    def turn_to(self) -> None:
        """Bring the learner to what is wrong here."""
        announce(self.control, self.told)
        self.control.setFocus()

    @Slot()
    def _reset(self) -> None:
        self.control.show_chosen(self._usual)
        self.control.setFocus()

    @Slot()
    def _look(self) -> None:
        """Say what is wrong, and offer the way back only where there is one."""
        usual = False
        try:
            usual = self.chosen() == self._usual
        except StepsError as fault:
            self.tell(wording.steps_fault(fault), "bad")
        except NumbersError as fault:
            self.tell(wording.numbers_fault(fault), "bad")
        else:
            self.tell(
                wording.taken_text(self.control.given()) if isinstance(self.control, NumbersField) else ""
            )
        self._back.setVisible(not usual)

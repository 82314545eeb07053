"""Where expert settings are changed: each control shows a value of its setting and gives what was chosen."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from studyapp.learning.rule_text import numbers_text, read_numbers, read_steps, steps_text
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import NumberBox
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.text_area import TextArea

_NO_LIMIT = -1
_NUMBER_LINES = 4


class CountBox(NumberBox):
    """A whole number."""

    edited = Signal()
    """Another value stands there."""

    def __init__(self, theme: Theme, least: int, most: int, suffix: str = "") -> None:
        super().__init__(theme, least, most, suffix)
        self.valueChanged.connect(self.edited)

    def chosen(self) -> Any:
        """The value that stands there."""
        return self.value()

    def show_chosen(self, value: Any) -> None:
        """Show a value."""
        self.setValue(value)


class LimitBox(CountBox):
    """A limit a day, or none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _NO_LIMIT, 9999, " a day")
        self.setSpecialValueText("as the plan decides")

    def chosen(self) -> int | None:
        """The limit; None for none."""
        return None if self.value() == _NO_LIMIT else self.value()

    def show_chosen(self, value: int | None) -> None:
        """Show a limit, or none."""
        self.setValue(_NO_LIMIT if value is None else value)


class ShareBox(CountBox):
    """A share of 0 to 1, shown in whole per cent."""

    def __init__(self, theme: Theme, low: float, high: float) -> None:
        super().__init__(theme, round(low * 100), round(high * 100), " %")
        self._exact = low

    def chosen(self) -> float:
        """The share; one with decimals stays as it was until the number is changed."""
        return self._exact if round(self._exact * 100) == self.value() else self.value() / 100

    def show_chosen(self, value: float) -> None:
        """Show a share."""
        self._exact = value
        self.setValue(round(value * 100))


class StepsField(Field):
    """Steps such as ``1m 10m``."""

    edited = Signal()
    """Something else stands there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "none")
        self.textChanged.connect(self.edited)

    def chosen(self) -> tuple[int, ...]:
        """The steps in seconds. Raises StepsError."""
        return read_steps(self.text())

    def show_chosen(self, value: tuple[int, ...]) -> None:
        """Show steps."""
        self.setText(steps_text(value))


class NumbersField(TextArea):
    """The parameters of FSRS, as other programs write them; they can be pasted over."""

    edited = Signal()
    """Something else stands there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.textChanged.connect(self.edited)
        self._fit()
        theme.zoomed.connect(self._fit)

    def chosen(self) -> tuple[float, ...]:
        """The 21 numbers. Raises NumbersError."""
        return read_numbers(self.toPlainText()).parameters

    def given(self) -> int:
        """Of how many numbers the set is that stands there. Raises NumbersError."""
        return read_numbers(self.toPlainText()).given

    def show_chosen(self, value: tuple[float, ...]) -> None:
        """Show numbers."""
        self.setPlainText(numbers_text(value))

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(13, family="mono"))
        self.document().setDocumentMargin(self._theme.px(8))
        self.setFixedHeight(_NUMBER_LINES * self.fontMetrics().lineSpacing() + self._theme.px(16))


Control = CountBox | StepsField | NumbersField

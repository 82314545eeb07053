"""Asks for an entry of the SEU log, and for the certificate that it is to renew."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.exam_profile import Certification
from studyapp.store.seu_rows import SeuEntry
from studyapp.study.seu_desk import CATEGORIES, LONGEST, SeuStanding
from studyapp.study.seu_export import units
from studyapp.ui.exam import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox, DateBox
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.field import FIELD_HEIGHT, Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.refusal import refuse

_WHY = "One hour of learning is one SEU. The categories are suggestions of ours; write what you like."
_NO_TITLE = "Say what it was: an entry needs a title."
_TO_COME = "The log holds what you have learned from: enter a day up to today."
_BAD_HOURS = "The hours are a number above 0 and at most 100, such as 1.5."


class _Form(Dialog):
    """A dialog of labelled rows with Cancel and Save."""

    def add_row(self, text: str, widget: QWidget) -> None:
        """A label above what it names."""
        label = plain_label(self._theme, text, 12.5, "muted")
        label.setBuddy(widget)
        widget.setMinimumHeight(self._theme.px(FIELD_HEIGHT))
        widget.setAccessibleName(text)
        row = Column(self._theme, gap=3)
        row.addWidget(label)
        row.addWidget(widget)
        self.body.addLayout(row)

    def add_foot(self) -> PrimaryButton:
        """The buttons; what saves is given back."""
        self.body.addStretch(1)
        self.offer(QuietButton(self._theme, "Cancel"), closes=True)
        save = PrimaryButton(self._theme, "Save")
        self.offer(save)
        return save


class SeuDialog(_Form):
    """A form that is ``accepted`` only when it makes sense; then its properties hold the entry."""

    def __init__(
        self, theme: Theme, today: date, entry: SeuEntry | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, "Add to the SEU log" if entry is None else "Change an entry", parent, width=480
        )
        self.entry = entry.id if entry else None
        self._name = Field(theme, "Title", "What you learned from")
        self._date = DateBox(theme, _qt_date(entry.day if entry else today))
        self._today = today
        self._hours = Field(theme, "Hours", "such as 1.5")
        self._category = ChoiceBox(theme, typed=True)
        self._category.addItems(["", *CATEGORIES])
        typing = self._category.lineEdit()
        if typing is not None:
            typing.setAccessibleName("Category")
        self._remark = Field(theme, "Note", "where, by whom, a link to the evidence")
        self._note = plain_label(theme, _WHY, 12.5, "muted")
        self.body.addWidget(self._note)
        rows = (
            ("Title", self._name),
            ("Hours", self._hours),
            ("Day", self._date),
            ("Category", self._category),
            ("Note", self._remark),
        )
        for text, widget in rows:
            self.add_row(text, widget)
        if entry is not None:
            self._name.setText(entry.title)
            self._hours.setText(units(entry.minutes))
            self._category.setCurrentText(entry.category)
            self._remark.setText(entry.note)
        self.add_foot().clicked.connect(self._save)
        self._name.setFocus()

    @property
    def title(self) -> str:
        """What was learned from."""
        return self._name.text().strip()

    @property
    def day(self) -> date:
        """The day of it."""
        return _day_of(self._date)

    @property
    def minutes(self) -> int:
        """How long it took. Raises ValueError for what is no number of hours in range."""
        try:
            hours = Decimal(self._hours.text().replace(",", ".").strip())
        except InvalidOperation as error:
            raise ValueError(self._hours.text()) from error
        minutes = round(hours * 60) if hours.is_finite() else 0
        if not 0 < minutes <= LONGEST:
            raise ValueError(self._hours.text())
        return minutes

    @property
    def category(self) -> str:
        """The learner's own or one of the suggestions; may be empty."""
        return self._category.currentText().strip()

    @property
    def note(self) -> str:
        """May be empty."""
        return self._remark.text().strip()

    @Slot()
    def _save(self) -> None:
        if not self.title:
            refuse(self, self._note, _NO_TITLE, self._name)
            return
        try:
            self.minutes  # noqa: B018 - raises when it is none
        except ValueError:
            refuse(self, self._note, _BAD_HOURS, self._hours)
            return
        if self.day > self._today:
            refuse(self, self._note, f"{wording.day(self.day)} is still to come. {_TO_COME}", self._date)
            return
        self.accept()


class RenewalDialog(_Form):
    """Which certificate is to be renewed, and on which day it ends."""

    def __init__(
        self,
        theme: Theme,
        certifications: Sequence[Certification],
        standing: SeuStanding,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Your renewal", parent, width=480)
        self._which = ChoiceBox(theme)
        for each in certifications:
            self._which.addItem(each.title, each.name)
        self._which.setCurrentIndex(max(0, self._which.findData(standing.certification.name)))
        self._known = CheckBox(theme, "I know the day on which it ends")
        self._known.setChecked(standing.ends is not None)
        self._date = DateBox(theme, _qt_date(standing.until))
        self._date.setEnabled(self._known.isChecked())
        self.add_row("Certificate", self._which)
        self.body.addWidget(self._known)
        self.add_row("Ends on", self._date)
        self._known.toggled.connect(self._date.setEnabled)
        self.add_foot().clicked.connect(self.accept)
        self._which.setFocus()

    @property
    def certification(self) -> str:
        """The certification's name."""
        return str(self._which.currentData())

    @property
    def ends(self) -> date | None:
        """The last day of the certificate; None when it is not known."""
        return _day_of(self._date) if self._known.isChecked() else None


def _day_of(edit: DateBox) -> date:
    picked = edit.date()
    return date(picked.year(), picked.month(), picked.day())


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

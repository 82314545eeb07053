"""The preferences: what is learned for, the packs that are open, and how the window looks."""

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.preferences.study_form import StudyForm
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import MODES
from studyapp.ui.widgets.boxes import ChoiceBox
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.check_box import RadioButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row

_MODE_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark"}


class PreferencesDialog(Dialog):
    """Shows the choices as they are; they hold once Save is pressed. Theme and zoom are seen at once."""

    changed = Signal(object)
    """Carries the ``Change``."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Preferences", parent, width=560)
        self._desks = desks
        settings, catalog = desks.settings.settings, desks.library.catalog
        self.body.addWidget(heading(theme, "What you learn for", 15))
        self._form = StudyForm(theme, catalog.certifications(), settings).in_full()
        self.body.addWidget(self._form)
        self.body.add_space(8)
        self.body.addWidget(heading(theme, "Looks", 15))
        self._add_looks()
        self.body.add_space(8)
        self.body.addWidget(heading(theme, "Open packs", 15))
        self._packs = QWidget()
        self._list_packs()
        self._language = self._languages()
        self.body.add_space(8)
        self.body.addWidget(heading(theme, "Expert", 15))
        self._add_expert()
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        self.offer(PrimaryButton(theme, "Save")).clicked.connect(self._save)

    def _add_looks(self) -> None:
        line = QWidget()
        flow = Flow(self._theme, line, gap=18)
        self._modes = QButtonGroup(self)
        for mode in MODES:
            button = RadioButton(self._theme, _MODE_WORDS[mode])
            button.setAccessibleName(f"Theme: {_MODE_WORDS[mode]}")
            button.setChecked(mode == self._theme.mode)
            self._modes.addButton(button, MODES.index(mode))
            flow.addWidget(button)
        self._modes.idClicked.connect(self._switch)
        self.body.addWidget(line)
        text = "Ctrl + and Ctrl − make everything larger or smaller, Ctrl 0 goes back to 100 %."
        self.body.addWidget(plain_label(self._theme, text, 12.5, "muted"))

    def _add_expert(self) -> None:
        line = QWidget()
        flow = Flow(self._theme, line, gap=12)
        button = QuietButton(self._theme, "Expert settings…")
        button.clicked.connect(self._open_expert)
        flow.addWidget(button)
        text = "Wanted recall, steps, limits and the numbers of FSRS. The plan does well without them."
        self.body.addWidget(plain_label(self._theme, text, 12.5, "muted"))
        self.body.addWidget(line)

    def _list_packs(self) -> None:
        library = self._desks.library
        for pack in library.catalog.packs:
            row = Row(self._theme, gap=10)
            removable = pack.root in library.added
            row.addWidget(plain_label(self._theme, f"{pack.title} · {pack.root}", 13), 1)
            if removable:
                button = QuietButton(self._theme, "Close")
                button.setAccessibleName(f"Close {pack.title}")
                button.setProperty("pack", pack.id)
                button.clicked.connect(self._close_pack)
                row.addWidget(button)
            self.body.addLayout(row)

    def _languages(self) -> ChoiceBox | None:
        """The choice among the translations that the open packs hold; None where there are none."""
        languages = self._desks.library.catalog.languages()
        if not languages:
            return None
        box = ChoiceBox(self._theme)
        box.addItem("As written", "")
        for language in languages:
            box.addItem(language_title(language), language)
        box.setCurrentIndex(max(0, box.findData(self._desks.library.language)))
        box.setAccessibleName("Language of the packs")
        label = plain_label(self._theme, "Language", 14, "muted")
        label.setBuddy(box)
        row = Row(self._theme, gap=18)
        row.addWidget(label)
        row.addWidget(box, 1)
        self.body.addLayout(row)
        text = "What a translation leaves out stays as its author wrote it. Progress is the same in every language."
        self.body.addWidget(plain_label(self._theme, text, 12.5, "muted"))
        return box

    @Slot(int)
    def _switch(self, mode: int) -> None:
        self._theme.set_mode(MODES[mode])

    @Slot()
    def _open_expert(self) -> None:
        from studyapp.ui.preferences.expert import ExpertDialog

        dialog = ExpertDialog(self._theme, self._desks, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.changed)
        dialog.present()

    @Slot()
    def _close_pack(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton):
            button.setEnabled(False)
            self.changed.emit(self._desks.library.remove(str(button.property("pack"))))

    @Slot()
    def _save(self) -> None:
        chosen = self._form.chosen()
        now = self._desks.settings.settings
        other = {name: value for name, value in chosen.items() if getattr(now, name) != value}
        self.accept()
        change = self._desks.settings.change(**other) if other else Change.NOTHING
        if self._language is not None:
            change |= self._desks.library.read_in(self._language.currentData())
        if change:
            self.changed.emit(change)


def language_title(language: str) -> str:
    """``German (de)``; the letters alone where nobody knows them."""
    locale = QLocale(language)
    known = locale.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    return f"{QLocale.languageToString(locale.language())} ({language})" if known else language

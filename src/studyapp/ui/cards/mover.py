"""Asks where cards of the learner's own are to go: under which topic, with which tag besides."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.catalog import Catalog
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.wording import counted

_AS_IT_IS = "\0"


class Mover(Dialog):
    """A topic and a tag; either may stay as it is."""

    moved = Signal(object, str)
    """The topic's name, None to leave it, and the tag to add, empty for none."""

    def __init__(self, theme: Theme, catalog: Catalog, count: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Move your cards", parent, width=420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = f"{counted(count, 'card', 'cards')} of your own. Cards of other packs stay where their authors put them."
        self.body.addWidget(plain_label(theme, text, 13, "muted"))
        self._topic = ChoiceBox(theme)
        self._topic.setAccessibleName("Topic")
        self._topic.addItem("Leave the topic as it is", _AS_IT_IS)
        self._topic.addItem("No topic", "")
        for topic in catalog.topics():
            if topic.name and self._topic.findData(topic.name) < 0:
                self._topic.addItem(topic.title, topic.name)
        self._tag = Field(theme, "Tag to add", "Tag to add, if any")
        self.body.addWidget(self._topic)
        self.body.addWidget(self._tag)
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        self.offer(PrimaryButton(theme, "Move")).clicked.connect(self._move)
        self._topic.setFocus()

    @Slot()
    def _move(self) -> None:
        topic = self._topic.currentData()
        self.accept()
        self.moved.emit(None if topic == _AS_IT_IS else topic, " ".join(self._tag.text().split()))

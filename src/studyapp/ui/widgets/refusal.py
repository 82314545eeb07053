"""Says in a dialog why what was entered cannot be kept."""

from PySide6.QtWidgets import QWidget

from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.labels import PlainLabel
from studyapp.ui.widgets.scroll import Scroll


def refuse(dialog: QWidget, note: PlainLabel, text: str, field: QWidget) -> None:
    """Tell it in the dialog's note, to the eye and to a screen reader, and lead the keyboard to the field."""
    note.set_colour("bad")
    note.setText(text)
    announce(field, text)
    field.setFocus()
    scroll = dialog.findChild(Scroll)
    if scroll is not None:
        scroll.ensureWidgetVisible(note)

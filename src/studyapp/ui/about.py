"""What this program is: versions, disclaimer, licences."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

from studyapp import bundle
from studyapp.study.desks import Desks
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import heading, plain_label

DISCLAIMER = (
    "This program is independent. It is not affiliated with, endorsed by or reviewed by Scrum.org, Scrum Alliance or "
    "the authors of the Scrum Guide. PSPO, CSPO and other names are marks of their owners, used only to say what is "
    "meant. Its questions are its own, not those of any exam. Facts about exams carry the date on which they were "
    "true; check with the awarding body."
)
LICENCES = (
    "The program is under the MIT licence, its content under CC BY-SA 4.0. It is built with Qt and PySide6 (LGPL-3.0), "
    "PyYAML, Markdown, nh3, fsrs, tantivy and ftfy; their licences come with the program."
)


class About(Dialog):
    """Plain words and figures that help to find a fault."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Product Owner Study Companion", parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        versions = f"Version {bundle.version()} · Qt {qVersion()} · Python {platform.python_version()}"
        self.body.addWidget(plain_label(theme, versions, 12.5, "muted"))
        for title, text in (("Disclaimer", DISCLAIMER), ("Licences", LICENCES)):
            self.body.addWidget(heading(theme, title))
            self.body.addWidget(plain_label(theme, text))
        self.body.addWidget(heading(theme, "Open packs"))
        for pack in desks.library.catalog.packs:
            self.body.addWidget(plain_label(theme, f"{pack.title} · {pack.id} · {pack.root}", 12.5, "muted"))
        self.body.addWidget(heading(theme, "Your progress"))
        self.body.addWidget(plain_label(theme, str(desks.folder), 12.5, "muted"))
        self.body.addStretch(1)
        self.offer(PrimaryButton(theme, "Close"), closes=True)

"""What the Read page puts into the top bar: where the article stands, and switches for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from studyapp.study.reading_room import OpenArticle
from studyapp.ui.read.breadcrumb import Breadcrumb
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Dress, IconButton
from studyapp.ui.widgets.tips import tip


class SwitchButton(IconButton):
    """An icon that is lit while something holds."""

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__(theme, name, icon)
        self.setCheckable(True)

    def dressed(self) -> Dress:
        """Accent while it holds."""
        dress = super().dressed()
        return Dress(dress.fill, dress.border, "accent") if self.isChecked() and self.isEnabled() else dress

    def show_state(self, name: str, *, on: bool) -> None:
        """Say what a press would do, and whether it holds now."""
        self.setChecked(on)
        self.setAccessibleName(name)
        tip(self, name)


class TopWidgets:
    """Built once; the window shows them beside the page's title."""

    def __init__(self, theme: Theme) -> None:
        self.breadcrumb = Breadcrumb(theme)
        self.library = IconButton(theme, "Library", "list")
        self.bookmark = SwitchButton(theme, "Bookmark this article", "bookmark")
        self.read = SwitchButton(theme, "Mark as read", "check")
        self.notes = SwitchButton(theme, "All notes", "note")
        self.contents = IconButton(theme, "On this page", "info")
        for button in (self.library, self.contents):
            tip(button, button.accessibleName())

    def widgets(self) -> Sequence[QWidget]:
        """In the order of the eye."""
        return (self.library, self.breadcrumb, self.bookmark, self.read, self.notes, self.contents)

    def show_article(self, reading: OpenArticle) -> None:
        """Another article, or another state of it."""
        self.breadcrumb.show_parts(reading.topic, reading.article.title)
        marked, read = reading.bookmarked, reading.read
        self.bookmark.show_state("Remove the bookmark" if marked else "Bookmark this article", on=marked)
        self.read.show_state("Mark as unread" if read else "Mark as read", on=read)

    def show_rooms(self, *, library: bool, contents: bool) -> None:
        """Offer what has no room beside the article; where nothing has, the switches step aside for it.

        What they do is in the article's menu and has its keys.
        """
        wanted = {self.library: not library, self.contents: not contents}
        wanted |= dict.fromkeys((self.bookmark, self.read, self.notes), library or contents)
        for button, in_sight in wanted.items():
            if button.parentWidget() is not None:  # the bar has not taken it in yet
                button.setVisible(in_sight)

"""Writes down how articles were left, what is read and what is bookmarked."""

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.reading_room import ReadingRoom, Visit
from studyapp.ui.read.lectern import Lectern


class Visits:
    """Leaving an article is noted at once and recorded when there is time, so that no switch waits for the disk."""

    def __init__(self, lectern: Lectern, room: ReadingRoom) -> None:
        self._lectern, self._room = lectern, room
        self._left: list[tuple[ItemId, Visit]] = []

    def leave(self) -> None:
        """The article on the lectern is left as it stands now."""
        if self._lectern.reading is not None:
            self._left.append((self._lectern.reading.article.id, self._lectern.visit()))

    def waits(self, item: ItemId) -> bool:
        """Whether a visit to this article is noted and not yet recorded."""
        return any(left == item for left, _ in self._left)

    def record(self) -> Change:
        """Write down every visit that was noted."""
        left, self._left = self._left, []
        change = Change.NOTHING
        for item, visit in left:
            change |= self._room.leave(item, visit)
        return change

    def turn_bookmark(self) -> Change:
        """Bookmark the article on the lectern, or no longer."""
        if self._lectern.reading is None:
            return Change.NOTHING
        item = self._lectern.reading.article.id
        return self._room.bookmark(item, on=not self._room.look(item).bookmarked)

    def turn_read(self) -> Change:
        """Mark the article on the lectern as read, or as unread."""
        if self._lectern.reading is None:
            return Change.NOTHING
        item = self._lectern.reading.article.id
        on = not self._room.look(item).read
        if not on:
            self._lectern.begin_anew()
        return self._room.mark_read(item, on=on)

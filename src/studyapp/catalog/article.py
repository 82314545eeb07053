"""An article: what its front matter says, and what it looks like rendered."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its file's front matter describes it; the body is rendered on demand.

    ``path`` is relative to the pack's root. ``digest`` identifies the file's content, so that whatever is derived
    from it can be kept. ``extra`` holds front matter that the program has no use for.
    """

    id: ItemId
    slug: str
    title: str
    description: str
    topic: str
    path: str
    digest: str
    minutes: int
    date: datetime.date | None = None
    url: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    weight: int = 0
    draft: bool = False
    areas: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a rendered article. ``start`` is its offset in the rendered plain text, in characters."""

    level: int
    id: str
    title: str
    start: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """An article made ready for the screen: house-dialect HTML, its outline and its plain text.

    ``left_out`` are the addresses of images that no pack can hold, empty where nothing harmless was left of one;
    ``taken`` the ids that the author gave to one heading more after another had them.
    """

    html: str
    headings: tuple[Heading, ...]
    text: str
    left_out: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()

    def passage(self, heading: str) -> str:
        """The plain text from a heading to the next of the same or a higher level; all of it for ``""``.

        Raises KeyError when the article has no such heading.
        """
        if not heading:
            return self.text
        for index, opening in enumerate(self.headings):
            if opening.id == heading:
                later = (h.start for h in self.headings[index + 1 :] if h.level <= opening.level)
                return self.text[opening.start : next(later, len(self.text))]
        raise KeyError(heading)

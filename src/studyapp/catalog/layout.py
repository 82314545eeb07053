"""Where what stands in a pack: which reader a file has, and which topic."""

from pathlib import PurePosixPath
from typing import Final

from studyapp.catalog.file_tree import DATA, TEXTS

_LISTS: Final = ("sources", "areas", "objectives", "misconceptions", "exams", "glossary")
_FOLDERS: Final = ("cards", "questions", "comparisons", "glossary")
TRANSLATIONS: Final = "translations/"


def reader_of(path: str, plain: bool) -> str:
    """The reader of a file by its place in the pack; empty when nobody reads it."""
    parts = PurePosixPath(path)
    if plain:
        return "article" if path.lower().endswith(TEXTS) else ""
    top = parts.parts[0]
    if top == "articles" and path.lower().endswith(TEXTS):
        return "article"
    if parts.suffix not in DATA:
        return ""
    if len(parts.parts) == 1:
        return parts.stem if parts.stem in _LISTS else ""
    return top if top in _FOLDERS else ""


def topic_of(path: str, plain: bool) -> str:
    """The topic that an article's folder stands for; a page's own folder does not count."""
    folders = PurePosixPath(path).parent.parts
    if PurePosixPath(path).stem == "index":
        folders = folders[:-1]
    if not plain or folders[:1] == ("content",):
        folders = folders[1:]
    return "/".join(folders)

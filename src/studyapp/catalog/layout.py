"""Where what stands in a pack: which reader a file has, and which topic."""

from pathlib import PurePosixPath
from typing import Final

from studyapp.catalog.file_tree import DATA, TEXTS

LISTS: Final = ("sources", "areas", "objectives", "misconceptions", "syllabus", "exams", "glossary")
FOLDERS: Final = ("cards", "questions", "comparisons", "choices", "glossary")
_TEMPLATES: Final = frozenset({"layouts", "_layouts", "_includes"})
"""Folders in which a site keeps what its pages are made with; a plain text there is none to read."""
TRANSLATIONS: Final = "translations/"


def reader_of(path: str, plain: bool) -> str:
    """The reader of a file by its place in the pack; empty when nobody reads it."""
    if plain:
        template = path.lower().endswith(".txt") and not _TEMPLATES.isdisjoint(path.split("/")[:-1])
        return "article" if path.lower().endswith(TEXTS) and not template else ""
    top, _, rest = path.partition("/")
    if top == "articles" and path.lower().endswith(TEXTS):
        return "article"
    stem, _, ending = path.rpartition(".")
    if f".{ending}" not in DATA:
        return ""
    if not rest:
        return stem if stem in LISTS else ""
    return top if top in FOLDERS else ""


def topic_of(path: str, plain: bool) -> str:
    """The topic that an article's folder stands for; a page's own folder does not count."""
    folders = PurePosixPath(path).parent.parts
    if PurePosixPath(path).stem == "index":
        folders = folders[:-1]
    if not plain or folders[:1] == ("content",):
        folders = folders[1:]
    return "/".join(folders)

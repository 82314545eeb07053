"""From a file's path to its reader, and from its text to what is kept of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from studyapp.catalog.codec import encoded
from studyapp.catalog.fields import Fields
from studyapp.catalog.file_tree import DATA, TEXTS
from studyapp.catalog.reading import Reading
from studyapp.catalog.report import Report

_LISTS: Final = ("sources", "areas", "objectives", "misconceptions", "exams", "glossary")
_FOLDERS: Final = ("cards", "questions", "comparisons", "glossary")
TRANSLATIONS: Final = "translations/"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file came to, as JSON."""

    reader: str
    problems: str
    places: str
    body: str


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


def parse(
    pack: str, path: str, reader: str, text: str, over: str, report: Report, *, plain: bool, digest: str
) -> Parsed:
    """Read one file. ``over`` is the text of its translation, or empty."""
    reading = Reading(pack, path, report)
    if reader == "article":
        _article(text, over, reading, plain, digest)
    else:
        _data(text, over, reader, reading)
    problems = [[p.line, p.column, p.code, p.message, p.hint, p.severity.value] for p in report.problems]
    return Parsed(
        reader,
        json.dumps(problems) if problems else "[]",
        json.dumps(reading.places.spots),
        json.dumps({kind: encoded(values) for kind, values in reading.values.items()}),
    )


def topic_of(path: str, plain: bool) -> str:
    """The topic that an article's folder stands for; a page's own folder does not count."""
    folders = PurePosixPath(path).parent.parts
    if PurePosixPath(path).stem == "index":
        folders = folders[:-1]
    if not plain or folders[:1] == ("content",):
        folders = folders[1:]
    return "/".join(folders)


def _article(text: str, over: str, reading: Reading, plain: bool, digest: str) -> None:
    from studyapp.catalog.read_article import read_article

    read_article(text, over, reading, topic_of(reading.path, plain), digest, plain)


def _data(text: str, over: str, reader: str, reading: Reading) -> None:
    from studyapp.catalog.yaml_file import read_yaml
    from studyapp.catalog.yaml_node import overlaid

    node = read_yaml(text, reading.report)
    if over and node is not None:
        other = read_yaml(over, reading.report)
        node = overlaid(node, other) if other is not None else node
    if node is None:
        return
    fields = Fields(node, reading.report)
    if not isinstance(node.value, dict):
        fields.wrong("", "wrong-type", f"the file is {node.kind}", "write `key: value` lines")
        return
    _readers()[reader](fields, reading)


def _readers() -> dict[str, Callable[[Fields, Reading], Any]]:
    from studyapp.catalog import read_lists
    from studyapp.catalog.read_cards import read_cards
    from studyapp.catalog.read_comparison import read_comparison
    from studyapp.catalog.read_glossary import read_glossary
    from studyapp.catalog.read_questions import read_questions

    return {
        "cards": read_cards,
        "questions": read_questions,
        "comparisons": read_comparison,
        "glossary": read_glossary,
        "sources": read_lists.read_sources,
        "areas": read_lists.read_areas,
        "objectives": read_lists.read_objectives,
        "misconceptions": read_lists.read_misconceptions,
        "exams": read_lists.read_exams,
    }

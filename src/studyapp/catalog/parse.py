"""From a file's path to its reader, and from its text to what is kept of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from studyapp.catalog.codec import document
from studyapp.catalog.fields import Fields
from studyapp.catalog.layout import topic_of
from studyapp.catalog.problem import Problem
from studyapp.catalog.reading import Reading
from studyapp.catalog.report import Report


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file came to, as JSON."""

    reader: str
    problems: str
    places: str
    body: str


def parse(
    pack: str, path: str, reader: str, text: str, over: str, report: Report, *, plain: bool, digest: str
) -> Parsed:
    """Read one file. ``over`` is the text of its translation, or empty.

    Problems and places with a line below nought are those of the translation.
    """
    reading = Reading(pack, path, report)
    if reader == "article":
        _article(text, over, reading, plain, digest)
    else:
        _data(text, over, reader, reading)
    return Parsed(
        reader,
        as_json(report.problems),
        json.dumps(reading.places.spots),
        json.dumps(document(reading.values)),
    )


def as_json(problems: list[Problem]) -> str:
    """Problems of one file, without its path."""
    return json.dumps([[p.line, p.column, p.code, p.message, p.hint, p.severity.value] for p in problems])


def _article(text: str, over: str, reading: Reading, plain: bool, digest: str) -> None:
    from studyapp.catalog.read_article import read_article

    read_article(text, over, reading, topic_of(reading.path, plain), digest, plain)


def _data(text: str, over: str, reader: str, reading: Reading) -> None:
    from studyapp.catalog.translation import laid_over
    from studyapp.catalog.yaml_file import read_yaml

    node = read_yaml(text, reading.report)
    if over and node is not None:
        node = laid_over(node, reading.report, lambda apart: read_yaml(over, apart))
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
    from studyapp.catalog.read_choice import read_choice
    from studyapp.catalog.read_comparison import read_comparison
    from studyapp.catalog.read_glossary import read_glossary
    from studyapp.catalog.read_questions import read_questions

    return {
        "cards": read_cards,
        "questions": read_questions,
        "comparisons": read_comparison,
        "choices": read_choice,
        "glossary": read_glossary,
        "sources": read_lists.read_sources,
        "areas": read_lists.read_areas,
        "objectives": read_lists.read_objectives,
        "misconceptions": read_lists.read_misconceptions,
        "syllabus": read_lists.read_syllabus,
        "exams": read_lists.read_exams,
    }

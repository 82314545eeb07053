"""What a paper by learning objective says: of each objective whether it was shown, is shaky, or was not asked about.

It says nothing about a chance to pass: where there is no exam there is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.exam_profile import Objective
from studyapp.ids import ItemId
from studyapp.learning.marking import mark
from studyapp.study.exam_story import Story


class Showing(StrEnum):
    """What one paper says about an objective."""

    SHAKY = "shaky"
    """Its question was answered wrong or left open."""
    NOT_ASKED = "not-asked"
    """Nothing was asked, or what was asked is not scored."""
    SHOWN = "shown"
    """Its question was answered right."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where to read about an objective; ``quote`` is empty for an article as a whole."""

    article: ItemId
    heading: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One objective. ``number`` is its question on the paper, from 1; None where none was asked."""

    name: str
    text: str
    group: str
    showing: Showing
    number: int | None
    passage: Passage | None


def readiness(story: Story, catalog: Catalog) -> tuple[ObjectiveRow, ...]:
    """Every objective of a paper, in the order of the content; those that left it come last, by name."""
    places = {sheet.place.area: number for number, sheet in enumerate(story.attempt.sheets)}
    known = {objective.name: objective for objective in catalog.objectives()}
    names = dict.fromkeys([*story.objectives, *places])
    ordered = [*(name for name in known if name in names), *sorted(names.keys() - known.keys())]
    reading = _reading(catalog)
    return tuple(_row(story, places.get(name), known.get(name), name, reading.get(name)) for name in ordered)


def _row(
    story: Story, place: int | None, objective: Objective | None, name: str, reading: ItemId | None
) -> ObjectiveRow:
    text, group = (objective.text, objective.group) if objective else (name, "")
    question = story.questions[place] if place is not None else None
    if place is None or question is None:
        passage = Passage(reading) if reading else None
        return ObjectiveRow(name, text, group, Showing.NOT_ASKED, None, passage)
    proof = question.proof
    right = mark(question.key, story.attempt.sheets[place].chosen).right
    showing = Showing.SHOWN if right else Showing.SHAKY
    if place in story.disputes:
        showing = Showing.NOT_ASKED
    passage = Passage(proof.article, proof.heading, proof.quote)
    return ObjectiveRow(name, text, group, showing, place + 1, passage)


def _reading(catalog: Catalog) -> Mapping[str, ItemId]:
    """The first article that names each objective."""
    found: dict[str, ItemId] = {}
    for article in catalog.articles().values():
        for name in article.objectives:
            found.setdefault(name, article.id)
    return found

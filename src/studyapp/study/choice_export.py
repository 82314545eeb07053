"""Writes what a guided choice came to, as Markdown or HTML: answers, weights, reasons, the Scrum view, the sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from studyapp.catalog.guided_choice import Answer
from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId
from studyapp.study.comparison_export import Format
from studyapp.study.weighing import Balance, Given, Weighing


@dataclass(frozen=True, slots=True)
class ChoiceWording:
    """The words of the screen's language that the text needs."""

    scrum: str
    read: str
    sources: str
    licence: str
    no_weight: str
    open: str
    """Stands for an answer that is missing."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: ``level`` 1 to 3 is a heading, 0 a paragraph; ``label`` stands before it in bold."""

    text: str
    level: int = 0
    label: str = ""
    listed: bool = False


def write_choice(
    weighing: Weighing,
    wording: ChoiceWording,
    form: Format,
    sources: Sequence[str],
    titles: Mapping[ItemId, str],
) -> str:
    """The whole text; ``sources`` are lines to cite, ``titles`` those of articles."""
    lines = list(_lines(weighing, wording, sources, titles))
    if form is Format.MARKDOWN:
        return "\n\n".join(map(_marked_down, lines)) + "\n"
    title = escape(weighing.choice.title)
    body = "\n".join(map(_html, lines))
    head = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head><body>\n'
    return f"{head}{body}\n</body></html>\n"


def points_of(weighing: Weighing, answer: Answer | None, nothing: str) -> str:
    """The weights of an answer in words: ``Product Owner +2``."""
    if answer is None:
        return ""
    found = [f"{weighing.side(weight.side).title} +{weight.points}" for weight in answer.weights]
    return ", ".join(found) or nothing


def score_of(balance: Balance) -> str:
    """How a scale stands: ``Product Owner 5 : 2 Project Manager``."""
    first, second = balance.scale.sides
    return f"{first.title} {balance.points[0]} : {balance.points[1]} {second.title}"


def _lines(
    weighing: Weighing, wording: ChoiceWording, sources: Sequence[str], titles: Mapping[ItemId, str]
) -> Iterator[_Line]:
    yield _Line(weighing.choice.title, 1)
    for balance in weighing.balances:
        yield _Line(balance.scale.title, 2)
        yield _Line(balance.outcome.text, label=f"{score_of(balance)}. ")
    for note in weighing.choice.notes:
        yield _Line(note.title, 2)
        yield _Line(note.text)
        yield from _passage(note.proof, wording, titles)
    for each in weighing.given:
        yield from _factor(weighing, each, wording, titles)
    if sources:
        yield _Line(wording.sources, 2)
        yield from (_Line(source, listed=True) for source in sources)
    yield _Line(wording.licence)


def _factor(
    weighing: Weighing, given: Given, wording: ChoiceWording, titles: Mapping[ItemId, str]
) -> Iterator[_Line]:
    factor, answer = given.factor, given.answer
    yield _Line(factor.title, 2)
    yield _Line(answer.text if answer else wording.open, label=f"{factor.question} ")
    if answer:
        yield _Line(answer.why, label=f"{points_of(weighing, answer, wording.no_weight)}. ")
    yield _Line(factor.scrum, label=f"{wording.scrum}: ")
    yield from _passage(factor.proof, wording, titles)


def _passage(proof: Proof | None, wording: ChoiceWording, titles: Mapping[ItemId, str]) -> Iterator[_Line]:
    if proof is not None and proof.article in titles:
        yield _Line(f"“{proof.quote}” ({titles[proof.article]})", label=f"{wording.read}: ")


def _marked_down(line: _Line) -> str:
    if line.level:
        return f"{'#' * line.level} {line.text}"
    label = f"**{line.label.strip()}** " if line.label else ""
    return f"{'- ' if line.listed else ''}{label}{line.text}"


def _html(line: _Line) -> str:
    if line.level:
        return f"<h{line.level}>{escape(line.text)}</h{line.level}>"
    label = f"<b>{escape(line.label.strip())}</b> " if line.label else ""
    return f"<p>{'• ' if line.listed else ''}{label}{escape(line.text)}</p>"

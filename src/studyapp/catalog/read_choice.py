"""Reads ``choices/<name>.yaml``: one guided choice a file."""

from studyapp.catalog.fields import Fields
from studyapp.catalog.guided_choice import (
    EVEN,
    Answer,
    ChoiceNote,
    Factor,
    GuidedChoice,
    Outcome,
    Scale,
    Side,
    Weight,
)
from studyapp.catalog.nearest import mend
from studyapp.catalog.reading import Reading, read_citation, read_proof

_TWO = 2


def read_choice(file: Fields, reading: Reading) -> None:
    """Keep the guided choice of one file."""
    name, title = file.name(), file.needed("title")
    own_id = reading.id("choice", name)
    reading.places.note(own_id, file, "name")
    scales = tuple(_scale(each, reading, own_id) for each in file.named("scales"))
    sides = [side.name for scale in scales for side in scale.sides]
    factors = tuple(_factor(each, reading, sides, own_id) for each in file.named("factors"))
    notes = tuple(_note(each, reading, own_id) for each in file.mappings("notes"))
    if not scales or not factors:
        hint = "add `scales:` with two sides each, and `factors:` with their answers"
        file.wrong("", "missing", "a choice needs scales and factors", hint)
    reading.keep("choice", GuidedChoice(own_id, title, file.text("intro"), scales, factors, notes))
    file.finish()


def _scale(scale: Fields, reading: Reading, choice: str) -> Scale:
    sides = tuple(_side(each, reading, choice) for each in scale.named("sides"))
    if len(sides) != _TWO:
        scale.wrong("sides", "two-sides", f"a scale with {len(sides)} sides", "name two")
    wanted = [*(side.name for side in sides), EVEN]
    told = scale.mapping("outcomes")
    outcomes = tuple(Outcome(each, told.needed(each)) for each in wanted) if told else ()
    if told is None:
        hint = f"say what {', '.join(wanted)} mean"
        scale.wrong("outcomes", "missing", "a scale without outcomes", hint)
    else:
        told.finish()
    value = Scale(scale.name(), scale.needed("title"), sides, outcomes)
    scale.finish()
    return value


def _side(side: Fields, reading: Reading, choice: str) -> Side:
    value = Side(side.name(), side.needed("title"), side.text("colour"))
    reading.places.note(choice, side, "colour", prefix=f"{value.name} ")
    side.finish()
    return value


def _factor(factor: Fields, reading: Reading, sides: list[str], choice: str) -> Factor:
    reading.places.note(choice, factor, "proof", "source", prefix=f"{factor.text('name')} ")
    answers = tuple(_answer(each, sides) for each in factor.named("answers"))
    if len(answers) < _TWO:
        factor.wrong("answers", "few-answers", f"{len(answers)} answers", "give two at least")
    value = Factor(
        factor.name(),
        factor.needed("title"),
        factor.needed("question"),
        answers,
        factor.needed("scrum"),
        read_proof(factor, reading),
        read_citation(factor),
    )
    factor.finish()
    return value


def _answer(answer: Fields, sides: list[str]) -> Answer:
    weights = tuple(Weight(side, points) for side, points in answer.numbers("weights", -100, 100))
    for weight in weights:
        if weight.side not in sides:
            hint = mend(weight.side, sides, "the sides above")
            answer.wrong("weights", "unknown-side", f"there is no side {weight.side!r}", hint)
        elif weight.points < 1:
            hint = "give 1 or more, or leave the side out"
            answer.wrong("weights", "bad-weight", f"a weight of {weight.points}", hint)
    value = Answer(answer.name(), answer.needed("text"), answer.needed("why"), weights)
    answer.finish()
    return value


def _note(note: Fields, reading: Reading, choice: str) -> ChoiceNote:
    title = note.needed("title")
    reading.places.note(choice, note, "proof", "source", prefix=f"{title} ")
    value = ChoiceNote(title, note.needed("text"), read_proof(note, reading), read_citation(note))
    note.finish()
    return value

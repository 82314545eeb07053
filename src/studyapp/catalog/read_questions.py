"""Reads ``questions/*.yaml``."""

from studyapp.catalog.fields import Fields
from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Criterion, Option, Pool, Question, QuestionKind
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.source import Citation


def read_questions(file: Fields, reading: Reading) -> None:
    """Keep the questions of one file."""
    defaults = file.only("area", "level", "pool", "objectives", "facts", "source")
    for entry in file.mappings("questions", defaults):
        question = _entry(entry, reading)
        if question is not None:
            reading.keep("question", question)
    file.finish()


def _entry(entry: Fields, reading: Reading) -> Question | None:
    name = entry.name()
    kind = entry.choice("kind", QuestionKind)
    proof = read_proof(entry, reading)
    source = read_citation(entry)
    stem = entry.needed("stem")
    own_id = reading.id("question", name)
    if proof is None or not name or not stem:
        return None
    reading.places.note(
        own_id, entry, "name", "proof", "source", "area", "level", "objectives", "facts", "options"
    )
    question = Question(
        id=own_id,
        kind=kind,
        pool=entry.choice("pool", Pool, Pool.PRACTICE),
        level=entry.text("level"),
        area=entry.text("area"),
        stem=stem,
        options=_options(entry, reading, own_id, proof, source),
        proof=proof,
        source=source,
        difficulty=_difficulty(entry),
        scenario=entry.flag("scenario"),
        fixed_order=entry.flag("fixed_order"),
        model_answer=entry.text("model_answer"),
        rubric=_rubric(entry),
        objectives=entry.texts("objectives"),
        facts=entry.texts("facts"),
        revision=entry.within("revision", 1, 1_000_000, default=1),
    )
    entry.finish()
    return question


def _options(
    entry: Fields, reading: Reading, own_id: str, proof: Proof, source: Citation
) -> tuple[Option, ...]:
    found = []
    for number, option in enumerate(entry.mappings("options"), start=1):
        reading.places.note(
            own_id, option, "", "proof", "source", "misconception", prefix=f"option {number} "
        )
        found.append(
            Option(
                text=option.needed("text"),
                right=option.flag("right"),
                reason=option.needed("reason"),
                proof=read_proof(option, reading, proof) or proof,
                source=read_citation(option, source),
                misconception=option.text("misconception"),
            )
        )
        option.finish()
    return tuple(found)


def _rubric(entry: Fields) -> tuple[Criterion, ...]:
    found = []
    for line in entry.mappings("rubric"):
        found.append(Criterion(line.needed("criterion"), line.needed("meets"), line.text("exceeds")))
        line.finish()
    return tuple(found)


def _difficulty(entry: Fields) -> int:
    difficulty = entry.whole("difficulty", 2)
    if difficulty not in (1, 2, 3):
        entry.wrong(
            "difficulty",
            "unknown-word",
            f"difficulty {entry.written('difficulty')}",
            "1 is easy, 2 middle, 3 hard",
        )
        return 2
    return difficulty

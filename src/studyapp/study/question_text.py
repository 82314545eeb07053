"""A question as an attempt keeps it: its whole text, so that the attempt can be read for ever."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Criterion, Option, Pool, Question, QuestionKind
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Kept:
    """A question of the content, what an attempt writes down of it, and the question that this tells ever after."""

    question: Question
    text: dict[str, Any]
    told: Question


def keep(question: Question) -> Kept:
    """A question as an attempt will keep it."""
    text = kept_text(question)
    return Kept(question, text, read_text(question.id, text))


def kept_text(question: Question) -> dict[str, Any]:
    """What an attempt writes down about a question when it is first shown, as JSON values."""
    return {
        "kind": question.kind.value,
        "pool": question.pool.value,
        "level": question.level,
        "area": question.area,
        "stem": question.stem,
        "difficulty": question.difficulty,
        "scenario": question.scenario,
        "fixed_order": question.fixed_order,
        "objectives": list(question.objectives),
        "revision": question.revision,
        "proof": _proof(question.proof),
        "source": _citation(question.source),
        "options": [
            {
                "text": option.text,
                "right": option.right,
                "reason": option.reason,
                "misconception": option.misconception,
                "proof": _proof(option.proof),
                "source": _citation(option.source),
            }
            for option in question.options
        ],
        "model_answer": question.model_answer,
        "rubric": [[line.criterion, line.meets, line.exceeds] for line in question.rubric],
    }


def read_text(item: ItemId, kept: Mapping[str, Any]) -> Question:
    """The question as it was when it was shown.

    Raises KeyError or ValueError for what `kept_text` did not write.
    """
    return Question(
        id=item,
        kind=QuestionKind(kept["kind"]),
        pool=Pool(kept["pool"]),
        level=kept["level"],
        area=kept["area"],
        stem=kept["stem"],
        options=tuple(_option(option) for option in kept["options"]),
        proof=Proof(*kept["proof"]),
        source=Citation(*kept["source"]),
        difficulty=kept["difficulty"],
        scenario=kept["scenario"],
        fixed_order=kept["fixed_order"],
        model_answer=kept["model_answer"],
        rubric=tuple(Criterion(*line) for line in kept["rubric"]),
        objectives=tuple(kept["objectives"]),
        revision=kept["revision"],
    )


def in_order(question: Question, order: Sequence[int]) -> Question:
    """The question with its options as they stand on the screen; ``order`` lists the author's numbers."""
    return replace(question, options=tuple(question.options[number] for number in order))


def _option(kept: Mapping[str, Any]) -> Option:
    return Option(
        text=kept["text"],
        right=kept["right"],
        reason=kept["reason"],
        proof=Proof(*kept["proof"]),
        source=Citation(*kept["source"]),
        misconception=kept["misconception"],
    )


def _proof(proof: Proof) -> list[str]:
    return [proof.article, proof.heading, proof.quote]


def _citation(citation: Citation) -> list[str]:
    return [citation.document, citation.section]

"""How well a learner knows each cell of a table, from the exercises about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from studyapp.catalog.comparison import Cell
from studyapp.ids import ItemId
from studyapp.learning.memory import Memory
from studyapp.learning.schedule_rules import RETENTION
from studyapp.store.drill_rows import CellAnswers, Drilled

_SHAKEN: Final = 0.5
"""A cell that was missed the last time counts as known by this share at most."""


class CellState(StrEnum):
    """How a cell stands with the learner."""

    UNSEEN = "unseen"
    SHAKY = "shaky"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class CellKnowledge:
    """What is known of a cell: how often it was asked about and right, and the chance that it is known now, 0 to 1.

    ``missed`` counts wrong answers, old ones fading.
    """

    state: CellState = CellState.UNSEEN
    answers: int = 0
    right: int = 0
    recall: float = 0.0
    missed: float = 0.0


UNSEEN: Final = CellKnowledge()


def knowledge(
    asked: Iterable[tuple[ItemId, Iterable[ItemId]]],
    drilled: Mapping[ItemId, Drilled],
    answers: Mapping[ItemId, CellAnswers],
    missed: Mapping[ItemId, float],
    recall: Callable[[Memory], float],
) -> dict[ItemId, CellKnowledge]:
    """What is known of every cell that was ever asked about.

    ``asked`` are the exercises with their cells. A cell is known when an exercise about it has left its learning
    steps and is likely to be recalled, and the last answer about the cell was right.
    """
    settled: dict[ItemId, float] = {}
    for item, cells in asked:
        if (row := drilled.get(item)) is not None:
            chance = 0.0 if row.memory.phase.stepping else recall(row.memory)
            for cell in cells:
                settled[cell] = max(settled.get(cell, 0.0), chance)
    return {
        cell: _known(found, settled.get(cell, 0.0), missed.get(cell, 0.0)) for cell, found in answers.items()
    }


def least_known(cells: Iterable[Cell], known: Mapping[ItemId, CellKnowledge]) -> float:
    """Ranks rows by how well what is stated on them is known on average, the least known first."""
    found = [known.get(cell.id, UNSEEN).recall for cell in cells if cell.stated]
    return sum(found) / len(found) if found else 1.0


def most_missed(cells: Iterable[Cell], known: Mapping[ItemId, CellKnowledge]) -> float:
    """Ranks rows by how much was lately missed on them, the most first."""
    return -sum(known.get(cell.id, UNSEEN).missed for cell in cells)


def _known(found: CellAnswers, chance: float, missed: float) -> CellKnowledge:
    known = found.last_right and chance >= RETENTION
    strength = chance if found.last_right else min(chance, _SHAKEN)
    state = CellState.KNOWN if known else CellState.SHAKY
    return CellKnowledge(state, found.answers, found.right, strength, missed)

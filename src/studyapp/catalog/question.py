"""An exam question: a stem, options with reasons, and the pool it belongs to."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    FREE_TEXT = "free-text"


class Pool(StrEnum):
    """Practice questions may be seen anywhere; held-back ones only in a mock exam, once."""

    PRACTICE = "practice"
    HELD_BACK = "held-back"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer on offer. A wrong one names the misconception it feeds on."""

    text: str
    right: bool
    reason: str
    proof: Proof
    source: Citation
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a free-text question's rubric."""

    criterion: str
    meets: str
    exceeds: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``options`` stand as the author wrote them; they are shuffled for the screen unless fixed."""

    id: ItemId
    kind: QuestionKind
    pool: Pool
    level: str
    area: str
    stem: str
    options: tuple[Option, ...]
    proof: Proof
    source: Citation
    difficulty: int = 2
    scenario: bool = False
    fixed_order: bool = False
    model_answer: str = ""
    rubric: tuple[Criterion, ...] = ()
    objectives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    revision: int = 1

    @property
    def key(self) -> frozenset[int]:
        """The indices of the right options."""
        return frozenset(index for index, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True)
class Misconception:
    """A false belief that wrong options feed on, and what puts it right.

    ``mixes`` names two columns of a comparison where the belief takes one thing for another: what is right, then what
    it is taken for. Empty for other beliefs. ``sentence`` says what a learner did who followed it, to be put after “in
    so many cases”; it begins with “you”, has no full stop and may be empty.
    """

    name: str
    belief: str
    correction: str
    mixes: tuple[str, ...] = ()
    sentence: str = ""

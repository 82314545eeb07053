"""Questions that ask nearly the same, above all across the practice and the held-back pool."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Question, QuestionKind
from studyapp.ids import ItemId

NEAR: Final = 0.75
"""From here on two questions are taken for one and the same."""

WORTH_A_LOOK: Final = 0.55
"""From here on a pair is listed."""

_WORD: Final = re.compile(r"[a-z]{3,}")
_ENDING: Final = re.compile(r"(?:ings?|ed|es|s)$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two questions and how alike they are, 0 to 1. ``across``: one is for practice, the other held back."""

    first: ItemId
    second: ItemId
    likeness: float
    across: bool

    @property
    def near(self) -> bool:
        """Whether a learner who has seen one has seen the other."""
        return self.likeness >= NEAR


def alike(catalog: Catalog) -> tuple[Likeness, ...]:
    """Pairs of questions worth a look, the most alike first.

    Likeness is the cosine of the words of stem and right options, each word weighed by how rare it is.
    """
    questions = [q for q in catalog.questions().values() if q.kind is not QuestionKind.FREE_TEXT]
    words = [_words(question) for question in questions]
    spread = Counter(word for found in words for word in found)
    rarity = {word: log(len(questions) / count) for word, count in spread.items()}
    vectors = [_unit({word: count * rarity[word] for word, count in found.items()}) for found in words]
    found = (
        Likeness(questions[a].id, questions[b].id, value, questions[a].pool is not questions[b].pool)
        for (a, b), value in _products(vectors).items()
        if value >= WORTH_A_LOOK
    )
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.second)))


def _words(question: Question) -> Counter[str]:
    texts = (question.stem, *(option.text for option in question.options if option.right))
    return Counter(_ENDING.sub("", word) for text in texts for word in _WORD.findall(text.lower()))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items() if value}


def _products(vectors: Iterable[dict[str, float]]) -> dict[tuple[int, int], float]:
    """The product of every two vectors that share a word."""
    seen: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    products: defaultdict[tuple[int, int], float] = defaultdict(float)
    for at, vector in enumerate(vectors):
        for word, value in vector.items():
            for before, other in seen[word]:
                products[before, at] += value * other
            seen[word].append((at, value))
    return products

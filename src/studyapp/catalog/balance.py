"""Whether questions give their keys away: kinds, pools, key positions and lengths in figures."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Pool, Question, QuestionKind

LONGEST_SHARE: Final = 0.35
"""The key may be the longest of four options a little more often than the quarter that chance gives."""

POSITION_SHARE: Final = 0.35
"""No position of a single choice's key may hold more than this share."""

SCENARIO_SHARE: Final = 1 / 3
"""At least this share of questions tells a situation."""

MISCONCEPTION_SHARE: Final = 0.1
"""No belief may stand behind more than this share of the wrong options."""

_FEW: Final = 20


@dataclass(frozen=True, slots=True)
class Balance:
    """The figures of one level's questions. Shares lie between 0 and 1, lengths are in characters."""

    level: str
    kinds: tuple[tuple[str, int], ...]
    pools: tuple[tuple[str, int], ...]
    difficulties: tuple[tuple[int, int], ...]
    areas: tuple[tuple[str, int], ...]
    scenarios: float
    positions: tuple[float, ...]
    longest: float
    key_length: float
    other_length: float
    true_share: float
    misconceptions: tuple[tuple[str, float], ...]

    @property
    def holes(self) -> tuple[str, ...]:
        """The names of the figures that are out of balance; none for a handful of questions."""
        if sum(count for _, count in self.kinds) < _FEW:
            return ()
        checks = {
            "scenarios": self.scenarios >= SCENARIO_SHARE,
            "positions": max(self.positions, default=0.0) <= POSITION_SHARE,
            "longest": self.longest <= LONGEST_SHARE,
            "true_share": 0.35 <= self.true_share <= 0.65 or not self.true_share,
            "misconceptions": all(share <= MISCONCEPTION_SHARE for _, share in self.misconceptions),
        }
        return tuple(name for name, fine in checks.items() if not fine)


def balance(catalog: Catalog) -> tuple[Balance, ...]:
    """The figures of every level, free text left out."""
    levels: dict[str, list[Question]] = {}
    for question in catalog.questions().values():
        if question.kind is not QuestionKind.FREE_TEXT:
            levels.setdefault(question.level, []).append(question)
    return tuple(_of_level(level, questions) for level, questions in sorted(levels.items()))


def _of_level(level: str, questions: Sequence[Question]) -> Balance:
    singles = [q for q in questions if q.kind is QuestionKind.SINGLE]
    keys = [min(q.key) for q in singles if q.key]
    places = Counter(keys)
    wrong = Counter(o.misconception for q in questions for o in q.options if not o.right)
    truths = [q.options[min(q.key)].text == "True" for q in questions if q.kind is QuestionKind.TRUE_FALSE]
    return Balance(
        level=level,
        kinds=_counted(q.kind.value for q in questions),
        pools=tuple((pool.value, sum(q.pool is pool for q in questions)) for pool in Pool),
        difficulties=tuple(sorted(Counter(q.difficulty for q in questions).items())),
        areas=_counted(q.area for q in questions),
        scenarios=mean(q.scenario for q in questions),
        positions=tuple(places[at] / len(keys) for at in range(max(places, default=-1) + 1)),
        longest=mean([_key_is_longest(q) for q in singles] or [0]),
        key_length=mean([len(o.text) for q in singles for o in q.options if o.right] or [0]),
        other_length=mean([len(o.text) for q in singles for o in q.options if not o.right] or [0]),
        true_share=mean(truths or [0]),
        misconceptions=tuple((name, count / wrong.total()) for name, count in wrong.most_common()),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(values).most_common())


def _key_is_longest(question: Question) -> bool:
    key = max(len(option.text) for option in question.options if option.right)
    return key > max(len(option.text) for option in question.options if not option.right)

"""By which rules cards come back: the wanted recall, the steps, the longest interval and FSRS's parameters.

All of them hold for the whole history: what is known of a card is what its answers come to by the present rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

PARAMETERS: Final = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # stability after the first answer, by rating
    *(6.4133, 0.8334, 3.0194, 0.001),  # difficulty
    *(1.8722, 0.1666, 0.796),  # stability after recall
    *(1.4835, 0.0614, 0.2629, 1.6483),  # stability after forgetting
    *(0.6014, 1.8729),  # hard, easy
    *(0.5425, 0.0912, 0.0658),  # answers on the same day
    0.1542,  # decay
)
"""The 21 parameters of FSRS-6 as published with fsrs 6.3.2 (github.com/open-spaced-repetition/py-fsrs)."""

LOWER: Final = (*(0.001,) * 4, 1.0, *(0.001,) * 3, 0.0, 0.0, *(0.001,) * 4, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1)
UPPER: Final = (
    *(100.0,) * 4,
    *(10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5, 5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)
"""Between these the parameters must lie, as fsrs 6.3.2 has it."""

RETENTION: Final = 0.9
"""The chance of recall at which a card is asked again."""

RETENTIONS: Final = (0.7, 0.99)
"""The lowest and the highest that can be wanted."""

LEARNING_STEPS: Final = (60, 600)
RELEARNING_STEPS: Final = (600,)
"""Seconds after which a card comes back that is new, or was forgotten."""

LONGEST: Final = 36500
"""No interval is longer than this many days."""

MOST_STEPS: Final = 10
LONGEST_STEP: Final = 24 * 60 * 60 - 1
"""A step is shorter than a day; whole days are for FSRS to choose."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules, or the defaults. Each field is a setting of the same name. Raises ValueError when out of range."""

    retention: float = RETENTION
    learning_steps: tuple[int, ...] = LEARNING_STEPS
    relearning_steps: tuple[int, ...] = RELEARNING_STEPS
    longest_interval: int = LONGEST
    parameters: tuple[float, ...] = PARAMETERS

    def __post_init__(self) -> None:
        low, high = RETENTIONS
        if not low <= self.retention <= high:
            raise ValueError(f"retention: {self.retention}")
        for steps in (self.learning_steps, self.relearning_steps):
            if len(steps) > MOST_STEPS or not all(1 <= step <= LONGEST_STEP for step in steps):
                raise ValueError(f"steps: {steps}")
        if not 1 <= self.longest_interval <= LONGEST:
            raise ValueError(f"longest interval: {self.longest_interval}")
        if len(self.parameters) != len(PARAMETERS) or out_of_bounds(self.parameters):
            raise ValueError(f"parameters: {self.parameters}")


NAMES: Final = tuple(field.name for field in fields(Rules))
"""The names of the settings that are rules of scheduling."""


def out_of_bounds(parameters: Sequence[float]) -> tuple[int, ...]:
    """The places, from 0, of those parameters that do not lie within their bounds."""
    within = (low <= value <= high for value, low, high in zip(parameters, LOWER, UPPER, strict=False))
    return tuple(place for place, good in enumerate(within) if not good)


def rules_of(values: Mapping[str, Any]) -> Rules:
    """The rules that settings, as the log holds them, come to; what cannot be understood is passed over."""
    rules = Rules()
    for name in NAMES:
        if name in values:
            try:
                rules = replace(rules, **{name: read_rule(name, values[name])})
            except (TypeError, ValueError):
                continue
    return rules


def read_rule(name: str, value: object) -> Any:
    """A value of the log as the field of that name holds it. Raises TypeError or ValueError."""
    if name == "longest_interval":
        return _whole(value)
    if name == "retention":
        return _number(value)
    if not isinstance(value, list):
        raise TypeError(name)
    return tuple(map(_number if name == "parameters" else _whole, value))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if type(value) is not int and type(value) is not float:
        raise TypeError(value)
    return float(value)

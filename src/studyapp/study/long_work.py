"""Work on very many entries, done in parts, so that whoever asked for it can show how far it is and go on listening."""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Final, TypeVar

from studyapp.study.change import Change

Thing = TypeVar("Thing")

Work = Generator[float, None, Change]
"""Yields the share that is done after every part, 0 to 1; at its end it returns what was altered."""

PART: Final = 250
"""So many entries are written in one transaction; fewer never are torn apart."""


def parts(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    """The same things in runs of `PART`."""
    return (things[begin : begin + PART] for begin in range(0, len(things), PART))


def at_once(work: Work) -> Change:
    """Do all of it now."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            altered: Change = end.value
            return altered


def whole(verb: Callable[[], Change]) -> Work:
    """Work that has but one part."""
    altered = verb()
    yield 1.0
    return altered

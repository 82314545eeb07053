"""What to say of a name that nothing bears: the one it is most like, and those that there are."""

from collections.abc import Iterable
from typing import Final

_MOST: Final = 12
"""So many names are told; of more, the first."""


def mend(name: str, known: Iterable[str], where: str) -> str:
    """How to mend an unknown name: ``did you mean 'events'? name one of areas.yaml: …``; ``where`` lists the names."""
    names = [*dict.fromkeys(known)]
    listed = ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
    return asked(name, names, f"name one of {where}" + (f": {listed}" if listed else ""))


def asked(name: str, known: Iterable[str], otherwise: str) -> str:
    """The same without those that there are: the one that may be meant, before what else is to be said."""
    from difflib import get_close_matches

    close = get_close_matches(name, [*known], n=1)
    return f"did you mean {close[0]!r}? {otherwise}" if close else otherwise

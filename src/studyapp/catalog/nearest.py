"""What to say of a name that nothing bears: the one it is most like, and those that there are."""

from collections.abc import Iterable
from typing import Final

_MOST: Final = 12
"""So many names are told; of more, the first."""


def mend(name: str, known: Iterable[str], where: str) -> str:
    """How to mend an unknown name: ``did you mean 'events'? there are: …``; ``where`` says what lists them."""
    from difflib import get_close_matches

    names = [*dict.fromkeys(known)]
    close = get_close_matches(name, names, n=1)
    listed = ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
    said = f"name one of {where}" + (f": {listed}" if listed else "")
    return f"did you mean {close[0]!r}? {said}" if close else said

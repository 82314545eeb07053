"""What stands in for a letter that the learner's terminal does not have."""

from typing import Final

NEAREST: Final = "studyapp.nearest"
"""The name under which the codecs know ``nearest``."""

_NEAR: Final = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-", "›": ">",
    "→": "->", "×": "x", "≤": "<=", "≥": ">=", "\N{NO-BREAK SPACE}": " ", "\N{REPLACEMENT CHARACTER}": "?",
}  # fmt: skip


def nearest(fault: UnicodeError) -> tuple[str, int]:
    """Characters that an encoding lacks: marks of print as typewriters wrote them, others as an escape."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    missing = fault.object[fault.start : fault.end]
    return "".join(
        _NEAR.get(c) or c.encode("ascii", "backslashreplace").decode("ascii") for c in missing
    ), fault.end

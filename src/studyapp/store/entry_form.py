"""What an entry must be like to be read: one that was damaged on the disk is left out, and stays in the log untouched.

For each kind its form asks for what its fold, and whoever reads it, takes for granted. Kinds that are not known here,
as those of a newer program, only have to be a JSON object.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

Said = Mapping[str, Any]
Form = Callable[[Said], bool]
"""Whether a payload is as it should be; what it raises over one that is not means no as well."""

EARLIEST: Final = -2_208_988_800_000
LATEST: Final = 221_845_392_000_000
"""Milliseconds since 1970 at the beginnings of 1900 and of 9000: no clock that a computer has shows another time."""

_MOST: Final = 1e15
_OFFSET: Final = 24 * 60
_FAULTS: Final = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)

ANSWERS: Final = ("review", "cram", "reset")
"""Kinds that are nearly all of a log: SQL sums them up, and sorts out what cannot be read."""

IN_TIME: Final = (
    f"at_utc BETWEEN {EARLIEST} AND {LATEST} AND offset_minutes BETWEEN -{_OFFSET} AND {_OFFSET}"
    " AND rollover_hour BETWEEN 0 AND 23"
)
"""What `in_time` says, in SQL."""

READABLE_ANSWER: Final = f"""
    CASE WHEN payload GLOB '{{*' AND json_valid(payload)
    THEN {IN_TIME} AND item GLOB '*/*/*' AND (kind = 'reset' OR json_extract(payload, '$.rating') IN (1, 2, 3, 4))
    ELSE 0 END"""
"""Whether `body_of` and `in_time` read an entry of these kinds, in SQL, which asks for as little as will do."""


def body_of(kind: str, item: str, payload: bytes) -> dict[str, Any] | None:
    """What an entry says; None when it cannot be read."""
    try:
        text = payload.decode("utf-8", "replace" if kind in ANSWERS else "strict")
        said, end = _READ(text)
        form = FORMS.get(kind)
        if end < len(text) or not isinstance(said, dict) or item.count("/") < 2 or (form and not form(said)):
            return None
    except _FAULTS:
        return None
    return said


def in_time(at_ms: int, offset_minutes: int, rollover_hour: int) -> bool:
    """Whether an entry's moment, offset and end of the day can have been."""
    try:
        return EARLIEST <= at_ms <= LATEST and abs(offset_minutes) <= _OFFSET and 0 <= rollover_hour < 24
    except TypeError:
        return False


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


_READ: Final = json.JSONDecoder(parse_constant=_refuse).raw_decode


def _number(value: object) -> bool:
    return type(value) in (int, float) and -_MOST <= value <= _MOST  # type: ignore[operator]


def _numbers(said: Said, *names: str) -> bool:
    return all(_number(said[name]) for name in names)


def _if_there(said: Said, *names: str) -> bool:
    return all(_number(said[name]) for name in names if name in said)


def took_ms(said: Said) -> int:
    """How long an answer took, in milliseconds; 0 when it does not say, or was damaged there."""
    value = said.get("took_ms", 0)
    return int(min(max(0, value), _MOST)) if type(value) in (int, float) else 0


def _rated(said: Said) -> bool:
    return said["rating"] in (1, 2, 3, 4)


def _drilled(said: Said) -> bool:
    return _rated(said) and all(
        isinstance(place["cell"], str) and "right" in place for place in said["places"]
    )


def _dated(said: Said, *names: str) -> bool:
    return bool(date.fromisoformat(said["day"])) and all(name in said for name in names)


def _begun(said: Said) -> bool:
    head, places = isinstance(said["head"], dict), said["places"]
    sound = all(isinstance(q, str) and type(r) is int and isinstance(area, str) for q, r, area, _ in places)
    return head and sound and isinstance(said["profile"], str) and "seed" in said


def _shown(said: Said) -> bool:
    text = said.get("text")
    asked = text is None or all("right" in option for option in text["options"])
    return asked and _if_there(said, "elapsed_ms") and type(said["number"]) is int


def _answered(said: Said) -> bool:
    chosen = all(type(number) is int for number in said.get("chosen", ()))
    return chosen and _if_there(said, "elapsed_ms") and type(said["number"]) is int


def _told(said: Said) -> bool:
    wide = len(said["wide"]) == 2 and all(map(_number, said["wide"]))
    return wide and _numbers(said, "chance", "low", "high", "answers")


def _chosen(said: Said) -> bool:
    return isinstance(said["answers"], dict) and {"choice", "title"} <= said.keys()


def _unless_removed(form: Form) -> Form:
    return lambda said: bool(said.get("removed")) or form(said)


def _with(*names: str) -> Form:
    return lambda said: all(name in said for name in names)


def _anything(_: Said) -> bool:
    return True


FORMS: Final[Mapping[str, Form]] = {
    "review": _rated,
    "cram": _rated,
    "reset": _anything,
    "drill": _drilled,
    "setting": _with("value"),
    "suspend": _with("on"),
    "flag": _with("on"),
    "bury": lambda said: bool(date.fromisoformat(said["until"])),
    "note": _with("text"),
    "reading": lambda said: _if_there(said, "position", "took_ms"),
    "bookmark": _anything,
    "highlight": lambda said: _if_there(said, "place"),
    "highlight-changed": lambda said: all(isinstance(said.get(n), str | None) for n in ("colour", "note")),
    "highlight-removed": _anything,
    "exam-begun": _begun,
    "exam-shown": _shown,
    "exam-answer": _answered,
    "exam-flag": lambda said: type(said["number"]) is int and "on" in said and _if_there(said, "elapsed_ms"),
    "exam-tick": lambda said: _numbers(said, "elapsed_ms"),
    "exam-handed-in": lambda said: _numbers(said, "elapsed_ms"),
    "exam-dispute": lambda said: type(said["number"]) is int and "on" in said,
    "exam-own-mark": lambda said: type(said["number"]) is int and all(map(_number, said["levels"])),
    "practice-answer": lambda said: {"area", "right"} <= said.keys() and _if_there(said, "took_ms"),
    "forecast": _told,
    "exam-result": _unless_removed(
        lambda said: (
            _dated(said, "certification", "passed") and (said.get("score") is None or _number(said["score"]))
        )
    ),
    "seu": _unless_removed(lambda said: _dated(said, "title") and _number(said["minutes"])),
    "choice": _unless_removed(_chosen),
    "own-card": lambda said: all(isinstance(said[name], dict | None) for name in ("before", "after")),
    "retract": lambda said: said["target"].rpartition(":")[2].isdecimal() and ":" in said["target"],
}

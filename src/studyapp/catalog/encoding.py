"""Text that was decoded wrongly once: found, put right where that is certain, reported; the one door to ftfy.

UTF-8 read as Windows-1252 or its Turkish sister 1254 leaves sequences that honest text hardly has: ``â€”`` for a
dash, ``Ã©`` for é, ``ğŸš€`` for a rocket. A sequence is put right when it decodes and could not be meant as it
stands; one that could (``CAFÉ”``) is left alone unless it is in company. Where a byte was lost nothing is certain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.report import Report

MOST_REPORTED: Final = 50


def _characters(first: int, last: int) -> dict[str, int]:
    """The characters that the bytes from ``first`` to ``last`` become in Windows-1252, 1254 or Latin-1."""
    found: dict[str, int] = {}
    for byte in range(first, last + 1):
        for name in ("cp1252", "cp1254", "latin-1"):
            try:
                found[bytes((byte,)).decode(name)] = byte
            except UnicodeDecodeError:  # a byte that this code page leaves out
                continue
    return found


_NEXT: Final = _characters(0x80, 0xBF)
_BYTES: Final = _NEXT | _characters(0xC2, 0xF4)


def _class(characters: dict[str, int]) -> str:
    return "[" + "".join(map(re.escape, characters)) + "]"


_N = _class(_NEXT)
_SEQUENCE = re.compile(
    f"{_class(_characters(0xC2, 0xDF))}{_N}|{_class(_characters(0xE0, 0xEF))}{_N}{{2}}"
    f"|{_class(_characters(0xF0, 0xF0))}{_N}{{3}}"
)
_LOST = re.compile(f"[ðğ]Ÿ{_N}{{0,1}}(?!{_N})|â€(?!{_N})|ï¿½|\ufffd")
_SHOWN = re.compile(r"`[^`]*`")
_MARKS: Final = frozenset("”“’‘»«…–—•„‚")
_MAY_FOLLOW_CAPITALS: Final = _MARKS | frozenset("™®©°§\u00a0")


@dataclass(frozen=True, slots=True)
class _Run:
    """A sequence that decodes.

    ``sure`` says that it cannot be meant as it stands, ``marks`` that honest text may put these marks after a letter.
    """

    start: int
    end: int
    meant: str
    sure: bool
    marks: bool
    after_capital: bool


def repaired(text: str, report: Report) -> str:
    """``text`` with every certain fault put right; each fault is reported where it stands."""
    runs = _certain(list(_runs(text)))
    mended = {run.start for run in runs}
    lost = [m for m in _LOST.finditer(text) if m.start() not in mended and not _is_shown(text, m.start())]
    for run in runs[:MOST_REPORTED]:
        message = f"{text[run.start : run.end]!r} was decoded wrongly once; shown as {run.meant!r}"
        report.warning(
            *_place(text, run.start), "encoding-repaired", message, "write the character itself, in UTF-8"
        )
    for match in lost[:MOST_REPORTED]:
        message = f"{match[0]!r} was decoded wrongly once and a part of it is lost; shown as it stands"
        report.warning(
            *_place(text, match.start()), "encoding-lost", message, "write the character that was meant"
        )
    parts, at = [], 0
    for run in runs:
        parts += [text[at : run.start], run.meant]
        at = run.end
    return "".join([*parts, text[at:]])


def looks_broken(line: str) -> bool:
    """Whether a line shows signs of a wrong decoding that ``repaired`` does not know. Code spans do not count."""
    from ftfy.badness import is_bad

    if line.isascii():
        return False
    known = _LOST.sub("", repaired(_SHOWN.sub("", line), Report("")))
    return bool(is_bad(known))


def _runs(text: str) -> Iterator[_Run]:
    for match in _SEQUENCE.finditer(text):
        try:
            meant = bytes(_BYTES[character] for character in match[0]).decode("utf-8")
        except UnicodeDecodeError:  # it only looks like a sequence
            continue
        if meant == "\ufffd" or _is_shown(text, match.start()):
            continue
        before = text[match.start() - 1 : match.start()]
        marks = _MARKS.issuperset(match[0][1:])
        yield _Run(
            match.start(), match.end(), meant, _is_sure(match[0], before, marks), marks, before.isupper()
        )


def _is_sure(sequence: str, before: str, marks: bool) -> bool:
    lead, second = _BYTES[sequence[0]], _BYTES[sequence[1]]
    if len(sequence) == 4:
        return not marks
    if len(sequence) == 3:
        return not marks and (lead == 0xE2 or (lead == 0xEF and second in (0xB8, 0xBB)))
    return lead in (0xC2, 0xC3) and not (before.isupper() and sequence[1] in _MAY_FOLLOW_CAPITALS)


def _is_shown(text: str, at: int) -> bool:
    """Whether the place lies in a code span: a page about broken text shows it on purpose."""
    line = text.rfind("\n", 0, at) + 1
    return text.count("`", line, at) % 2 == 1 and at < text.find("`", at)


def _certain(runs: list[_Run]) -> list[_Run]:
    """The sure ones; beside others, or in their company, also those that could be meant."""
    company = any(run.sure for run in runs)
    return [
        run
        for chain in _chains(runs)
        for run in chain
        if run.sure
        or (len(chain) > 1 and not all(link.marks for link in chain))
        or (company and not run.marks and not run.after_capital)
    ]


def _chains(runs: list[_Run]) -> list[list[_Run]]:
    """The sequences that stand side by side, together."""
    chains: list[list[_Run]] = []
    for run in runs:
        if chains and chains[-1][-1].end == run.start:
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _place(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

"""The text of a file: bytes decoded, marks at the start removed, line ends made one."""

import codecs
from typing import Final

from studyapp.catalog.report import Report

_MARKS: Final = (
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)
"""The longer ones first: one of them begins like a shorter."""
_BEGINNING: Final = 4096


def read_text(data: bytes, report: Report, truncated: bool = False) -> str:
    """The text that ``data`` holds, repaired where that is certain; faults are reported.

    ``truncated`` says that the file goes on after ``data``, so that half a character at its end is no fault.
    """
    faults = len(report.problems)
    text = _decoded(data, report, truncated)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        at, what = text.index("\0"), f"the file holds {text.count(chr(0))} NUL characters, as no text does"
        place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        report.warning(*place, "encoding-nul", what, "save it anew as text, in UTF-8")
    if text.isascii() or len(report.problems) > faults:  # a guess of ours is not to be mended
        return text
    from studyapp.catalog.encoding import repaired

    return repaired(text, report)


def _decoded(data: bytes, report: Report, truncated: bool) -> str:
    name, mark = _wide(data)
    if name:
        report.warning(1, 1, f"encoding-utf{name[4:6]}", f"this is UTF-{name[4:6]}", "save it as UTF-8")
        return data[len(mark) :].decode(name, "replace")
    while data.startswith(codecs.BOM_UTF8):  # files that were joined have several
        data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if truncated and fault.start >= len(data) - 3:
            return data[: fault.start].decode("utf-8")
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - data.rfind(b"\n", 0, fault.start)
        message = f"not UTF-8 (byte {data[fault.start]:#04x}); shown as Windows-1252"
        report.error(line, column, "encoding-not-utf8", message, "save the file as UTF-8")
        return _mixed(data)


def _wide(data: bytes) -> tuple[str, bytes]:
    """Of text in units of several bytes the encoding, and the mark that it begins with; nothing of any other."""
    for name, mark in _MARKS:
        if data.startswith(mark):
            return name, mark
    start = data[:_BEGINNING]
    if len(start) > 3 and start.count(0) * 3 > len(start):  # no text in bytes is a third noughts
        for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if start[1 - at :: 2].count(0) * 20 < start[at::2].count(0):
                return name, b""
    return "", b""


def _mixed(data: bytes) -> str:
    """Valid UTF-8 as it is, every other byte as Windows-1252 (which browsers assume, too)."""
    codecs.register_error("studyapp-stray", _stray)
    return data.decode("utf-8", "studyapp-stray")


def _stray(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end

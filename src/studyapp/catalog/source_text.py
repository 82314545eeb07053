"""The text of a file: bytes decoded, marks at the start removed, line ends made one."""

import codecs

from studyapp.catalog.report import Report


def read_text(data: bytes, report: Report, truncated: bool = False) -> str:
    """The text that ``data`` holds, repaired where that is certain; faults are reported.

    ``truncated`` says that the file goes on after ``data``, so that half a character at its end is no fault.
    """
    faults = len(report.problems)
    text = _decoded(data, report, truncated)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() or len(report.problems) > faults:  # a guess of ours is not to be mended
        return text
    from studyapp.catalog.encoding import repaired

    return repaired(text, report)


def _decoded(data: bytes, report: Report, truncated: bool) -> str:
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            report.warning(1, 1, "encoding-utf16", "this is UTF-16", "save it as UTF-8")
            return data[2:].decode(name, "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
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


def _mixed(data: bytes) -> str:
    """Valid UTF-8 as it is, every other byte as Windows-1252 (which browsers assume, too)."""
    codecs.register_error("studyapp-stray", _stray)
    return data.decode("utf-8", "studyapp-stray")


def _stray(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end

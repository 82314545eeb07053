"""The one door to YAML: guarded events become values that remember where they stand.

Only mappings, lists, text, whole numbers, true, false and null exist; dates, fractions, ``yes`` and times of
day stay text, because YAML 1.1 would turn ``no`` into false and ``12:30`` into 750. Aliases, anchors and tags are
refused, and so is nesting that would crash the C library (yaml/pyyaml#895).
"""

import re
from collections.abc import Callable
from typing import Any, Final

from studyapp.catalog.report import Report
from studyapp.catalog.yaml_node import Node

MAX_DEPTH: Final = 16
MAX_NODES: Final = 200_000
MAX_FRONT_MATTER: Final = 64 * 1024
MAX_DATA: Final = 4 * 1024 * 1024

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _Refused(Exception):  # noqa: N818 - it never leaves this file
    """The text is YAML, but not of the kind that is read here."""

    def __init__(self, mark: Any, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark, self.code, self.message, self.hint = mark, code, message, hint


def read_yaml(text: str, report: Report, first_line: int = 1, limit: int = MAX_DATA) -> Node | None:
    """The one document that ``text`` holds; None when there is none or it is faulty, which is reported.

    ``first_line`` is the line of the file on which ``text`` begins; ``limit`` is the most characters allowed.
    """
    import yaml

    if len(text) > limit:
        hint = f"split it: at most {limit // 1024} KiB are read"
        report.error(first_line, 1, "yaml-too-long", f"{len(text) // 1024} KiB of YAML", hint)
        return None
    try:
        return _Builder(text, report, first_line).document()
    except _Refused as reason:
        line, column = reason.mark.line + first_line, reason.mark.column + 1
        report.error(line, column, reason.code, reason.message, reason.hint)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        said = " ".join(part for part in (fault.context, fault.problem) if part)
        report.error(line, column, "yaml-syntax", said or "this is not YAML", _hint_for(said))
    except (yaml.YAMLError, ValueError, IndexError, OverflowError) as fault:
        said = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        line, column = _first_unprintable(text)
        hint = "remove the characters that YAML does not allow"
        report.error(first_line + line - 1, column, "yaml-syntax", said, hint)
    return None


def _first_unprintable(text: str) -> tuple[int, int]:
    import yaml

    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    at = match.start() if match else 0
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _hint_for(said: str) -> str:
    if "mapping values are not allowed" in said:
        return "put quotation marks around text that holds a colon followed by a space"
    if "cannot start any token" in said:
        return "put quotation marks around text that begins with this character; indent with spaces, not tabs"
    return "look at indentation, quotation marks and colons here and on the line above"


class _Builder:
    """Turns the parser's events into nodes; its own depth never exceeds ``MAX_DEPTH``."""

    def __init__(self, text: str, report: Report, first_line: int) -> None:
        import yaml

        self._yaml = yaml
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._next: Callable[[], Any] = loader(text).get_event
        self._report = report
        self._first = first_line
        self._nodes = 0

    def document(self) -> Node | None:
        yaml = self._yaml
        node = None
        while type(event := self._next()) is not yaml.StreamEndEvent:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _Refused(
                        event.start_mark, "yaml-documents", "a second document", "keep one in a file"
                    )
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._guard(event, depth)
        mark = _mark(event)
        node = Node(None, mark.line + self._first, mark.column + 1)
        yaml = self._yaml
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            node.value = _resolved(value) if event.implicit[0] else value
            node.written = "" if isinstance(node.value, str | None) else value
        elif kind is yaml.MappingStartEvent:
            self._fill_mapping(node, depth)
        else:
            end = yaml.SequenceEndEvent
            node.value = entries = []
            while type(child := self._next()) is not end:
                entries.append(self._node(child, depth + 1))
        return node

    def _fill_mapping(self, node: Node, depth: int) -> None:
        node.value = values = {}
        node.keys = places = {}
        end = self._yaml.MappingEndEvent
        while type(key := self._next()) is not end:
            if type(key) is not self._yaml.ScalarEvent:
                raise _Refused(
                    key.start_mark, "yaml-key", "a key that is no text", "write a plain word as key"
                )
            self._guard(key, depth)
            name, mark = str(key.value), _mark(key)
            value = self._node(self._next(), depth + 1)
            if name in values:
                message, hint = (
                    f"the key {name!r} stands twice",
                    "remove one; the first one counts",
                )
                self._report.error(mark.line + self._first, mark.column + 1, "duplicate-key", message, hint)
                continue
            values[name] = value
            places[name] = (mark.line + self._first, mark.column + 1)

    def _guard(self, event: Any, depth: int) -> None:
        self._nodes += 1
        mark = event.start_mark
        if type(event) is self._yaml.AliasEvent or event.anchor is not None:
            raise _Refused(mark, "yaml-alias", "an anchor or alias", "write the value out in each place")
        if event.tag is not None and event.tag != "!":
            raise _Refused(mark, "yaml-tag", f"the tag {event.tag}", "remove the tag")
        if depth > MAX_DEPTH:
            raise _Refused(mark, "yaml-too-deep", "nesting too deep", f"at most {MAX_DEPTH} levels are read")
        if self._nodes > MAX_NODES:
            raise _Refused(mark, "yaml-too-many", "too many values", f"at most {MAX_NODES} are read")


def _mark(event: Any) -> Any:
    return event.start_mark


def _resolved(value: str) -> str | int | bool | None:
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _WHOLE.match(value) else value

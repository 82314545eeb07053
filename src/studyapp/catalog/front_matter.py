"""The part of a Markdown file before its text: YAML between ``---``, TOML between ``+++``, or a JSON object."""

import re
from dataclasses import dataclass

from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import MAX_FRONT_MATTER, read_yaml
from studyapp.catalog.yaml_node import Node

_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_JSON = re.compile(r'\{\s*"[^"\n]*"\s*:')
_JSON_END = re.compile(r"^\}[ \t]*$", re.MULTILINE)
_OPEN = re.compile(r"\s*^(---|\+\+\+)[ \t]*\n[A-Za-z_][\w-]*[ \t]*[:=]", re.MULTILINE)
_SIMPLE = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_LISTED = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*\n((?:[ \t]*-[ \t]+\S[^\n]*(?:\n|\Z))+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two. ``kind`` is ``yaml``, ``toml``, ``json`` or empty; ``line`` is where the body begins."""

    kind: str
    head: str
    body: str
    line: int


def split(text: str) -> Split:
    """Part front matter from body. A fence that is never closed is no front matter."""
    start = len(text) - len(text.lstrip("\n \t"))
    fence = text[start : start + 3]
    first_line, _, _ = text[start:].partition("\n")
    if _JSON.match(text, start):
        return _split_json(text, start)
    if fence not in ("---", "+++") or first_line.rstrip() != fence:
        return Split("", "", text, 1)
    begin = start + len(first_line) + 1
    end = (_YAML_END if fence == "---" else _TOML_END).search(text, begin)
    if end is None:
        return Split("", "", text, 1)
    body = text[end.end() + 1 :]
    line = text.count("\n", 0, end.end()) + 2
    return Split("yaml" if fence == "---" else "toml", text[begin : end.start()], body, line)


def _split_json(text: str, start: int) -> Split:
    """Part an object in braces from the text behind it; one that is faulty ends with a brace on its own line."""
    import json

    try:
        end = json.JSONDecoder().raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        brace = _JSON_END.search(text, start)
        if brace is None:
            return Split("", "", text, 1)
        end = brace.end()
    rest = text[end:].partition("\n")[2] if not text[end:].partition("\n")[0].strip() else text[end:]
    return Split("json", text[start:end], rest, text.count("\n", 0, len(text) - len(rest)) + 1)


def read_front_matter(parts: Split, report: Report) -> Node:
    """The mapping of a file's front matter; faults are reported, and what can be told in spite of them is kept.

    Keys are in lower case, because to Hugo ``Title`` and ``title`` are one; of two spellings the first counts.
    """
    return _in_lower_case(_read(parts, report))


def _in_lower_case(node: Node) -> Node:
    if not isinstance(node.value, dict):
        return node
    values: dict[str, Node] = {}
    for key, value in node.value.items():
        values.setdefault(key.lower(), _in_lower_case(value))
    keys = {key.lower(): place for key, place in reversed((node.keys or {}).items())}
    return Node(values, node.line, node.column, keys or None)


def _read(parts: Split, report: Report) -> Node:
    empty = Node({}, 1, 1)
    if not parts.kind:
        _tell_of_open_fence(parts.body, report)
        return empty
    first = parts.line - parts.head.count("\n") - 1
    if parts.kind != "yaml":
        return _foreign(parts, max(first, 1), report)
    node = read_yaml(parts.head, report, first, MAX_FRONT_MATTER)
    if node is None:
        return simple_lines(parts.head, first) if report.problems else empty
    if not isinstance(node.value, dict):
        hint = "write `key: value` lines between the fences"
        report.error(node.line, node.column, "front-matter", f"front matter is {node.kind}", hint)
        return empty
    return node


def _tell_of_open_fence(text: str, report: Report) -> None:
    """A fence with keys below it that is never closed; a rule at the top of a text has none."""
    if match := _OPEN.match(text):
        line = text.count("\n", 0, match.start(1)) + 1
        what = f"the front matter that begins with {match[1]} is never closed, so it is taken for text"
        report.warning(line, 1, "front-matter", what, f"put a line {match[1]} behind its last key")


def _foreign(parts: Split, first: int, report: Report) -> Node:
    """The mapping of TOML or JSON; everything in it stands on the first line."""
    import json
    import tomllib

    kind, head = parts.kind, parts.head
    if len(head) > MAX_FRONT_MATTER:
        hint = f"at most {MAX_FRONT_MATTER // 1024} KiB are read"
        report.error(first, 1, f"{kind}-too-long", f"{len(head) // 1024} KiB of {kind.upper()}", hint)
        return Node({}, 1, 1)
    try:
        return _placed((tomllib if kind == "toml" else json).loads(head), first)
    except (ValueError, RecursionError) as fault:
        line, column = _place_in(str(fault))
        said = re.split(r" \(at |: line \d", str(fault))[0] or f"this is not {kind.upper()}"
        hint = "look at quotation marks, commas and brackets here"
        report.error(first + line - 1, column, f"{kind}-syntax", said, hint)
        return simple_lines(head, first)


def _place_in(said: str) -> tuple[int, int]:
    match = re.search(r"line (\d+),? column (\d+)", said)
    return (int(match[1]), int(match[2])) if match else (1, 1)


def _placed(value: object, line: int) -> Node:
    if isinstance(value, dict):
        return Node({str(key): _placed(child, line) for key, child in value.items()}, line, 1)
    if isinstance(value, list):
        return Node([_placed(child, line) for child in value], line, 1)
    return Node(value if isinstance(value, str | int | bool | None) else str(value), line, 1)


def simple_lines(head: str, first: int) -> Node:
    """The plain ``key: value`` lines and the lists of text of a mapping that is faulty elsewhere."""
    values: dict[str, Node] = {}
    for match in _SIMPLE.finditer(head):
        line = first + head.count("\n", 0, match.start())
        column = match.start(2) - match.start() + 1
        values.setdefault(match[1], _simple(match[2], line, column))
    for match in _LISTED.finditer(head):
        line = first + head.count("\n", 0, match.start(2))
        entries = [entry.strip().lstrip("-").strip(" \t\"'") for entry in match[2].splitlines()]
        nodes = [Node(entry, line + at, 1) for at, entry in enumerate(entries)]
        values.setdefault(match[1], Node(nodes, line, 1))
    return Node(values, first, 1)


def _simple(value: str, line: int, column: int) -> Node:
    """A value on one line: a list in brackets when it is one, else text as it stands."""
    inner = read_yaml(value, Report("")) if value.startswith("[") else None
    if inner is not None and isinstance(inner.value, list):
        entries = [entry for entry in inner.value if isinstance(entry.value, str | int)]
        return Node([Node(entry.text, line, column) for entry in entries], line, column)
    return Node(value.strip("\"'"), line, column)

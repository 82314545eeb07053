"""A positioned mapping with typed questions; whatever is wrong is reported with its place."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from studyapp.catalog.nearest import asked, mend
from studyapp.catalog.report import Report
from studyapp.catalog.slug import clean
from studyapp.catalog.yaml_node import Node

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
"""How the name of an item may be written."""

_LARGEST: Final = 10**18
_LONGEST: Final = 60
"""So many characters of what cannot be are told."""
_DIGITS = re.compile(r"([-+]?)0*([0-9]*)(?<=[0-9])\Z")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

Choice = TypeVar("Choice", bound=StrEnum)
Fallback = TypeVar("Fallback")


class Fields:
    """The keys of one mapping. Every question marks its key as known; ``finish`` reports the others."""

    def __init__(self, node: Node, report: Report, defaults: "Fields | None" = None) -> None:
        self.node = node
        self.report = report
        self._values: dict[str, Node] = node.value if isinstance(node.value, dict) else {}
        self._defaults = defaults
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return self._values.get(key, _NOTHING).value is not None

    def place(self, key: str = "") -> tuple[int, int]:
        """Line and column of a key's value, in the defaults where it stands there; else of the mapping itself."""
        if key not in self._values and self._defaults is not None and key in self._defaults.keys():  # noqa: SIM118
            return self._defaults.place(key)
        node = self._values.get(key, self.node)
        return node.line, node.column

    def wrong(self, key: str, code: str, message: str, hint: str) -> None:
        """Report an error at a key."""
        self.report.error(*self.place(key), code, message, hint)

    def text(self, key: str, default: str = "") -> str:
        """Text; a number, and true or false, are taken as written. ``default`` when the key is absent."""
        node = self._node(key) or _NOTHING
        if isinstance(node.value, str | int):
            return node.text.strip()
        return self._not(key, node.value, "text", default)

    def needed(self, key: str) -> str:
        """Text that must be there, with a letter or sign that can be seen; its absence is reported."""
        text = self.text(key)
        text = text if clean(text) else ""
        if not text and not isinstance(self._value(key), dict | list):
            self.wrong(key, "missing", f"{key!r} is missing", f"add `{key}: …`")
        return text

    def name(self, key: str = "name") -> str:
        """An item's name: lower case, digits, hyphens. Reported when absent or written otherwise."""
        text = self.needed(key)
        if text and not NAME.match(text):
            hint = "use lower case letters, digits and single hyphens"
            self.wrong(key, "bad-name", f"{text!r} is no name", hint)
        return text

    def whole(self, key: str, default: int = 0) -> int:
        """A whole number."""
        value = self._value(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and (match := _DIGITS.match(value)):
            number = min(int(match[2][:19] or 0), _LARGEST)  # as sites write 01, which YAML takes for text
            return -number if match[1] == "-" else number
        return self._not(key, value, "a whole number", default)

    def within(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds; the nearest stands in for one outside. It must be there without a default."""
        number = self.whole(key, least if default is None else default)
        if default is None and key not in self:
            self.wrong(key, "missing", f"{key!r} is missing", f"add `{key}: …`, from {least} to {most}")
        elif not least <= number <= most:
            hint = f"write a whole number from {least} to {most}"
            self.wrong(key, "out-of-range", f"{key!r} cannot be {self.written(key)}", hint)
        return min(max(number, least), most)

    def written(self, key: str) -> str:
        """What stands at a key, as its author wrote it; shortened where it is long."""
        text = (self._node(key) or _NOTHING).text
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false; as text too, as sites write it in quotation marks."""
        value = self._value(key)
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        return value if isinstance(value, bool) else self._not(key, value, "true or false", default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        whole = self._node(key) or _NOTHING
        if isinstance(whole.value, str | int):
            return (whole.text.strip(),)
        if not isinstance(whole.value, list):
            return self._not(key, whole.value, "a list of texts", ())
        found = []
        for node in whole.value:
            if isinstance(node.value, dict | list):
                message = f"{key!r} holds {node.kind}"
                self.report.error(node.line, node.column, "wrong-type", message, "write a list of texts")
            elif node.value is not None:
                found.append(node.text.strip())
        return tuple(found)

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One of the words of an enumeration; its first member stands in for a wrong one, which is reported."""
        text = self.text(key) if default is not None else self.needed(key)
        fallback = default if default is not None else next(iter(kind))
        if not text:
            return fallback
        try:
            return kind(text)
        except ValueError:
            hint = mend(text, [member.value for member in kind], "these")
            self.wrong(key, "unknown-word", f"{key!r} cannot be {text!r}", hint)
            return fallback

    def word(self, key: str, known: Sequence[str], default: str = "") -> str:
        """One of some words; ``default`` when the key is absent or holds another, which is reported."""
        text = self.text(key)
        if not text or text in known:
            return text or default
        self.wrong(key, "unknown-word", f"{key!r} cannot be {text!r}", mend(text, known, "these"))
        return default

    def words(self, key: str, known: Sequence[str]) -> tuple[str, ...]:
        """A list of some words; another is left out, which is reported."""
        texts = self.texts(key)
        for text in texts:
            if text not in known:
                self.wrong(key, "unknown-word", f"{key!r} cannot hold {text!r}", mend(text, known, "these"))
        return tuple(text for text in texts if text in known)

    def day(self, key: str) -> date | None:
        """A date; of a moment (``2023-05-25T07:00:06Z``) the day is taken."""
        text = self.text(key)
        if not text:
            return None
        match = _DATE.match(text)
        try:
            if match:
                return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:  # a 13th month, a 31st of June
            match = None
        self.wrong(key, "bad-date", f"{text!r} is no date", "write it as 2026-11-23")
        return None

    def mapping(self, key: str) -> "Fields | None":
        """A mapping inside this one, or None."""
        node = self._node(key)
        if node is not None and isinstance(node.value, dict):
            return Fields(node, self.report)
        return self._not(key, node.value if node else None, "a mapping", None)

    def mappings(self, key: str, defaults: "Fields | None" = None) -> "list[Fields]":
        """A list of mappings; each falls back on ``defaults`` for what it does not say."""
        value = self._value(key)
        if not isinstance(value, list):
            return self._not(key, value, "a list", [])
        found = []
        for node in value:
            if isinstance(node.value, dict):
                found.append(Fields(node, self.report, defaults))
            else:
                message = f"{key!r} holds {node.kind}"
                self.report.error(
                    node.line, node.column, "wrong-type", message, "write `- name: …` for each entry"
                )
        return found

    def named(self, key: str, taken: set[str] | None = None) -> "list[Fields]":
        """A list of mappings that go by their names; one whose name is ``taken`` already is reported and left out."""
        known: set[str] = set() if taken is None else taken
        return [entry for entry in self.mappings(key) if not entry._is_namesake(known)]  # noqa: SLF001 - of its own kind

    def _is_namesake(self, taken: set[str]) -> bool:
        node = self._node("name") or _NOTHING
        name = node.text.strip() if isinstance(node.value, str | int) else ""
        if name in taken:
            hint = "give one of the two another name; the first counts"
            self.wrong("name", "name-twice", f"the name {name!r} stands in this list already", hint)
            return True
        taken.update({name} - {""})
        return False

    def entries(self, key: str) -> "dict[str, Fields]":
        """A mapping whose values are mappings, in order."""
        inner = self.mapping(key)
        if inner is None:
            return {}
        return {name: child for name in inner.keys() if (child := inner.mapping(name)) is not None}  # noqa: SIM118

    def numbers(self, key: str, least: int, most: int) -> tuple[tuple[str, int], ...]:
        """A mapping of words to whole numbers within bounds, as pairs in order."""
        inner = self.mapping(key)
        if inner is None:
            return ()
        names = inner.keys()
        return tuple((name, inner.within(name, least, most, default=0)) for name in names)

    def says(self, key: str, word: str) -> bool:
        """Whether a key holds this word alone."""
        return bool(self._value(key) == word)

    def only(self, *keys: str) -> "Fields":
        """These keys alone, as defaults for the entries of a file."""
        self._asked.update(keys)
        values = {key: self._values[key] for key in keys if key in self._values}
        return Fields(Node(values, self.node.line, self.node.column), self.report)

    def keys(self) -> list[str]:
        """The keys, in the order of the file."""
        return list(self._values)

    def rest(self) -> dict[str, Any]:
        """What nobody has asked for, without places."""
        return {key: node.plain() for key, node in self._values.items() if key not in self._asked}

    def finish(self) -> None:
        """Report keys that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                line, column = (self.node.keys or {}).get(key, self.place(key))
                hint = asked(key, sorted(self._asked), "").strip() or "remove it"
                self.report.warning(line, column, "unknown-key", f"unknown key {key!r}", hint)

    def _node(self, key: str) -> Node | None:
        self._asked.add(key)
        node = self._values.get(key)
        if node is None and self._defaults is not None:
            return self._defaults._node(key)  # noqa: SLF001 - another of its own kind
        return node

    def _value(self, key: str) -> Any:
        node = self._node(key)
        return node.value if node is not None else None

    def _not(self, key: str, value: Any, wanted: str, default: Fallback) -> Fallback:
        if value is not None:
            kind = Node(value, 0, 0).kind
            self.wrong(key, "wrong-type", f"{key!r} is {kind}, not {wanted}", f"write {wanted}")
        return default


_NOTHING = Node(None, 0, 0)

"""YAML as read: values that remember where they stand. Lines and columns count from 1."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

type_names = {dict: "a mapping", list: "a list", str: "text", int: "a number", bool: "true or false"}
"""What to call a value of each type in a message."""


@dataclass(slots=True)
class Node:
    """One value: ``dict[str, Node]``, ``list[Node]``, ``str``, ``int``, ``bool`` or None, and its place.

    A line below nought stands in the translation that lies over the file. ``keys`` holds the place of each key when the
    value is a mapping, ``written`` the letters of the file where the value is a number or true or false.
    """

    value: Any
    line: int
    column: int
    keys: dict[str, tuple[int, int]] | None = None
    written: str = ""

    @property
    def text(self) -> str:
        """A value that is no mapping and no list as its author wrote it; of TOML and JSON as they would write it."""
        if isinstance(self.value, bool):
            return self.written or str(self.value).lower()
        return self.written or ("" if self.value is None else str(self.value))

    @property
    def kind(self) -> str:
        """What the value is, in a message's words."""
        return type_names.get(type(self.value), "nothing")

    def plain(self) -> Any:
        """The value alone, without places, all the way down."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def of_translation(node: Node) -> Node:
    """The same value with its places marked as those of a translation."""
    value = node.value
    if isinstance(value, dict):
        value = {key: of_translation(child) for key, child in value.items()}
    elif isinstance(value, list):
        value = [of_translation(child) for child in value]
    keys = node.keys and {key: (-line, column) for key, (line, column) in node.keys.items()}
    return Node(value, -node.line, node.column, keys, node.written)


def overlaid(base: Node, over: Node, strangers: list[Node]) -> Node:
    """``base`` with what ``over`` says instead: mappings key by key, entries of lists by their ``name``.

    Entries without a name are matched by position. What ``over`` adds to a list is left out and noted among the
    ``strangers``: a translation cannot bring in items of its own.
    """
    if isinstance(base.value, dict) and isinstance(over.value, dict):
        merged = dict(base.value)
        for key, node in over.value.items():
            before = base.value.get(key)
            if key == "name" and before is not None and before.text == node.text:
                continue  # it only says which entry is meant
            merged[key] = node if before is None else overlaid(before, node, strangers)
        place = (
            base if "name" in base.value else over
        )  # an item stands where it is named, a proof where it is said
        return Node(merged, place.line, place.column, {**(base.keys or {}), **(over.keys or {})})
    if isinstance(base.value, list) and isinstance(over.value, list) and _is_entries(base):
        find = _finder(over.value)
        entries = [(node, find(index, node)) for index, node in enumerate(base.value)]
        known = {id(found) for _, found in entries}
        strangers += [node for node in over.value if id(node) not in known]
        return Node([overlaid(a, b, strangers) if b else a for a, b in entries], base.line, base.column)
    return over


def _is_entries(node: Node) -> bool:
    return any(isinstance(entry.value, dict) for entry in node.value)


def _finder(over: list[Node]) -> Callable[[int, Node], Node | None]:
    named = {name: node for node in over if (name := _name(node)) is not None}

    def find(index: int, node: Node) -> Node | None:
        name = _name(node)
        if name is not None:
            return named.get(name)
        return over[index] if index < len(over) and not named else None

    return find


def _name(node: Node) -> str | None:
    if not isinstance(node.value, dict) or "name" not in node.value:
        return None
    return str(node.value["name"].value)

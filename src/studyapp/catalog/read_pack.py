"""Reads ``pack.yaml``; a plain folder is described by its name and its sections."""

from dataclasses import dataclass
from pathlib import Path

from studyapp.catalog.fields import Fields
from studyapp.catalog.pack import Topic
from studyapp.catalog.report import Report
from studyapp.catalog.slug import clean, slug_of
from studyapp.catalog.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Description:
    """What a pack says of itself. ``plain`` marks a folder without ``pack.yaml``."""

    id: str
    title: str
    language: str
    licence: str
    topics: tuple[Topic, ...]
    plain: bool


def read_pack(text: str, root: Path, report: Report) -> Description:
    """The description in ``pack.yaml``; what it lacks is taken from the folder's name."""
    node = read_yaml(text, report)
    if node is None or not isinstance(node.value, dict):
        return described_by_name(root, plain=False)
    fields = Fields(node, report)
    named = described_by_name(root, plain=False)
    topics = []
    for entry in fields.mappings("topics"):
        topics.append(Topic(entry.name(), clean(entry.needed("title"))))
        entry.finish()
    described = Description(
        fields.name("id") or named.id,
        clean(fields.needed("title")) or named.title,
        fields.text("language", "en"),
        fields.text("licence"),
        tuple(topics),
        False,
    )
    fields.finish()
    return described


def described_by_name(root: Path, plain: bool) -> Description:
    """A pack that does not describe itself."""
    name = root.stem if root.suffix.lower() == ".zip" else root.name
    return Description(slug_of(name), clean(name) or "x", "", "", (), plain)

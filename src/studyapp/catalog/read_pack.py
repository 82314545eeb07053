"""Reads ``pack.yaml``."""

from pathlib import Path

from studyapp.catalog.description import Description, described_by_name
from studyapp.catalog.fields import Fields
from studyapp.catalog.pack import Topic
from studyapp.catalog.report import Report
from studyapp.catalog.slug import clean
from studyapp.catalog.yaml_file import read_yaml


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

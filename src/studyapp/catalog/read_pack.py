"""Reads ``pack.yaml``."""

import re
from pathlib import Path
from typing import Final

from studyapp.catalog.description import Description, described_by_name
from studyapp.catalog.fields import Fields
from studyapp.catalog.front_matter import simple_lines
from studyapp.catalog.pack import Topic
from studyapp.catalog.report import Report
from studyapp.catalog.slug import clean
from studyapp.catalog.yaml_file import read_yaml

_PARTING: Final = re.compile(r"[/#?%]|(?:studyapp|app):")
"""What parts an identifier or an address, stands for another character in one, or is said before it."""


def read_pack(text: str, root: Path, report: Report) -> Description:
    """The description in ``pack.yaml``; what it lacks is taken from the folder's name."""
    faults = len(report.problems)
    node, said = read_yaml(text, report), report
    if node is None and len(report.problems) > faults:
        node, said = simple_lines(text, 1), Report("")  # the identifiers of everything in it rest on its id
    if node is None or not isinstance(node.value, dict):
        what = "the file is empty" if node is None else f"the file is {node.kind}"
        place = (node.line, node.column) if node else (1, 1)
        hint = "write `id: …` and `title: …`; until then the pack goes by its folder's name"
        report.error(*place, "wrong-type", what, hint)
        return described_by_name(root, plain=False)
    fields = Fields(node, said)
    named = described_by_name(root, plain=False)
    topics = []
    for entry in fields.named("topics"):
        topics.append(Topic(entry.name(), clean(entry.needed("title"))))
        entry.finish()
    described = Description(
        _id(fields) or named.id,
        clean(fields.needed("title")) or named.title,
        fields.text("language", "en"),
        fields.text("licence"),
        tuple(topics),
        False,
    )
    fields.finish()
    return described


def _id(fields: Fields) -> str:
    """The id that a pack gives itself; empty when identifiers and addresses made with it would fall apart."""
    own = fields.text("id")
    if own.isprintable() and not _PARTING.search(own):
        return fields.name("id")
    hint = "use lower case letters, digits and single hyphens; until then the pack goes by its folder's name"
    fields.wrong("id", "bad-name", f"{own!r} is no name", hint)
    return ""

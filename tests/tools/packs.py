"""Writes packs for tests: a folder of files from a mapping of paths to text."""

from collections.abc import Mapping
from pathlib import Path

PACK = "id: own\ntitle: Our own\nlanguage: en\ntopics:\n  - {name: events, title: Events}\n"

ARTICLE = """---
title: Who may cancel a Sprint
slug: cancelling
---
Sprints run their full length.

## Who may cancel {#who}

Only the Product Owner may cancel a Sprint. Others may advise.

## What happens then {#then}

Finished work is reviewed – and “done” means done.
"""

SOURCES = """sources:
  - id: guide
    title: The Guide
    sections: [The Sprint, Product Owner]
"""

PROOF = 'proof: {at: "cancelling#who", quote: "Only the Product Owner may cancel a Sprint."}'
SOURCE = "source: {document: guide, section: The Sprint}"

CARD = f"""cards:
  - name: who
    type: basic
    front: Who may cancel?
    back: The **Product Owner**.
    {PROOF}
    {SOURCE}
"""

BASE = {
    "pack.yaml": PACK,
    "articles/events/cancelling.md": ARTICLE,
    "sources.yaml": SOURCES,
    "cards/events.yaml": CARD,
}


def write_pack(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below ``root`` and return it."""
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root

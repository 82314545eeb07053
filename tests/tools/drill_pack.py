"""A pack to drill: twenty plain cards in two areas, two siblings of each of two entries, all proven by one article."""

from collections.abc import Mapping
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.ids import ItemId, item_id

PACK = """id: d
title: Drill
language: en-GB
licence: MIT
topics: [{name: one, title: One}, {name: two, title: Two}]
"""
ARTICLE = """---
title: Facts
slug: facts
---

The lead.

## Section {#section}

"""
CARD = """  - name: {name}
    type: basic
    front: What of {name}?
    back: So it is with {name}.
    revision: {revision}
    tags: {tags}
    objectives: [o-{last}]
    proof: {{at: "facts#section", quote: "Fact {name} is so."}}
    source: unsettled
"""
SIBLINGS = """  - name: gaps
    type: cloze
    text: One {{c1::gap}} and {{c2::another}}.
    proof: {at: "facts#section", quote: "Fact gaps is so."}
    source: unsettled
  - name: pair
    type: reversed
    front: This side
    back: That side
    proof: {at: "facts#section", quote: "Fact pair is so."}
    source: unsettled
"""
AREAS = """competencies:
  - name: framework
    title: The framework
    areas: [{name: events, title: Events, levels: [pspo-1]}, {name: value, title: Value, levels: [pspo-1]}]
"""
NAMES = (*(f"c{number:02}" for number in range(20)), "gaps", "pair")


class Shelf:
    """A library whose catalog can be changed for another one."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._revisions: dict[str, int] = {}
        self._without: set[str] = set()
        self._write()

    @property
    def catalog(self) -> Catalog:
        return self._catalog

    def revise(self, name: str) -> None:
        """The meaning of a card changes."""
        self._revisions[name] = self._revisions.get(name, 1) + 1
        self._write()

    def remove(self, name: str) -> None:
        """A card is retired."""
        self._without.add(name)
        self._write()

    def _write(self) -> None:
        write_drill_pack(self._root, self._revisions, self._without)
        self._catalog, problems = load([self._root], None, trusted=[self._root])
        assert not problems, [str(problem) for problem in problems]


def card(name: str) -> ItemId:
    return item_id("d", "card", name)


def write_drill_pack(root: Path, revisions: Mapping[str, int], without: set[str]) -> Path:
    """Write the pack into a folder and give the folder."""
    facts = "\n\n".join(f"Fact {name} is so." for name in NAMES)
    plain = [(name, revisions.get(name, 1)) for name in NAMES[:20] if name not in without]
    first = "".join(_card(*each) for each in plain if each[0] < "c10")
    second = "".join(_card(*each) for each in plain if each[0] >= "c10")
    files = {
        "pack.yaml": PACK,
        "areas.yaml": AREAS,
        "articles/one/facts.md": f"{ARTICLE}{facts}\n",
        "cards/one.yaml": f"topic: one\narea: events\ncards:\n{first}{SIBLINGS}",
        "cards/two.yaml": f"topic: two\narea: value\ncards:\n{second}",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def _card(name: str, revision: int) -> str:
    tags = "[Product Owner, Scrum Master]" if name in ("c03", "c13") else "[Product Owner]"
    return CARD.format(name=name, revision=revision, tags=tags, last=name[-1])

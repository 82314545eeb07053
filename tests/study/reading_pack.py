"""A small pack to read and compare in."""

import struct
import zlib
from pathlib import Path

PACK = """id: p
title: A small pack
language: en-GB
licence: CC-BY-SA-4.0
topics:
  - {name: roles, title: Roles}
  - {name: events, title: Events}
"""

OWNER = """---
title: The Product Owner
description: Who decides.
slug: the-product-owner
aliases: [/po]
weight: 10
tags: [roles, value]
objectives: [aim-1]
---

The Product Owner decides what is worth building. See [the Sprint](the-sprint#cancel) and
[the guide](https://scrumguides.org/guide.html), or [nothing](gone).

## Decisions {#decisions}

Only the Product Owner orders the Product Backlog. Others may “advise”; none of them decides.

![A picture](picture.png)

## Value {#value}

The Product Owner answers for the value of the product. A Sprint is a step towards it.
"""

SPRINT = """---
title: The Sprint
slug: the-sprint
weight: 20
tags: [value]
date: 2026-02-01
---

A Sprint has a fixed length.

## Cancelling {#cancel}

Only the Product Owner may cancel a Sprint.
"""

PLANNING = """---
title: Sprint Planning
slug: sprint-planning
weight: 10
date: 2026-01-01
---

Planning opens the Sprint.
"""

CARDS = """topic: roles
area: events
cards:
  - name: orders
    type: basic
    front: Who **orders** the Product Backlog?
    back: The Product Owner.
    proof: {at: "the-product-owner#decisions", quote: "Only the Product Owner orders the Product Backlog."}
    source: unsettled
  - name: cancels
    type: basic
    front: Who may cancel a Sprint?
    back: The Product Owner.
    proof: {at: "the-sprint#cancel", quote: "Only the Product Owner may cancel a Sprint."}
    source: unsettled
"""

GLOSSARY = """terms:
  - name: sprint
    term: Sprint
    definition: A fixed time of one month or less.
    old_names: [iteration]
    area: events
    proof: {at: "the-sprint", quote: "A Sprint has a fixed length."}
    source: unsettled
"""

COMPARISON = """name: two-roles
title: Two roles & more
columns:
  - {name: owner, title: Product Owner, short: PO, colour: product-owner}
  - {name: master, title: Scrum Master, short: SM, colour: scrum-master}
  - {name: devs, title: Developers, short: Dev, colour: developers}
themes:
  - {name: power, title: Power}
  - {name: work, title: Work}
rows:
  - name: orders
    title: Orders the Product Backlog
    theme: power
    cells:
      owner:
        text: "Yes, alone"
        kind: rule
        proof: {at: "the-product-owner#decisions", quote: "Only the Product Owner orders the Product Backlog."}
        source: {document: guide, section: Team}
        note: The exam takes this as right.
        disagreements:
        - claim: A committee orders it.
          by: a consultancy's article
          says: One person orders it.
          source: {document: guide, section: Team}
          exam: One person, not a committee.
          verdict: trap
      master:
        text: "No"
        kind: practice
        proof: {at: "the-product-owner#decisions", quote: "none of them decides"}
        source: unsettled
      devs: {kind: silent}
  - name: sprint
    title: Works in a Sprint
    theme: work
    cells:
      owner:
        text: "Yes"
        kind: view
        proof: {at: "the-sprint", quote: "A Sprint has a fixed length."}
        source: unsettled
      master:
        text: "Yes"
        kind: view
        proof: {at: "the-sprint", quote: "A Sprint has a fixed length."}
        source: unsettled
      devs:
        text: "Yes"
        kind: view
        proof: {at: "the-sprint", quote: "A Sprint has a fixed length."}
        source: unsettled
"""

SOURCES = """sources:
  - {id: guide, title: The Guide, edition: "2020", authors: Two, licence: CC, url: "https://x.org", sections: [Team]}
"""

OBJECTIVES = """sets:
  - name: s
    title: Set
    groups:
      - title: Group
        objectives:
          - {name: aim-1, text: Say who decides}
"""


AREAS = """competencies:
  - name: c
    title: C
    areas: [{name: events, title: Events, levels: [pspo-1]}]
"""


def write_pack(root: Path) -> Path:
    """Write the pack and give its folder."""
    files = {
        "pack.yaml": PACK,
        "articles/roles/the-product-owner.md": OWNER,
        "articles/events/the-sprint.md": SPRINT,
        "articles/events/sprint-planning.md": PLANNING,
        "cards/roles.yaml": CARDS,
        "glossary.yaml": GLOSSARY,
        "comparisons/two-roles.yaml": COMPARISON,
        "sources.yaml": SOURCES,
        "objectives.yaml": OBJECTIVES,
        "areas.yaml": AREAS,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "articles/roles/picture.png").write_bytes(png(3, 2))
    return root


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    rows = b"".join(b"\0" + b"\x20\x60\x90" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )

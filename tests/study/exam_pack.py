"""A small pack to sit exams on."""

from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load

ARTICLE = """---
title: Facts
slug: facts
---

The lead.

## Section {#section}

"""

QUESTION = """  - name: {name}
    kind: {kind}
    pool: {pool}
    area: {area}
    difficulty: {difficulty}
    fixed_order: {fixed}
    facts: [F1]
    stem: {stem}
    proof: {{at: "facts#section", quote: "Fact {name} is so."}}
    source: unsettled
    options:
"""

OPTION = """      - text: {text}
        right: {right}
        reason: Because of fact {name}.
{belief}"""

EXAMS = """as_of: 2026-09-26
certifications:
  - name: pspo-1
    title: Professional Scrum Product Owner I
    body: Scrum.org
    facts:
      - {label: Questions, value: "80", status: verified}
profiles:
  - {name: mock, title: "Mock exam · PSPO I", certification: pspo-1, level: pspo-1, questions: 8, minutes: 6,
     pass_mark: 85, pool: held-back, marking: all-or-nothing, pause: false, quotas: {events: 4, value: 2}}
  - {name: short, title: Short paper, certification: pspo-1, level: pspo-1, questions: 5, minutes: 0,
     pass_mark: 85, pool: practice, marking: partial, pause: true, quotas: {}}
  - {name: words, title: Free text, certification: pspo-3, level: pspo-3, questions: 2, minutes: 150,
     pass_mark: 0, pool: practice, marking: partial, pause: true, quotas: {}}
"""

AREAS = """competencies:
  - name: framework
    title: The framework
    areas:
      - {name: events, title: Events, levels: [pspo-1]}
      - {name: value, title: Product value, levels: [pspo-1]}
"""

MISCONCEPTIONS = """misconceptions:
  - {name: boss, belief: Somebody outside decides, correction: The Product Owner decides,
     sentence: you let somebody outside decide}
"""

FREE = """level: pspo-3
area: value
questions:
  - name: essay-one
    kind: free-text
    stem: How do you show value?
    proof: {at: "facts#section", quote: "Fact held0 is so."}
    source: unsettled
    model_answer: By measuring outcomes.
    rubric:
      - {criterion: Names outcomes, meets: One outcome, exceeds: Several outcomes}
      - {criterion: Names a measure, meets: One measure}
"""


def write_pack(root: Path, held: int = 16, practice: int = 10) -> Path:
    """A pack with so many held-back and practice questions: every third has two right options of four."""
    names = [f"held{n}" for n in range(held)] + [f"practice{n}" for n in range(practice)]
    root.mkdir()
    (root / "pack.yaml").write_text(
        "id: p\ntitle: Pack\nlanguage: en-GB\nlicence: MIT\ntopics: [{name: facts, title: Facts}]\n"
    )
    (root / "articles" / "facts").mkdir(parents=True)
    facts = "\n\n".join(f"Fact {name} is so." for name in names)
    (root / "articles" / "facts" / "facts.md").write_text(f"{ARTICLE}{facts}\n", "utf-8")
    (root / "questions").mkdir()
    body = "".join(_question(name, number) for number, name in enumerate(names))
    (root / "questions" / "all.yaml").write_text(f"level: pspo-1\nquestions:\n{body}", "utf-8")
    (root / "questions" / "free.yaml").write_text(FREE, "utf-8")
    (root / "exams.yaml").write_text(EXAMS, "utf-8")
    (root / "areas.yaml").write_text(AREAS, "utf-8")
    (root / "misconceptions.yaml").write_text(MISCONCEPTIONS, "utf-8")
    return root


def open_pack(root: Path) -> Catalog:
    """The catalog of a pack that must be without fault."""
    catalog, problems = load([root], None, trusted=[root])
    assert not problems, [str(problem) for problem in problems]
    return catalog


def _question(name: str, number: int) -> str:
    several = number % 3 == 2
    head = QUESTION.format(
        name=name,
        kind="multiple" if several else "single",
        pool="held-back" if name.startswith("held") else "practice",
        area=("events", "value")[number % 2],
        difficulty=1 + number % 3,
        fixed="true" if number % 5 == 4 else "false",
        stem=f"What holds for {_strange(number)} in {_strange(number + 500)} of {_strange(number + 900)}?",
    )
    return head + "".join(
        OPTION.format(
            text=f"{name} option {option}",
            right="true" if option == 0 or (several and option == 1) else "false",
            name=name,
            belief="" if option == 0 or (several and option == 1) else "        misconception: boss\n",
        )
        for option in range(4)
    )


def _strange(number: int) -> str:
    """A word that no other question has."""
    return "q" + "".join("abcdefghij"[int(digit)] for digit in f"{number:04}") + "z"

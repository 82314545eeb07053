"""A pack with a guided choice of two factors on two scales."""

from pathlib import Path

CHOICE = """name: lead
title: Who leads
intro: Two questions.
scales:
  - name: lead
    title: Who steers
    sides: [{name: owner, title: Owner, colour: product-owner}, {name: manager, title: Manager}]
    outcomes: {owner: An owner steers., manager: A manager steers., even: Nothing settles it.}
  - name: people
    title: One or two
    sides: [{name: one, title: One}, {name: two, title: Two}]
    outcomes: {one: One will do., two: Take two., even: Either will do.}
factors:
  - name: work
    title: Nature of the work
    question: Is it known?
    answers:
      - {name: unknown, text: "No", weights: {owner: 2, one: 1}, why: Somebody must decide.}
      - {name: known, text: "Yes", weights: {manager: 2}, why: It is coordination.}
    scrum: Scrum is for what is not known.
    proof: {at: "lead#work", quote: "Scrum is meant for what is not known."}
    source: {document: guide, section: Team}
  - name: team
    title: Maturity of the team
    question: Is it new?
    answers:
      - {name: old, text: "No", weights: {owner: 1, two: 3}, why: It manages itself.}
      - {name: new, text: "Yes", weights: {manager: 1}, why: It needs <some> guidance.}
      - {name: unclear, text: Who knows, weights: {}, why: Then ask.}
    scrum: The Scrum Master coaches it.
    proof: {at: "lead#work", quote: "A Scrum Master coaches."}
    source: unsettled
notes:
  - title: No vote
    text: There is always one Product Owner.
    proof: {at: "lead", quote: "There is one Product Owner."}
    source: {document: guide, section: Team}
"""


def write_choice(root: Path, choice: str = CHOICE) -> Path:
    """Write the pack and give its folder."""
    files = {
        "pack.yaml": "id: c\ntitle: Choices\nlanguage: en-GB\nlicence: CC-BY-SA-4.0\ntopics: [{name: a, title: A}]\n",
        "articles/a/lead.md": "---\ntitle: Leading\nslug: lead\n---\n\nThere is one Product Owner.\n\n"
        "## Work {#work}\n\nScrum is meant for what is not known. A Scrum Master coaches.\n",
        "sources.yaml": "sources:\n  - {id: guide, title: The Guide, edition: '2020', authors: A, licence: L, url: U,"
        " sections: [Team]}\n",
        "choices/lead.yaml": choice,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root

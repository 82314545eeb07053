"""A pack whose questions are tagged with learning objectives, and a check that asks about each of them."""

from pathlib import Path

from tests.study.exam_pack import write_pack

OBJECTIVES = """sets:
  - name: cspo
    title: The objectives
    groups:
      - title: Core
        objectives:
          - {name: cspo-1, text: First aim}
          - {name: cspo-2, text: Second aim}
  - name: foundations
    title: The foundations
    groups:
      - title: Theory
        objectives:
          - {name: foundations-1, text: Third aim}
          - {name: foundations-2, text: An aim without a question}
"""
CHECK = """  - {name: check, title: Readiness check, certification: cspo, level: pspo-1, questions: 4, minutes: 0,
     pass_mark: 0, pool: practice, marking: all-or-nothing, pause: true, by: objective,
     quotas: {cspo: 2, foundations: 2}}
"""
CERTIFICATION = """  - {name: cspo, title: Certified Scrum Product Owner, body: Scrum Alliance, facts: []}
"""
_TAGS = {
    "practice0": "cspo-1",
    "practice1": "cspo-1, cspo-2",
    "practice2": "cspo-1, cspo-2, foundations-1",
    "held0": "foundations-2",
}


def write_readiness_pack(root: Path) -> Path:
    """Three practice questions touch the first three objectives; only a held-back one touches the fourth."""
    write_pack(root)
    (root / "objectives.yaml").write_text(OBJECTIVES, "utf-8")
    article = root / "articles" / "facts" / "facts.md"
    article.write_text(article.read_text("utf-8").replace("slug:", "objectives: [foundations-2]\nslug:", 1))
    exams = root / "exams.yaml"
    told = exams.read_text("utf-8").replace("profiles:\n", f"{CERTIFICATION}profiles:\n", 1)
    exams.write_text(told + CHECK, "utf-8")
    questions = root / "questions" / "all.yaml"
    text = questions.read_text("utf-8")
    for name, tags in _TAGS.items():
        text = text.replace(f"  - name: {name}\n", f"  - name: {name}\n    objectives: [{tags}]\n", 1)
    questions.write_text(text, "utf-8")
    return root

"""Every name in a pack's files must be one that a list of the packs has."""

from pathlib import Path

import pytest

from studyapp.catalog.cross_check import check
from studyapp.catalog.load import load
from tests.tools.packs import BASE, CARD, PROOF, SOURCE, write_pack

AREAS = "competencies:\n  - {name: c, title: C, areas: [{name: events, title: E, levels: [%s]}]}\n"
SUBJECTS = "sets:\n  - {name: s, title: S, wants: [%s], subjects: [{name: PO-17, text: T}]}\n"
EXAMS = (
    "certifications:\n  - {name: psm-1, title: P, facts: [{label: L, value: V, status: %s}]}\n"
    "profiles:\n  - {name: e, title: E, questions: 3, level: %s, by: %s}\n"
)
TABLE = f"""name: t
title: T
columns: [{{name: a, title: A, colour: %s}}]
themes: [{{name: th, title: Th}}]
rows:
  - {{name: r, title: R, theme: %s, dimensions: [%s], cells: {{a: {{text: x, kind: rule, {PROOF}, {SOURCE}}}}}}}
"""
CHOICE = f"""name: ch
title: C
scales:
  - name: s
    title: S
    sides: [{{name: a, title: A, colour: %s}}, {{name: b, title: B}}]
    outcomes: {{a: A, b: B, even: E}}
factors:
  - name: f
    title: F
    question: Q
    answers: [{{name: x, text: X, why: W, weights: {{%s: 2}}}}, {{name: y, text: Y, why: W}}]
    scrum: S
    {PROOF}
    {SOURCE}
"""
QUESTION = f"""area: events
level: %s
questions:
  - name: q
    kind: free-text
    stem: Why?
    model_answer: A
    rubric: [{{criterion: c, meets: m}}]
    facts: [%s]
    {PROOF}
    {SOURCE}
"""


def _found(tmp_path: Path, path: str, text: str) -> list[tuple[str, int, str, str]]:
    files = {
        **BASE,
        "areas.yaml": AREAS % "pspo-1",
        "syllabus.yaml": SUBJECTS % "cards",
        "cards/events.yaml": "area: events\n" + CARD,
        path: text,
    }
    root = write_pack(tmp_path / "own", files)
    catalog, problems = load([root], None, trusted=[root])
    return [(Path(p.path).name, p.line, p.code, p.hint) for p in (*problems, *check(catalog))]


@pytest.mark.parametrize(
    ("path", "text", "line", "code", "hint"),
    [
        ("areas.yaml", AREAS % "psop-1", 2, "unknown-level", "did you mean 'pspo-1'?"),
        ("cards/c.yaml", "topic: event\narea: events\n" + CARD.replace("who", "w", 1), 1, "unknown-topic",
         "did you mean 'events'? name one of `topics` in pack.yaml: events"),
        ("cards/c.yaml", "area: evnts\n" + CARD.replace("who", "w", 1), 1, "unknown-area", "did you mean 'events'?"),
        ("cards/c.yaml", "area: events\nfacts: [PO-71]\n" + CARD.replace("who", "w", 1), 2, "unknown-subject",
         "did you mean 'PO-17'?"),
        ("questions/q.yaml", QUESTION % ("pspo", "PO-17"), 2, "unknown-level", "did you mean 'pspo-"),
        ("questions/q.yaml", QUESTION % ("pspo-1", "T9"), 9, "unknown-subject", "name one of syllabus.yaml: PO-17"),
        ("exams.yaml", EXAMS % ("verified", "psm-2", "objective"), 4, "unknown-level", "did you mean 'psm-1'?"),
        ("exams.yaml", EXAMS % ("verifed", "psm-1", "objective"), 2, "unknown-word", "did you mean 'verified'?"),
        ("exams.yaml", EXAMS % ("verified", "psm-1", "area"), 4, "unknown-word", "name one of these: objective"),
        ("syllabus.yaml", SUBJECTS % "tables", 2, "unknown-word", "name one of these: articles, cards"),
        ("comparisons/t.yaml", TABLE % ("mauve", "th", "PO-17"), 3, "unknown-colour", "name one of these, or none:"),
        ("comparisons/t.yaml", TABLE % ("", "tth", "PO-17"), 6, "unknown-theme", "did you mean 'th'?"),
        ("comparisons/t.yaml", TABLE % ("", "th", "PO-1"), 6, "unknown-subject", "did you mean 'PO-17'?"),
        ("comparisons/t.yaml", (TABLE % ("", "th", "PO-17")).replace("cells: {a:", "cells: {aa: {kind: silent}, a:"), 6,
         "unknown-column", "did you mean 'a'? name one of the columns above: a"),
        ("cards/c.yaml", "area: events\n" + CARD.replace("who", "w", 1).replace("cancelling#", "canceling#"), 7,
         "proof-place", "did you mean 'cancelling'? write `at: slug#heading`"),
        ("cards/c.yaml", "area: events\n" + CARD.replace("who", "w", 1).replace("#who", "#whom"), 7,
         "proof-place", "did you mean 'who'? name one of its headings: who, then"),
        ("cards/c.yaml", "area: events\n" + CARD.replace("who", "w", 1).replace(": basic", ": basc"), 4,
         "unknown-word", "did you mean 'basic'? name one of these: basic, reversed, cloze, type-in"),
        ("choices/c.yaml", CHOICE % ("mauve", "a"), 6, "unknown-colour", "name one of these, or none:"),
        ("choices/c.yaml", CHOICE % ("", "c"), 12, "unknown-side", "name one of the sides above: a, b"),
    ],
)  # fmt: skip
def test_a_name_that_no_list_has_is_told_at_its_line_with_those_there_are(
    tmp_path: Path, path: str, text: str, line: int, code: str, hint: str
) -> None:
    found = [each for each in _found(tmp_path, path, text) if each[2] != "no-set"]
    assert [each[:3] for each in found] == [(path.rpartition("/")[2], line, code)]
    assert found[0][3].startswith(hint)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("areas.yaml", AREAS % "pspo-1, pspo-2, pspo-3"),
        ("questions/q.yaml", QUESTION % ("pspo-3", "PO-17")),
        ("exams.yaml", EXAMS % ("conflicting", "psm-1", "''")),
        ("comparisons/t.yaml", TABLE % ("developers", "th", "PO-17")),
        ("choices/c.yaml", CHOICE % ("developers", "a")),
        ("cards/c.yaml", "topic: events\narea: events\nfacts: [PO-17]\n" + CARD.replace("who", "w", 1)),
    ],
)
def test_names_that_are_listed_are_no_problem(tmp_path: Path, path: str, text: str) -> None:
    assert _found(tmp_path, path, text) == []


def test_a_default_that_is_wrong_is_told_once_however_many_cards_take_it(tmp_path: Path) -> None:
    two = CARD.replace("who", "w", 1) + CARD.replace("who", "v", 1).removeprefix("cards:\n")
    found = _found(tmp_path, "cards/c.yaml", "area: events\ntopic: nowhere\n" + two)
    assert [each[:3] for each in found] == [("c.yaml", 2, "unknown-topic")]


def test_a_topic_that_is_called_nearly_as_a_folder_is_told(tmp_path: Path) -> None:
    topics = "topics:\n  - {name: event, title: E}\n  - {name: to-come, title: T}\n"
    found = _found(tmp_path, "pack.yaml", f"id: own\ntitle: O\n{topics}")
    assert found == [("pack.yaml", 4, "empty-topic", "did you mean 'events'?")]

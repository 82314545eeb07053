"""What an author looks at: coverage, balance and likeness of the bundled pack and of a small one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.catalog.balance import balance
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.coverage import coverage
from studyapp.catalog.load import load
from studyapp.catalog.similarity import alike
from studyapp.cli.main import main

PACK = "id: small\ntitle: Small\nlanguage: en-GB\nlicence: MIT\ntopics: [{name: one, title: One}]\n"
SYLLABUS = (
    "sets:\n- {name: facts, title: Facts, wants: [articles, cards], "
    "subjects: [{name: F-1, text: Known}, {name: F-2, text: Forgotten}]}\n"
)
ARTICLE = "---\ntitle: One\nslug: one\nfacts: [F-1]\n---\nLead.\n\n## Here {#here}\n\nOrder is the key.\n"
CARD = (
    "cards:\n- {name: c, type: basic, front: Q, back: A, facts: [F-1], "
    'proof: {at: "one#here", quote: "Order is the key."}, source: unsettled}\n'
)
QUESTION = """- name: NAME
  kind: single
  pool: POOL
  stem: STEM
  proof: {at: "one#here", quote: "Order is the key."}
  source: unsettled
  options:
  - {text: The Product Owner orders the items, right: true, reason: R}
  - {text: Nobody, reason: R, misconception: m}
"""


def question(name: str, pool: str, stem: str) -> str:
    return QUESTION.replace("NAME", name).replace("POOL", pool).replace("STEM", stem)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Catalog]:
    files = {
        "pack.yaml": PACK,
        "syllabus.yaml": SYLLABUS,
        "articles/one/one.md": ARTICLE,
        "cards/one.yaml": CARD,
        "questions/one.yaml": "level: pspo-1\nquestions:\n"
        + question("q1", "practice", "Who decides about the sequence of backlog entries?")
        + question("q2", "held-back", "So who decides about the sequence of all backlog entries?")
        + question("q3", "practice", "Which chart shows remaining effort across several releases?")
        + question("q4", "practice", "When does a forecast deserve trust?")
        + question("q5", "practice", "Whom does a rough roadmap help?"),
    }
    for name, text in files.items():
        path = tmp_path / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalog, _ = load([tmp_path / "small"], None)
    yield catalog
    catalog.close()


def test_a_subject_that_nothing_names_is_a_hole(small: Catalog) -> None:
    known, forgotten = coverage(small)[-1].subjects
    assert known.holes == ()
    assert forgotten.holes == ("articles", "cards")


def test_twins_across_the_pools_are_found_first(small: Catalog) -> None:
    first = alike(small)[0]
    assert {first.first, first.second} == {"small/question/q1", "small/question/q2"}
    assert first.across
    assert first.near


def test_an_unbalanced_level_says_what_is_out_of_balance(small: Catalog) -> None:
    (level,) = balance(small)
    assert level.holes == ()  # a handful of questions cannot be balanced
    many = replace(level, kinds=(("single", 40),))
    assert set(many.holes) == {"scenarios", "positions", "longest", "misconceptions"}


def test_the_bundled_pack_has_no_hole(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", str(bundle.content_dir()), "--report", "all"])
    holes = [line for line in capsys.readouterr().out.splitlines() if "HOLE" in line]
    assert (code, holes) == (0, [])

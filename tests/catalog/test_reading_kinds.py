"""Cards, questions, comparisons, glossary and lists, read from their files."""

from datetime import date

import pytest

from studyapp.catalog.card import CardKind
from studyapp.catalog.comparison import CellKind
from studyapp.catalog.disagreement import Verdict
from studyapp.catalog.exam_profile import Renewal
from studyapp.catalog.question import Pool, QuestionKind
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId
from tests.catalog.conftest import Open
from tests.tools.packs import BASE, CARD, PROOF, SOURCE


def _cards(body: str) -> dict[str, str]:
    entry = f"cards:\n  - name: x\n    {body}\n    {PROOF}\n    {SOURCE}\n"
    return {**BASE, "cards/events.yaml": f"area: events\ntags: [t]\n{entry}"}


def test_a_card_takes_what_it_does_not_say_from_its_file(opened: Open) -> None:
    card = opened(_cards("front: F\n    back: B\n    type: basic"))[0].cards()[ItemId("own/card/x")]
    assert (card.kind, card.area, card.tags, card.front, card.back) == (
        CardKind.BASIC,
        "events",
        ("t",),
        "F",
        "B",
    )
    assert card.proof.article == "own/article/cancelling"
    assert card.source.section == "The Sprint"


ROW = "{name: r, title: R, cells: {a: {kind: rule, text: T, note: N, revision: 2}}}"
FULL = "why: W, tags: [t], revision: 2, topic: t, objectives: [], facts: [], area: events"


@pytest.mark.parametrize(
    ("sides", "code"),
    [
        ("type: basic, front: F, back: B", "no-proof"),
        ("type: reversed, front: F, back: B", "no-proof"),
        ("type: cloze, text: '{{c1::F}} B'", "no-proof"),
        ("type: cloze, text: F", "no-gap"),
        ("type: type-in, front: F, answer: A, accept: [B]", "no-proof"),
        ("type: basic, back: B", "missing"),
    ],
)
def test_of_a_card_that_is_left_out_no_good_key_is_called_unknown(
    opened: Open, sides: str, code: str
) -> None:
    proof = "" if code == "no-proof" else f"{PROOF}, "
    entry = f"cards:\n  - {{name: x, {sides}, {FULL}, {proof}{SOURCE}, hue: red}}\n"
    catalog, problems = opened({**BASE, "cards/events.yaml": entry})
    assert not catalog.cards()
    assert [(p.code, "'hue'" in p.message) for p in problems if p.code != "unknown-name"] == [
        (code, False),
        ("unknown-key", True),
    ]


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        (
            "questions/q.yaml",
            "questions:\n  - {name: x, kind: single, stem: S, level: psm, pool: practice, options: [], revision: 2}",
        ),
        ("glossary.yaml", "terms:\n  - {name: x, term: T, definition: D, synonyms: [S], revision: 2}"),
        ("comparisons/c.yaml", f"name: c\ntitle: C\ncolumns: [{{name: a, title: A}}]\nrows:\n  - {ROW}"),
    ],
)
def test_of_what_nothing_proves_no_good_key_is_called_unknown(opened: Open, file: str, entry: str) -> None:
    problems = opened({**BASE, file: f"{entry}\n"})[1]
    codes = {p.code for p in problems}
    assert "no-proof" in codes
    assert "unknown-key" not in codes


def test_a_reversed_entry_makes_two_siblings(opened: Open) -> None:
    cards = list(opened(_cards("type: reversed\n    front: F\n    back: B"))[0].cards().values())
    assert [(c.id, c.note, c.front, c.back) for c in cards] == [
        ("own/card/x", "x", "F", "B"), ("own/card/x~reversed", "x", "B", "F"),
    ]  # fmt: skip


def test_a_cloze_makes_a_card_for_each_number(opened: Open) -> None:
    text = 'type: cloze\n    text: "{{c1::Eight}} hours for {{c2::a month::how long?}}, {{c1::no}} more"'
    cards = list(opened(_cards(text))[0].cards().values())
    assert [(c.id, c.front, c.back) for c in cards] == [
        ("own/card/x", "[…] hours for a month, […] more", "**Eight** hours for a month, **no** more"),
        ("own/card/x~c2", "Eight hours for [how long?], no more", "Eight hours for **a month**, no more"),
    ]


def test_a_cloze_without_a_gap_is_reported_and_left_out(opened: Open) -> None:
    catalog, problems = opened(_cards("type: cloze\n    text: nothing"))
    assert not catalog.cards()
    assert [p.code for p in problems] == ["no-gap"]


def test_a_type_in_card_knows_other_spellings(opened: Open) -> None:
    card = opened(_cards("type: type-in\n    front: F\n    answer: A\n    accept: [B, C]"))[0].cards()[
        ItemId("own/card/x")
    ]
    assert (card.back, card.accept) == ("A", ("B", "C"))


def test_a_card_without_proof_is_reported_and_left_out(opened: Open) -> None:
    catalog, problems = opened(
        {**BASE, "cards/events.yaml": "cards:\n  - {name: x, type: basic, front: F, back: B}\n"}
    )
    assert not catalog.cards()
    assert [(p.code, p.line, p.column) for p in problems] == [("no-proof", 2, 5), ("no-source", 2, 5)]


QUESTION = f"""area: events
level: pspo-1
questions:
  - name: q
    kind: single
    pool: held-back
    difficulty: 3
    scenario: true
    stem: Who?
    {PROOF}
    source: unsettled
    options:
      - {{text: PO, right: true, reason: yes it is}}
      - {{text: SM, reason: no, misconception: m}}
      - text: Dev
        reason: no
        misconception: m
        {SOURCE}
"""


def test_a_card_whose_proof_names_no_article_is_not_left_out_without_a_word(opened: Open) -> None:
    cards = {"cards/events.yaml": CARD.replace("cancelling#who", "#who")}
    catalog, problems = opened({**BASE, **cards})
    assert not catalog.cards()
    assert [(p.line, p.column, p.code) for p in problems] == [(6, 17, "proof-place")]


def test_a_term_of_characters_that_are_not_seen_is_missing(opened: Open) -> None:
    entry = f'{{name: x, term: "\\u200b", definition: D, {PROOF}, {SOURCE}}}'
    catalog, problems = opened({**BASE, "glossary.yaml": f"terms:\n  - {entry}\n"})
    assert not catalog.terms()
    assert [(p.line, p.code, p.message) for p in problems] == [(2, "missing", "'term' is missing")]


def test_options_take_proof_and_source_of_their_question(opened: Open) -> None:
    question = opened({**BASE, "questions/a.yaml": QUESTION})[0].questions()[ItemId("own/question/q")]
    assert (question.kind, question.pool, question.level) == (QuestionKind.SINGLE, Pool.HELD_BACK, "pspo-1")
    assert question.key == frozenset({0})
    assert [option.proof for option in question.options] == [question.proof] * 3
    assert [option.source.settled for option in question.options] == [False, False, True]


COMPARISON = f"""name: roles
title: Roles
columns:
  - {{name: po, title: Product Owner, short: PO, colour: product-owner}}
  - {{name: sm, title: Scrum Master}}
themes: [{{name: a, title: A}}]
rows:
  - name: owns
    title: Owns
    theme: a
    dimensions: [D1]
    cells:
      po: {{text: The Product Backlog, kind: rule, {PROOF}, {SOURCE}}}
      xx: {{kind: silent}}
"""


def test_a_missing_cell_is_silent_and_one_too_many_is_reported(opened: Open) -> None:
    catalog, problems = opened({**BASE, "comparisons/roles.yaml": COMPARISON})
    row = catalog.comparisons()[ItemId("own/comparison/roles")].rows[0]
    assert [(c.id, c.kind) for c in row.cells] == [
        ("own/cell/roles.owns.po", CellKind.RULE), ("own/cell/roles.owns.sm", CellKind.SILENT),
    ]  # fmt: skip
    assert [p.code for p in problems] == ["unknown-column"]


def test_a_cell_says_where_sources_disagree_and_a_wrong_verdict_is_told_with_its_line(opened: Open) -> None:
    dispute = "disagreements: [{claim: C, by: b, says: S, source: unsettled, exam: E, verdict: trap}]"
    table = COMPARISON.replace("kind: rule,", f"kind: rule, {dispute},")
    catalog, _ = opened({**BASE, "comparisons/roles.yaml": table})
    cell = catalog.comparisons()[ItemId("own/comparison/roles")].rows[0].cells[0]
    assert [(d.claim, d.by, d.says, d.exam, d.verdict) for d in cell.disagreements] == [
        ("C", "b", "S", "E", Verdict.TRAP)
    ]
    _, problems = opened({**BASE, "comparisons/roles.yaml": table.replace("trap", "trick")})
    wrong = next(problem for problem in problems if problem.code != "unknown-column")
    assert "trick" in wrong.message
    assert "verdict" in table.splitlines()[wrong.line - 1]


def test_a_term_knows_its_old_names_and_may_be_unsettled(opened: Open) -> None:
    text = f"terms:\n  - name: t\n    term: T\n    definition: D\n    old_names: [O]\n    {PROOF}\n    source: unsettled\n"
    for path in ("glossary.yaml", "glossary/t.yaml"):
        term = opened({**BASE, path: text})[0].terms()[ItemId("own/term/t")]
        assert (term.old_names, term.source) == (("O",), UNSETTLED)


def test_lists_are_read(opened: Open) -> None:
    catalog, problems = opened({
        **BASE,
        "areas.yaml": "competencies:\n  - {name: c, title: C, areas: [{name: events, title: E, levels: [pspo-1]}]}\n",
        "objectives.yaml": "sets:\n  - {name: s, title: S, groups: [{title: G, objectives: [{name: o-1.1, text: T}]}]}\n",
        "misconceptions.yaml": "misconceptions:\n  - {name: m, belief: B, correction: C, sentence: you took B for true}\n",
        "exams.yaml": "as_of: 2026-09-26\ncertifications:\n  - {name: p, title: P, body: B, facts: [{label: L, value: V, status: verified}]}\n"
        "profiles:\n  - {name: e, title: E, certification: p, level: pspo-1, questions: 80, minutes: 60, pass_mark: 85,"
        " pool: practice, marking: partial, pause: true, quotas: {events: 10}}\n",
    })  # fmt: skip
    assert problems == ()
    area = catalog.area("events")
    assert area is not None
    assert area.levels == ("pspo-1",)
    assert [(o.name, o.group, o.set) for o in catalog.objectives()] == [("o-1.1", "G", "s")]
    belief = catalog.misconceptions()["m"]
    assert (belief.correction, belief.sentence) == ("C", "you took B for true")
    assert catalog.sources()["guide"].sections == ("The Sprint", "Product Owner")
    assert [(p.id, p.quotas, p.as_of) for p in catalog.profiles()] == [
        ("own/exam/e", (("events", 10),), date(2026, 9, 26))
    ]
    assert catalog.certifications()[0].facts[0].status == "verified"


def test_a_renewal_says_how_many_hours_within_how_many_months(opened: Open) -> None:
    text = "certifications:\n  - {{name: p, title: P, renewal: {{{0}}}}}\n"
    catalog, problems = opened(
        {**BASE, "exams.yaml": text.format("units: 20, months: 24, months_at_most: 30")}
    )
    assert (problems, catalog.certifications()[0].renewal) == ((), Renewal(20, 24, 30))
    catalog, problems = opened({**BASE, "exams.yaml": text.format("units: 20, months: 24")})
    assert (problems, catalog.certifications()[0].renewal) == ((), Renewal(20, 24, 24))
    for wrong, code in (
        ("units: 0, months: 24", "out-of-range"),
        ("units: 20", "missing"),
        ("units: 20, months: 24, months_at_most: 12", "renewal"),
    ):
        assert [p.code for p in opened({**BASE, "exams.yaml": text.format(wrong)})[1]] == [code]


@pytest.mark.parametrize(
    "wrong",
    ["questions: 0", "minutes: -1", "minutes: 999999999999999999", "pass_mark: 101", "quotas: {events: -3}"],
)
def test_figures_that_no_exam_can_have_are_told_and_kept_out(opened: Open, wrong: str) -> None:
    sound = {"name": "p", "title": "P", "questions": "10", "minutes": "0", "pass_mark": "85", "quotas": "{}"}
    lines = sound | dict([wrong.split(": ", 1)])
    text = "profiles:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in lines.items()) + "\n"
    catalog, problems = opened({**BASE, "exams.yaml": text})
    profile = catalog.profiles()[0]
    assert [p.code for p in problems] == ["out-of-range"]
    assert 1 <= profile.questions <= 1000
    assert 0 <= profile.minutes <= 24 * 60
    assert all(count >= 0 for _, count in profile.quotas)


def test_what_rests_on_an_article_is_known(opened: Open) -> None:
    resting = opened({**BASE, "questions/a.yaml": QUESTION})[0].resting_on(ItemId("own/article/cancelling"))
    assert (resting.cards, resting.questions, resting.cells) == (("own/card/who",), ("own/question/q",), ())


def test_no_name_or_title_holds_characters_that_are_not_seen(opened: Open) -> None:
    odd = "a\u202eb\u200bc"
    table = f'name: t\ntitle: "{odd}"\ncolumns: [{{name: po, title: "{odd}", short: "{odd}"}}]\nthemes: [{{name: th, title: "{odd}"}}]\nrows: [{{name: r, title: "{odd}", theme: th, cells: {{}}}}]\n'
    term = f'terms:\n  - {{name: t, term: "{odd}", definition: d, synonyms: ["{odd}"], old_names: ["{odd}"], area: events, {PROOF}, {SOURCE}}}\n'
    files = _cards(f'front: F\n    back: B\n    type: basic\n    tags: ["{odd}"]')
    catalog = opened({**files, "comparisons/t.yaml": table, "glossary.yaml": term})[0]
    (known,), (compared,) = catalog.terms().values(), catalog.comparisons().values()
    column, row, theme = compared.columns[0], compared.rows[0], compared.themes[0]
    tags = catalog.cards()[ItemId("own/card/x")].tags
    names = {known.term, *known.synonyms, *known.old_names, compared.title, row.title, theme.title, *tags}
    assert {*names, column.title, column.short} == {"abc"}

"""What no file shows alone."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from studyapp.catalog.check_names import accepted
from studyapp.catalog.cross_check import check
from studyapp.catalog.load import load
from tests.tools.packs import ARTICLE, BASE, CARD, PROOF, SOURCE, write_pack
from tests.tools.png import chart

LISTS = {
    "areas.yaml": "competencies:\n  - {name: c, title: C, areas: [{name: events, title: E, levels: [pspo-1]}]}\n",
    "objectives.yaml": "sets:\n  - {name: s, title: S, groups: [{title: G, objectives: [{name: o-1, text: T}]}]}\n",
    "misconceptions.yaml": "misconceptions:\n  - {name: m, belief: B, correction: C}\n",
}
GOOD = {**BASE, **LISTS, "cards/events.yaml": "area: events\n" + CARD}


def _found(tmp_path: Path, files: Mapping[str, str | bytes]) -> list[tuple[str, int, str]]:
    """File, line and code of every problem that a check finds, beside those of reading."""
    root = write_pack(tmp_path / "own", files)
    catalog, problems = load([root], None, trusted=[root])
    return [(Path(p.path).name, p.line, p.code) for p in (*problems, *check(catalog))]


def _question(options: str, kind: str = "single") -> dict[str, str]:
    head = f"questions:\n  - name: q\n    area: events\n    kind: {kind}\n    stem: Who?\n    {PROOF}\n    {SOURCE}\n"
    return {**GOOD, "questions/a.yaml": f"{head}    options:\n{options}"}


RIGHT = "      - {text: PO, right: true, reason: r}\n"
WRONG = "      - {text: W%d, reason: r, misconception: m}\n"


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    assert _found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Only the Product Owner may cancel a Sprint.", "Nobody may cancel a Sprint.", "proof-quote"),
        ("Only the Product Owner may cancel a Sprint.", "a", "proof-quote"),
        ("cancelling#who", "cancelling#nowhere", "proof-place"),
        ("cancelling#who", "nothing#who", "proof-place"),
        ("document: guide", "document: gide", "unknown-document"),
        ("section: The Sprint", "section: The Spring", "unknown-section"),
    ],
)
def test_a_proof_that_does_not_prove_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    card = GOOD["cards/events.yaml"].replace(old, new)
    line = 1 + card[: card.index("source:" if "unknown" in code else "proof:")].count("\n")
    assert _found(tmp_path, {**GOOD, "cards/events.yaml": card}) == [("events.yaml", line, code)]


def test_quotes_are_compared_without_regard_to_marks_and_spaces(tmp_path: Path) -> None:
    quote = "Finished work is reviewed - and 'done' means   done."
    card = CARD.replace("cancelling#who", "cancelling#then").replace(
        "Only the Product Owner may cancel a Sprint.", quote
    )
    assert _found(tmp_path, {**GOOD, "cards/events.yaml": "area: events\n" + card}) == []


@pytest.mark.parametrize(
    ("options", "kind", "codes"),
    [
        (RIGHT + WRONG % 1 + WRONG % 2, "single", []),
        (RIGHT + WRONG % 1, "single", ["option-count"]),
        (RIGHT + RIGHT.replace("PO", "P2") + WRONG % 1, "single", ["option-count"]),
        (RIGHT + RIGHT.replace("PO", "P2") + WRONG % 1, "multiple", []),
        (RIGHT + WRONG % 1, "multiple", ["option-count"]),
        (RIGHT.replace("PO", '"True"') + (WRONG % 1).replace("W1", '"False"'), "true-false", []),
        (RIGHT + WRONG % 1, "true-false", ["option-count"]),
        (RIGHT + WRONG % 1 + (WRONG % 1), "single", ["option-twice"]),
        (RIGHT + WRONG % 1 + (WRONG % 2).replace(": m", ": x"), "single", ["unknown-misconception"]),
        (RIGHT + WRONG % 1 + "      - {text: W, reason: r}\n", "single", ["unknown-misconception"]),
        (
            RIGHT.replace("}", ", misconception: m}") + WRONG % 1 + WRONG % 2,
            "single",
            ["right-misconception"],
        ),
    ],
)
def test_options_must_fit_the_kind(tmp_path: Path, options: str, kind: str, codes: list[str]) -> None:
    assert [code for _, _, code in _found(tmp_path, _question(options, kind))] == codes


def test_what_a_belief_mixes_up_must_stand_side_by_side(tmp_path: Path) -> None:
    beliefs = "misconceptions:\n  - {name: m, belief: B, correction: C, mixes: [po, sm]}\n"
    assert [code for *_, code in _found(tmp_path, {**GOOD, "misconceptions.yaml": beliefs})] == [
        "unknown-mixes"
    ]


@pytest.mark.parametrize("sentence", ["The owner sizes", "you let the owner size."])
def test_the_sentence_of_a_belief_must_go_on_after_in_so_many_cases(tmp_path: Path, sentence: str) -> None:
    beliefs = f"misconceptions:\n  - {{name: m, belief: B, correction: C, sentence: {sentence}}}\n"
    assert [code for *_, code in _found(tmp_path, {**GOOD, "misconceptions.yaml": beliefs})] == [
        "misconception-sentence"
    ]


def test_a_free_text_question_needs_an_answer_and_a_rubric(tmp_path: Path) -> None:
    head = f"questions:\n  - name: q\n    area: events\n    kind: free-text\n    stem: Why?\n    {PROOF}\n    {SOURCE}\n"
    rubric = "    model_answer: A\n    rubric:\n      - {criterion: c, meets: m}\n"
    assert [code for *_, code in _found(tmp_path, {**GOOD, "questions/a.yaml": head})] == ["option-count"]
    assert _found(tmp_path, {**GOOD, "questions/a.yaml": head + rubric}) == []


def test_names_that_stand_twice_are_reported_at_the_second(tmp_path: Path) -> None:
    assert _found(tmp_path, {**GOOD, "cards/more.yaml": "area: events\n" + CARD}) == [
        ("more.yaml", 3, "name-twice")
    ]
    twice = GOOD["cards/events.yaml"] + CARD.removeprefix("cards:\n")
    assert _found(tmp_path / "b", {**GOOD, "cards/events.yaml": twice}) == [("events.yaml", 9, "name-twice")]


def test_areas_and_objectives_must_be_listed(tmp_path: Path) -> None:
    card = "area: event\nobjectives: [o-2]\n" + CARD
    codes = [code for *_, code in _found(tmp_path, {**GOOD, "cards/events.yaml": card})]
    assert sorted(codes) == ["unknown-area", "unknown-objective"]


def test_lost_returned_and_new_identifiers_are_told(tmp_path: Path) -> None:
    ids = "own/article/cancelling\nown/card/gone\nretired own/card/who\n"
    files = {
        **GOOD,
        "ids.txt": ids,
        "cards/more.yaml": "area: events\n" + CARD.replace("name: who", "name: new"),
    }
    assert _found(tmp_path, files) == [
        ("ids.txt", 2, "id-lost"),
        ("ids.txt", 3, "id-retired"),
        ("ids.txt", 4, "id-new"),
    ]


def test_accepting_identifiers_adds_new_ones_and_keeps_the_rest() -> None:
    assert accepted("own/card/b\nretired own/card/a\n", {"own/card/c", "own/card/a"}) == (
        "retired own/card/a\nown/card/b\nown/card/c\n"
    )


def test_links_headings_and_images_must_lead_somewhere(tmp_path: Path) -> None:
    body = ARTICLE + "\n[a](nowhere) [b](cancelling#none) [c](cancelling#who) [d](#then)\n\n![i](gone.png)\n"
    assert _found(tmp_path, {**GOOD, "articles/events/cancelling.md": body}) == [
        ("cancelling.md", 15, "dead-link"),
        ("cancelling.md", 15, "dead-heading"),
        ("cancelling.md", 17, "missing-image"),
    ]


def test_an_image_must_lie_in_the_pack_and_be_one(tmp_path: Path) -> None:
    body = (
        ARTICLE + "\n![far](https://example.org/a.png)\n\n![up](../../../a.png) ![no](no.png) ![is](is.png)\n"
    )
    files: dict[str, str | bytes] = {
        **GOOD,
        "articles/events/cancelling.md": body,
        "articles/events/no.png": "text",
        "articles/events/is.png": chart(),
    }
    assert _found(tmp_path, files) == [
        ("cancelling.md", 15, "image-outside"),
        ("cancelling.md", 17, "missing-image"),
        ("cancelling.md", 17, "missing-image"),
    ]


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("text ![far](", "http://evil/a.png", ")"),
        ("![far][r]\n\n[r]: ", "http://evil/a.png", ""),
        ('{{< figure src="', "http://evil/a.png", '" caption="cap" >}}'),
        ('<img src="', "http://evil/a.png", '">'),
        ('<img alt="x" src="', "file:///a.png", '">'),
        ("![https:](", "data:image/png;base64,AAAA", ")"),
        ("![near](", "a.svg", ")"),
        ("![near](", "gone.png", ")"),
    ],
)
def test_an_image_that_cannot_be_shown_is_told_at_its_address(
    tmp_path: Path, before: str, address: str, after: str
) -> None:
    head = f"{ARTICLE}\n```\n![code]({address})\n```\n<!-- ![no]({address}) -->\n\n{before}"
    article = {"articles/events/cancelling.md": f"{head}{address}{after}\n"}
    root = write_pack(tmp_path / "own", {**GOOD, **article})
    catalog, _ = load([root], None, trusted=[root])
    (problem,) = check(catalog)
    assert (problem.line, problem.column) == (head.count("\n") + 1, len(head) - head.rfind("\n"))
    assert repr(address) in problem.message


@pytest.mark.parametrize(
    "link",
    [
        "[x](who)",
        "[x](<who>)",
        '<a href="who">x</a>',
        '{{< ref "who" >}}',
        "[x][y]\n\n[y]: who",
        "[x](./who)",
    ],
)
def test_a_dead_link_is_reported_where_it_stands_and_not_where_its_word_does(
    tmp_path: Path, link: str
) -> None:
    body = ARTICLE + f"\nwho else?\n\n- {link}\n"
    line = (ARTICLE + "\nwho else?\n\n").count("\n") + 1 + 2 * ("[y]:" in link)
    assert _found(tmp_path, {**GOOD, "articles/events/cancelling.md": body}) == [
        ("cancelling.md", line, "dead-link")
    ]


def test_an_alias_belongs_to_one_article(tmp_path: Path) -> None:
    other = "---\ntitle: B\naliases: [/Old/]\n---\nx"
    first = ARTICLE.replace("slug: cancelling", "slug: cancelling\naliases: [old]")
    files = {**GOOD, "articles/events/cancelling.md": first, "articles/events/other.md": other}
    assert [code for *_, code in _found(tmp_path, files)] == ["alias-twice"]


TABLE = """name: t
title: T
columns: [{name: a, title: A, colour: mauve}]
themes: [{name: th, title: Th}]
rows:
  - {name: r, title: R, theme: other, cells: {a: {text: %s, kind: rule, %s, source: unsettled}}}
"""


def test_cells_are_short_and_rules_have_a_source(tmp_path: Path) -> None:
    files = {**GOOD, "comparisons/t.yaml": TABLE % ("w " * 26, PROOF)}
    assert sorted(code for *_, code in _found(tmp_path, files)) == [
        "cell-too-long", "rule-unsettled", "unknown-colour", "unknown-theme",
    ]  # fmt: skip


def test_quotas_name_areas_and_fit_the_exam(tmp_path: Path) -> None:
    exams = (
        "profiles:\n  - {name: e, title: E, certification: x, questions: 3, quotas: {events: 2, other: 2}}\n"
    )
    assert sorted(code for *_, code in _found(tmp_path, {**GOOD, "exams.yaml": exams})) == [
        "quota-sum", "unknown-area", "unknown-certification",
    ]  # fmt: skip


OBJECTIVES = """sets:
  - {name: cspo, title: S, groups: [{title: G, objectives: [{name: o-1, text: One}, {name: o-2, text: Two}]}]}
"""


@pytest.mark.parametrize(
    ("quotas", "codes"),
    [("{cspo: 2}", []), ("{}", ["no-set"]), ("{cspo: 1}", ["set-size"]), ("{other: 2}", ["unknown-set"])],
)
def test_a_paper_by_objective_names_whole_sets_of_objectives(
    tmp_path: Path, quotas: str, codes: list[str]
) -> None:
    exams = f"profiles:\n  - {{name: e, title: E, questions: 2, by: objective, quotas: {quotas}}}\n"
    files = {**GOOD, "exams.yaml": exams, "objectives.yaml": OBJECTIVES}
    assert [code for *_, code in _found(tmp_path, files)] == codes


SCRUM = {"sources.yaml": BASE["sources.yaml"].replace("id: guide", "id: scrum-guide-2020")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Development Team decides.", True),
        ("Grooming takes time.", True),
        ("A “Development Team” is not meant.", False),
        ("In 2017 there was a Development Team.", False),
        ("!!! trap \"Exam trap\"\n    The Development Team does it.", False),
        ("It is an event.", False),
    ],
)  # fmt: skip
def test_terms_of_the_past_are_found_where_they_are_used(tmp_path: Path, text: str, found: bool) -> None:
    files = {
        **BASE,
        **SCRUM,
        "cards/events.yaml": "cards: []\n",
        "articles/events/x.md": f"---\ntitle: X\n---\n{text}\n",
    }
    assert [code for *_, code in _found(tmp_path, files)] == ["stale-term"] * found


def test_a_text_that_had_to_be_cut_is_reported(tmp_path: Path) -> None:
    table = "<table>" + "<tr><td>x</td></tr>" * 2100 + "</table>"
    assert _found(tmp_path, {**GOOD, "articles/events/x.md": f"---\ntitle: X\n---\n{table}"}) == [
        ("x.md", 1, "cut")
    ]

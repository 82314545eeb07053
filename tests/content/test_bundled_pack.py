"""The bundled pack keeps what it promises."""

import re
from collections import Counter
from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.check_names import ids_of
from studyapp.catalog.comparison import CellKind
from studyapp.catalog.cross_check import check
from studyapp.catalog.encoding import looks_broken
from studyapp.catalog.question import Pool, QuestionKind
from studyapp.learning.covering import draw_each
from studyapp.learning.evidence import shares_of
from studyapp.learning.exam_paper import draw, supply
from studyapp.study.question_pool import QuestionPool
from tests.content.conftest import Opened
from tests.learning.exam_candidates import PASS_MARK, QUOTAS


def test_nothing_is_wrong_with_it(opened: Opened) -> None:
    catalog, problems = opened
    assert [str(problem) for problem in (*problems, *check(catalog))] == []


def test_every_identifier_is_listed(catalog: Catalog) -> None:
    listed = (bundle.content_dir() / "ids.txt").read_text(encoding="utf-8").splitlines()
    assert set(ids_of(catalog, "product-owner")) <= set(listed)
    assert listed == sorted(listed, key=lambda line: line.removeprefix("retired "))


def test_it_holds_what_a_learner_was_promised(catalog: Catalog) -> None:
    counts = catalog.counts()["product-owner"]
    assert counts.articles >= 15
    assert counts.cards >= 120
    assert counts.questions >= 60


def test_six_roles_are_compared_over_thirty_dimensions(catalog: Catalog) -> None:
    table = next(t for t in catalog.comparisons().values() if t.id.endswith("/six-roles"))
    assert len(table.columns) == 6
    assert len({d for row in table.rows for d in row.dimensions}) >= 30
    spoken = [c for row in table.rows for c in row.cells if c.kind is not CellKind.SILENT]
    assert all(cell.proof is not None for cell in spoken)


def test_every_topic_has_articles_and_every_article_a_topic(catalog: Catalog) -> None:
    named = {topic.name for topic in catalog.topics()}
    assert {article.topic for article in catalog.articles().values()} == named


def test_every_heading_carries_an_id_of_its_own() -> None:
    bare = [
        f"{path.name}: {line}"
        for path in sorted(bundle.content_dir().glob("articles/*/*.md"))
        for line in re.findall(r"^##+ .*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if "{#" not in line
    ]
    assert bare == []


def test_no_file_looks_as_if_it_had_been_decoded_wrongly() -> None:
    for path in _files():
        assert not any(looks_broken(line) for line in path.read_text(encoding="utf-8").splitlines()), path


def test_no_file_is_larger_than_one_can_oversee() -> None:
    assert [path.name for path in _files() if path.stat().st_size > 100_000 and path.name != "ids.txt"] == []


def test_keys_are_not_given_away_by_their_length_or_place(catalog: Catalog) -> None:
    single = [
        q for q in catalog.questions().values() if q.kind is QuestionKind.SINGLE and len(q.options) == 4
    ]
    longest = sum(max(q.options, key=lambda o: len(o.text)).right for q in single)
    places = Counter(next(iter(q.key)) for q in single)
    assert longest <= 0.4 * len(single)
    assert max(places.values()) <= 0.4 * len(single)


def test_held_back_questions_are_enough_for_a_mock_exam(catalog: Catalog) -> None:
    held = Counter(q.level for q in catalog.questions().values() if q.pool is Pool.HELD_BACK)
    assert held["pspo-1"] >= 80


@pytest.mark.parametrize("name", ["pspo-1-mock", "pspo-2-mock"])
def test_every_honest_mock_keeps_the_quotas_of_its_profile(catalog: Catalog, name: str) -> None:
    (profile,) = [p for p in catalog.profiles() if p.id.endswith(f"/{name}")]
    quotas, left = dict(profile.quotas), QuestionPool(catalog).candidates(profile, {})
    papers = supply(left, profile.questions).honest_papers
    assert papers >= 2
    for seed in range(papers):
        paper = draw(left, profile.questions, quotas, seed)
        drawn = Counter(place.area for place in paper.places)
        assert len(paper) == profile.questions
        assert not {area: (drawn[area], asked) for area, asked in quotas.items() if drawn[area] < asked}
        used = {place.question for place in paper.places}
        left = [candidate for candidate in left if candidate.id not in used]


def test_every_mock_says_that_its_mix_of_topics_is_our_own(catalog: Catalog) -> None:
    facts = {c.name: [fact.value for fact in c.facts] for c in catalog.certifications()}
    mocks = [profile for profile in catalog.profiles() if profile.pool is Pool.HELD_BACK]
    assert len(mocks) == 2
    assert all(any("mix of our papers is our own" in v for v in facts[m.certification]) for m in mocks)


def test_simulated_candidates_sit_the_paper_that_the_pack_holds(catalog: Catalog) -> None:
    (mock,) = [p for p in catalog.profiles() if p.id.endswith("/pspo-1-mock")]
    stock = Counter(question.area for question in QuestionPool(catalog).eligible(mock))
    assert shares_of(dict(mock.quotas), mock.questions, stock) == QUOTAS
    assert mock.pass_mark == PASS_MARK


def test_every_misconception_can_be_said_of_a_learner_in_words_of_its_own(catalog: Catalog) -> None:
    sentences = [belief.sentence for belief in catalog.misconceptions().values()]
    assert all(sentence.startswith("you ") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def _files() -> list[Path]:
    return [
        path for path in sorted(bundle.content_dir().rglob("*")) if path.suffix in (".md", ".yaml", ".txt")
    ]


def test_readiness_checks_ask_about_every_objective_and_foundation_without_near_duplicates(
    catalog: Catalog,
) -> None:
    pool = QuestionPool(catalog)
    checks = {p.title: p for p in catalog.profiles() if p.by == p.BY_OBJECTIVE}
    assert sorted(profile.questions for profile in checks.values()) == [24, 28, 52]
    for profile in checks.values():
        subjects = pool.by_objective(profile, {})
        known = {c.id: c for candidates in subjects.values() for c in candidates}
        for seed in range(20):
            drawn = [known[place.question] for place in draw_each(subjects, seed).places]
            assert len({c.id for c in drawn}) == profile.questions == len(subjects)
            assert not any(a.resembles(b) for n, a in enumerate(drawn) for b in drawn[:n])

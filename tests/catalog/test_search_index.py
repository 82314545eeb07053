"""Searching a small pack: what is found first, what is forgiven, what is never found."""

from collections import Counter
from pathlib import Path

import pytest

from studyapp.catalog.load import load
from studyapp.catalog.search_entry import Entry
from studyapp.catalog.search_index import SearchIndex
from studyapp.catalog.search_manifest import MANIFEST
from studyapp.ids import ItemId
from tests.tools.packs import BASE, PROOF, SOURCE, write_pack

QUESTIONS = f"""area: events
questions:
  - {{name: open, kind: single, stem: Which zebra is open?, {PROOF}, {SOURCE}, options: [{{text: lion, right: true, reason: giraffe}}]}}
  - {{name: held, kind: single, pool: held-back, stem: Which zebra is held?, {PROOF}, {SOURCE}, options: []}}
"""
TERMS = f"""terms:
  - {{name: refinement, term: Product Backlog refinement, definition: Breaking items down., synonyms: [refinement], old_names: [grooming], {PROOF}, {SOURCE}}}
"""
TABLE = f"""name: t
title: T
columns: [{{name: po, title: Product Owner}}]
themes: [{{name: th, title: Th}}]
rows: [{{name: r, title: Budget, theme: th, cells: {{po: {{text: Money for elephants, kind: view, {PROOF}, source: unsettled}}}}}}]
"""
FILES = {
    **BASE,
    "questions/a.yaml": QUESTIONS,
    "glossary.yaml": TERMS,
    "comparisons/t.yaml": TABLE,
    "articles/events/velocity.md": "---\ntitle: Velocity\n---\nHow fast.\n\n## Story points {#points}\n\nA café – “measure” of sizes.\n",
    "articles/events/other.md": "---\ntitle: Other things\n---\nStories about velocity, velocity and velocity.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "own", FILES)


@pytest.fixture
def index(root: Path) -> SearchIndex:
    return SearchIndex(load([root], None)[0], None)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("velocity", "own/article/velocity"),
        ("story points", "own/article/velocity#points"),
        ("stories points", "own/article/velocity#points"),
        ("stor poi", "own/article/velocity#points"),
        ("grooming", "own/term/refinement"),
        ("refinment", "own/term/refinement"),
        ("veloctiy", "own/article/velocity"),
        ("cafe measure", "own/article/velocity#points"),
        ("elephants", "own/cell/t.r.po"),
        ("what is velocity?", "own/article/velocity"),
        ("who may cancel", "own/article/cancelling#who"),
        ("which zebra", "own/question/open"),
        ("lion", "own/question/open"),
        ('"may cancel" AND title:x (', "own/article/cancelling#who"),
    ],
)
def test_what_is_found_first(index: SearchIndex, query: str, first: str) -> None:
    assert index.ask(query).hits[0].address == first


@pytest.mark.parametrize("query", ["", "   ", "???", "giraffe", "xyzzyplugh", "\x00", "a" * 5000, "🧩"])
def test_what_is_not_there_is_not_found(index: SearchIndex, query: str) -> None:
    assert index.ask(query).hits == ()


def test_a_question_held_back_is_found_only_when_it_was_used_up(root: Path) -> None:
    catalog, _ = load([root], None)
    held = ItemId("own/question/held")
    assert held not in {hit.address for hit in SearchIndex(catalog, None).ask("zebra held").hits}
    assert held in {hit.address for hit in SearchIndex(catalog, None, [held]).ask("zebra held").hits}


def test_a_snippet_keeps_the_signs_around_it(tmp_path: Path) -> None:
    text = "“Herons” wait for long (in reeds, ponds)."
    files = {"articles/events/birds.md": f"---\ntitle: Birds\n---\n{text}\n"}
    own = write_pack(tmp_path / "birds", {**BASE, **files})
    hit = SearchIndex(load([own], None)[0], None).ask("ponds herons").hits[0]
    assert hit.snippet == text
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Herons", "ponds"]


def test_the_words_are_marked_in_the_snippet(index: SearchIndex) -> None:
    hit = index.ask("measure sizes").hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["measure", "sizes"]


def test_a_limit_is_kept(index: SearchIndex) -> None:
    assert len(index.ask("product owner sprint velocity", limit=2).hits) <= 2


def test_an_index_on_disk_is_used_again_and_only_changed_files_are_added(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "search"
    done: list[tuple[int, int]] = []
    SearchIndex(load([root], None)[0], folder).prepare(lambda *steps: done.append(steps))
    assert done == [(7, 7)]
    SearchIndex(load([root], None)[0], folder).prepare(lambda *steps: done.append(steps))
    assert len(done) == 1
    write_pack(root, {"articles/events/velocity.md": "---\ntitle: Tapirs\n---\nNew."})
    fresh = SearchIndex(load([root], None)[0], folder)
    fresh.prepare(lambda *steps: done.append(steps))
    assert done[1:] == [(1, 1)]
    assert fresh.ask("tapirs").hits[0].address == "own/article/velocity"
    assert not fresh.ask("café").hits


@pytest.mark.parametrize("damage", ["manifest", "part", "missing", "nonsense"])
def test_a_damaged_index_is_made_anew(root: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "search"
    SearchIndex(load([root], None)[0], folder).prepare()
    part = max(
        (p for p in folder.iterdir() if p.suffix in (".term", ".store", ".idx")),
        key=lambda p: p.stat().st_size,
    )
    if damage == "manifest":
        (folder / MANIFEST).write_text("{")
    elif damage == "part":
        part.write_bytes(part.read_bytes()[:-1] + b"?")
    elif damage == "missing":
        part.unlink()
    else:
        (folder / "meta.json").write_text("nonsense")
    assert (
        SearchIndex(load([root], None)[0], folder).ask("velocity").hits[0].address == "own/article/velocity"
    )


def test_a_place_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert SearchIndex(load([root], None)[0], tmp_path / "file" / "x").ask("velocity").hits


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zebra in:questions", {"question/open"}),
        ("velocity in:term", set()),
        ("in:comparisons", {"cell/t.r.po"}),
        ('"story points"', {"article/velocity#points"}),
        ('"points story"', set()),
        ("velocity -stories", {"article/velocity"}),
        ('velocity -"how fast"', {"article/other", "article/velocity#points"}),
        (
            "velocity topic:events -in:questions",
            {"article/velocity", "article/velocity#points", "article/other"},
        ),
        ("velocity topic:nowhere", set()),
        ("tag:speed", {"article/velocity", "article/velocity#points"}),
        ("tag:spe", {"article/velocity", "article/velocity#points"}),
        ("elephants role:prod", {"cell/t.r.po"}),
        ('role:"product owner" in:cells', {"cell/t.r.po"}),
        ("elephants role:developers", set()),
    ],
)
def test_filters_phrases_and_minus_words(tmp_path: Path, query: str, found: set[str]) -> None:
    own = FILES | {
        "articles/events/velocity.md": FILES["articles/events/velocity.md"].replace(
            "\n---", "\ntags: [Speed]\n---", 1
        )
    }
    catalog, _ = load([write_pack(tmp_path / "own", own)], None)
    hits = SearchIndex(catalog, None).ask(query).hits
    assert {hit.address.removeprefix("own/") for hit in hits} == found


def test_what_was_meant_is_told_when_a_word_stands_nowhere(index: SearchIndex) -> None:
    assert index.ask("veloctiy things").meant == "velocity things"
    assert index.ask("velocity").meant == ""


def test_a_kind_that_is_none_is_told(index: SearchIndex) -> None:
    assert index.ask("velocity in:zoo").unknown == ("zoo",)


def test_a_note_is_found_with_the_sentence_it_was_made_on(root: Path) -> None:
    note = Entry("note", "own/article/velocity", "Velocity", "", "ask about pangolins", quote="How fast.")
    hits = SearchIndex(load([root], None)[0], None, notes=[note]).ask("pangolin").hits
    assert [(hit.kind, hit.quote) for hit in hits] == [("note", "How fast.")]


def test_the_beginning_of_any_word_will_do(index: SearchIndex) -> None:
    assert index.ask("veloc things").hits[0].address == "own/article/other"


def test_no_more_of_a_kind_than_wanted_so_that_others_are_seen(index: SearchIndex) -> None:
    kinds = Counter(hit.kind for hit in index.ask("product", 20, each=1).hits)
    assert len(kinds) > 1
    assert set(kinds.values()) == {1}


def test_a_rare_end_of_a_beginning_is_found_beside_many_common_ones(tmp_path: Path) -> None:
    common = {
        f"{word}.md": f"# Page {word}\n\n{word} " * 3 for word in "sa sb sc sd se sf sg sh si sj sk".split()
    }
    (tmp_path / "pack").mkdir()
    for name, text in {**common, "rare.md": "# Other\n\nsz and zebra"}.items():
        (tmp_path / "pack" / name).write_text(text, encoding="utf-8")
    catalog, _ = load([tmp_path / "pack"], None)
    assert [hit.title for hit in SearchIndex(catalog, None).ask("zebra s").hits] == ["Other"]
    catalog.close()


def test_whoever_asks_for_one_kind_gets_all_of_it(index: SearchIndex) -> None:
    assert len(index.ask("in:articles velocity", 20, each=1).hits) > 1


def test_a_heading_that_is_the_title_is_no_passage_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.md").write_text(
        "# Zebras\n\nStriped.\n\n## Others\n\nZebras too.", encoding="utf-8"
    )
    catalog, _ = load([tmp_path / "pack"], None)
    hits = SearchIndex(catalog, None).ask("zebras").hits
    assert [(hit.title, hit.snippet) for hit in hits] == [
        ("Zebras", "Striped."),
        ("Zebras › Others", "Zebras too."),
    ]
    catalog.close()

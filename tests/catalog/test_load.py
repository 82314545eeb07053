"""Packs of every kind, opened from folders."""

from pathlib import Path

import pytest

from studyapp.catalog.load import load
from studyapp.ids import ItemId
from tests.catalog.conftest import Open
from tests.tools.packs import BASE, write_pack


def test_a_pack_that_describes_itself_is_opened_without_a_problem(opened: Open) -> None:
    catalog, problems = opened(BASE)
    assert problems == ()
    assert [(p.id, p.title, [t.title for t in p.topics]) for p in catalog.packs] == [
        ("own", "Our own", ["Events"])
    ]
    assert list(catalog.articles()) == ["own/article/cancelling"]
    assert list(catalog.cards()) == ["own/card/who"]


def test_a_plain_folder_is_a_pack_and_its_sections_are_topics(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "My Notes", {
        "hello.md": "# Hello there\n\ntext",
        "scrum/_index.md": "---\ntitle: All of Scrum\nweight: 1\n---\n",
        "scrum/events.md": "+++\ntitle = 'Events'\nweight = 2\n+++\ntext",
        "scrum/roles.markdown": "---\ntitle: Roles\nweight: 1\n---\ntext",
        "scrum/bundle/index.md": "---\ntitle: A bundle\n---\ntext",
        "art-of-war/one.txt": "A first line\n\nSome more.",
    })  # fmt: skip
    catalog, problems = load([root], None)
    assert problems == ()
    assert catalog.packs[0].id == "my-notes"
    assert [(t.name, t.title) for t in catalog.topics()] == [
        ("", "My Notes"), ("scrum", "All of Scrum"), ("art-of-war", "Art of war"),
    ]  # fmt: skip
    assert [(a.id, a.title, a.topic) for a in catalog.articles().values()] == [
        ("my-notes/article/hello", "Hello there", ""),
        ("my-notes/article/scrum/roles", "Roles", "scrum"),
        ("my-notes/article/scrum/events", "Events", "scrum"),
        ("my-notes/article/scrum/bundle", "A bundle", "scrum"),
        ("my-notes/article/art-of-war/one", "A first line", "art-of-war"),
    ]


def test_the_place_of_a_plain_folder_is_not_in_its_identifiers(tmp_path: Path) -> None:
    files = {"a.md": "---\nslug: one\n---\ntext"}
    here, there = (write_pack(tmp_path / place / "notes", files) for place in ("here", "there"))
    assert list(load([here], None)[0].articles()) == list(load([there], None)[0].articles())


def test_a_plain_folder_has_one_name_however_it_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "notes", {"a.md": "x", "sub/b.md": "y"})
    for place, ways in (
        ("notes/sub", ("..", "../.", "../../notes")),
        ("notes", (".", "sub/..", "../notes/")),
    ):
        monkeypatch.chdir(tmp_path / place)
        assert {load([Path(way)], None)[0].packs[0].id for way in ways} == {"notes"}


def test_two_packs_with_one_id_are_reported_and_the_first_stays(tmp_path: Path) -> None:
    first = write_pack(tmp_path / "a" / "notes", {"a.md": "one"})
    second = write_pack(tmp_path / "b" / "notes", {"b.md": "two"})
    catalog, problems = load([first, second], None)
    assert [p.root for p in catalog.packs] == [first]
    assert [(p.code, p.path) for p in problems] == [("pack-twice", str(second))]


def test_a_place_without_a_pack_is_reported(tmp_path: Path) -> None:
    catalog, problems = load([tmp_path / "nothing"], None)
    assert catalog.packs == ()
    assert [p.code for p in problems] == ["no-pack"]


def test_one_faulty_file_does_not_stop_the_rest(opened: Open) -> None:
    catalog, problems = opened({**BASE, "cards/bad.yaml": "cards: [", "questions/bad.yaml": "- a"})
    assert len(catalog.cards()) == 1
    assert {(Path(p.path).name, p.code) for p in problems} == {
        ("bad.yaml", "yaml-syntax"),
        ("bad.yaml", "wrong-type"),
    }


@pytest.mark.parametrize("text", ["", "# nothing yet", "just words", "- id: own", "~"])
def test_a_description_that_says_nothing_is_an_error(opened: Open, text: str) -> None:
    catalog, problems = opened({**BASE, "pack.yaml": text})
    assert [(Path(p.path).name, p.code) for p in problems] == [("pack.yaml", "wrong-type")]
    assert len(catalog.articles()) == 1


def test_a_fault_in_the_description_does_not_change_identifiers(opened: Open) -> None:
    catalog, problems = opened(
        {**BASE, "pack.yaml": "id: ours\ntitle: Ours: all of it\ntopics:\n  - {name: events}\n"}
    )
    assert [(p.line, p.code) for p in problems] == [(2, "yaml-syntax")]
    assert list(catalog.articles()) == ["ours/article/cancelling"]
    assert catalog.packs[0].title == "Ours: all of it"


def test_a_pack_that_lies_deeper_than_what_was_opened_is_told(opened: Open) -> None:
    _, problems = opened({f"packs/own/{path}": text for path, text in BASE.items()})
    assert [(Path(p.path).name, p.code) for p in problems] == [("pack.yaml", "pack-inside")]
    assert "open packs/own itself" in problems[0].hint


@pytest.mark.parametrize(
    "path", ["card/events.yaml", "events.yaml", "cards.yml", "questions/deep.toml.yaml/a.yml"]
)
def test_data_that_nothing_reads_is_told(opened: Open, path: str) -> None:
    _, problems = opened({**BASE, path: "cards: []\n"})
    read = path.startswith("questions/")
    assert [(p.path.endswith(path), p.code) for p in problems] == (
        [(True, "unknown-key")] if read else [(True, "not-read")]
    )


def test_a_description_beside_files_of_which_none_is_read_is_told(tmp_path: Path) -> None:
    root = write_pack(
        tmp_path / "notes", {"pack.yaml": "id: notes\ntitle: Notes\n", "scrum/one.md": "# One\n"}
    )
    catalog, (problem,) = load([root], None)
    assert (problem.code, problem.path) == ("empty-pack", str(root / "pack.yaml"))
    (root / "pack.yaml").unlink()
    catalog, problems = load([root], None)
    assert (len(catalog.articles()), problems) == (1, ())


def test_drafts_are_left_out(opened: Open) -> None:
    drafts = {
        f"articles/events/{n}.md": f"---\ntitle: D\ndraft: {word}\n---\ntext"
        for n, word in enumerate(("true", "True", '"true"', "'TRUE'"))
    }
    catalog, problems = opened({**BASE, **drafts})
    assert problems == ()
    assert list(catalog.articles()) == ["own/article/cancelling"]


def test_unknown_front_matter_is_kept(opened: Open) -> None:
    catalog, problems = opened({"a.md": "---\ntitle: T\nvideoId: abc\nsitemap: {priority: 0.6}\n---\nx"})
    assert catalog.articles()[ItemId("own/article/a")].extra == {
        "videoid": "abc",
        "sitemap": {"priority": "0.6"},
    }
    assert problems == ()


def test_hidden_files_links_and_installed_packages_are_left_out(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "notes", {"a.md": "x", ".git/b.md": "x", "node_modules/c/d.md": "x"})
    write_pack(tmp_path / "outside", {"secret.md": "x"})
    (root / "link.md").symlink_to(tmp_path / "outside" / "secret.md")
    (root / "folder").symlink_to(tmp_path / "outside")
    assert list(load([root], None)[0].articles()) == ["notes/article/a"]


def test_the_folder_of_a_site_opens_at_its_pages(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "site", {
        "hugo.toml": "title = 'x'", "content/docs/a.md": "a", "themes/t/README.md": "t", "archetypes/default.md": "{{ .x }}",
    })  # fmt: skip
    catalog, _ = load([root], None)
    assert [(a.id, a.topic) for a in catalog.articles().values()] == [("site/article/content/docs/a", "docs")]


def test_what_an_article_shows_of_others_opens_in_a_worker(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "notes", {"a.md": "---\ntitle: T\n---\n*x* {{< youtube abc >}}"})
    catalog, _ = load([root], None)
    assert "<em>x</em>" in catalog.rendered(ItemId("notes/article/a")).html
    catalog.close()


def test_an_article_longer_than_a_megabyte_is_cut_and_reported(opened: Open) -> None:
    catalog, problems = opened({"a.md": "word\n\n" * 200_000})
    assert [p.code for p in problems] == ["too-long"]
    assert len(catalog.text(ItemId("own/article/a"))) == 1024 * 1024


def test_two_articles_that_want_one_name_are_both_kept(opened: Open) -> None:
    catalog, _ = opened({"a/x.md": "---\nslug: same\n---\n1", "b/y.md": "---\nslug: same\n---\n2"})
    assert list(catalog.articles()) == ["own/article/same", "own/article/b/y"]


def test_no_article_is_lost_however_alike_the_names_of_files_are(opened: Open) -> None:
    names = ("c.md", "C.txt", "c++.md", "C#.md", "c.markdown", "sub/!!!.md", "sub/-.md")
    catalog, problems = opened({name: f"The text of {name}, which is read." for name in names})
    assert sorted(article.path for article in catalog.articles().values()) == sorted(names)
    assert len(catalog.articles()) == len(names)
    assert catalog.resolve("C#.md") is not None
    assert problems == ()


def test_a_number_with_a_nought_before_it_is_one_and_templates_are_no_articles(tmp_path: Path) -> None:
    for name, text in {"a.md": "---\nweight: 08\n---\nx", "layouts/robots.txt": "{{ if x }}"}.items():
        (tmp_path / "pack" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pack" / name).write_text(text, encoding="utf-8")
    catalog, problems = load([tmp_path / "pack"], None)
    assert [article.weight for article in catalog.articles().values()] == [8]
    assert not problems
    catalog.close()

"""Front matter in YAML and TOML, whole and broken."""

from pathlib import Path

import pytest

from studyapp.catalog.article import Article
from studyapp.catalog.front_matter import read_front_matter, split
from studyapp.catalog.load import load
from studyapp.catalog.report import Report
from tests.tools.packs import BASE, write_pack


def test_the_body_begins_after_the_second_fence() -> None:
    parts = split("---\ntitle: a\n---\nbody\n")
    assert (parts.kind, parts.head, parts.body, parts.line) == ("yaml", "title: a", "body\n", 4) or (
        parts.head == "title: a\n"
    )
    assert parts.body == "body\n"
    assert parts.line == 4


def test_a_fence_that_is_never_closed_is_no_front_matter() -> None:
    assert split("---\ntitle: a\n\nbody").kind == ""


def test_a_rule_in_the_middle_is_no_front_matter() -> None:
    assert split("text\n\n---\n\nmore\n---\n").kind == ""


def test_toml_is_read_with_dates_as_text() -> None:
    report = Report("a.md")
    node = read_front_matter(
        split('+++\ntitle = "A"\ndate = 2023-05-25T07:00:06Z\ntags = ["x"]\n+++\nbody'), report
    )
    assert node.plain() == {"title": "A", "date": "2023-05-25 07:00:06+00:00", "tags": ["x"]}
    assert report.problems == []


def test_faulty_toml_is_reported_with_its_line_and_its_plain_lines_are_kept() -> None:
    report = Report("a.md")
    node = read_front_matter(split('+++\ntitle = "A"\ntags = [\n+++\nbody'), report)
    assert node.value["title"].value == "A"
    assert [p.code for p in report.problems] == ["toml-syntax"]


@pytest.mark.parametrize("end", ["\n}\n\n", "}\n", "\n}\n"])
def test_json_is_read_as_hugo_does(end: str) -> None:
    report = Report("a.md")
    parts = split(
        '{\n\t"title": "A {b}",\n\t"aliases": ["/old"], "Draft": true, "params": {"x": 1.5}'
        + end
        + "body {x}"
    )
    assert (parts.kind, parts.body.strip(), report.problems) == ("json", "body {x}", [])
    assert read_front_matter(parts, report).plain() == {
        "title": "A {b}",
        "aliases": ["/old"],
        "draft": True,
        "params": {"x": "1.5"},
    }


def test_faulty_json_is_reported_with_its_line_and_the_text_stays() -> None:
    report = Report("a.md")
    parts = split('\n{\n  "title": "A",\n  "slug" "a"\n}\nbody')
    assert read_front_matter(parts, report).plain() == {}
    assert [(p.line, p.column, p.code) for p in report.problems] == [(4, 10, "json-syntax")]
    assert parts.body == "body"


@pytest.mark.parametrize("text", ["{{< youtube abc >}}", '{"a"} and more', "{x}\n}", '{"a": 1', "{% if x %}"])
def test_braces_that_are_no_front_matter_are_text(text: str) -> None:
    assert split(text).body == text


def test_faulty_yaml_is_reported_in_the_lines_of_the_file_and_its_plain_lines_are_kept() -> None:
    report = Report("a.md")
    node = read_front_matter(split("---\nslug: a\ntitle: Scrum: a guide\n---\nbody"), report)
    assert (node.value["slug"].value, node.value["title"].value) == ("a", "Scrum: a guide")
    assert [(p.line, p.code) for p in report.problems] == [(3, "yaml-syntax")]


def test_lists_of_text_are_kept_of_front_matter_that_is_faulty_elsewhere() -> None:
    head = "title: Scrum: a guide\naliases:\n- /old\n- '/older'\ntags: [\"a, b\", c]\nslug: x"
    node = read_front_matter(split(f"---\n{head}\n---\nbody"), Report("a.md"))
    assert node.plain() == {
        "title": "Scrum: a guide",
        "aliases": ["/old", "/older"],
        "tags": ["a, b", "c"],
        "slug": "x",
    }


@pytest.mark.parametrize(
    ("fence", "key"), [("---", "title: a"), ("+++", 'title = "a"'), ("\n---", "title: a")]
)
def test_front_matter_that_is_never_closed_is_told_and_a_rule_is_not(fence: str, key: str) -> None:
    report = Report("a.md")
    read_front_matter(split(f"{fence}\n{key}\n\nbody"), report)
    assert [(p.line, p.code) for p in report.problems] == [(fence.count("\n") + 1, "front-matter")]
    read_front_matter(split(f"{fence}\n\nA text below a rule.\n"), report)
    read_front_matter(split(f"text\n\n{fence}\n{key}\n"), report)
    assert len(report.problems) == 1


def test_front_matter_that_is_a_list_is_reported() -> None:
    report = Report("a.md")
    assert read_front_matter(split("---\n- a\n---\n"), report).value == {}
    assert report.problems[0].code == "front-matter"


def test_keys_are_one_in_whatever_case_they_are_written() -> None:
    yaml = read_front_matter(split("---\nTitle: A\nPARAMS:\n  VideoID: x\ntitle: B\n---\n"), Report("a.md"))
    toml = read_front_matter(split('+++\nTITLE = "A"\n[Params]\nVideoID = "x"\n+++\n'), Report("a.md"))
    assert yaml.plain() == toml.plain() == {"title": "A", "params": {"videoid": "x"}}


def test_an_article_takes_its_title_tags_and_weight_from_keys_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nTitle: Capital\nTags: [One]\nWeight: 7\n---\nText.\n")
    catalog, problems = load((tmp_path,), None)
    (article,) = catalog.articles().values()
    catalog.close()
    assert (article.title, article.tags, article.weight) == ("Capital", ("One",), 7)
    assert problems == ()


AS_WRITTEN = [
    (
        "title: true\nslug: 007\ntags: [True, 2020, null, 1.50]\naliases: 404",
        "true",
        "007",
        ("True", "2020", "1.50"),
    ),
    ("title: +5\nslug: false\ntags: 2020", "+5", "false", ("2020",)),
    ("title: 2026-11-23\nslug: 0\ntags: [on, No]", "2026-11-23", "0", ("on", "No")),
    ("title: null\nslug: ~\ndescription: null\ntags: null", "A page", "a-page", ()),
    ("title: True\ntags: [FALSE, x]\nweight: [", "True", "a-page", ("FALSE", "x")),
]
"""What nobody put into quotation marks is shown as it stands in the file; what is said to be nothing is nothing."""


def _article(tmp_path: Path, text: str) -> Article:
    (tmp_path / "a-page.md").write_text(text, encoding="utf-8")
    catalog, _ = load([tmp_path], None)
    return next(iter(catalog.articles().values()))


@pytest.mark.parametrize(("head", "title", "slug", "tags"), AS_WRITTEN)
def test_a_word_that_yaml_takes_for_a_value_is_shown_as_written(
    tmp_path: Path, head: str, title: str, slug: str, tags: tuple[str, ...]
) -> None:
    article = _article(tmp_path, f"---\n{head}\n---\nText.\n")
    assert (article.title, article.slug, article.tags) == (title, slug, tags)
    assert article.description == ""
    assert article.aliases == (("404",) if "404" in head else ())


@pytest.mark.parametrize(
    "head",
    [
        "+++\ntitle = true\ndescription = 2026-11-23\ntags = [false, 7]\n+++",
        '{"title": true, "description": "2026-11-23", "slug": null, "tags": [false, 7, null]}',
    ],
)
def test_values_of_toml_and_json_are_shown_as_those_write_them(tmp_path: Path, head: str) -> None:
    article = _article(tmp_path, f"{head}\nText.\n")
    assert (article.title, article.description, article.tags) == ("true", "2026-11-23", ("false", "7"))
    assert article.slug == "a-page"


def test_a_translation_is_shown_as_written_too(tmp_path: Path) -> None:
    files = {**BASE, "translations/de/articles/events/cancelling.md": "---\ntitle: true\n---\nText {#who}\n"}
    catalog, _ = load([write_pack(tmp_path / "own", files)], None, language="de")
    assert [article.title for article in catalog.articles().values()] == ["true"]

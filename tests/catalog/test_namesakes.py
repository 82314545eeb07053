"""What bears the name of another is told where it stands; the first keeps the name, and the rest goes on."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.cross_check import check
from studyapp.catalog.load import load
from studyapp.ids import ItemId
from tests.tools.packs import ARTICLE, BASE, CARD, PACK, PROOF, write_pack

Told = list[tuple[str, int, int, str]]

TABLE = f"""name: t
title: T
columns:
  - {{name: a, title: A}}
  - {{name: b, title: B}}
  - {{name: a, title: C}}
themes:
  - {{name: th, title: First}}
  - {{name: th, title: Second}}
rows:
  - {{name: r, title: R, theme: th, cells: {{a: {{text: x, kind: practice, {PROOF}, source: unsettled}}}}}}
  - {{name: r, title: S, theme: th, cells: {{b: {{text: y, kind: practice, {PROOF}, source: unsettled}}}}}}
  - {{name: s, title: S, theme: th}}
"""
EXAMS = "certifications:\n  - {name: c, title: One}\n  - {name: d, title: D}\n  - {name: c, title: Two}\n"
SETS = """sets:
  - name: s
    groups: [{title: G, objectives: [{name: o-1, text: T}]}, {title: H, objectives: [
      {name: o-1, text: U}, {name: o-2, text: V}]}]
  - {name: s, groups: []}
"""


def _opened(tmp_path: Path, files: Mapping[str, str]) -> tuple[Catalog, Told]:
    """The pack, and file, line, column and code of every problem."""
    root = write_pack(tmp_path / "own", {**BASE, **files})
    catalog, problems = load([root], None, trusted=[root])
    told = {(Path(p.path).name, p.line, p.column, p.code) for p in (*problems, *check(catalog))}
    return catalog, sorted(told)


def test_the_second_of_two_rows_columns_and_themes_is_told_and_left_out(tmp_path: Path) -> None:
    catalog, told = _opened(tmp_path, {"comparisons/t.yaml": TABLE})
    table = catalog.comparisons()[ItemId("own/comparison/t")]
    assert told == [("t.yaml", line, 12, "name-twice") for line in (6, 9, 12)]
    assert [(row.name, row.title) for row in table.rows] == [("r", "R"), ("s", "S")]
    assert [column.title for column in table.columns] == ["A", "B"]
    assert [theme.title for theme in table.themes] == ["First"]


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [
        ("pack.yaml", PACK + "  - {name: events, title: Again}\n", [(6, 12)]),
        ("exams.yaml", EXAMS, [(4, 12)]),
        ("objectives.yaml", SETS, [(4, 14), (5, 12)]),
    ],
)
def test_a_name_that_a_list_has_already_is_told(
    tmp_path: Path, path: str, text: str, places: list[tuple[int, int]]
) -> None:
    catalog, told = _opened(tmp_path, {path: text})
    assert told == [(path, *place, "name-twice") for place in places]
    assert [topic.title for topic in catalog.topics()] == ["Events"]
    assert [each.title for each in catalog.certifications()] in ([], ["One", "D"])
    assert [each.text for each in catalog.objectives()] in ([], ["T", "V"])


def test_a_translation_of_a_name_that_stands_twice_is_not_to_blame(tmp_path: Path) -> None:
    german = "columns: [{name: a, title: Ah}]\nrows: [{name: r, title: Er}]\n"
    files = {**BASE, "comparisons/t.yaml": TABLE, "translations/de/comparisons/t.yaml": german}
    root = write_pack(tmp_path / "own", files)
    _, problems = load([root], None, language="de", trusted=[root])
    assert [(Path(p.path).parts[-2:], p.line) for p in problems] == [
        (("comparisons", "t.yaml"), line) for line in (6, 9, 12)
    ]
    assert {Path(p.path).parent.parent for p in problems} == {root}


ADDRESSED = {
    "articles/events/a.md": "---\ntitle: A\naliases: [cancelling, /of-c]\nurl: /same\n---\n[x](cancelling)\n",
    "articles/events/b.md": "---\ntitle: B\nurl: /Same/\n---\nB\n",
    "articles/other/c.md": "---\ntitle: C\nurl: /of-c/\naliases: [c]\n---\n[x](cancelling) [y](/of-c)\n",
}


def test_an_alias_never_goes_before_a_slug_or_a_url(tmp_path: Path) -> None:
    catalog, told = _opened(tmp_path, ADDRESSED)
    assert told == [("a.md", 3, 10, "alias-taken"), ("b.md", 3, 6, "url-twice")]
    for base in (None, *catalog.articles()):
        found = [catalog.resolve(address, base) for address in ("cancelling", "/of-c", "c", "same")]
        assert [each and each.item for each in found] == [
            f"own/article/{name}" for name in ("cancelling", "c", "c", "a")
        ]


def test_an_alias_in_one_pack_does_not_hide_the_slug_of_another(tmp_path: Path) -> None:
    roots = [
        write_pack(tmp_path / "one", {"a.md": "---\naliases: [cancelling]\n---\nA"}),
        write_pack(tmp_path / "own", BASE),
    ]
    catalog, _ = load(roots, None)
    found = [catalog.resolve("cancelling", base) for base in (None, ItemId("one/article/a"))]
    assert [each and each.item for each in found] == ["own/article/cancelling", "one/article/a"]


@pytest.mark.parametrize(
    ("second", "column"),
    [("## Advice {#who}", 13), ("Advice {: #who .x}\n---", 12), ('<h2 id="who">Advice</h2>', 9)],
)
def test_an_id_that_two_headings_have_is_told_at_the_second(tmp_path: Path, second: str, column: int) -> None:
    body = f"{ARTICLE}\n```\n## As code {{#who}}\n```\n\n{second}\n\nOthers advise.\n"
    card = CARD.replace("Only the Product Owner may cancel a Sprint.", "Others advise.")
    files = {"articles/events/cancelling.md": body, "cards/events.yaml": card}
    line = body[: body.index(second)].count("\n") + 1
    catalog, told = _opened(tmp_path, files)
    assert told == [("cancelling.md", line, column, "heading-twice"), ("events.yaml", 6, 12, "proof-quote")]
    (hint,) = (p.hint for p in check(catalog) if p.code == "proof-quote")
    assert hint == "two headings have the id 'who', and the first counts: give one another"


def test_a_slug_that_would_part_addresses_is_told_and_repaired(tmp_path: Path) -> None:
    catalog, told = _opened(
        tmp_path,
        {
            "articles/events/one.md": "---\ntitle: One\nslug: x#y?z\n---\n## H {#h}\n",
            "articles/events/two.md": "---\ntitle: Two\nslug: '#'\n---\nTwo\n",
            "articles/events/three.md": "---\ntitle: Three\nslug: x%41\n---\nThree\n",
        },
    )
    assert told == [("one.md", 3, 7, "bad-name"), ("two.md", 3, 7, "bad-name")]
    assert {*catalog.articles()} == {f"own/article/{name}" for name in ("cancelling", "x-y-z", "two", "x%41")}
    assert all((found := catalog.find(item)) and found.item == item for item in catalog.articles())


def test_what_names_nothing_is_told_as_missing(tmp_path: Path) -> None:
    areas = "competencies:\n  - {name: c, title: C, areas: [{name: events, title: E}]}\n"
    table = TABLE.replace("theme: th, cells: {a", "cells: {a").replace(
        "{name: r, title: S", "{name: u, title: S"
    )
    root = write_pack(tmp_path / "own", {**BASE, "areas.yaml": areas, "comparisons/t.yaml": table})
    catalog, _ = load([root], None, trusted=[root])
    assert [(p.line, p.code, p.message, p.hint) for p in check(catalog)] == [
        (2, "missing", "no area is named", "name one of areas.yaml: events"),
        (11, "missing", "no theme is named", "name one of `themes`: th"),
    ]


def test_a_source_without_a_section_is_told_once(tmp_path: Path) -> None:
    cards = {"cards/events.yaml": CARD.replace(", section: The Sprint", "")}
    assert _opened(tmp_path, cards)[1] == [("events.yaml", 7, 13, "missing")]


@pytest.mark.parametrize(
    ("written", "told"),
    [("9" * 23, "9" * 23), ("-" + "9" * 23, "-" + "9" * 23), ("9" * 99, "9" * 60 + "…"), ("0", "0")],
)
def test_a_number_that_cannot_be_is_told_as_it_is_written(tmp_path: Path, written: str, told: str) -> None:
    root = write_pack(tmp_path / "own", {**BASE, "cards/events.yaml": f"{CARD}    revision: {written}\n"})
    _, problems = load([root], None, trusted=[root])
    assert [p.message for p in problems] == [f"'revision' cannot be {told}"]

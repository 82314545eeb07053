"""Links, slugs, aliases and identifiers lead to articles."""

import pytest

from studyapp.catalog.address import Address
from studyapp.catalog.cross_check import check
from studyapp.catalog.links import address_of, image_of
from studyapp.ids import ItemId
from tests.catalog.conftest import Open

FILES = {
    "more/deep/first.md": "---\ntitle: First\nweight: 1\n---\nx",
    "more/deep/second.md": "---\ntitle: Second\nweight: 2\n---\nx",
    "docs/_index.md": "---\ntitle: Docs\n---\ntext [in](page-one.md) [up](../top.md) [dead](nowhere.md)",
    "docs/page-one.md": "---\ntitle: Page one\nurl: /guide/:slug\naliases: [/old/one, two words, ../else/one/]\n---\n[x](page-two#part)",
    "docs/Page Two.md": "---\nslug: page-two\ntitle: Two\n---\n## Part\n\n[up](../top/) ![i](img/a.png)",
    "docs/bundle/index.md": "---\ntitle: Bundle\n---\n[sib](../page-one) ![i](pic.png)",
    "top.md": "# Top\n\n[d](docs/) [e](/docs/page-one/) [f](docs/Page%20Two.md#part) [g](#top) [h](./docs/bundle/index.md)",
}


@pytest.mark.parametrize(
    ("address", "base", "found"),
    [
        ("own/article/top", "", "own/article/top"),
        ("studyapp:own/article/top#x", "", "own/article/top#x"),
        ("top", "", "own/article/top"),
        ("/old/one", "", "own/article/docs/page-one"),
        ("old/one/", "", "own/article/docs/page-one"),
        ("/OLD/One", "", "own/article/docs/page-one"),
        ("two words", "", "own/article/docs/page-one"),
        ("/guide/page-one", "", "own/article/docs/page-one"),
        ("page-two#part", "", "own/article/page-two#part"),
        ("docs/Page%20Two.md", "", "own/article/page-two"),
        ("page-one.md", "own/article/docs", "own/article/docs/page-one"),
        ("../top.md#a", "own/article/docs/page-one", "own/article/top#a"),
        ("../top/", "own/article/page-two", "own/article/top"),
        ("docs/", "own/article/top", "own/article/docs"),
        ("/docs/page-one/", "own/article/page-two", "own/article/docs/page-one"),
        ("../page-one", "own/article/docs/bundle", "own/article/docs/page-one"),
        ("./docs/bundle/index.md", "own/article/top", "own/article/docs/bundle"),
        ("/docs/bundle/", "own/article/top", "own/article/docs/bundle"),
        ("#x", "own/article/top", "own/article/top#x"),
        ("../more/", "own/article/docs/page-one", "own/article/more/deep/first"),
        ("/en/v2/more/deep/second/", "own/article/top", "own/article/more/deep/second"),
        ("/2020/01/02/page-two.html", "own/article/top", "own/article/page-two"),
        ("/more/deep", "own/article/top", "own/article/more/deep/first"),
        ("page-one.html?a=b#c", "own/article/docs", "own/article/docs/page-one#c"),
    ],
)
def test_what_an_address_means(opened: Open, address: str, base: str, found: str) -> None:
    catalog, _ = opened(FILES)
    item, _, heading = found.partition("#")
    assert catalog.resolve(address, ItemId(base) if base else None) == Address(ItemId(item), heading)


@pytest.mark.parametrize(
    "address", ["nowhere", "../../../etc/passwd", "", "#x", "docs/none.md", "own/article/none"]
)
def test_what_leads_nowhere_is_none(opened: Open, address: str) -> None:
    assert opened(FILES)[0].resolve(address) is None


def test_links_of_a_page_lead_to_articles_and_dead_ones_are_text(opened: Open) -> None:
    shown = opened(FILES)[0].rendered(ItemId("own/article/docs")).html
    assert '<a href="app:own/article/docs/page-one">in</a>' in shown
    assert '<a href="app:own/article/top">up</a>' in shown
    assert '<span class="dead-link">dead</span>' in shown


def test_every_link_of_a_page_at_the_top_resolves(opened: Open) -> None:
    shown = opened(FILES)[0].rendered(ItemId("own/article/top")).html
    assert "dead-link" not in shown
    assert '<a href="#top">g</a>' in shown


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("page.md", "app:page.md"), ("#a", "#a"), ("https://a.org/x y", "https://a.org/x%20y"), ("mailto:a@b", "mailto:a@b"),
        ("app:x", "app:x"), ("studyapp:x#y", "app:x#y"), ("//host/x", ""), ("javascript:x", ""), ("java\nscript:x", "app:java script:x"),
        ("file:///x", ""), ("C:\\x", ""), ("\\\\host\\x", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_address_is_inside_outside_or_nothing(href: str, address: str) -> None:
    assert address_of(href) == address


@pytest.mark.parametrize(
    "name", ["/etc/x", "https://a/b.png", "//h/a.png", "a\\b.png", "a.svg", "file:a.png", "a.png\x00", "x"]
)
def test_an_image_that_cannot_be_the_packs_is_none(name: str) -> None:
    assert image_of(name) == ""


TREE = {
    "CHANGES.md": '[a](doc/changelogs/X.md) [b][ref] <a href="doc/changelogs/X.md#1.0">c</a>\n\n[ref]: doc/changelogs/Y.1.md',
    "guide/readme.md": "[a](deep/one.md) [b](guide/deep/one.md) [c](../doc/changelogs/X.md) [d](/doc/changelogs/X)",
    "guide/deep/one.md": "[a](..) [b](../../CHANGES.md) [c](doc/changelogs/X.md) [d](guide/readme.md)",
    "doc/changelogs/X.md": '<a id="1.0"></a>\n\n[a](Y.1.md) [b](../../guide/deep/one.md) [c](doc/changelogs/Y.1.md)',
    "doc/changelogs/Y.1.md": "# Y",
}


def test_links_lead_from_the_file_from_the_page_and_from_the_top_of_a_plain_folder(opened: Open) -> None:
    catalog, problems = opened(TREE)
    assert problems == ()
    assert not check(catalog)
    shown = "".join(catalog.rendered(item).html for item in catalog.articles())
    assert shown.count('<a href="app:own/article/') == 14
    assert "dead-link" not in shown


@pytest.mark.parametrize(
    ("alias", "link"),
    [("../up", "/up/"), ("old/", "/posts/old"), ("./older.html", "/posts/older"), ("/gone/index.html", "/gone/")],
)  # fmt: skip
def test_aliases_mean_what_they_mean_to_hugo(opened: Open, alias: str, link: str) -> None:
    pages = {"content/posts/a.md": f"---\naliases: ['{alias}']\n---\nA", "content/b.md": "B"}
    catalog, _ = opened(pages)
    for base in (None, ItemId("own/article/content/b")):
        found = catalog.resolve(link, base)
        assert found is not None
        assert found.item == "own/article/content/posts/a"


def test_addresses_of_long_ago_lead_to_their_article(opened: Open) -> None:
    catalog, _ = opened(
        {"a.md": "---\ntitle: A\naliases: [/x/one]\naliasesArchive:\n- /x/one\n- /y/two\n- three\n---\nx"}
    )
    assert [catalog.resolve(name) for name in ("/x/one", "y/two/", "/three")] == [
        Address(ItemId("own/article/a"))
    ] * 3
    assert catalog.article(ItemId("own/article/a")).aliases == ("/x/one", "/y/two", "three")

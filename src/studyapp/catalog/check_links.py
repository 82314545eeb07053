"""Links, aliases, images: whatever an article points to must be there."""

import re
from collections import defaultdict
from html import unescape
from urllib.parse import unquote

from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Severity
from studyapp.ids import ItemId, pack_of

_DEAD = re.compile(r'<span class="dead-link">(.*?)</span>', re.DOTALL)
_LINK = re.compile(r'<a href="(app:|#)([^"]*)"')
_NAME = re.compile(r'<a name="([^"]*)"')
_BEFORE_LINK = r"""(?:\]\(\s*<?|\]:\s*<?|(?:href|src)\s*=\s*["']?|ref\s+["'`]?)"""
_LEFT_OUT = re.compile(r'<span class="missing-image">(.*?)</span>', re.DOTALL)
_CUT = re.compile(r'<p class="cut">(.*?)</p>', re.DOTALL)


def check_links(catalog: Catalog, findings: Findings) -> None:
    """Report links without a target, headings that do not exist, aliases that two articles claim."""
    checker = _Checker(catalog, findings)
    for article in catalog.articles().values():
        checker.check(article)
    _check_aliases(catalog, findings)


class _Checker:
    def __init__(self, catalog: Catalog, findings: Findings) -> None:
        self._catalog, self._findings = catalog, findings
        self._anchors: dict[ItemId, frozenset[str]] = {}

    def check(self, article: Article) -> None:
        unlinked = self._catalog.unlinked(article.id)
        for kind, target in dict.fromkeys(_LINK.findall(unlinked.html)):
            self._check_link(article, ("#" if kind == "#" else "") + unescape(target))
        for name in self._catalog.missing_images(article.id):
            self._report(
                article,
                name,
                "missing-image",
                f"the pack holds no image {name!r}",
                "add it beside the article, as PNG, JPEG, WebP or GIF",
            )
        for alt in dict.fromkeys(map(unescape, _LEFT_OUT.findall(unlinked.html))):
            what = f"the image {alt!r} does not lie in the pack, and nothing is loaded from elsewhere"
            self._report(article, f"![{alt}]", "image-outside", what, "add it beside the article")
        for reason in _CUT.findall(unlinked.html):
            pack = pack_of(article.id)
            self._findings.at(
                pack, article.path, (1, 1), "cut", unescape(reason), "make it simpler or shorter"
            )

    def _check_link(self, article: Article, target: str) -> None:
        found = self._catalog.resolve(target, article.id)
        if found is None:
            message = f"nothing answers to the link {target!r}"
            self._report(article, target, "dead-link", message, "name an article's slug, alias or file")
        elif found.heading and found.heading not in self._anchors_of(found.item):
            message = f"{found.item} has no heading {found.heading!r}"
            self._report(article, target, "dead-heading", message, "name the id of one of its headings")

    def _anchors_of(self, item: ItemId) -> frozenset[str]:
        if item not in self._anchors:
            self._anchors[item] = anchors_in(self._catalog.unlinked(item))
        return self._anchors[item]

    def _report(self, article: Article, target: str, code: str, message: str, hint: str) -> None:
        pack = pack_of(article.id)
        path = self._catalog.laid_over(pack, article.path)
        text = self._catalog.file(pack, path) or ""
        at = _written_at(text, target)
        place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        self._findings.at(pack, path, place, code, message, hint, Severity.WARNING)


def _written_at(text: str, target: str) -> int:
    """Where an author wrote a link: as one, else anywhere; 0 when it is not found as it stands."""
    names = dict.fromkeys((target, unquote(target)))
    as_links = (re.search(_BEFORE_LINK + re.escape(name) + r"(?![\w/.-])", text) for name in names)
    found = (match.end() - len(name) for match, name in zip(as_links, names, strict=True) if match)
    return next(found, max(*map(text.find, names), 0))


def anchors_in(rendered: Rendered) -> frozenset[str]:
    """Every place in an article that a link can name."""
    return frozenset(map(unescape, _NAME.findall(rendered.html)))


def _check_aliases(catalog: Catalog, findings: Findings) -> None:
    claimed: defaultdict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in catalog.articles().values():
        for alias in dict.fromkeys(alias.strip("/").casefold() for alias in article.aliases):
            claimed[pack_of(article.id), alias].append(article)
    for (_, alias), articles in claimed.items():
        for article in articles[1:]:
            message = f"the alias {alias!r} belongs to {articles[0].path} already"
            findings.at_item(
                article.id,
                "aliases",
                "alias-twice",
                message,
                "remove it from one of the two",
                Severity.WARNING,
            )

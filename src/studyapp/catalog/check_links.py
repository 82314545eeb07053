"""Links, aliases, images: whatever an article points to must be there."""

import re
from collections import Counter
from html import unescape
from typing import Final

from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Severity
from studyapp.catalog.written import Written
from studyapp.ids import ItemId, pack_of

_DEAD = re.compile(r'<span class="dead-link">(.*?)</span>', re.DOTALL)
_LINK = re.compile(r'<a href="(app:|#)([^"]*)"')
_NAME = re.compile(r'<a name="([^"]*)"')
_LONGEST: Final = 80
"""So many characters of an address are told."""
_CUT = re.compile(r'<p class="cut">(.*?)</p>', re.DOTALL)


def check_links(catalog: Catalog, findings: Findings) -> None:
    """Report links without a target, headings that do not exist, images that cannot be shown."""
    checker = _Checker(catalog, findings)
    for article in catalog.articles().values():
        checker.check(article)


class _Checker:
    def __init__(self, catalog: Catalog, findings: Findings) -> None:
        self._catalog, self._findings = catalog, findings
        self._anchors: dict[ItemId, frozenset[str]] = {}
        self._open: tuple[ItemId, Written] | None = None

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
        if unlinked.left_out:
            self._check_left_out(article, unlinked.left_out)
        self._check_taken(article, unlinked.taken)
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

    def _check_left_out(self, article: Article, addresses: tuple[str, ...]) -> None:
        written = self._written(article)
        places = {address: written.link(address) for address in addresses if address}
        if "" in addresses:
            places.update(written.refused() or {"": written.image()})
        hint = "add it beside the article, as PNG, JPEG, WebP or GIF"
        for address, at in places.items():
            shown = address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"
            what = f"the image {shown!r}" if address else "an image without an address"
            message = f"{what} does not lie in the pack, and nothing is loaded from elsewhere"
            self._report_at(article, at, "image-outside", message, hint)

    def _check_taken(self, article: Article, names: tuple[str, ...]) -> None:
        message = "a heading above has the id {!r} already; addresses and proofs lead to that one"
        hint = "give one of the two another id"
        for name, times in Counter(names).items():
            for at in self._written(article).headings(name)[1 : times + 1] or [0]:
                self._report_at(article, at, "heading-twice", message.format(name), hint)

    def _anchors_of(self, item: ItemId) -> frozenset[str]:
        if item not in self._anchors:
            self._anchors[item] = anchors_in(self._catalog.unlinked(item))
        return self._anchors[item]

    def _report(self, article: Article, target: str, code: str, message: str, hint: str) -> None:
        self._report_at(article, self._written(article).link(target), code, message, hint)

    def _written(self, article: Article) -> Written:
        """The text of the article's file, or of its translation; kept until another is asked for."""
        if self._open is None or self._open[0] != article.id:
            pack = pack_of(article.id)
            text = self._catalog.file(pack, self._catalog.laid_over(pack, article.path))
            self._open = article.id, Written(text or "")
        return self._open[1]

    def _report_at(self, article: Article, at: int, code: str, message: str, hint: str) -> None:
        pack = pack_of(article.id)
        path = self._catalog.laid_over(pack, article.path)
        place = self._written(article).place(at)
        self._findings.at(pack, path, place, code, message, hint, Severity.WARNING)


def anchors_in(rendered: Rendered) -> frozenset[str]:
    """Every place in an article that a link can name."""
    return frozenset(map(unescape, _NAME.findall(rendered.html)))

"""Articles as they look: taken from the cache, else rendered now and kept."""

import json
from collections.abc import Mapping
from hashlib import blake2b

from studyapp.catalog.addresses import Addresses
from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.cache import Cache
from studyapp.catalog.codec import decoded, encoded
from studyapp.catalog.open_pack import OpenPack
from studyapp.ids import pack_of


class Renderings:
    """The rendered form of the articles and short texts of the open packs."""

    def __init__(self, packs: Mapping[str, OpenPack], cache: Cache) -> None:
        self._packs = packs
        self._cache = cache
        self._short: dict[str, str] = {}

    def close(self) -> None:
        """Nothing is held yet."""

    def of(self, article: Article, addresses: Addresses) -> Rendered:
        """An article with its links led to articles."""
        name = pack_of(article.id)
        kept = self._cache.rendered(name, article.path, article.digest)
        if kept is not None:
            return decoded(Rendered, json.loads(kept))
        from studyapp.catalog.render import render_article

        rendered = render_article(self._packs[name].text(article.path), article)
        self._cache.keep_rendered(name, article.path, article.digest, json.dumps(encoded(rendered)))
        return rendered

    def inline(self, markdown: str) -> str:
        """The HTML of a short text."""
        if markdown in self._short:
            return self._short[markdown]
        key = blake2b(markdown.encode("utf-8", "replace"), digest_size=16).hexdigest()
        html = self._cache.inlined(key)
        if html is None:
            from studyapp.catalog.render import render_short

            html = render_short(markdown)
            self._cache.keep_inlined([(key, html)])
        self._short[markdown] = html
        return html

    def image(self, article: Article, name: str) -> bytes | None:
        """No images yet."""
        return None
